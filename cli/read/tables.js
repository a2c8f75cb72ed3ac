import { readCsv } from './csv.js';
import { decode } from './decode.js';
import { joinTables } from './join.js';
import { idOf } from './cell.js';
import { columnOf, tableOf } from './table-names.js';

/** @typedef {{ file: string, row: number, values: Record<string, any> }} Row A row of a table, with the HSDS names of its columns. */

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

function readTable(folder, file, table, problems) {
  const name = `${folder.name}/${file}`;
  let rows;
  if (/\.json$/i.test(file)) {
    rows = flatRows(parseJson(folder.read(file)));
  } else {
    const read = readCsv(folder.read(file), name);
    problems.push(...read.problems);
    rows = read.records;
  }
  return asRows(rows ?? [], name, table, problems);
}

const isId = (column) => column === 'id' || column.endsWith('_id');

/** Rows with the HSDS names of their columns. Identifiers are made alike, so that rows find each other: `12.0` is `12`. */
function asRows(rows, file, table, problems) {
  const columns = new Map();
  return rows.map(({ row, values }) => {
    const renamed = {};
    for (const name of Object.keys(values)) {
      let column = columns.get(name);
      if (column === undefined) columns.set(name, (column = columnOf(table, name)));
      const given = values[name];
      const cell = isId(column) && typeof given === 'string' ? idOf(given) : given;
      if (cell !== '' && cell !== given) problems.push({ kind: 'decimal', file, row, path: name });
      if (cell !== '') renamed[column] ??= cell;
    }
    return { file, row, values: renamed };
  });
}

/** The folders in which tables lie: those with a table of services. `''` is the folder itself. */
function packagesOf(folder) {
  const isTable = (file) =>
    /\.(csv|tsv)$/i.test(file) || (/\.json$/i.test(file) && flatRows(parseJson(folder.read(file))) !== undefined);
  return folder.files
    .filter((file) => tableOf(file) === 'service' && /\.(csv|tsv|json)$/i.test(file) && isTable(file))
    .map((file) => file.slice(0, file.lastIndexOf('/') + 1));
}

/**
 * The tabular packages in a folder, each joined into nested HSDS: CSV files, or JSON files with flat rows.
 *
 * @param {import('./folder.js').Folder} folder
 * @returns {{ documents: object[], problems: object[], used: Set<string> }} `used`: the files that belong to a package.
 */
export function readPackages(folder) {
  const problems = [];
  const documents = [];
  const used = new Set();
  const named = tablesOfDataPackage(folder, problems);
  for (const base of new Set(packagesOf(folder))) {
    const inside = folder.files.filter((file) => file.startsWith(base) && !file.slice(base.length).includes('/'));
    const listed = new Map(named.filter(([file]) => inside.includes(file)));
    const tables = new Map();
    for (const file of inside) {
      if (!/\.(csv|tsv|json)$/i.test(file)) continue;
      const table = tableOf(file) ?? listed.get(file);
      if (table !== undefined || /datapackage\.json$/i.test(file)) used.add(file);
      if (table === '') problems.push({ kind: 'not-used', file: `${folder.name}/${file}` });
      if (table) tables.set(table, [...(tables.get(table) ?? []), ...readTable(folder, file, table, problems)]);
    }
    const joined = joinTables(tables);
    documents.push(...joined.documents);
    problems.push(...joined.problems);
  }
  return { documents, problems, used };
}

/** `{ "services.csv": [rows], … }`: a package in one JSON value, as the examples of HSDS have it. `undefined`: it is something else. */
export function readTableObject(value, file) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const entries = Object.entries(value);
  if (!entries.every(([name, rows]) => /\.csv$/i.test(name) && Array.isArray(rows))) return;
  const tables = new Map();
  const problems = [];
  for (const [name, list] of entries) {
    const table = tableOf(name);
    const rows = flatRows(list) ?? [];
    if (table) tables.set(table, asRows(rows, `${file}/${name}`, table, problems));
  }
  if (!tables.has('service')) return;
  const joined = joinTables(tables);
  return { ...joined, problems: [...problems, ...joined.problems] };
}
