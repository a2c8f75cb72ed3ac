/** A name and what it stands for. Lists of these, unlike objects, have no keys that mean something else. */
export type Pair = readonly [name: string, value: string];

/** The own properties of a plain object, with nothing behind them. Anything else has none. */
export function own(value: unknown): Readonly<Record<string, unknown>> {
  const plain = typeof value === 'object' && value && Object.getPrototypeOf(value) === Object.prototype;
  return Object.assign(Object.create(null) as Record<string, unknown>, plain ? value : undefined);
}

/** Text of no more than so many characters. */
export const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most;

/** A whole number from 0 on. */
export const isWholeNumber = (value: unknown, most: number = Number.MAX_SAFE_INTEGER): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;

/** Bytes: some, and no more than so many. */
export const isBytes = (value: unknown, most: number): value is Uint8Array =>
  value instanceof Uint8Array && value.length > 0 && value.length <= most;

/** A list of what can all be read. */
export function readEach<T>(value: unknown, most: number, read: (entry: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value) || value.length > most) return undefined;
  const entries = Array.from(value, read);
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

/** A list of pairs that all fit. */
export const readPairs = (value: unknown, most: number, fits: (pair: Pair) => boolean): Pair[] | undefined =>
  readEach(value, most, (entry) => {
    const [name, given] = Array.isArray(entry) && entry.length === 2 ? (entry as unknown[]) : [];
    if (typeof name !== 'string' || typeof given !== 'string') return undefined;
    const pair = [name, given] as const;
    return fits(pair) ? pair : undefined;
  });
