import { readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';

export const summary = 'writes what the elements show into a page, to be read without JavaScript';

export const help = `Usage: npx alongside-elements-cli render <page.html> [options]
       npx alongside-elements-cli render - [options]     reads a page from standard input

Adds what our elements show to a page, or to a part of one, as declarative shadow DOM. Everything else stays the same, byte for byte.
A page that was rendered before is rendered again. Packs with a relative src are read from the page's folder.

  --out <file>       where the page goes; it can be the same file. Without it, standard output.
  --lang <tag>       the language, such as es, if the page does not say. It is then written on the elements.
  --base <folder>    the page's folder. Without it, the file's folder, or for standard input, the current folder.
  --hashes <file>    where the hashes of the styles go, as a style-src for a content security policy. Without it, standard error.
  --strict           writes nothing if something could not be used as it is

Exit codes: 0 written (standard error lists what could not be used); 2 wrong usage; 3 a file could not be read or written;
4 with --strict, something could not be used.`;

const options = {
  out: { type: 'string' },
  lang: { type: 'string' },
  base: { type: 'string' },
  hashes: { type: 'string' },
  strict: { type: 'boolean' },
};

/** A sentence for each problem, with its place. */
const told = (input, { tag, line, path, reason, detail }) =>
  `${input === '-' ? 'standard input' : input}:${line}: <${tag}> ${path}: ${reason}${detail ? ` (${detail})` : ''}`;

/** Writes a file whole, or leaves what is there. */
async function write(file, content) {
  const beside = `${file}.${process.pid}.tmp`;
  await writeFile(beside, content);
  await rename(beside, file);
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code.
 */
export async function run(args) {
  const wrong = (message) => {
    console.error(`alongside-elements-cli render: ${message}\n\n${help}`);
    return 2;
  };
  let values, positionals;
  try {
    ({ values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true }));
  } catch (error) {
    return wrong(error.message);
  }
  const [input, ...others] = positionals;
  if (input === undefined || others.length) return wrong('it takes one page.');
  const { primary } = await import('alongside-elements/internal/page/language.js');
  if (values.lang !== undefined && !primary(values.lang)) return wrong(`${values.lang} is not a language tag.`);
  try {
    const html = input === '-' ? await text(process.stdin) : await readFile(input, 'utf8');
    const base = values.base ?? (input === '-' ? process.cwd() : dirname(input));
    const { render } = await import('../render/render.js');
    const { html: rendered, hashes, problems } = await render(html, { lang: values.lang, base });
    for (const problem of problems) console.error(told(input, problem));
    if (values.strict && problems.length) return 4;
    if (values.out) await write(values.out, rendered);
    else process.stdout.write(rendered);
    const policy = hashes.length ? `style-src ${hashes.map((hash) => `'${hash}'`).join(' ')}` : '';
    if (values.hashes) await write(values.hashes, policy && `${policy}\n`);
    else if (policy) console.error(policy);
    return 0;
  } catch (error) {
    if (!error.code) throw error;
    console.error(`alongside-elements-cli render: ${error.message}`);
    return 3;
  }
}
