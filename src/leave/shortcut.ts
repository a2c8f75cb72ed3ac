/** How often each key is to be pressed to leave. */
export const shortcuts = { shift: 3, escape: 2, none: Infinity } as const;

/** Which key leaves the page, or none. */
export type Shortcut = keyof typeof shortcuts;

/** The shortcut that a text names. A text that names none counts as `shift`. */
export const shortcutNamed = (text: string): Shortcut =>
  Object.hasOwn(shortcuts, text) ? (text as Shortcut) : 'shift';

/** All presses of a key are to come within this many milliseconds. */
export const pressesWithin: Readonly<Record<Shortcut, number>> = { shift: 2000, escape: 5000, none: 0 };

/** A Shift goes with what moves in the page up to this many milliseconds after the key came up. */
export const moment = 150;

/** Events that tell that something in the page has moved. */
export const movements = ['selectionchange', 'scroll', 'focusin'] as const;

/** What a person does with something else than a key: the presses of a key start over. */
export const otherActs = [
  ...['wheel', 'touchstart', 'touchend', 'pointerdown', 'pointerup', 'mousedown', 'mouseup'],
  'visibilitychange',
];

/** Whether Escape has something else to do: a dialog, a popover or the full screen, which it closes. */
export function dialogTakesEscape(event: Event): boolean {
  const inside = event.composedPath().some((node) => (node as Partial<Element>).matches?.('[role*=dialog],dialog'));
  const modal = document.querySelectorAll('dialog[open],[aria-modal=true],[popover]:not([popover=manual])');
  return inside || !!document.fullscreenElement || [...modal].some((element) => element.getClientRects().length);
}
