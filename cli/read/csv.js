import { parse } from 'csv-parse/sync';
import { cellOf } from './cell.js';
import { lineFeed, linesIn, stretches } from './bytes.js';
import { decode, encodingProblems, inLines } from './decode.js';
import { InputError } from './input-error.js';
import { NumberList } from './numbers.js';
import { longestRow, plainRows } from './plain-csv.js';

const delimiters = [',', ';', '\t', '|'];

/** Spreadsheets write `sep=;` above the table for their own use, and do not count that line. */
const declared = /^"?sep=(.)"?[,;\t|]*(?:\r\n|\n|\r)/i;

/** The character that stands most often in the first line, outside of quotes. */
function delimiterOf(text) {
  const line = text.slice(0, 20_000).split(/\r?\n|\r/, 1)[0];
  const bare = line.replace(/"[^"]*"/g, '');
  const counts = delimiters.map((one) => bare.split(one).length);
  return delimiters[counts.indexOf(Math.max(...counts))];
}

const blank = (cell) => cell.trim() === '';

/**
 * Whether a cell holds rows of its table, which a quote has swallowed that was closed much later. Text with line breaks is
 * all right; a line as long as a row in which a cell begins with a quote is not, nor are lines that all look like rows.
 */
function hasSwallowed(cell, delimiter, columns) {
  const at = cell.indexOf('\n');
  if (at < 0 || columns < 2) return false;
  const lines = cell.slice(at + 1).split('\n');
  const cellsIn = (line) => line.split(delimiter).length;
  // The parser leaves the quote where a cell does not end as it should.
  const most = cell.startsWith('"') ? 1 : columns;
  const isQuoted = (line) => line.startsWith('"') || line.includes(`${delimiter}"`);
  if (lines.some((line) => isQuoted(line) && cellsIn(line) >= most)) return true;
  const rows = lines.slice(0, -1).filter((line) => cellsIn(line) === columns);
  return columns > 4 && rows.length >= Math.max(2, lines.length / 2);
}

/** What comes before the table, and what stands between its cells, from how a file begins. */
function formOf(head) {
  const [line = '', said] = declared.exec(head.slice(0, 100).replace(/^\ufeff/, '')) ?? [];
  const text = line ? head.replace(/^\ufeff/, '').slice(line.length) : head;
  return { line, delimiter: said && text.slice(0, 20_000).includes(said) ? said : delimiterOf(text) };
}

/**
 * Makes records of rows, one after the other.
 *
 * @param {string[]} header Without white space.
 * @param {string} delimiter
 * @param {(kind: string, row: number, more?: object) => void} problem
 * @returns {(cells: string[], row: number) => Record<string, string> | undefined} `undefined`: nothing is in the row.
 */
function recordsOf(header, delimiter, problem) {
  const columns = [...header.entries()].filter(([, name]) => name && name !== '__proto__');
  return (cells, row) => {
    if (cells.every(blank)) return;
    if (cells.length !== header.length && (cells.length < header.length || !cells.slice(header.length).every(blank)))
      problem('ragged', row, { detail: `${cells.length} cells, ${header.length} columns` });
    const values = {};
    for (const [at, name] of columns) {
      const given = cells[at];
      if (!given || Object.hasOwn(values, name)) continue;
      if (hasSwallowed(given, delimiter, header.length)) problem('open-quote', row, { path: name });
      const { text, kind } = cellOf(given.trim());
      if (kind) problem(kind, row, { path: name });
      if (text) values[name] = text;
    }
    return values;
  };
}

const headerOf = (cells = []) => cells.map((cell) => cell.trim());

/**
 * A CSV file as records. Rows are counted as a spreadsheet counts them: the header is row 1.
 *
 * @param {Uint8Array} bytes
 * @param {string} file Its name, for problems.
 * @returns {{ header: string[], records: { row: number, values: Record<string, string> }[], problems: object[] }}
 *   Cells are trimmed, and empty ones left out. Of two columns with one name the first that is not empty counts.
 *   An `open-quote` among the problems: it looks as if a quote had swallowed rows.
 * @throws {InputError} `csv`: a quote is never closed, so that nobody knows where rows end.
 */
