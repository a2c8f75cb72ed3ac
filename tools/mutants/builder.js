/**
 * Runs as a process of its own inside a scratch copy of the repository, and builds parts of dist/ and cdn/ there. It keeps
 * what Rollup has read, so that a build after a small change is fast, and writes only the files that have changed.
 *
 * Messages: `{ build: ['dist', 'cdn/quick-exit.js'] }` builds, and `{ restore: true }` writes back what stood there before.
 * Each is answered with `{}`, or `{ error }`; a first `{}` says that it has started.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rollup } from 'rollup';

const { default: configs } = await import(pathToFileURL(join(process.cwd(), 'rollup.config.js')));
const caches = new Map();
/** What stood in each file before the last build; undefined for a file that was not there. */
const before = new Map();

const withoutMap = (text) => text.replace(/\/\/# sourceMappingURL=.*\n?$/, '').trimEnd();

function write(path, content) {
  const old = existsSync(path) ? readFileSync(path) : undefined;
  if (old && withoutMap(`${old}`) === withoutMap(`${content}`)) return;
  before.set(path, old);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

async function build(target) {
  const { output, ...input } = configs.find((one) => [one.output.file, one.output.dir].includes(target));
  const bundle = await rollup({ ...input, cache: caches.get(target), logLevel: 'silent' });
  caches.set(target, bundle.cache);
  const generated = await bundle.generate({ ...output, sourcemap: false });
  await bundle.close();
  const folder = output.dir ?? dirname(output.file);
  for (const { fileName, code, source } of generated.output) write(join(folder, fileName), code ?? source);
}

function restore() {
  for (const [path, content] of before) content === undefined ? rmSync(path) : writeFileSync(path, content);
  before.clear();
}

async function answer({ build: targets = [], restore: restores }) {
  if (restores) restore();
  for (const target of targets) await build(target);
}

process.on('message', (message) => {
  answer(message).then(
    () => process.send({}),
    (error) => process.send({ error: error.message }),
  );
});
process.send({});
