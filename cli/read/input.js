import { existsSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { readCsv } from './csv.js';
import { folderInZip, folderOnDisk, openLimited, readLimited } from './folder.js';
import { InputError } from './input-error.js';
import { readJson, sourceOfLines, withoutEnvelope } from './json.js';
import { mapRows } from './map.js';
import { heldSource, Parts } from './parts.js';
import { tableOf } from './table-names.js';
import { flatRows, readPackages, readTableObject, tableObject } from './tables.js';

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

/** What is read of a file or a folder: documents that are held, or that are read bit by bit. */
const sourcesOf = ({ documents, ...read }) => ({ sources: [documents], ...read });

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

/** A JSON file, bit by bit where it is larger than what is held at once and can be. */
function readJsonSources(file, { size, open, read }, map, most) {
  const isDocument = (value) => !(map && flatRows(value)) && !tableObject(value);
  const lines = size > most ? sourceOfLines(open(), file, isDocument) : undefined;
  return lines ? { sources: [lines.source], problems: lines.problems } : sourcesOf(readJsonFile(read(), file, map));
}

/** Packages of tables first; then every JSON file that belongs to none, and every CSV file where there is a map. */
function readFolder(folder, map, most) {
  const { sources, problems, used } = readPackages(folder, most);
  for (const path of folder.files) {
    if (used.has(path) || isDataPackage(path) || !(isCsv(path) || isJson(path))) continue;
    const file = `${folder.name}/${path}`;
    if (isCsv(path) && !map) {
      problems.push({ kind: 'not-read', file, detail: 'not an HSDS table, and there is no map' });
      continue;
    }
    try {
      const bytes = { size: folder.sizeOf(path), open: () => folder.open(path), read: () => folder.read(path) };
      const read = isCsv(path)
        ? sourcesOf(readMapped(bytes.read(), file, map))
        : readJsonSources(file, bytes, map, most);
      sources.push(...read.sources);
      problems.push(...read.problems);
    } catch (error) {
      // Of a table that breaks off a part would pass for the whole.
      if (!(error instanceof InputError) || error.reason === 'csv') throw error;
      problems.push({ kind: error.reason, file, detail: error.message });
    }
  }
  return { sources, problems };
}

/**
 * Reads a file or folder, whatever it is.
 *
 * @param {string} path
 * @param {{ map?: ReturnType<typeof import('./map.js').readMap>, limits: { bytes: number, files: number, held?: number } }} options
 *   `held`: so many bytes of tables, or of a file with a JSON value per line, are in memory at once. Left out: all are.
 * @returns {{ kind: string, documents?: Document[], parts?: Parts, problems: object[] }} `documents`, or `parts`, from which
 *   they are read a few at a time.
 * @throws {InputError} It cannot be read, or there is nothing in it that could be a service.
 */
export function readInput(path, { map, limits }) {
  const { kind, sources, problems } = readAny(path, map, limits);
  if (sources.every(({ length }) => length === 0)) throw new InputError('nothing', `${path} has no records.`);
  if (sources.every(Array.isArray)) return { kind, documents: sources.flat(), problems };
  return { kind, parts: new Parts(sources.map((one) => (Array.isArray(one) ? heldSource(one) : one))), problems };
}

function readAny(path, map, limits) {
  const { held = Infinity } = limits;
  if (!existsSync(path)) throw new InputError('missing', `${path} is not there.`);
  const stat = statSync(path);
  if (stat.isDirectory()) return { kind: 'folder', ...readFolder(folderOnDisk(path, limits), map, held) };
  const packageAround = () => ({ kind: 'package', ...readPackages(folderOnDisk(dirname(path), limits), held) });
  if (isDataPackage(path)) return packageAround();
  const read = () => readLimited(path, limits.bytes);
  if (/\.zip$/i.test(path)) return { kind: 'zip', ...readFolder(folderInZip(read(), path, limits), map, held) };
  const bytes = { size: stat.size, open: () => openLimited(path, limits.bytes), read };
  if (isJson(path)) return { kind: 'json', ...readJsonSources(path, bytes, map, held) };
  if (!isCsv(path)) throw new InputError('kind', `${path} is not a .json, .ndjson, .csv, or .zip file, or a folder.`);
  if (map) return { kind: 'csv', ...sourcesOf(readMapped(read(), path, map)) };
  if (tableOf(path) === 'service') return packageAround();
  throw new InputError('map', `${path}: a CSV file that is not an HSDS package needs --map.`);
}
