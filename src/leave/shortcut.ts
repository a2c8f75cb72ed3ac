/** How often each key is to be pressed to leave. */
export const shortcuts = { shift: 3, escape: 2, none: Infinity } as const;

/** Which key leaves the page, or none. */
export type Shortcut = keyof typeof shortcuts;

/** All presses are to come within this many milliseconds. */
export const pressesWithin = 5000;

/** What of a keyboard event is looked at. */
export type KeyPress = Pick<
  KeyboardEvent,
  'type' | 'key' | 'code' | 'repeat' | 'isComposing' | 'keyCode' | 'ctrlKey' | 'altKey' | 'metaKey' | 'timeStamp'
>;

/**
 * Counts presses of a key by itself. A Shift does not count that is held (it repeats), goes with another key, the mouse, Control, Alt or
 * Meta, belongs to an input method, or comes from an on-screen keyboard (those have no `code`). Anything else in between starts over.
 *
 * @returns Takes in a key that went down or came up. Gives the number of presses so far, if it was one more, and else `undefined`. Without
 *   an event it starts over.
 */
export function pressCounter(): (shortcut: Shortcut, event?: KeyPress) => number | undefined {
  let times: number[] = [];
  /** The `code` of the key that is down, as long as nothing else has happened since. */
  let down = '';

  return (shortcut, event) => {
    const { type, key, code, repeat, timeStamp = 0 } = event ?? {};
    const isDown = type === 'keydown';
    const typing = event?.isComposing || event?.keyCode === 229 || event?.ctrlKey || event?.altKey || event?.metaKey;
    if (!code || typing || key?.toLowerCase() !== shortcut) {
      if (isDown || !event) {
        times = [];
        down = '';
      }
      return;
    }
    const was = down;
    down = isDown && !repeat ? code : '';
    // A capital is typed while Shift is down: a press is over only when the key comes up with nothing in between.
    if (shortcut === 'shift' ? isDown || was !== code : !down) return;
    times = [...times, timeStamp].filter((time) => timeStamp - time <= pressesWithin);
    return times.length;
  };
}

/** Whether Escape has something else to do: a dialog, a popover or the full screen, which it closes. */
export function dialogTakesEscape(event: Event): boolean {
  const inside = event.composedPath().some((node) => (node as Partial<Element>).matches?.('[role*=dialog],dialog'));
  const modal = document.querySelectorAll('dialog[open],[aria-modal=true],[popover]:not([popover=manual])');
  return inside || !!document.fullscreenElement || [...modal].some((element) => element.getClientRects().length);
}
