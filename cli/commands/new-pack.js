/** `alongside-elements-cli new-pack`: a file to start content of one's own from. */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { sections } from '../pack/sections.js';
import { startingPack } from '../pack/starting-pack.js';

export const summary = 'writes a pack to start your own content from';

const names = Object.keys(sections);

export const help = `Usage: npx alongside-elements-cli new-pack <section> [options]

Writes <section>.jsonc: every key that the section can have, with a comment that says what it is and with
what is shown now. It changes nothing until you take comment marks away. Then check it, and write the
file that a page can read:

  npx alongside-elements-cli check <section>.jsonc --out <section>.json

Sections, and the elements that show them:
${names.map((name) => `  ${name.padEnd(14)}<${sections[name].element}>`).join('\n')}

Options:
  --language <tag>  the language that you write in, such as es. Left out: that of the page.
  --out <file>      another file than <section>.jsonc; - prints it
  --force           replaces a file that is there
  --help            prints this

Exit code: 0 the file is written, 2 the command was used wrongly, 3 the file could not be written or is
there already.
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
      error.code === 'EEXIST' ? 'is there already. --force replaces it' : `could not be written (${error.code})`;
    console.error(`alongside-elements-cli new-pack: ${file} ${why}.`);
    return 3;
  }
  console.log(
    `${file} is written. When it says what you want: npx alongside-elements-cli check ${file} --out ${name}.json`,
  );
  return 0;
}
