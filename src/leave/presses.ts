import { dialogTakesEscape, moment, pressesWithin, shortcuts, type Shortcut } from './shortcut.js';

/** What counts the presses in a page, or in a frame. */
export interface Presses {
  /** A key went down or came up. To be called before the page gets to see it. */
  onKey(event: KeyboardEvent): void;
  /** A key went down, and the page has seen it: an Escape that it has a use for is left alone. */
  onHandled(event: KeyboardEvent): void;
  /** Something in the page has moved. */
  onMove(event: Pick<Event, 'type' | 'target'>): void;
  /** The person does something else. */
  startOver(): void;
}

/** After so many events something is on the move by itself; fewer are a click of before, or a jump. */
const steps = 3;

/** What has the caret. Of one in a field of a shadow root only the document is told, a frame later. */
const caretOf = (place: Node): Element => {
  const inner = ((place as Element).shadowRoot ?? (place as Document)).activeElement;
  return inner ? caretOf(inner) : (place as Element);
};

/** A press that counts so far: when it happened, and when the page got to hear of it, which on a busy page is later. */
interface Press {
  readonly time: number;
  readonly heard: number;
}

/**
 * Counts presses of a key by itself, and tells how far they have come. A Shift does not count that is held (it repeats), goes with another key, the mouse,
 * Control, Alt or Meta, belongs to an input method, or comes from an on-screen keyboard (those have no `code`). Another key in between starts over.
 *
 * Screen readers take the letter of Shift+H for themselves, and the page sees Shift alone. So a Shift with which the selection, the focus or
 * the scroll position moved does not count either.
 *
 * @param onPress The key has been pressed so many times, of so many. `0`: it starts over.
 * @param onLast It was pressed often enough, with this event.
 * @param clock Milliseconds, as events have them.
 */
export function countPresses(
  shortcut: () => Shortcut,
  onPress: (times: number, all: number) => void,
  onLast: (event: KeyboardEvent) => void,
  clock: () => number = () => performance.now(),
): Presses {
  let presses: readonly Press[] = [];
  /** Each key that is down, by its `code`: whether nothing else has happened since. Left and right Shift can be down at once. */
  const down = new Map<string, boolean>();
  /** What moves, by what has scrolled or by the type of the event: since when, when last, how often by itself before a press came. */
  const moves = new Map<unknown, { readonly since: number; last: number; alone: number }>();
  /** When the key came up last. While it is down, it is yet to come. */
  let lastUp = -Infinity;
  /** When the person did something else last. */
  let lastOther = -Infinity;
  let reported = 0;
  let dialogFirst = false;
  let expiry: ReturnType<typeof setTimeout> | undefined;

  const keep = (left: readonly Press[]) => {
    presses = left;
    if (left.length !== reported) onPress((reported = left.length), shortcuts[shortcut()]);
    clearTimeout(expiry);
    if (left[0])
      expiry = setTimeout(() => keep(inTime(clock())), left[0].time + pressesWithin[shortcut()] - clock() + 1);
  };

  const inTime = (now: number) => presses.filter(({ time }) => now - time <= pressesWithin[shortcut()]);

  /** What is down now is no press any more. */
  const spoil = () => down.forEach((alone, code) => down.set(code, false));

  const startOver = () => {
    lastOther = clock();
    spoil();
    keep([]);
  };

  const count = (event: KeyboardEvent) => {
    const { key, code, repeat, timeStamp: time } = event;
    const isDown = event.type === 'keydown';
    const typing = event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey;
    if (!code || typing || key?.toLowerCase() !== shortcut()) {
      if (isDown) startOver();
      return;
    }
    lastUp = isDown ? Infinity : clock();
    const alone = down.get(code);
    if (isDown) down.set(code, !repeat);
    else down.delete(code);
    // A capital is typed while Shift is down: a press is over only when the key comes up with nothing in between.
    if (shortcut() === 'shift' ? isDown || !alone : !isDown || repeat) return;
    const all = [...inTime(time), { time, heard: clock() }];
    if (all.length < shortcuts[shortcut()]) keep(all);
    else onLast(event);
  };

  const onMove = ({ type, target }: Pick<Event, 'type' | 'target'>) => {
    if (shortcut() !== 'shift') return;
    const now = clock();
    // A letter that was typed moves the caret, and a click the focus, a little later; in a field, where no letter goes to a screen reader, at any time.
    const moved = type === 'selectionchange' ? caretOf(target as Node) : (target as Element);
    const isInField = type !== 'focusin' && moved?.matches?.(':read-write');
    if (isInField || now - lastOther <= moment / 3) return;
    const what = type === 'scroll' ? target : type;
    let move = moves.get(what);
    if (!move || now - move.last > moment) moves.set(what, (move = { since: now, last: now, alone: 0 }));
    move.last = now;
    const isWithPress = now - lastUp <= moment;
    if (move.alone < steps) move.alone = isWithPress ? -Infinity : move.alone + 1;
    // What moved already, or has gone on for longer than presses count, is the page's own doing.
    if (!isWithPress || move.alone === steps || now - move.since > pressesWithin.shift) return;
    spoil();
    keep(presses.filter(({ heard }) => now - heard > moment));
  };

  return {
    onKey(event) {
      if (shortcut() === 'escape') dialogFirst = dialogTakesEscape(event);
      else count(event);
    },
    onHandled(event) {
      if (shortcut() === 'escape' && !dialogFirst && !event.defaultPrevented) count(event);
    },
    onMove,
    startOver,
  };
}
