import { decode } from './decode.js';
import { InputError } from './input-error.js';

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

/** One value per line. A line that is broken is told and passed over. */
function readLines(text, file) {
  const values = [];
  const problems = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const row = index + 1;
    try {
      values.push({ value: JSON.parse(line), row });
    } catch {
      problems.push({ kind: 'not-json', file, row });
    }
  }
  return { values, problems };
}

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
  const problems = encoding === 'utf-8' ? [] : [{ kind: 'encoding', file, detail: `read as ${encoding}` }];
  if (!/\.(ndjson|jsonl)$/i.test(file)) {
    try {
      return { values: [{ value: JSON.parse(text) }], problems };
    } catch {
      // It may have one value per line all the same.
    }
  }
  const lines = readLines(text, file);
  if (lines.values.length === 0 && text.trim() !== '') throw new InputError('not-json', `${file} is not JSON.`);
  // A single document that is cut off has no line that is one.
  if (lines.problems.length > 0 && !lines.values.some(({ value }) => typeof value === 'object' && value !== null))
    throw new InputError('not-json', `${file} is not JSON, or is cut off.`);
  return { values: lines.values, problems: [...problems, ...lines.problems] };
}
