/**
 * Which of some tabs in a row a key leads to. They have no ends: after the last comes the first, and before the first the last.
 *
 * @param event A key that is pressed in a tab.
 * @param now Where that tab is among them.
 * @param count How many there are.
 * @param rightToLeft Whether the row runs from right to left.
 * @returns Where the other one is, or nothing for a key that leads to none.
 */
export function tabFor(event: KeyboardEvent, now: number, count: number, rightToLeft: boolean): number | undefined {
  const step = rightToLeft ? -1 : 1;
  const to = new Map([
    ['ArrowRight', now + step],
    ['ArrowLeft', now - step],
    ['ArrowDown', now + 1],
    ['ArrowUp', now - 1],
    ['Home', 0],
    ['End', -1],
  ]).get(event.key);
  if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return undefined;
  return (to + count) % count;
}
