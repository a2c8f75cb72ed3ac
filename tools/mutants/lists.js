/** The mutations of tests/mutants/: read, checked for their form, and applied to a text. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * One mutation: a fault that a person would suffer from, and the test that notices it.
 *
 * @typedef {object} Mutant
 * @property {string} wing the list that it comes from, such as `leaving`.
 * @property {string} name what a person would suffer.
 * @property {string} file the file that is changed, as a path in the repository.
 * @property {string} find a text that occurs once in the file.
 * @property {string} replace what stands in its place.
 * @property {{ file: string, test: string, loads?: string[] }} killedBy the test: its file, a part of its title, and,
 *   where its page loads files of cdn/, those that the mutation reaches. All other tests use dist/.
 */

/** Every mutation of every list, in the order of the lists' names. */
export async function readMutants(root) {
  const folder = join(root, 'tests/mutants');
  const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const lists = await Promise.all(
    files.sort().map(async (name) => {
      const { mutants } = await import(pathToFileURL(join(folder, name)));
      return mutants.map((mutant) => ({ wing: basename(name, '.js'), ...mutant }));
    }),
  );
  return lists.flat();
}

/** The mutations whose list, name, or file contains one of the parts. All of them where no part is given. */
export const chosen = (mutants, parts) =>
  parts.length === 0
    ? mutants
    : mutants.filter(({ wing, name, file }) =>
        parts.some((part) => `${wing}\n${name}\n${file}`.toLowerCase().includes(part.toLowerCase())),
      );

/**
 * The text of a file with the mutation in it.
 *
 * @throws {Error} whose message names the list, the mutation and the file, when the text to find is not there exactly once.
 */
export function applied({ wing, name, file, find, replace }, text) {
  const times = text.split(find).length - 1;
  if (times === 1 && find !== replace) return text.replace(find, () => replace);
  const why = times === 1 ? 'it changes nothing' : `its text is there ${times} times instead of once`;
  throw new Error(`tests/mutants/${wing}.js, "${name}": cannot be applied to ${file}: ${why}:\n${find}`);
}

/** What is wrong with a mutation before anything runs, as a sentence; undefined where nothing is. */
export function problemOf(mutant, root) {
  const { wing, name, file, killedBy } = mutant;
  for (const path of [file, killedBy.file])
    if (!existsSync(join(root, path))) return `tests/mutants/${wing}.js, "${name}": there is no file ${path}`;
  if (killedBy.file.startsWith('tests/pages/') && file.startsWith('src/') && !killedBy.loads)
    return `tests/mutants/${wing}.js, "${name}": a test in tests/pages needs \`loads\`, the files of cdn/ to build`;
  try {
    applied(mutant, readFileSync(join(root, file), 'utf8'));
  } catch (error) {
    return error.message;
  }
}
