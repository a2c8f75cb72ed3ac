import { nearestLanguage } from '../../page/language.js';
import { isAppearance, type Settings } from '../protocol/messages.js';
import type { Pair } from '../protocol/read.js';

/**
 * The design tokens, as `styles/tokens.css` has them: a frame gets those that the page has set.
 *
 * @public A test compares them with the style sheet.
 */
export const tokens: readonly string[] = [
  ...[
    'text',
    'muted',
    'surface',
    'quiet',
    'line',
    'accent',
    'on-accent',
    'tint',
    'hairline',
    'edge',
    'note',
    'focus',
  ].map((name) => `color-${name}`),
  ...['shadow', 'radius', 'space', 'measure', 'target'],
].map((name) => `--alongside-${name}`);

/** What an element looks like where it stands, and in which language. */
export function appearanceOf(element: Element): Pick<Settings, 'lang' | 'dir' | 'look' | 'rem'> {
  const style = getComputedStyle(element);
  const names = ['color-scheme', 'font-family', 'font-size', ...tokens];
  const look = names
    .map((name): Pair => [name, style.getPropertyValue(name).trim()])
    .filter((pair) => pair[1] && isAppearance(pair));
  return {
    lang: nearestLanguage(element).slice(0, 64),
    dir: style.direction === 'rtl' ? 'rtl' : 'ltr',
    look,
    rem: getComputedStyle(document.documentElement).fontSize,
  };
}

/**
 * Calls back when what an element looks like may have changed: an attribute of it or of what it stands in, also outside of shadow roots; its own
 * content; the colors of the device; the room; a style sheet that has come. However much changes before a frame is drawn, the call comes once,
 * with that frame; `withScript` says that a script of the page has come, too.
 *
 * @returns Ends that.
 */
export function observeAppearance(element: Element, onChange: (withScript: boolean) => void): () => void {
  let frame = 0;
  let withScript = false;
  const changed = () => {
    frame ||= requestAnimationFrame(() => {
      const had = withScript;
      frame = 0;
      withScript = false;
      onChange(had);
    });
  };
  const loaded = ({ target }: Event) => {
    withScript ||= target instanceof HTMLScriptElement;
    changed();
  };
  const observer = new MutationObserver(changed);
  observer.observe(element, { attributes: true, childList: true, characterData: true, subtree: true });
  for (let near = parentOf(element); near; near = parentOf(near)) observer.observe(near, { attributes: true });
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const ending = new AbortController();
  const { signal } = ending;
  dark.addEventListener('change', changed, { signal });
  addEventListener('resize', changed, { signal });
  document.addEventListener('load', loaded, { signal, capture: true });
  return () => {
    observer.disconnect();
    ending.abort();
    cancelAnimationFrame(frame);
  };
}

const parentOf = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
