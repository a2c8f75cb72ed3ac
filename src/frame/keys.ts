import { dialogTakesEscape, pressCounter, pressesWithin, shortcuts, type Shortcut } from '../leave/shortcut.js';

const others = ['pointerdown', 'mousedown', 'touchstart', 'wheel', 'blur'];

/**
 * Counts in a frame the presses of the key that leaves, which the page around does not see.
 *
 * @param onPress The key was pressed so many times, of so many. `0`: the time for more is over.
 * @param onLast It was pressed often enough. No more is counted.
 */
export function countKeys(
  shortcut: () => Shortcut,
  onPress: (times: number, all: number) => void,
  onLast: () => void,
): void {
  const counter = pressCounter();
  let expiry: ReturnType<typeof setTimeout> | undefined;
  let dialogFirst = false;
  let over = false;

  const startOver = () => {
    counter('shift');
    if (expiry) onPress(0, 1);
    clearTimeout(expiry);
    expiry = undefined;
  };

  const count = (event: KeyboardEvent) => {
    const times = counter(shortcut(), event);
    const all = shortcuts[shortcut()];
    if (!times) return;
    clearTimeout(expiry);
    if (times < all) {
      onPress(times, all);
      expiry = setTimeout(startOver, pressesWithin);
      return;
    }
    over = true;
    event.preventDefault();
    onLast();
  };

  const onKey = (event: KeyboardEvent) => {
    if (over) {
      event.stopImmediatePropagation();
      event.preventDefault();
    } else if (shortcut() === 'escape') dialogFirst = dialogTakesEscape(event);
    else count(event);
  };
  for (const type of ['keydown', 'keyup'] as const) addEventListener(type, onKey, { capture: true });
  // After the element has seen it: an Escape that it has a use for is left alone.
  addEventListener('keydown', (event) => {
    if (shortcut() === 'escape' && !over && !dialogFirst && !event.defaultPrevented) count(event);
  });
  for (const type of others)
    addEventListener(type, ({ target }) => (type === 'blur' && target !== window ? undefined : startOver()), {
      capture: true,
      passive: true,
    });
}
