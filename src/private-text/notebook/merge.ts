import { same } from './json.js';

type Entry = Readonly<Record<string, unknown>>;

const entryKey = (entry: unknown): unknown => (entry as Entry | undefined)?.['id'] ?? entry;

/** Text that both changed: both are kept, one after the other. */
const bothTexts = (mine: string, theirs: string): string =>
  mine.includes(theirs) ? mine : theirs.includes(mine) ? theirs : `${theirs} / ${mine}`;

/**
 * Brings two versions together that both come from `base`, such as those of two tabs. What one side changed is taken; what both changed
 * is kept from both where it is text of their own, and else is as in `mine`. An entry that one side took out and the other changed stays.
 * Entries of lists are told apart by `id`, or by themselves where they are text. Keys that only one side knows stay.
 */
export function merge(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (Array.isArray(mine) && Array.isArray(theirs)) return mergeLists(Array.isArray(base) ? base : [], mine, theirs);
  if (isEntry(mine) && isEntry(theirs)) {
    const from = isEntry(base) ? base : {};
    const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
    return Object.fromEntries(
      [...keys].map((key) => {
        const [here, there] = [mine[key] ?? theirs[key], theirs[key] ?? mine[key]];
        return [key, isChoice(mine, key) && here && !same(from[key], here) ? here : merge(from[key], here, there)];
      }),
    );
  }
  return typeof mine === 'string' && typeof theirs === 'string' ? bothTexts(mine, theirs) : mine;
}

/** Keys that hold one of a few things: of two, mine is kept. `where` is one in the notes of a practice check; in a plan, people write it. */
const isChoice = (entry: Entry, key: string): boolean =>
  key === 'place' || key === 'stage' || (key === 'where' && 'include' in entry);

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function mergeLists(base: readonly unknown[], mine: readonly unknown[], theirs: readonly unknown[]): unknown[] {
  const find = (list: readonly unknown[], id: unknown) => list.find((entry) => entryKey(entry) === id);
  const order = (list: readonly unknown[], other: readonly unknown[]) =>
    list.map(entryKey).filter((id) => find(base, id) !== undefined && find(other, id) !== undefined);
  // The order is theirs, unless it was changed here.
  const moved = !same(order(mine, base), order(base, mine));
  const [first, second] = moved ? [mine, theirs] : [theirs, mine];
  const ids = first.map(entryKey);
  // What only the second has comes after what it comes after there.
  second.forEach((entry, index) => {
    if (!ids.includes(entryKey(entry)))
      ids.splice(index ? ids.indexOf(entryKey(second[index - 1])) + 1 : 0, 0, entryKey(entry));
  });
  return ids.flatMap((id) => {
    const [before, here, there] = [base, mine, theirs].map((list) => find(list, id));
    if (here !== undefined && there !== undefined) return [merge(before, here, there)];
    const left = here ?? there;
    // Taken out on one side: gone, unless the other side has written in it since.
    return before !== undefined && same(before, left) ? [] : [left];
  });
}
