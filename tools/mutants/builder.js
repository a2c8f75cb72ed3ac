/**
 * Runs as a process of its own inside a scratch copy of the repository, and builds parts of dist/ and cdn/ there. It keeps
 * what Rollup has read, so that a build after a small change takes a second or two, and does without minifying.
 *
 * Messages: `{ build: ['dist', 'cdn/quick-exit.js'] }` builds, and with `remember: false` what was built is from then on the
 * state without a mutation; `{ restore: true }` writes back what stood there before the last build. Each is answered with
 * `{}`, or `{ error }`.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rollup } from 'rollup';

const { default: configs } = await import(pathToFileURL(join(process.cwd(), 'rollup.config.js')));
const caches = new Map();
/** What stood in each file before the last build; undefined for a file that was not there. */
const before = new Map();

const minifies = (plugin) => plugin?.name === 'terser';

function configOf(target) {
  const found = configs.find(({ output }) => output.file === target || output.dir === target);
  if (!found) throw new Error(`rollup.config.js makes no ${target}`);
  const plugins = [found.plugins].flat(Infinity).filter((plugin) => plugin && !minifies(plugin));
  return { ...found, plugins };
}

function write(path, content, remember) {
  const old = existsSync(path) ? readFileSync(path) : undefined;
  if (old?.equals(Buffer.from(content))) return;
  if (remember) before.set(path, old);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

async function build(target, remember) {
  const { output, ...input } = configOf(target);
  const bundle = await rollup({ ...input, cache: caches.get(target), logLevel: 'silent' });
  caches.set(target, bundle.cache);
  const generated = await bundle.generate({ ...output, sourcemap: false });
  await bundle.close();
  const folder = output.dir ?? dirname(output.file);
  for (const { fileName, code, source } of generated.output) write(join(folder, fileName), code ?? source, remember);
}

function restore() {
  for (const [path, content] of before) content === undefined ? rmSync(path) : writeFileSync(path, content);
  before.clear();
}

async function answer({ build: targets, remember = true, restore: restores }) {
  if (restores) restore();
  for (const target of targets ?? []) await build(target, remember);
}

process.on('message', (message) => {
  answer(message).then(
    () => process.send({}),
    (error) => process.send({ error: error.message }),
  );
});
process.send({});
