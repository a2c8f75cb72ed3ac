/** Files that a tool makes from others, and that are checked in: how they are written, and how it is noticed that one is stale. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { isMain } from './is-main.js';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** `safetyPlan` of `safety-plan`. */
export const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** `SafetyPlan` of `safety-plan`. */
export const pascal = (name) => camel(`-${name}`);

/** The first line of a made file. */
export const madeBy = (tool) => `// Made by \`npm run ${tool}\`. Not to be changed by hand.`;

const endOfMade = '<!-- End of what is made. -->\n';

/** A made file as it is written: laid out as all others are. Documents are laid out by hand. */
export async function laidOut(path, text) {
  const lines = Array.isArray(text) ? `${text.flat(9).join('\n')}\n` : text;
  return path.endsWith('.md') ? lines : format(lines, { ...(await resolveConfig(join(root, path))), filepath: path });
}

/** A document with `made` in it: between the line `start`, which says what makes it, and the line below all that is made. */
export function withMade(text, start, made) {
  const [before, rest] = text.split(start);
  return `${before}${start}\n${made}\n${rest.slice(rest.indexOf(endOfMade))}`;
}

/** Those of `files`, `{ path: text }`, that are missing or are not what they would be made. */
export async function staleFiles(files) {
  const stale = {};
  for (const [path, text] of Object.entries(files)) {
    const made = await laidOut(path, text);
    if (!existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== made) stale[path] = made;
  }
  return stale;
}

/**
 * Where a tool is run by its name: writes its stale files, or with `--check` names them and fails. `fine` is said where all is well. `left` are files that
 * are to be there no more, `problems` what no tool can write.
 */
export async function runAsTool(url, files, tool, fine, { problems = () => [], left = () => [], remove } = {}) {
  if (!isMain(url)) return;
  const check = process.argv.includes('--check');
  const wrong = problems();
  const stale = Object.entries(await staleFiles(await files()));
  const gone = left();
  if (check)
    for (const path of [...stale.map(([path]) => path), ...gone]) wrong.push(`${path} is stale. Run: npm run ${tool}`);
  else {
    for (const [path, text] of stale) writeFileSync(join(root, path), text);
    for (const path of gone) remove(path);
    for (const path of [...stale.map(([path]) => path), ...gone])
      console.log(`${path} ${gone.includes(path) ? 'removed' : 'written'}`);
  }
  for (const problem of wrong) console.error(problem);
  if (wrong.length > 0) process.exitCode = 1;
  else console.log(fine);
}
