import { inside, isRecord, type ListSchema, type ObjectSchema, type Problem, type Schema } from '../../schema/parse.js';

// Many objects of one kind, written column by column as their schema says: what repeats itself is written once, and a key
// that no object has is not written at all. Read again, a column answers for one row at a time, and nothing is built before
// somebody asks.
//
// As JSON:
// - text: `{"d": [the different ones, as they come up], "i": [one code for each row]}`. Code 0 is none, 1 the next one of
//   `d` that has not come up yet, n + 2 is `d[n]`. Without `i`, every row has the next one.
// - numbers: one for each row, `null` for none. Flags: 1, 0, `null`.
// - lists: `{"n": [how long each different list is], "of": column of all their entries, "i": codes}`. Code 0 is an empty one.
// - objects: `{key: column}`.

/** Text of each row. */
export interface TextColumn {
  readonly kind: 'text';
  /** The different ones. */
  readonly values: readonly string[];
  /** For each row, which one of `values`; -1: none. */
  readonly at: Int32Array;
}
/** A number of each row. */
interface NumberColumn {
  readonly kind: 'number';
  readonly values: readonly (number | null)[];
}
/** 1, 0 or nothing in each row. */
interface FlagColumn {
  readonly kind: 'flag';
  readonly values: readonly (number | null)[];
}
/** A list of each row. */
export interface ListColumn {
  readonly kind: 'list';
  /** For each row, which one of the different lists; -1: an empty one. */
  readonly at: Int32Array;
  /** For each different list, the row of `of` in which it begins, and at the end how many rows there are. */
  readonly starts: Int32Array;
  /** All entries. `undefined`: none could be read. */
  readonly of: Column | undefined;
  /** How many entries of a list are read. */
  readonly max: number;
}
/** An object of each row. A key that no row has is not there. */
export interface ObjectColumn {
  readonly kind: 'object';
  readonly of: ReadonlyMap<string, Column>;
}
export type Column = TextColumn | NumberColumn | FlagColumn | ListColumn | ObjectColumn;

/** How many rows one column of entries can have. Data that claims more is refused: memory is taken for each. */
const mostRows = 5_000_000;

const fieldsOf = (schema: Schema) => Object.entries((schema as ObjectSchema).of);

/** Gives the code of each value, and says which values come up for the first time. */
function distinct<T>(values: readonly (T | undefined)[], keyOf: (value: T) => string) {
  const known = new Map<string, number>();
  const different: T[] = [];
  const codes = values.map((value) => {
    if (value === undefined) return 0;
    const key = keyOf(value);
    const before = known.get(key);
    if (before !== undefined) return before + 2;
    known.set(key, different.length);
    different.push(value);
    return 1;
  });
  return { different, codes: codes.every((code) => code === 1) ? undefined : codes };
}

/**
 * The column of some values, as JSON. Values are what `parse` gives for the schema; keys that the schema lacks are left out.
 * `undefined`: no row has anything.
 */
export function encodeColumn(schema: Schema, values: readonly unknown[]): unknown {
  if (schema.kind === 'object') {
    const columns = fieldsOf(schema).map(([key, of]) => [
      key,
      encodeColumn(
        of,
        values.map((value) => (value as Record<string, unknown> | undefined)?.[key]),
      ),
    ]);
    const some = columns.filter(([, column]) => column !== undefined);
    return some.length ? Object.fromEntries(some) : undefined;
  }
  if (schema.kind === 'list') {
    const lists = (values as (readonly unknown[] | undefined)[]).map((one) => (one?.length ? one : undefined));
    const { different, codes } = distinct(lists, JSON.stringify);
    if (!different.length) return;
    return {
      n: different.map(({ length }) => length),
      of: encodeColumn((schema as ListSchema).of, different.flat()),
      i: codes,
    };
  }
  if (values.every((value) => value === undefined)) return;
  if (schema.kind === 'flag') return values.map((value) => (value === undefined ? null : Number(value)));
  if (!('read' in schema)) return values.map((value) => value ?? null);
  const { different, codes } = distinct(values as (string | undefined)[], (value) => value);
  return { d: different, i: codes };
}

/** For each row, which one of the different values it has, by the codes that are written; -1: none. */
const writtenPositions = (codes: readonly number[] | undefined, rows: number): Int32Array => {
  let next = 0;
  return Int32Array.from({ length: rows }, (_, row) => {
    const code = codes ? codes[row]! : 1;
    return code === 1 ? next++ : Math.max(code - 2, -1);
  });
};

