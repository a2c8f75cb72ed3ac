const nameOf = (value) => (typeof value?.name === 'string' ? value.name.trim().toLowerCase() : '');

/** The organization that a document tells of, by its name. Empty: none, or it cannot be told. */
function organizationOf(data) {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return '';
  const theirs = nameOf(data.organization) || nameOf(data.service?.organization);
  return theirs || (Array.isArray(data.services) ? nameOf(data) : '');
}

/**
 * Puts documents of the same organization together, so that they are read as one: an address that one of them withholds is
 * then left out of the others, and a service that is told once for each of its places becomes one.
 *
 * @param {import('../read/input.js').Document[]} documents
 * @returns {(import('../read/input.js').Document | { data: unknown[], members: object[] })[]} In the order of their first ones.
 */
export function byOrganization(documents) {
  const groups = new Map();
  for (const document of documents) {
    const key = organizationOf(document.data) || document;
    groups.set(key, [...(groups.get(key) ?? []), document]);
  }
  return [...groups.values()].map((members) =>
    members.length === 1 ? members[0] : { data: members.map(({ data }) => data), members },
  );
}

/**
 * Where a JSON path of a document leads: file, row and the path in the file.
 *
 * @param {ReturnType<typeof byOrganization>[number]} document
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
