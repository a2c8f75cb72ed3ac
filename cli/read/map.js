import { InputError } from './input-error.js';
import { isRecord } from './json.js';

/**
 * One step of a path: `name`, `name[0]` or `name[]`.
 * @typedef {{ key: string, index: number | undefined }} Step `index`: `-1` adds to the list, `undefined`: no list.
 */

const stepPattern = /^([A-Za-z_]\w*)(?:\[(\d{0,2})\])?$/;
const forbidden = ['__proto__', 'constructor', 'prototype'];

/** @returns {Step[]} @throws {InputError} `map` */
function stepsOf(path) {
  return String(path)
    .split('.')
    .map((part) => {
      const [, key, index] = stepPattern.exec(part) ?? [];
      if (!key || forbidden.includes(key)) throw new InputError('map', `The map has an invalid path: ${path}.`);
      return { key, index: index === undefined ? undefined : index === '' ? -1 : Number(index) };
    });
}

const ruleKeys = ['to', 'value', 'when', 'match', 'split', 'join'];

function ruleOf(column, given) {
  const rule = typeof given === 'string' ? { to: given } : given;
  const wrong = (why) => new InputError('map', `The map's rule for ${column} ${why}.`);
  if (typeof rule !== 'object' || rule === null || typeof rule.to !== 'string') throw wrong('has no "to"');
  const unknown = Object.keys(rule).find((key) => !ruleKeys.includes(key));
  if (unknown) throw wrong(`has "${unknown}", which is not known`);
  const pattern = (key) => {
    if (rule[key] === undefined) return;
    try {
      return new RegExp(rule[key]);
    } catch {
      throw wrong(`has a "${key}" that is not a regular expression`);
    }
  };
  const { value, when, join = ', ' } = rule;
  return {
    column,
    steps: stepsOf(rule.to),
    value,
    when: when === undefined ? undefined : [when].flat().map(String),
    match: pattern('match'),
    split: pattern('split'),
    join,
  };
}

/**
 * Checks a map and makes it ready. Its format is in `docs/directory.md`.
 *
 * @param {unknown} json
 * @returns {{ rules: object[], constants: object[] }}
 * @throws {InputError} `map`
 */
export function readMap(json) {
  if (!isRecord(json) || !isRecord(json.columns)) throw new InputError('map', 'The map has no "columns".');
  const rules = Object.entries(json.columns).flatMap(([column, given]) =>
    [given].flat().map((one) => ruleOf(column, one)),
  );
  const constants = Object.entries(json.constants ?? {}).map(([path, value]) => ({ steps: stepsOf(path), value }));
  return { rules, constants };
}

/** Writes a value to where the steps lead, making what is on the way. Text that is there already is added to, or kept. */
function write(record, steps, value, join) {
  let at = record;
  for (const [position, { key, index }] of steps.entries()) {
    const last = position === steps.length - 1;
    if (index === undefined) {
      if (last) {
        if (at[key] === undefined) at[key] = value;
        else if (typeof join === 'string' && typeof at[key] === 'string') at[key] += join + value;
        return;
      }
      at = at[key] ??= {};
    } else {
      const list = (at[key] ??= []);
      const place = index === -1 ? list.length : index;
      if (last) {
        list[place] ??= value;
        return;
      }
      at = list[place] ??= {};
    }
  }
}

/** A list whose first places no column filled has holes; they go. */
function withoutHoles(value) {
  if (Array.isArray(value)) return value.filter((one) => one !== undefined).map(withoutHoles);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutHoles(one)]));
}

/** One row as a nested HSDS service. */
function serviceOf({ rules, constants }, values) {
  const service = {};
  for (const { column, steps, value, when, match, split, join } of rules) {
    // A column may be called `constructor`.
    const cell = Object.hasOwn(values, column) ? values[column] : undefined;
    if (cell === undefined || (when && !when.includes(String(cell)))) continue;
    const text = match ? match.exec(cell)?.slice(0, 2).at(-1)?.trim() : cell;
    if (!text) continue;
    for (const one of value !== undefined ? [value] : split ? String(text).split(split) : [text]) {
      const trimmed = typeof one === 'string' ? one.trim() : one;
      if (trimmed !== '') write(service, steps, trimmed, join);
    }
  }
  // A row without a name stays without: a constant alone makes no service.
  if (Object.keys(service).length > 0) for (const { steps, value } of constants) write(service, steps, value, false);
  return withoutHoles(service);
}

/**
 * Flat rows become nested HSDS, grouped by organization: so an address that one row withholds is known where another has it.
 *
 * @param {{ row: number, values: Record<string, any> }[]} records
 * @param {ReturnType<typeof readMap>} map
 * @param {string} file
 * @param {string[]} header The columns that there are.
 */
export function mapRows(records, map, file, header) {
  const problems = [...new Set(map.rules.map(({ column }) => column))]
    .filter((column) => !header.includes(column))
    .map((column) => ({ kind: 'missing-column', file, detail: column }));
  const read = new Set(map.rules.map(({ column }) => column));
  for (const column of header.filter((one) => one && !read.has(one))) {
    const first = records.find(({ values }) => Object.hasOwn(values, column));
    if (first) problems.push({ kind: 'not-used', file, row: first.row, path: column });
  }
  const groups = new Map();
  for (const { row, values } of records) {
    const data = serviceOf(map, values);
    const key = data.organization?.id ?? data.organization?.name?.toLowerCase() ?? row;
    if (groups.has(key)) groups.get(key).push({ row, data });
    else groups.set(key, [{ row, data }]);
  }
  const documents = [...groups.values()].map((group) => ({
    data: { ...group[0].data.organization, services: group.map(({ data }) => data) },
    file,
    rowOf: (path) => group[Number(/^\$\.services\[(\d+)\]/.exec(path)?.[1] ?? 0)]?.row,
  }));
  return { documents, problems };
}
