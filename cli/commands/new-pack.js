/** `alongside-elements-cli new-pack`: a file to start content of one's own from. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { sections } from '../pack/sections.js';
import { startingPack } from '../pack/starting-pack.js';

export const summary = 'writes a pack to start your own content from';

const names = Object.keys(sections);

export const help = `Usage: npx alongside-elements-cli new-pack <section> [options]

Writes <section>.jsonc with every key that the section can have. Comments explain each key and contain
what is shown now. Nothing changes until you remove comment marks. Then check the file, and write one
that pages can read:

  npx alongside-elements-cli check <section>.jsonc --out <section>.json

Sections, and the elements that show them:
${names.map((name) => `  ${name.padEnd(14)}<${sections[name].element}>`).join('\n')}

Options:
  --language <tag>  the language that you write in, such as es. If left out, the page's language.
  --out <file>      a file other than <section>.jsonc; - prints it
  --force           replaces an existing file
  --help            prints this

Exit code: 0 the file was written, 2 wrong usage, 3 the file could not be written or already exists.
`;

const options = {
  language: { type: 'string' },
  out: { type: 'string' },
  force: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
};

function wrongUse(sentence) {
  console.error(`alongside-elements-cli new-pack: ${sentence}\n\n${help}`);
  return 2;
}

const isLanguage = (tag) => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

/**
 * @param {string[]} args What stands after `alongside-elements-cli new-pack`.
 * @returns {Promise<number>} The exit code, as `help` says.
 */
export async function run(args) {
  let parsed;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    return wrongUse(error.message);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    console.log(help);
    return 0;
  }
  const [name] = positionals;
  if (positionals.length !== 1) return wrongUse('name one section.');
  if (!names.includes(name)) return wrongUse(`there is no section "${name}". There are: ${names.join(', ')}.`);
  if (values.language !== undefined && !isLanguage(values.language))
    return wrongUse(`"${values.language}" is not a language tag. English is en, Spanish is es.`);
  const pack = await startingPack(name, values.language);
  if (values.out === '-') {
    console.log(pack.trimEnd());
    return 0;
  }
  const file = values.out ?? `${name}.jsonc`;
  try {
    await writeFile(file, pack, { flag: values.force ? 'w' : 'wx' });
  } catch (error) {
    const why =
      error.code === 'EEXIST' ? 'already exists. --force replaces it' : `could not be written (${error.code})`;
    console.error(`alongside-elements-cli new-pack: ${file} ${why}.`);
    return 3;
  }
  console.log(
    `${file} is written. When it says what you want: npx alongside-elements-cli check ${file} --out ${name}.json`,
  );
  return 0;
}
