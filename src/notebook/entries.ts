/** Names an entry of a list for good, so that versions of the list can be brought together. Random, and tells nothing. */
export const newId = (): string => Math.random().toString(36).slice(2, 10);

/** Moves an entry to another place of its list. */
export const move = (entries: unknown[], from: number, to: number): unknown =>
  entries.splice(to, 0, ...entries.splice(from, 1));

/** Writes a value at a path such as `items.0.note` or `ride.who`. */
export function write(page: object, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop()!;
  let inside = page as Record<string, unknown>;
  for (const key of keys) inside = inside[key] as Record<string, unknown>;
  inside[last] = value;
}
