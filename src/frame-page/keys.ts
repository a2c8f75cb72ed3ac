import { countPresses, type Presses } from '../leave/presses.js';
import { movements, otherActs, type Shortcut } from '../leave/shortcut.js';

/**
 * Counts in a frame the presses of the key that leaves, which the page around does not see.
 *
 * @param onPress The key was pressed so many times, of so many. `0`: it starts over.
 * @param onLast It was pressed often enough. No more is counted.
 * @returns takes in what has moved in the page around, of which the frame does not hear by itself.
 */
export function countKeys(
  shortcut: () => Shortcut,
  onPress: (times: number, all: number) => void,
  onLast: () => void,
): Presses['onMove'] {
  let over = false;
  const presses = countPresses(shortcut, onPress, (event) => {
    over = true;
    event.preventDefault();
    onLast();
  });

  const onKey = (event: KeyboardEvent) => {
    if (!over) return presses.onKey(event);
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  for (const type of ['keydown', 'keyup'] as const) addEventListener(type, onKey, { capture: true });
  addEventListener('keydown', (event) => {
    if (!over) presses.onHandled(event);
  });
  const early = { capture: true, passive: true };
  for (const type of otherActs) addEventListener(type, presses.startOver, early);
  for (const type of movements) addEventListener(type, presses.onMove, early);
  addEventListener('blur', ({ target }) => target === window && presses.startOver(), early);
  return presses.onMove;
}
