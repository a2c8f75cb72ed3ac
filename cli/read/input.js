import { existsSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { readCsv } from './csv.js';
import { folderInZip, folderOnDisk, readLimited } from './folder.js';
import { InputError } from './input-error.js';
import { readJson, withoutEnvelope } from './json.js';
import { mapRows } from './map.js';
import { tableOf } from './table-names.js';
import { flatRows, readPackages, readTableObject } from './tables.js';

/**
 * A part of an input as nested HSDS, with one service or many.
 *
 * @typedef {object} Document
 * @property {unknown} data
 * @property {string} file
 * @property {string} [at] The JSON path of `data` in its file. Left out: `$`.
 * @property {(path: string) => number | undefined} rowOf The row or line that a JSON path inside of `data` comes from.
 */

const isCsv = (path) => /\.(csv|tsv)$/i.test(path);
const isJson = (path) => /\.(json|ndjson|jsonl)$/i.test(path);
const isDataPackage = (path) => basename(path).toLowerCase() === 'datapackage.json';

/** @returns {{ documents: Document[], problems: object[] }} */
function readJsonFile(bytes, file, map) {
  const { values, problems } = readJson(bytes, file);
  const documents = values.flatMap(({ value, row }) => {
    const flat = map && flatRows(value);
    const joined = flat
      ? mapRows(flat, map, file, [...new Set(flat.flatMap(({ values }) => Object.keys(values)))])
      : readTableObject(value, file);
    if (joined) {
      problems.push(...joined.problems);
      return joined.documents;
    }
    return [{ ...withoutEnvelope(value), file, rowOf: () => row }];
  });
  return { documents, problems };
}

function readMapped(bytes, file, map) {
  const { header, records, problems } = readCsv(bytes, file);
  const mapped = mapRows(records, map, file, header);
  return { documents: mapped.documents, problems: [...problems, ...mapped.problems] };
}

/** Packages of tables first; then every JSON file that belongs to none, and every CSV file where there is a map. */
function readFolder(folder, map) {
  const { documents, problems, used } = readPackages(folder);
  for (const path of folder.files) {
    if (used.has(path) || isDataPackage(path) || !(isCsv(path) || isJson(path))) continue;
    const file = `${folder.name}/${path}`;
    if (isCsv(path) && !map) {
      problems.push({ kind: 'not-read', file, detail: 'no table of HSDS, and there is no map' });
      continue;
    }
    try {
      const read = (isCsv(path) ? readMapped : readJsonFile)(folder.read(path), file, map);
      documents.push(...read.documents);
      problems.push(...read.problems);
    } catch (error) {
      // Of a table that breaks off a part would pass for the whole.
      if (!(error instanceof InputError) || error.reason === 'csv') throw error;
      problems.push({ kind: error.reason, file, detail: error.message });
    }
  }
  return { documents, problems };
}

/**
 * Reads a file or folder, whatever it is.
 *
 * @param {string} path
 * @param {{ map?: ReturnType<typeof import('./map.js').readMap>, limits: { bytes: number, files: number } }} options
 * @returns {{ kind: string, documents: Document[], problems: object[] }}
 * @throws {InputError} It cannot be read, or there is nothing in it that could be a service.
 */
export function readInput(path, { map, limits }) {
  const { kind, documents, problems } = readAny(path, map, limits);
  if (documents.length === 0) throw new InputError('nothing', `${path} has no records.`);
  return { kind, documents, problems };
}

function readAny(path, map, limits) {
  if (!existsSync(path)) throw new InputError('missing', `${path} is not there.`);
  if (statSync(path).isDirectory()) return { kind: 'folder', ...readFolder(folderOnDisk(path, limits), map) };
  if (isDataPackage(path)) return { kind: 'package', ...readPackages(folderOnDisk(dirname(path), limits)) };
  const bytes = readLimited(path, limits.bytes);
  if (/\.zip$/i.test(path)) return { kind: 'zip', ...readFolder(folderInZip(bytes, path, limits), map) };
  if (isJson(path)) return { kind: 'json', ...readJsonFile(bytes, path, map) };
  if (!isCsv(path)) throw new InputError('kind', `${path} is none of .json, .ndjson, .csv, .zip or a folder.`);
  if (map) return { kind: 'csv', ...readMapped(bytes, path, map) };
  if (tableOf(path) === 'service') return { kind: 'package', ...readPackages(folderOnDisk(dirname(path), limits)) };
  throw new InputError('map', `${path}: a CSV file that is no HSDS package needs --map.`);
}
