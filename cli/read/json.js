import { decode } from './decode.js';
import { InputError } from './input-error.js';

const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const hasOwn = Object.hasOwn;

/** Keys below which lists of records stand in answers and exports. */
const wrappers = ['contents', 'items', 'results', 'records', 'resources', 'data'];
/** What tells that an object is a record itself, and no wrapper. */
const recordKeys = ['name', 'services', 'service', 'organization', 'organizations', 'location', 'service_at_locations'];

/**
 * The records of one JSON value: those of an array, of a page of an API, or the value itself.
 *
 * @param {unknown} value
 * @param {string} [path] Where the value stands.
 * @returns {{ data: unknown, path: string }[]} Each with its JSON path.
 */
export function recordsOf(value, path = '$', depth = 0) {
  if (depth > 4) return [{ data: value, path }];
  if (Array.isArray(value)) return value.flatMap((one, index) => recordsOf(one, `${path}[${index}]`, depth + 1));
  if (!isRecord(value)) return [{ data: value, path }];
  if (recordKeys.some((key) => hasOwn(value, key))) {
    // `{ services: [...] }` and nothing else is a list. With an organization beside, it is one record.
    const keys = Object.keys(value);
    if (keys.length === 1 && keys[0] === 'services') return recordsOf(value.services, `${path}.services`, depth + 1);
    return [{ data: value, path }];
  }
  const wrapper = wrappers.find((key) => hasOwn(value, key) && typeof value[key] === 'object' && value[key] !== null);
  return wrapper ? recordsOf(value[wrapper], `${path}.${wrapper}`, depth + 1) : [{ data: value, path }];
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
  // A single document that is cut off has no line that is an object.
  if (lines.problems.length > 0 && !lines.values.some(({ value }) => isRecord(value)))
    throw new InputError('not-json', `${file} is not JSON, or is cut off.`);
  return { values: lines.values, problems: [...problems, ...lines.problems] };
}
