import { hideCover, raise, showCover } from './cover.js';
import { isLeaving, stop } from './leave.js';
import { wasLeft } from './mark.js';
import { countPresses } from './presses.js';
import { otherActs, shortcutNamed } from './shortcut.js';

/** An element that leaves the page. */
export interface WayOut extends HTMLElement {
  /** Which keys leave. What is none of `Shortcut` counts as `shift`. */
  readonly shortcut: string;
  leave(): void;
}

/** The way out as it is drawn. */
export interface Drawn {
  /** A popover that stays in view and holds a link. */
  readonly bar: HTMLElement;
  readonly cover: HTMLElement;
}

/** Only these are ever canceled. The browser is told so, and scrolls without waiting for us. */
const canceled = ['keydown', 'keyup', 'click'];

/**
 * Watches a page for what leaves it. At the window, where events come by before the page has them: what leads to leaving, the page does
 * not get to see.
 *
 * @param links Every link that leaves, at this moment.
 * @param onPress The key was pressed so many times, of so many. `0`: it starts over.
 * @returns Ends the watch.
 */
export function watch(
  exit: WayOut,
  { bar, cover }: Drawn,
  links: () => readonly HTMLElement[],
  onPress: (times: number, all: number) => void,
): () => void {
  /** Nobody has pressed or focused anything in the page yet. */
  let fresh = true;

  const go = (event: Event) => {
    stop(event);
    exit.leave();
  };

  const presses = countPresses(() => shortcutNamed(exit.shortcut), onPress, go);

  const isOnLink = (event: Event) => links().some((link) => event.composedPath().includes(link));

  // A dialog of the page takes the clicks that are meant for the bar, which is seen in front of it.
  const isOnBar = ({ clientX, clientY, detail }: MouseEvent) => {
    const { left, right, top, bottom } = bar.getBoundingClientRect();
    return detail && clientX > left && clientX < right && clientY > top && clientY < bottom;
  };

  // What is opened later lies above the bar, and does not tell when that is in a shadow root. So it is looked whether the bar is what is seen
  // at its place. Bringing it to the front would take the focus out of it.
  const stayInFront = () => {
    const { left, top, width, height } = bar.getBoundingClientRect();
    const seen = document.elementFromPoint(left + width / 2, top + height / 2);
    if (exit.contains(seen) || links().some((link) => link.matches(':focus'))) return;
    raise(bar);
    raise(cover);
  };

  const onKey = (event: KeyboardEvent) => {
    presses.onKey(event);
    // The first Tab in a page leads to the way out, wherever that stands in it.
    const first = fresh && event.key === 'Tab' && !event.shiftKey && document.activeElement === document.body;
    const link = first && !location.hash && links().find((link) => link.getClientRects().length);
    if (event.key !== 'Shift') fresh = false;
    if (!link) return;
    event.preventDefault();
    link.focus();
  };

  const onClick = (event: MouseEvent) => {
    if (isOnLink(event) || isOnBar(event)) go(event);
  };

  const onOpening = (event: Event) => {
    fresh = false;
    // Nobody gets to see that the way out is being pressed.
    if (isOnLink(event)) event.stopImmediatePropagation();
  };

  const onAct = (event: Event) => {
    presses.startOver();
    onOpening(event);
  };

  const onFocus = (event: Event) => {
    presses.onMove(event);
    onOpening(event);
  };

  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    if (isLeaving() || wasLeft(true)) exit.leave();
    else hideCover(cover);
  };

  const listeners: Record<string, (event: never) => void> = {
    keydown: onKey,
    keyup: onKey,
    click: onClick,
    focusin: onFocus,
    scroll: presses.onMove,
    selectionchange: presses.onMove,
    toggle: onOpening,
    fullscreenchange: onOpening,
    // Out of sight while the browser keeps the page for Back, until it is known whether the visit was left.
    pagehide: () => showCover(cover),
    pageshow: onShow,
    blur: (event: Event) => event.target === window && presses.startOver(),
  };
  for (const type of otherActs) listeners[type] = onAct;

  const onEvent = (event: Event) => {
    const { type } = event;
    if (isLeaving() && type !== 'pageshow') {
      if (canceled.includes(type)) stop(event);
      else event.stopImmediatePropagation();
      return;
    }
    listeners[type]!(event as never);
    // To look costs a layout, and nothing is opened by what moves.
    if (type !== 'scroll' && type !== 'selectionchange') setTimeout(stayInFront);
  };

  const onHandled = (event: KeyboardEvent) => {
    if (!isLeaving()) presses.onHandled(event);
  };

  const ending = new AbortController();
  const { signal } = ending;
  for (const type of Object.keys(listeners))
    addEventListener(type, onEvent, { capture: true, passive: !canceled.includes(type), signal });
  addEventListener('keydown', onHandled, { signal });
  return () => {
    ending.abort();
    presses.startOver();
  };
}
