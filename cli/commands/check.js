/** `alongside-elements-cli check`: is a pack what the page can read, and what was meant? */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPack } from '../pack/check-pack.js';
import { names } from '../pack/sections.js';

export const summary = 'checks your own content before a page loads it';

export const help = `Usage: npx alongside-elements-cli check <pack.json …> [options]

Reads your own content as the page would, and names the line of each problem.

A file is a pack for one element, a service, or a list of services. Its "$schema" or its keys say
which one. A file that ends in .jsonc can have comments. Pages cannot read such a file, so use --out
to write one that they can.

Options:
  --section <name>  what the packs are for: ${names.slice(0, 5).join(', ')},
                    ${names.slice(5).join(', ')}
  --strict          also checks reading level, and words that we never use. English and Spanish.
  --out <file>      writes the pack as plain JSON without comments, if there are no problems. For one pack.
  --json            prints a JSON array with an object for each file
  --help            prints this

Exit code: 0 no problems, 1 problems found, 2 wrong usage, 3 a file could not be read or written.
`;

const options = {
  section: { type: 'string' },
  strict: { type: 'boolean' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
};

/** After so many problems of one file, the rest is counted. */
const mostShown = 100;

/** What a terminal would take for an order, or would not show, as a dot. */
const shown = (text) => text.replace(/[\p{Cc}\u200b\u202a-\u202e\u2060-\u206f]/gu, '·');

/** The line of a problem with a mark below it. */
function frame(text, { line, column }) {
  const whole = shown(text.split('\n', line)[line - 1].replace(/\s/g, ' '));
  const from = Math.max(0, column - 61);
  const part = whole.slice(from, from + 100);
  const number = `${line}`.padStart(6);
  return `${number} | ${part.trimEnd()}\n${' '.repeat(number.length)} | ${' '.repeat(column - 1 - from)}^`;
}

function printed(file, { section, text, problems, more, notes }) {
  const all = problems.length + more;
  const lines = problems
    .slice(0, mostShown)
    .flatMap((problem) => [
      `${file}:${problem.line}:${problem.column}: ${shown(`${problem.path}: ${problem.sentence}`)}`,
      ...(text ? [frame(text, problem)] : []),
    ]);
  if (all > mostShown) lines.push(`… and ${all - mostShown} more.`);
  lines.push(...notes);
  const count = all === 1 ? '1 problem' : `${all} problems`;
  const of = section ? ` (${section})` : '';
  lines.push(all ? `${file}${of}: ${count}.` : `${file}${of}: no problems found.`);
  return lines.join('\n');
}

function wrongUse(sentence) {
  console.error(`alongside-elements-cli check: ${sentence}\n\n${help}`);
  return 2;
}

/** Writes beside the file first: what reads it meanwhile finds the old one or the new one, never half of it. */
async function write(file, value) {
  const beside = `${file}.${process.pid}.tmp`;
  await writeFile(beside, `${JSON.stringify(value, null, 2)}\n`);
  await rename(beside, file);
}

/**
 * @param {string[]} args What stands after `alongside-elements-cli check`.
 * @returns {Promise<number>} The exit code, as `help` says.
 */
export async function run(args) {
  let parsed;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    return wrongUse(error.message);
  }
  const { values, positionals: files } = parsed;
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (!files.length) return wrongUse('name at least one file.');
  if (values.section && !names.includes(values.section))
    return wrongUse(`there is no section "${values.section}". There are: ${names.join(', ')}.`);
  if (values.out && files.length > 1) return wrongUse('--out is for one pack.');

  let code = 0;
  const reports = [];
  for (const file of files) {
    let bytes;
    try {
      bytes = await readFile(file);
    } catch (error) {
      console.error(`alongside-elements-cli check: ${file} could not be read (${error.code}).`);
      code = 3;
      continue;
    }
    const comments = extname(file).toLowerCase() === '.jsonc';
    const checked = await checkPack(bytes, { section: values.section, comments, strict: values.strict });
    if (checked.choices) {
      const which = checked.choices.length
        ? `it could be for ${checked.choices.join(' or ')}`
        : `none of its keys is known: it could be for ${names.join(', ')}`;
      console.error(
        `alongside-elements-cli check: ${file}: ${which}. Say which with --section, or in the pack with "$schema".`,
      );
      code = Math.max(code, 2);
      continue;
    }
    if (checked.problems.length) code = Math.max(code, 1);
    const { section, problems, more, notes } = checked;
    reports.push({ file, ...(section && { section }), problems, more, ...(values.strict && { notes }) });
    if (!values.json) console.log(printed(file, checked));
    if (values.out && !problems.length) code = await writeOut(values.out, checked.value, values.json);
    else if (values.out) console.error(`alongside-elements-cli check: ${values.out} was not written.`);
  }
  if (values.json) console.log(JSON.stringify(reports, null, 2));
  return code;
}

async function writeOut(file, value, quiet) {
  try {
    await write(file, value);
    if (!quiet) console.log(`${file} is written.`);
    return 0;
  } catch (error) {
    console.error(`alongside-elements-cli check: ${file} could not be written (${error.code}).`);
    return 3;
  }
}
