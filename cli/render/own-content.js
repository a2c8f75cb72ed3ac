import { readFile, realpath } from 'node:fs/promises';
import { resolve, sep } from 'node:path';

const megabyte = 1_000_000;

const isOutside = (src) => /^([a-z][a-z\d+.-]*:|[\\/])/i.test(src);

/**
 * Reads a pack that stands beside a page: a file in the page's folder or below it, at most a million characters long.
 *
 * @param {string} src as it stands in the page.
 * @param {string} folder that of the page.
 * @returns {Promise<string>}
 * @throws {Error} what is wrong with it, in words.
 */
export async function readBeside(src, folder) {
  if (isOutside(src)) throw new Error("only files in the page's folder are read, by relative addresses");
  let path;
  try {
    path = decodeURIComponent(src.replace(/[?#].*$/s, ''));
  } catch {
    throw new Error('this is not an address');
  }
  const home = await realpath(folder);
  // A link in the folder can lead out of it.
  const file = await realpath(resolve(home, path)).catch(() => undefined);
  if (!file) throw new Error('there is no such file');
  if (!file.startsWith(home.endsWith(sep) ? home : home + sep)) throw new Error("it is outside the page's folder");
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error('it cannot be read');
  if (text.length > megabyte) throw new Error('it is longer than a million characters');
  return text;
}
