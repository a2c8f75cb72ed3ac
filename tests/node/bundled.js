/** What reads feeds is no part of what the package exports. Tests bundle it from its sources. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** All exports of some files of `src/`, such as `services/hsds/from-hsds`. */
export async function bundled(...files) {
  const { outputFiles } = await build({
    stdin: { contents: files.map((file) => `export * from './src/${file}.js';`).join('\n'), resolveDir: root },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  const folder = mkdtempSync(join(tmpdir(), 'alongside-bundled-'));
  const file = join(folder, 'bundle.mjs');
  writeFileSync(file, outputFiles[0].text);
  try {
    return await import(pathToFileURL(file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A file of `tests/fixtures/resources/`, as text. */
export const feedFile = (path) => readFileSync(join(root, 'tests/fixtures/resources', path), 'utf8');

/** A file of the data beside the project, as text. Empty: there is none. */
export function dataFile(path) {
  const file = join(process.env.ALONGSIDE_DATA ?? join(root, '../shared/data'), path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
