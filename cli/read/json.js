import { linesIn, stretches } from './bytes.js';
import { decode, encodingProblems, inLines } from './decode.js';
import { InputError } from './input-error.js';
import { NumberList } from './numbers.js';

/** Whether a value is an object with keys, and no list. */
export const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const ownWords = ['name', 'services', 'service', 'organization', 'organizations', 'contents'];

/**
 * What an export has put an envelope around, such as `{ "path": …, "data": { … } }`.
 *
 * @returns {{ data: unknown, at: string }} `at`: the JSON path of what is inside.
 */
export function withoutEnvelope(value, at = '$') {
  const isEnvelope = isRecord(value) && isRecord(value.data) && !ownWords.some((key) => Object.hasOwn(value, key));
  return isEnvelope ? withoutEnvelope(value.data, `${at}.data`) : { data: value, at };
}

/** Reads one JSON value after the other, each in its line. A line that is broken is told and passed over. */
class LineReader {
  #file;
  #values = 0;
  #hasObjects = false;
  problems = [];

  constructor(file) {
    this.#file = file;
  }

  /** @returns {unknown} `undefined`: nothing is in the line, or it is broken. */
  read(line, row) {
    if (line.trim() === '') return;
    try {
      const value = JSON.parse(line);
      this.#values++;
      this.#hasObjects ||= typeof value === 'object' && value !== null;
      return value;
    } catch {
      this.problems.push({ kind: 'not-json', file: this.#file, row });
    }
  }

  /** After the last line. @throws {InputError} `not-json` */
  end() {
    if (this.problems.length === 0) return;
    if (this.#values === 0) throw new InputError('not-json', `${this.#file} is not JSON.`);
    // A single document that is cut off has no line that is one.
    if (!this.#hasObjects) throw new InputError('not-json', `${this.#file} is not JSON, or is cut off.`);
  }
}

const hasLines = (file) => /\.(ndjson|jsonl)$/i.test(file);

/**
 * The values of a JSON file, or of a file with one JSON value per line.
 *
 * @param {Uint8Array} bytes
 * @param {string} file
 * @returns {{ values: { value: unknown, row?: number }[], problems: object[] }} `row` is the line, where there is one value per line.
 * @throws {InputError} `not-json`: nothing in it is JSON.
 */
export function readJson(bytes, file) {
  const { text, encoding } = decode(bytes);
  const problems = encodingProblems(file, encoding);
  if (!hasLines(file)) {
    try {
      return { values: [{ value: JSON.parse(text) }], problems };
    } catch {
      // It may have one value per line all the same.
    }
  }
  const reader = new LineReader(file);
  const values = [];
  for (const [index, line] of text.split('\n').entries()) {
    const value = reader.read(line, index + 1);
    if (value !== undefined) values.push({ value, row: index + 1 });
  }
  reader.end();
  return { values, problems: [...problems, ...reader.problems] };
}

/**
 * A file with one JSON value per line, which is too large to be held at once.
 *
 * @param {import('./bytes.js').Bytes} bytes
 * @param {string} file
 * @param {(value: unknown) => boolean} isDocument Whether a value stands for itself.
 * @returns {{ source: import('./parts.js').Source, problems: object[] } | undefined} `undefined`: it has to be read as a whole.
 * @throws {InputError} `not-json`: nothing in it is JSON.
 */
export function sourceOfLines(bytes, file, isDocument) {
  if (!hasLines(file)) return;
  return inLines(
    (textOf, encoding) => {
      const reader = new LineReader(file);
      const [starts, sizes, rows] = [new NumberList(Float64Array), new NumberList(), new NumberList()];
      let row = 0;
      for (const { start, end, line } of linesIn(bytes)) {
        const value = reader.read(textOf(line, start), ++row);
        if (value === undefined) continue;
        if (!isDocument(value)) return;
        starts.push(start);
        sizes.push(end - start);
        rows.push(row);
      }
      reader.end();
      const places = { starts: starts.all, sizes: sizes.all };
      const source = {
        length: rows.length,
        weight: (index) => places.sizes[index],
        load: (indices) =>
          Array.from(stretches(bytes, indices, places), (line, at) => {
            const row = rows.at(indices[at]);
            const value = JSON.parse(textOf(line, places.starts[indices[at]]));
            return { ...withoutEnvelope(value), file, rowOf: () => row };
          }),
      };
      return { source, problems: [...encodingProblems(file, encoding), ...reader.problems] };
    },
    bytes.read(0, 3),
  );
}
