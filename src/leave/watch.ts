import { hideCover, raise, showCover } from './cover.js';
import { isLeaving, stop } from './leave.js';
import { wasLeft } from './mark.js';
import { dialogTakesEscape, pressCounter, pressesWithin, shortcuts, type Shortcut } from './shortcut.js';

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

const types =
  'keydown,keyup,click,pagehide,pageshow,focusin,toggle,fullscreenchange,visibilitychange,' +
  'blur,wheel,pointerdown,pointerup,mousedown,mouseup,touchstart,touchend';

/**
 * Watches a page for what leaves it. At the window, where events come by before the page has them: what leads to leaving, the page does
 * not get to see.
 *
 * @param links Every link that leaves, at this moment.
 * @param onPress The key was pressed so many times, of so many. `0`: the time for more is over.
 * @returns Ends the watch.
 */
export function watch(
  exit: WayOut,
  { bar, cover }: Drawn,
  links: () => readonly HTMLElement[],
  onPress: (times: number, all: number) => void,
): () => void {
  const counter = pressCounter();
  let expiry: ReturnType<typeof setTimeout> | undefined;
  /** Nobody has pressed or focused anything in the page yet. */
  let fresh = true;
  let dialogFirst = false;

  const shortcut = () => (Object.hasOwn(shortcuts, exit.shortcut) ? (exit.shortcut as Shortcut) : 'shift');

  const startOver = () => {
    counter('shift');
    if (expiry) onPress(0, 1);
    expiry = clearTimeout(expiry) as undefined;
  };

  const go = (event: Event) => {
    stop(event);
    exit.leave();
  };

  const count = (event: KeyboardEvent) => {
    const times = counter(shortcut(), event);
    const all = shortcuts[shortcut()];
    if (!times) return;
    if (times >= all) return go(event);
    onPress(times, all);
    clearTimeout(expiry);
    expiry = setTimeout(startOver, pressesWithin);
  };

  const isOnLink = (event: Event) => links().some((link) => event.composedPath().includes(link));

  // A dialog of the page takes the clicks that are meant for the bar, which is seen in front of it.
  const isOnBar = ({ clientX, clientY, detail }: MouseEvent) => {
    const { left, right, top, bottom } = bar.getBoundingClientRect();
    return detail && clientX > left && clientX < right && clientY > top && clientY < bottom;
  };

  const onKey = (event: KeyboardEvent) => {
    if (shortcut() === 'escape') dialogFirst = dialogTakesEscape(event);
    else count(event);
    // The first Tab in a page leads to the way out, wherever that stands in it.
    const first = fresh && event.key === 'Tab' && !event.shiftKey && document.activeElement === document.body;
    const link = first && !location.hash && links().find((link) => link.getClientRects().length);
    if (event.key !== 'Shift') fresh = false;
    if (!link) return;
    event.preventDefault();
    link.focus();
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

  const onOther = (event: Event) => {
    fresh = false;
    // What a page opens, closes or focuses by itself is no act of the person.
    if (!/^f|^tog/.test(event.type)) startOver();
    // Nobody gets to see that the way out is being pressed.
    if (isOnLink(event)) event.stopImmediatePropagation();
  };

  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    if (isLeaving() || wasLeft(true)) exit.leave();
    else hideCover(cover);
  };

  const onEvent = (event: Event) => {
    const { type } = event;
    if (type === 'pageshow') return onShow(event as PageTransitionEvent);
    if (isLeaving()) {
      // Wheel, touch and toggle are stopped elsewhere.
      if (!/^[wt]/.test(type)) stop(event);
    } else if (/^key/.test(type)) onKey(event as KeyboardEvent);
    else if (type === 'click') {
      if (isOnLink(event) || isOnBar(event as MouseEvent)) go(event);
    }
    // Out of sight while the browser keeps the page for Back, until it is known whether the visit was left.
    else if (type === 'pagehide') showCover(cover);
    else if (type !== 'blur') onOther(event);
    else if (event.target === window) startOver();
    setTimeout(stayInFront);
  };

  // After the page has seen it: an Escape that the page has a use for is left alone.
  const onHandled = (event: KeyboardEvent) => {
    if (shortcut() === 'escape' && !dialogFirst && !event.defaultPrevented && !isLeaving()) count(event);
  };

  const each = (what: 'addEventListener' | 'removeEventListener') => {
    for (const type of types.split(',')) window[what](type, onEvent, { capture: true, passive: /^[wt]/.test(type) });
    window[what]('keydown', onHandled as EventListener);
  };
  each('addEventListener');
  return () => {
    each('removeEventListener');
    startOver();
  };
}
