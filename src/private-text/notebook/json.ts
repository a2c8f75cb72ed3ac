/** An object with keys: no list, and not `null`. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Writes plain data as JSON. Unlike `JSON.stringify` it asks no `toJSON`, which old scripts of a page put on every array.
 */
export function toJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toJson).join()}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  return `{${Object.keys(value)
    .map((key) => `${JSON.stringify(key)}:${toJson(value[key])}`)
    .join()}}`;
}

/** Whether two pieces of plain data say the same. */
export const same = (a: unknown, b: unknown): boolean => a === b || toJson(a) === toJson(b);
