/** Names an entry of a list for good, so that versions of the list can be brought together. Random, and tells nothing. */
const newId = (): string => Math.random().toString(36).slice(2, 10);

/** What entries of lists have. */
export interface NotebookEntry {
  readonly id: string;
  readonly text?: string;
  /** The idea that it was taken from. */
  readonly idea?: string;
  /** It rests. Such entries stand at the end of their list. */
  readonly aside?: boolean;
}

/** The list at a path. */
export const listAt = (whole: object, list: string): NotebookEntry[] => valueAt(whole, list) as NotebookEntry[];

/** How many entries of a list are not set aside. */
export const activeIn = (entries: readonly NotebookEntry[]): number => entries.filter(({ aside }) => !aside).length;

/** Adds an entry to a list, before those that are set aside. */
export const add = (whole: object, list: string, entry: Partial<NotebookEntry>): unknown =>
  listAt(whole, list).splice(activeIn(listAt(whole, list)), 0, { id: newId(), ...entry });

/** Takes an entry out. */
export const takeOut = (whole: object, at: string): NotebookEntry => {
  const [list, index] = split(at);
  return listAt(whole, list).splice(+index, 1)[0]!;
};

/** Moves an entry to another place of its list. */
export const move = (whole: object, list: string, from: number, to: number): unknown =>
  listAt(whole, list).splice(to, 0, ...listAt(whole, list).splice(from, 1));

/** Sets an entry aside, behind all others, or brings it back. */
export const rest = (whole: object, at: string, aside: boolean): unknown =>
  aside
    ? listAt(whole, split(at)[0]).push({ ...takeOut(whole, at), aside })
    : add(whole, split(at)[0], { ...takeOut(whole, at), aside });

type Inside = Record<string, unknown>;

/** What stands at a path such as `items.0.note` or `ride.who`. An entry of a list can be named by its `id`, too. */
export const valueAt = (whole: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (inside, key) =>
        Array.isArray(inside) && !(key in inside)
          ? inside.find(({ id }: Inside) => id === key)
          : (inside as Inside | undefined)?.[key],
      whole,
    );

/** Writes a value at a path. An entry that is named by an `id` that its list lacks is added. */
export function write(whole: object, path: string, value: unknown): void {
  const [around, key] = split(path);
  const inside = around ? valueAt(whole, around) : whole;
  const [list, id] = split(around);
  if (inside) (inside as Inside)[key] = value;
  else (valueAt(whole, list) as unknown[]).push({ id, [key]: value });
}

/** A path as that of what is around, and the last key: `goals.0.steps.2` is `goals.0.steps` and `2`. */
export function split(path: string): readonly [around: string, key: string] {
  const dot = path.lastIndexOf('.');
  return [path.slice(0, Math.max(dot, 0)), path.slice(dot + 1)];
}
