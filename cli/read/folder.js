import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { unzipSync } from 'fflate';
import { bytesInMemory, bytesOnDisk } from './bytes.js';
import { InputError } from './input-error.js';

/**
 * Files below one place, wherever that is: a folder on disk or a zip file. Nothing is ever unpacked to disk.
 *
 * @typedef {object} Folder
 * @property {string} name What to call it in reports.
 * @property {string[]} files Paths below it with `/`, sorted. Hidden files and those of macOS's archiver are not there.
 * @property {(path: string) => Uint8Array} read All of a file at once.
 * @property {(path: string) => import('./bytes.js').Bytes} open A file that is read bit by bit.
 * @property {(path: string) => number} sizeOf In bytes.
 */

const wanted = (path) => !path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');

/** Does something with a file that is not larger than `limit` bytes. @throws {InputError} `missing`, `too-large` */
function limited(path, limit, use) {
  try {
    const { size } = statSync(path);
    if (size > limit) throw new InputError('too-large', `${path} is larger than ${limit} bytes.`);
    return use(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError('missing', `${path} cannot be read: ${error.code ?? error.message}.`);
  }
}

/** Reads a file that is not larger than `limit` bytes. @throws {InputError} `missing`, `too-large` */
export const readLimited = (path, limit) => limited(path, limit, (one) => readFileSync(one));

/** Opens it, to be read bit by bit. @throws {InputError} `missing`, `too-large` */
export const openLimited = (path, limit) => limited(path, limit, bytesOnDisk);

/**
 * @param {string} path
 * @param {{ bytes: number, files: number }} limits For each file, and how many files there may be.
 * @returns {Folder}
 * @throws {InputError} `too-many`
 */
export function folderOnDisk(path, limits) {
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(...join(entry.parentPath, entry.name).slice(join(path, '/').length).split(/[\\/]/)))
    .filter(wanted)
    .sort();
  if (files.length > limits.files) throw new InputError('too-many', `${path} has more than ${limits.files} files.`);
  return {
    name: path,
    files,
    read: (file) => readLimited(join(path, file), limits.bytes),
    open: (file) => openLimited(join(path, file), limits.bytes),
    sizeOf: (file) => statSync(join(path, file)).size,
  };
}

/**
 * A zip file, in memory. How much comes out of it is checked before anything does: `fflate` writes no more of an entry
 * than the entry says of itself.
 *
 * @param {Uint8Array} bytes
 * @param {string} name
 * @param {{ bytes: number, files: number }} limits For all entries together.
 * @returns {Folder}
 * @throws {InputError} `too-large`, `too-many`, `zip`
 */
export function folderInZip(bytes, name, limits) {
  let total = 0;
  // Older programs of Windows write paths with `\`.
  const pathOf = (name) => name.replaceAll('\\', '/');
  let count = 0;
  let entries;
  try {
    entries = unzipSync(bytes, {
      filter(entry) {
        if (++count > limits.files) throw new InputError('too-many', `${name} has more than ${limits.files} entries.`);
        if (pathOf(entry.name).endsWith('/') || !wanted(pathOf(entry.name))) return false;
        total += entry.originalSize;
        if (total > limits.bytes)
          throw new InputError('too-large', `${name} unpacks to more than ${limits.bytes} bytes.`);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError('zip', `${name} is not a zip file that can be read: ${error.message}.`);
  }
  const files = new Map(Object.entries(entries).map(([path, content]) => [pathOf(path), content]));
  return {
    name,
    files: [...files.keys()].sort(),
    read: (file) => files.get(file),
    open: (file) => bytesInMemory(files.get(file)),
    sizeOf: (file) => files.get(file).length,
  };
}
