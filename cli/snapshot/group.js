import { isRecord } from '../read/json.js';

/** Under which keys pages of an API and exports have their list. */
const pages = ['contents', 'content', 'data', 'results', 'records', 'resources', 'items'];
const isThere = (value) => value !== undefined && value !== null && value !== '';
const key = (kind, value) => (isThere(value) ? `${kind} ${String(value).trim().toLowerCase()}` : undefined);

/** What a document shares with others of its organization, or of its service: ids and names. Empty: it stands alone. */
export function keysOf(data) {
  if (!isRecord(data)) return [];
  const theirs = [data.organization, data.service?.organization, Array.isArray(data.services) ? data : undefined];
  const organization = theirs.find((one) => isRecord(one) && (isThere(one.name) || isThere(one.id)));
  const keys = [
    key('organization', organization?.id),
    key('name', organization?.name),
    key('service', data.service?.id),
  ];
  return keys.filter((one) => one !== undefined);
}

/** The list in a document that is nothing but one, and where it stands. `undefined`: it is something else. */
function listIn(data) {
  if (Array.isArray(data)) return data.length > 0 ? { list: data, at: '$' } : undefined;
  if (!isRecord(data) || isThere(data.name)) return;
  const page = pages.find((one) => Array.isArray(data[one]) && data[one].length > 0);
  return page && !['services', 'service', 'organization', 'organizations'].some((one) => Object.hasOwn(data, one))
    ? { list: data[page], at: `$.${page}` }
    : undefined;
}

/** Each entry of a list is a document of its own: so a feed can be read organization by organization. */
export function* apart(document, depth = 3) {
  const found = depth > 0 ? listIn(document.data) : undefined;
  if (!found) {
    yield document;
    return;
  }
  const { file, at = '$', rowOf } = document;
  const { list, at: inside } = found;
  for (let index = 0; index < list.length; index++) {
    const step = `${inside}[${index}]`;
    const one = { data: list[index], file, at: at + step.slice(1), rowOf: (path) => rowOf(step + path.slice(1)) };
    yield* apart(one, depth - 1);
  }
}

/**
 * Puts together what has a key in common.
 *
 * @template K
 * @param {Iterable<readonly K[]>} keysOfEach The keys of each document. None: it stands alone.
 * @returns {Set<{ members: number[] }>} Which documents belong together, by their positions, in the order of their first ones.
 */
export function together(keysOfEach) {
  const groups = new Set();
  const known = new Map();
  let index = 0;
  for (const keys of keysOfEach) {
    const found = [...new Set(keys.map((one) => known.get(one)).filter(Boolean))];
    // An id and a name may have led to two until here.
    const [group = { members: [], keys: [] }, ...others] = found;
    for (const other of others) {
      group.members.push(...other.members);
      groups.delete(other);
      for (const one of other.keys) known.set(one, group);
      group.keys.push(...other.keys);
    }
    for (const one of keys) {
      if (known.get(one) === group) continue;
      known.set(one, group);
      group.keys.push(one);
    }
    group.members.push(index++);
    groups.add(group);
  }
  return groups;
}

/** Documents of one organization as one. @returns {import('../read/input.js').Document | { data: unknown[], members: object[] }} */
export const asOne = (members) =>
  members.length === 1 ? members[0] : { data: members.map(({ data }) => data), members };

/**
 * Puts documents of the same organization together, so that they are read as one: an address that one of them withholds is
 * then left out of the others, and a service that is told once for each of its places becomes one. Lists are taken apart.
 *
 * @param {import('../read/input.js').Document[]} documents They are used up: what was read of a feed is let go bit by bit.
 * @returns {Generator<import('../read/input.js').Document | { data: unknown[], members: object[] }>} In the order of their first ones.
 */
export function* byOrganization(documents) {
  const entries = documents.flatMap((document) => [...apart(document)]);
  documents.length = 0;
  for (const { members } of together(entries.map(({ data }) => keysOf(data)))) {
    const own = members.map((index) => entries[index]);
    for (const index of members) entries[index] = undefined;
    yield asOne(own);
  }
}

/**
 * Where a JSON path of a document leads: file, row and the path in the file.
 *
 * @param {import('../read/input.js').Document | { data: unknown[], members: object[] }} document
 * @param {string} path
 */
export function placeOf(document, path) {
  if (!document.members) {
    const { file, at = '$', rowOf } = document;
    return { file, row: rowOf(path), path: at + path.slice(1) };
  }
  const [, index, rest] = /^\$(?:\[(\d+)\])?(.*)$/s.exec(path);
  return placeOf(document.members[index ?? 0], `$${rest}`);
}

/** Where services can stand in a document, as JSON paths in order. */
export function slotsOf(data, path = '$') {
  if (Array.isArray(data)) return data.flatMap((one, index) => slotsOf(one, `${path}[${index}]`));
  if (!Array.isArray(data?.services)) return [path];
  return data.services.map((_, index) => `${path}.services[${index}]`);
}
