import { parse } from 'csv-parse/sync';
import { decode } from './decode.js';

const delimiters = [',', ';', '\t', '|'];

/** The character that stands most often in the first line, outside of quotes. */
function delimiterOf(text) {
  const line = text.slice(0, 20_000).split(/\r?\n|\r/, 1)[0];
  const bare = line.replace(/"[^"]*"/g, '');
  const counts = delimiters.map((one) => bare.split(one).length);
  return delimiters[counts.indexOf(Math.max(...counts))];
}

const blank = (cell) => cell.trim() === '';

/**
 * A CSV file as records. It never throws: what cannot be read is told, and the rest is there.
 * Rows are counted as a spreadsheet counts them: the header is row 1.
 *
 * @param {Uint8Array} bytes
 * @param {string} file Its name, for problems.
 * @returns {{ header: string[], records: { row: number, values: Record<string, string> }[], problems: object[] }}
 *   Cells are trimmed, and empty ones left out. Of two columns with one name the first that is not empty counts.
 */
export function readCsv(bytes, file) {
  const { text, encoding } = decode(bytes);
  const problems = [];
  if (encoding !== 'utf-8') problems.push({ kind: 'encoding', file, detail: `read as ${encoding}` });
  const rows = [];
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: 1_000_000,
      on_record: (cells) => rows.push(cells) && null,
    });
  } catch (error) {
    problems.push({ kind: 'csv', file, row: rows.length + 1, detail: String(error.code ?? error.message) });
  }
  const header = (rows.shift() ?? []).map((cell) => cell.trim());
  const records = [];
  for (const [index, cells] of rows.entries()) {
    if (cells.every(blank)) continue;
    const row = index + 2;
    const extra = cells.slice(header.length);
    if (cells.length < header.length || !extra.every(blank))
      problems.push({ kind: 'ragged', file, row, detail: `${cells.length} cells, ${header.length} columns` });
    // Without a prototype: a column may be called `constructor`.
    const values = Object.create(null);
    for (const [at, name] of header.entries()) {
      const value = (cells[at] ?? '').trim();
      if (name && value && !(name in values)) values[name] = value;
    }
    records.push({ row, values });
  }
  return { header, records, problems };
}
