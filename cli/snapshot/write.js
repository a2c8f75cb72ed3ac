import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes a file whole or not at all: whoever reads it sees the old one or the new one. */
export function writeAtomically(path, text) {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const file = openSync(temporary, 'w');
    try {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

// Only such files are ever deleted, whatever an older file names.
const shardName = /^services-\w+\.json$/;

/**
 * What stands where a snapshot is to be written.
 *
 * @returns {{ count: number, made: string, shards: string[] } | 'none' | 'other'} `none`: nothing; `other`: a file that is no snapshot.
 */
export function existingSnapshot(path) {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return error.code === 'ENOENT' ? 'none' : 'other';
  }
  try {
    const { alongside, count, made, areas } = JSON.parse(text);
    if (alongside !== 'services') return 'other';
    const shards = (Array.isArray(areas) ? areas : [])
      .flatMap((area) => area?.files ?? [])
      .filter((name) => typeof name === 'string' && shardName.test(name));
    return {
      count: Number.isFinite(count) ? count : 0,
      made: typeof made === 'string' ? made : '',
      shards: [...new Set(shards)],
    };
  } catch {
    return 'other';
  }
}

/**
 * Writes the files of a snapshot. The parts come first and the file that names them last, so at no time does it name
 * one that is not there. Parts of the older snapshot go when nothing names them any more.
 *
 * @param {string} path Where the first file goes. The others go beside it, under the names that it knows.
 * @param {Iterable<{ name: string, text: string }>} files As `snapshotFiles` gives them: the one that names the others comes last.
 * @returns {{ name: string, bytes: number }[]} That one first.
 */
export function writeSnapshot(path, files) {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const old = existingSnapshot(path);
  const written = [];
  // One is held back until it is known whether another one follows.
  let last;
  const write = (name, text) => {
    writeAtomically(join(folder, name), text);
    written.push({ name, bytes: Buffer.byteLength(text) });
  };
  for (const file of files) {
    if (last) write(last.name, last.text);
    last = file;
  }
  write(basename(path), last.text);
  const named = new Set(written.map(({ name }) => name));
  for (const name of old.shards ?? []) if (!named.has(name)) rmSync(join(folder, name), { force: true });
  return [written.pop(), ...written];
}
