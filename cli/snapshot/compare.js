import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from './digest.js';

/** So many ids of each kind stand in a report. */
const mostIds = 10_000;

/** What a service is known by from one day to the next: its id, or without one its name and its organization's. */
const keyOf = ({ id, name, organization = '' }) => id ?? `${name}\n${organization}`;

/** A value as text that is the same however its keys are ordered, and whether an empty list is there or left out. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const kept = Object.keys(value)
    .sort()
    .filter((key) => value[key] !== undefined && !(Array.isArray(value[key]) && value[key].length === 0));
  return `{${kept.map((key) => `${key}:${canonical(value[key])}`).join()}}`;
}

const markOf = (service) => digestOf(canonical(service));

/** The services of a snapshot file, one after the other. */
function* servicesIn(path, { decodeSnapshot, valueInRow }) {
  const snapshot = decodeSnapshot(JSON.parse(readFileSync(path, 'utf8')));
  if (!snapshot) throw new Error(`${path} is of another version.`);
  for (const { rows, columns } of snapshot.chunks) for (let row = 0; row < rows; row++) yield valueInRow(columns, row);
}

/**
 * What changes from the snapshot that is there to the services that are to take its place.
 *
 * @param {string} path Where the older one is.
 * @param {{ made: string, shards: string[] }} old What it says of itself.
 * @param {Iterable<object> & { length: number }} services The new ones.
 * @param {object} reader `decodeSnapshot` and `valueInRow` of the library.
 * @returns {object | undefined} Ids only: a name that was public once need not be any more. `undefined`: the older one cannot be read.
 */
export function compare(path, { made, shards }, services, reader) {
  const before = new Map();
  const numbers = { before: 0, now: 0 };
  try {
    for (const file of [path, ...shards.map((name) => join(dirname(path), name))])
      for (const service of servicesIn(file, reader)) {
        const [key, mark] = [keyOf(service), markOf(service)];
        // A service with places in several areas stands in each of them.
        if (before.get(key)?.includes(mark)) continue;
        before.set(key, [...(before.get(key) ?? []), mark]);
        numbers.before += service.phones?.length ?? 0;
      }
  } catch {
    return;
  }
  const total = [...before.values()].reduce((sum, marks) => sum + marks.length, 0);
  const list = () => ({ count: 0, ids: [] });
  const tell = (into, id) => {
    into.count++;
    if (id !== undefined && into.ids.length < mostIds) into.ids.push(id);
  };
  const [added, gone, changed] = [list(), list(), list()];
  let same = 0;
  const others = [];
  for (const service of services) {
    numbers.now += service.phones.length;
    const marks = before.get(keyOf(service));
    const at = marks?.indexOf(markOf(service)) ?? -1;
    if (at < 0) {
      others.push({ id: service.id, key: keyOf(service) });
      continue;
    }
    same++;
    marks.splice(at, 1);
  }
  for (const { id, key } of others) tell(before.get(key)?.pop() ? changed : added, id);
  for (const [key, marks] of before)
    for (let left = marks.length; left > 0; left--) tell(gone, key.includes('\n') ? undefined : key);
  return { made, services: { before: total, now: services.length }, numbers, added, gone, changed, same };
}