export function readCsv(bytes, file) {
  const { text: whole, encoding } = decode(bytes);
  const problems = encodingProblems(file, encoding);
  const { line, delimiter } = formOf(whole);
  const text = line ? whole.replace(/^\ufeff/, '').slice(line.length) : whole;
  let rows;
  try {
    rows =
      plainRows(text, delimiter) ??
      parse(text, {
        delimiter,
        bom: true,
        relax_column_count: true,
        relax_quotes: true,
        record_delimiter: ['\r\n', '\n', '\r'],
        max_record_size: 1_000_000,
      });
  } catch (error) {
    const row = (error.records ?? 0) + 1;
    const why =
      error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
        ? 'A quotation mark opens a cell there and is never closed, so the rows after it cannot be told apart.'
        : `${error.message}.`;
    throw new InputError('csv', `${file} cannot be read from row ${row} on. ${why}`, { row });
  }
  const header = headerOf(rows[0]);
  const record = recordsOf(header, delimiter, (kind, row, more) => problems.push({ kind, file, row, ...more }));
  const records = [];
  for (let index = 1; index < rows.length; index++) {
    const values = record(rows[index], index + 1);
    // The cells are not needed twice.
    rows[index] = undefined;
    if (values) records.push({ row: index + 1, values });
  }
  return { header, records, problems };
}

/** A file has told what it is when so many bytes of it are read. */
const headSize = 100_000;

/**
 * A CSV file that is too large to be held at once. Its rows are looked at once, and read again when they are asked for.
 *
 * @param {import('./bytes.js').Bytes} bytes
 * @param {string} file Its name, for problems.
 * @param {(values: Record<string, string>, row: number) => void} look Is shown each record.
 * @param {() => void} begin Is called before the first record, and once more where all come again in another encoding.
 * @returns {{ header: string[], rows: ArrayLike<number>, weight: (index: number) => number, load: (indices: number[]) =>
 *   Record<string, string>[], problems: object[] } | undefined} `rows`: the row of each record; `weight`: its bytes.
 *   `undefined`: a quotation mark is not where it belongs, or something else is not plain: `readCsv` has to make something of it.
 */
export function openCsv(bytes, file, begin, look) {
  const head = bytes.read(0, Math.min(headSize, bytes.size));
  return inLines((textOf, encoding) => {
    begin();
    const problems = encodingProblems(file, encoding);
    const { line: declaration, delimiter } = formOf(textOf(head.subarray(0, head.lastIndexOf(lineFeed) + 1), 0));
    if (declaration) return;
    const [starts, sizes, rows] = [new NumberList(Float64Array), new NumberList(), new NumberList()];
    const cellsOf = (line, start) => {
      const found = plainRows(textOf(line, start), delimiter);
      return found?.length === 1 ? found[0] : undefined;
    };
    const silent = () => {};
    let header;
    let record;
    let row = 0;
    for (const { start, end, line } of linesIn(bytes, { quoted: true, longest: longestRow })) {
      const cells = cellsOf(line, start);
      if (!cells) return;
      row++;
      if (!header) {
        header = headerOf(cells);
        record = recordsOf(header, delimiter, (kind, row, more) => problems.push({ kind, file, row, ...more }));
        continue;
      }
      const values = record(cells, row);
      if (!values) continue;
      look(values, row);
      starts.push(start);
      sizes.push(end - start);
      rows.push(row);
    }
    const places = { starts: starts.all, sizes: sizes.all };
    const again = recordsOf(header ?? [], delimiter, silent);
    return {
      header: header ?? [],
      rows: rows.all,
      weight: (index) => places.sizes[index],
      load: (indices) => Array.from(stretches(bytes, indices, places), (line) => again(cellsOf(line), 0)),
      problems,
    };
  }, head);
}
