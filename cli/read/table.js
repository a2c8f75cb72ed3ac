import { openCsv } from './csv.js';
import { NumberList } from './numbers.js';
import { idOf } from './cell.js';
import { columnOf } from './table-names.js';
import { startsOf } from './parts.js';

const isId = (column) => column === 'id' || column.endsWith('_id');

/**
 * Gives the columns of a table their HSDS names. Identifiers are made alike, so that rows find each other: `12.0` is `12`.
 *
 * @param {string} table
 * @param {(row: number, column: string) => void} decimal Is told where that was done.
 * @returns {{ columns: Set<string> } & ((values: object, row?: number) => object)} `columns`: those that came up, by their HSDS names.
 */
function renamer(table, decimal) {
  const names = new Map();
  const columns = new Set();
  const rename = (values, row) => {
    const renamed = {};
    for (const name of Object.keys(values)) {
      let column = names.get(name);
      if (column === undefined) {
        column = columnOf(table, name);
        names.set(name, column);
        columns.add(column);
      }
      const given = values[name];
      const cell = isId(column) && typeof given === 'string' ? idOf(given) : given;
      if (cell !== '' && cell !== given) decimal(row, name);
      if (cell !== '') renamed[column] ??= cell;
    }
    return renamed;
  };
  return Object.assign(rename, { columns });
}

/**
 * A part of a table: a file, or what is in it.
 *
 * @typedef {object} TablePart
 * @property {number} length How many rows it has.
 * @property {(column: string, numbers: import('./numbers.js').TextNumbers) => ArrayLike<number>} ids What stands in a column, as
 *   a number for each row.
 * @property {(index: number) => number} rowOf
 * @property {(index: number) => number} weight In bytes. What is held weighs nothing.
 * @property {(indices: number[]) => object[]} load The values of some rows; the indices ascend.
 * @property {() => void} settle Nothing but rows is asked for any more: what `ids` needs is let go.
 * @property {string} file
 */

/**
 * Rows that are held.
 *
 * @param {{ row: number, values: object }[]} given
 * @param {string} file
 * @param {string} table
 * @param {object[]} problems
 * @param {boolean} once Rows are asked for once, and need not be as they were after that.
 * @returns {TablePart}
 */
export function heldPart(given, file, table, problems, once) {
  const rename = renamer(table, (row, path) => problems.push({ kind: 'decimal', file, row, path }));
  const rows = given.map(({ row, values }) => ({ row, values: rename(values, row) }));
  return {
    file,
    length: rows.length,
    ids(column, numbers) {
      const all = new Int32Array(rows.length);
      if (rename.columns.has(column))
        for (const [index, { values }] of rows.entries())
          if (values[column] !== undefined) all[index] = numbers.of(`${values[column]}`);
      return all;
    },
    rowOf: (index) => rows[index].row,
    settle() {},
    weight: () => 0,
    load: (indices) => Array.from(indices, (index) => (once ? rows[index].values : { ...rows[index].values })),
  };
}

/** Tables whose rows others name. */
const named = ['organization', 'program', 'service', 'location', 'service_at_location', 'contact'];

/** So many rows are read at a time to see what is in a column. */
const atATime = 10_000;

/**
 * Rows of a CSV file that is read when they are asked for.
 *
 * @param {import('./bytes.js').Bytes} bytes
 * @param {string} file
 * @param {string} table
 * @param {object[]} problems
 * @param {import('./numbers.js').TextNumbers} numbers
 * @returns {TablePart | undefined} `undefined`: it has to be read as a whole.
 */
export function openPart(bytes, file, table, problems, numbers) {
  const isKept = (column) => column.endsWith('_id') || (column === 'id' && named.includes(table));
  let [known, decimals, length, rename] = [];
  const csv = openCsv(
    bytes,
    file,
    () => {
      [known, decimals, length] = [new Map(), [], 0];
      rename = renamer(table, (row, path) => decimals.push({ kind: 'decimal', file, row, path }));
    },
    (values, row) => {
      const renamed = rename(values, row);
      for (const column in renamed) {
        if (!isKept(column)) continue;
        if (!known.has(column)) known.set(column, new NumberList());
        known.get(column).set(length, numbers.of(renamed[column]));
      }
      length++;
    },
  );
  if (!csv) return;
  for (const problem of csv.problems) problems.push(problem);
  for (const problem of decimals) problems.push(problem);
  const again = renamer(table, () => {});
  const load = (indices) => csv.load(indices).map((values) => again(values));
  return {
    file,
    length,
    ids(column) {
      let list = known.get(column);
      if (!list && !isKept(column)) {
        known.set(column, (list = new NumberList()));
        for (let from = 0; from < length; from += atATime)
          for (const [index, values] of load(range(from, Math.min(from + atATime, length))).entries())
            if (values[column] !== undefined) list.set(from + index, numbers.of(values[column]));
      }
      // What follows the last one that was set is 0 too.
      const all = new Int32Array(length);
      if (list) all.set(list.all);
      return all;
    },
    rowOf: (index) => csv.rows[index],
    // The numbers are known to what is called for each row, too, and would stay with it.
    settle: () => (known = numbers = undefined),
    weight: csv.weight,
    load,
  };
}

/** The numbers from one on to before another one. */
export const range = (from, to) => Array.from({ length: to - from }, (_, index) => from + index);

/** All rows of a table, which may be in several files. */
export class Table {
  #parts;
  #starts;

  /** @param {readonly TablePart[]} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#starts = startsOf(parts);
    this.length = this.#starts.at(-1);
  }

  /** What stands in a column, as a number for each row; 0: nothing. */
  ids(column, numbers) {
    const all = new Int32Array(this.length);
    for (const [part, one] of this.#parts.entries()) all.set(one.ids(column, numbers), this.#starts[part]);
    return all;
  }

  /** @returns {{ file: string, row: number }} */
  placeOf(index) {
    const [part, at] = this.#in(index);
    return { file: part.file, row: part.rowOf(at) };
  }

  weight(index) {
    const [part, at] = this.#in(index);
    return part.weight(at);
  }

  /** Nothing but rows is asked for any more. */
  settle() {
    for (const part of this.#parts) part.settle();
  }

  /** The values of some rows. @param {ArrayLike<number>} indices They ascend. */
  load(indices) {
    const values = [];
    for (const [position, part] of this.#parts.entries()) {
      const [start, end] = this.#starts.slice(position, position + 2);
      const own = [];
      for (let at = values.length; at < indices.length && indices[at] < end; at++) own.push(indices[at] - start);
      for (const one of part.load(own)) values.push(one);
    }
    return values;
  }

  #in(index) {
    const part = this.#starts.findLastIndex((start) => start <= index);
    return [this.#parts[part], index - this.#starts[part]];
  }
}
