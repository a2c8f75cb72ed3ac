import { parse } from 'csv-parse/sync';
import { cellOf } from './cell.js';
import { decode } from './decode.js';
import { InputError } from './input-error.js';
import { plainRows } from './plain-csv.js';

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
  const problems = [];
  if (encoding !== 'utf-8') problems.push({ kind: 'encoding', file, detail: `read as ${encoding}` });
  const [line = '', said] = declared.exec(whole.slice(0, 100).replace(/^\ufeff/, '')) ?? [];
  const text = line ? whole.replace(/^\ufeff/, '').slice(line.length) : whole;
  const delimiter = said && text.slice(0, 20_000).includes(said) ? said : delimiterOf(text);
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
  const header = (rows[0] ?? []).map((cell) => cell.trim());
  const records = [];
  for (let index = 1; index < rows.length; index++) {
    const cells = rows[index];
    // The cells are not needed twice.
    rows[index] = undefined;
    if (cells.every(blank)) continue;
    const row = index + 1;
    const extra = cells.slice(header.length);
    if (cells.length < header.length || !extra.every(blank))
      problems.push({ kind: 'ragged', file, row, detail: `${cells.length} cells, ${header.length} columns` });
    const values = {};
    for (const [at, name] of header.entries()) {
      const given = cells[at] ?? '';
      if (!name || name === '__proto__' || !given || Object.hasOwn(values, name)) continue;
      if (hasSwallowed(given, delimiter, header.length)) problems.push({ kind: 'open-quote', file, row, path: name });
      const { text, kind } = cellOf(given.trim());
      if (kind) problems.push({ kind, file, row, path: name });
      if (text) values[name] = text;
    }
    records.push({ row, values });
  }
  return { header, records, problems };
}