/** The column of some values that are at hand, without writing it. Values are what `parse` gives for the schema. `undefined`: no row has anything. */
export function columnOf(schema: Schema, values: readonly unknown[]): Column | undefined {
  if (schema.kind === 'object') {
    const of = new Map<string, Column>();
    for (const [key, field] of fieldsOf(schema)) {
      const column = columnOf(
        field,
        values.map((value) => (value as Record<string, unknown> | undefined)?.[key]),
      );
      if (column) of.set(key, column);
    }
    return of.size ? { kind: 'object', of } : undefined;
  }
  if (schema.kind === 'list') {
    const lists = (values as (readonly unknown[] | undefined)[]).map((one) => (one?.length ? one : undefined));
    const { different, codes } = distinct(lists, JSON.stringify);
    if (!different.length) return;
    const starts = new Int32Array(different.length + 1);
    for (const [position, { length }] of different.entries()) starts[position + 1] = starts[position]! + length;
    const { of, max } = schema as ListSchema;
    return {
      kind: 'list',
      at: writtenPositions(codes, values.length),
      starts,
      of: columnOf(of, different.flat()),
      max,
    };
  }
  if (values.every((value) => value === undefined)) return;
  if (schema.kind === 'flag')
    return { kind: 'flag', values: values.map((value) => (value === undefined ? null : Number(value))) };
  if (!('read' in schema)) return { kind: 'number', values: values.map((value) => (value as number) ?? null) };
  const { different, codes } = distinct(values as (string | undefined)[], (value) => value);
  return { kind: 'text', values: different, at: writtenPositions(codes, values.length) };
}

/** A whole number from 0 on. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** For each row, which of the different values it has; -1: none. `undefined`: these are no codes. */
function positions(codes: unknown, different: number, rows: number): Int32Array | undefined {
  const at = new Int32Array(rows);
  if (codes === undefined) {
    if (different !== rows) return;
    for (let row = 0; row < rows; row++) at[row] = row;
    return at;
  }
  if (!Array.isArray(codes) || codes.length !== rows) return;
  let next = 0;
  for (let row = 0; row < rows; row++) {
    const code = codes[row] as unknown;
    const position = code === 1 ? next++ : isCount(code) ? code - 2 : NaN;
    if (!(position < different)) return;
    at[row] = Math.max(position, -1);
  }
  return at;
}

/**
 * Reads a column from JSON that anybody may have written. It never throws: what is not a column is left out, with a
 * problem.
 *
 * @param rows How many rows it is for.
 * @returns `undefined`: no row has anything.
 */
export function decodeColumn(
  schema: Schema,
  raw: unknown,
  rows: number,
  path: string,
  problems: Problem[],
): Column | undefined {
  const refuse = (at = path, detail: string = schema.kind): undefined => {
    problems.push({ path: at, reason: 'type', detail });
  };
  if (raw === undefined) return;
  if (!('read' in schema) && schema.kind !== 'object' && schema.kind !== 'list') {
    const flag = schema.kind === 'flag';
    const fits = (value: unknown) =>
      value === null || (flag ? value === 0 || value === 1 : 'is' in schema && schema.is(value));
    if (!Array.isArray(raw) || raw.length !== rows || !raw.every(fits)) return refuse();
    return { kind: flag ? 'flag' : 'number', values: raw as (number | null)[] };
  }
  if (!isRecord(raw)) return refuse();
  if (schema.kind === 'object') {
    const of = new Map<string, Column>();
    for (const [key, field] of fieldsOf(schema)) {
      const column = decodeColumn(field, inside(raw, key), rows, `${path}.${key}`, problems);
      if (column) of.set(key, column);
    }
    return { kind: 'object', of };
  }
  if (schema.kind === 'list') {
    const lengths = inside(raw, 'n');
    if (!Array.isArray(lengths) || !lengths.every(isCount)) return refuse(`${path}.n`);
    const starts = new Int32Array(lengths.length + 1);
    let entries = 0;
    for (const [position, length] of lengths.entries()) {
      entries += length;
      if (entries > mostRows) return refuse(`${path}.n`, 'too many');
      starts[position + 1] = entries;
    }
    const at = positions(inside(raw, 'i'), lengths.length, rows);
    if (!at) return refuse(`${path}.i`);
    const { of, max } = schema as ListSchema;
    return { kind: 'list', at, starts, of: decodeColumn(of, inside(raw, 'of'), entries, `${path}.of`, problems), max };
  }
  const values = inside(raw, 'd');
  if (!Array.isArray(values) || !values.every((value) => typeof value === 'string')) return refuse(`${path}.d`);
  const at = positions(inside(raw, 'i'), values.length, rows);
  return at ? { kind: 'text', values, at } : refuse(`${path}.i`);
}

/** What a row has, as its schema says but not yet parsed. `undefined`: nothing. Lists are never `undefined`. */
export function valueInRow(column: Column, row: number): unknown {
  if (column.kind === 'text') return column.values[column.at[row]!];
  if (column.kind === 'flag') return column.values[row] == null ? undefined : column.values[row] === 1;
  if (column.kind === 'list') return entriesInRow(column, column.at[row]!);
  if (column.kind === 'number') return column.values[row] ?? undefined;
  const value: Record<string, unknown> = {};
  for (const [key, of] of column.of) {
    const one = valueInRow(of, row);
    if (one !== undefined) value[key] = one;
  }
  return value;
}

/** One of the different lists. -1: an empty one. */
export function entriesInRow({ starts, of, max }: ListColumn, position: number): unknown[] {
  if (position < 0 || !of) return [];
  const from = starts[position]!;
  const length = Math.min(starts[position + 1]! - from, max);
  return Array.from({ length }, (_, entry) => valueInRow(of, from + entry));
}
