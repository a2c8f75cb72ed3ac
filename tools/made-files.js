/** Files that a tool makes from others, and that are checked in: how they are written, and how it is noticed that one is stale. */
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** `safetyPlan` of `safety-plan`. */
export const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** `SafetyPlan` of `safety-plan`. */
export const pascal = (name) => camel(`-${name}`);

/** The first line of a made file. */
export const madeBy = (tool) => `// Made by \`npm run ${tool}\`. Not to be changed by hand.`;

/** A made file as it is written: laid out as all others are. */
async function laidOut(path, text) {
  const lines = Array.isArray(text) ? `${text.flat(9).join('\n')}\n` : text;
  return format(lines, { ...(await resolveConfig(join(root, path))), filepath: path });
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
  if (!process.argv[1] || realpathSync(process.argv[1]) !== fileURLToPath(url)) return;
  const check = process.argv.includes('--check');
  const wrong = problems();
  const stale = Object.entries(await staleFiles(files()));
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
