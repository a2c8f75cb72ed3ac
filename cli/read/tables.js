import { joinTables } from './build.js';
import { readCsv } from './csv.js';
import { decode } from './decode.js';
import { TextNumbers } from './numbers.js';
import { heldPart, openPart, range, Table } from './table.js';
import { tableOf } from './table-names.js';

const isFlat = (row) =>
  typeof row === 'object' &&
  row !== null &&
  Object.values(row).every((cell) => typeof cell !== 'object' || cell === null);

/** The rows of a table that is written as JSON: a list of flat objects. `undefined`: it is something else. */
export function flatRows(value) {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isFlat)) return;
  return value.map((one, index) => ({
    row: index + 1,
    values: Object.fromEntries(Object.entries(one).filter(([, cell]) => cell !== null && cell !== '')),
  }));
}

function parseJson(bytes) {
  try {
    return JSON.parse(decode(bytes).text);
  } catch {
    return undefined;
  }
}

/** Where the files of a `datapackage.json` are: its own words first, then a file of that name anywhere in the folder. */
function tablesOfDataPackage(folder, problems) {
  const file = folder.files.find((path) => /(^|\/)datapackage\.json$/i.test(path));
  const resources = file && parseJson(folder.read(file))?.resources;
  if (!Array.isArray(resources)) return [];
  const base = file.slice(0, file.lastIndexOf('/') + 1);
  return resources.flatMap((resource) =>
    [resource?.path].flat().flatMap((given) => {
      if (typeof given !== 'string') return [];
      const path = given.replaceAll('\\', '/');
      const name = path.slice(path.lastIndexOf('/') + 1);
      const found = [base + path, ...folder.files].find(
        (one) => folder.files.includes(one) && (one === base + path || one === name || one.endsWith(`/${name}`)),
      );
      if (!found) problems.push({ kind: 'missing-file', file, detail: name });
      return found ? [[found, tableOf(found) ?? tableOf(String(resource.name))]] : [];
    }),
  );
}

/** A file of a table. Where not all files can be held at once, those are read bit by bit that can be. */
function readPart(folder, file, table, problems, numbers, held) {
  const name = `${folder.name}/${file}`;
  if (/\.json$/i.test(file)) return heldPart(flatRows(parseJson(folder.read(file))) ?? [], name, table, problems, held);
  const part = held ? undefined : openPart(folder.open(file), name, table, problems, numbers);
  if (part) return part;
  const read = readCsv(folder.read(file), name);
  problems.push(...read.problems);
  return heldPart(read.records, name, table, problems, held);
}

/** The folders in which tables lie: those with a table of services. `''` is the folder itself. */
function packagesOf(folder) {
  const isTable = (file) =>
    /\.(csv|tsv)$/i.test(file) || (/\.json$/i.test(file) && flatRows(parseJson(folder.read(file))) !== undefined);
  return folder.files
    .filter((file) => tableOf(file) === 'service' && /\.(csv|tsv|json)$/i.test(file) && isTable(file))
    .map((file) => file.slice(0, file.lastIndexOf('/') + 1));
}

/** Documents of tables, all of them where they can be held. @returns {import('./input.js').Document[] | import('./parts.js').Source} */
function documentsOf(parts, numbers, problems, held) {
  const tables = new Map([...parts].map(([name, own]) => [name, new Table(own)]));
  const joined = joinTables(tables, numbers);
  problems.push(...joined.problems);
  return held ? joined.source.load(range(0, joined.source.length)) : joined.source;
}

/**
 * The tabular packages in a folder, each joined into nested HSDS: CSV files, or JSON files with flat rows.
 *
 * @param {import('./folder.js').Folder} folder
 * @param {number} most So many bytes of tables are held at once.
 * @returns {{ sources: (import('./input.js').Document[] | import('./parts.js').Source)[], problems: object[], used: Set<string> }}
 *   `used`: the files that belong to a package.
 */
export function readPackages(folder, most) {
  const problems = [];
  const sources = [];
  const used = new Set();
  const named = tablesOfDataPackage(folder, problems);
  for (const base of new Set(packagesOf(folder))) {
    const inside = folder.files.filter((file) => file.startsWith(base) && !file.slice(base.length).includes('/'));
    const listed = new Map(named.filter(([file]) => inside.includes(file)));
    const files = inside
      .filter((file) => /\.(csv|tsv|json)$/i.test(file))
      .map((file) => [file, tableOf(file) ?? listed.get(file)]);
    const held = files.reduce((sum, [file, table]) => sum + (table ? folder.sizeOf(file) : 0), 0) <= most;
    const parts = new Map();
    const numbers = new TextNumbers();
    for (const [file, table] of files) {
      if (table !== undefined || /datapackage\.json$/i.test(file)) used.add(file);
      if (table === '') problems.push({ kind: 'not-used', file: `${folder.name}/${file}` });
      if (table)
        parts.set(table, [...(parts.get(table) ?? []), readPart(folder, file, table, problems, numbers, held)]);
    }
    sources.push(documentsOf(parts, numbers, problems, held));
  }
  return { sources, problems, used };
}

/** `{ "services.csv": [rows], … }`: a package in one JSON value, as the examples of HSDS have it. `undefined`: it is something else. */
export function readTableObject(value, file) {
  const entries = tableObject(value);
  if (!entries) return;
  const parts = new Map();
  const problems = [];
  for (const [name, list] of entries) {
    const table = tableOf(name);
    if (table) parts.set(table, [heldPart(flatRows(list) ?? [], `${file}/${name}`, table, problems, true)]);
  }
  return { documents: documentsOf(parts, new TextNumbers(), problems, true), problems };
}

/** The tables of a package in one JSON value, by their names. `undefined`: it is something else. */
export function tableObject(value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const entries = Object.entries(value);
  const isOne = entries.every(([name, rows]) => /\.csv$/i.test(name) && Array.isArray(rows));
  return isOne && entries.some(([name]) => tableOf(name) === 'service') ? entries : undefined;
}
