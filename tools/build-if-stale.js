/**
 * Builds only what is missing or older than its sources, so that `npm start` and `npm test` can always be called.
 * A stamp file in the built folder has the time of the last build; the times of folders count too, since that is where
 * a deleted file shows.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** True when one of `outputs` is missing, or one of `sources` is newer than `stamp`. Paths from the repository root. */
export function isStale({ stamp, outputs = [], sources }, folder = root) {
  const at = (path) => join(folder, path);
  if (!existsSync(at(stamp)) || !outputs.map(at).every(existsSync)) return true;
  const built = statSync(at(stamp)).mtimeMs;
  return sources.some((source) => newest(at(source)) > built);
}

function runIfStale(what, script, parts, folder) {
  if (!isStale(parts, folder)) return true;
  console.log(`${what} (npm run ${script})…`);
  // The stamp gets the time at which the build began: a source that changes meanwhile is newer than it.
  const began = new Date();
  const { status } = spawnSync(`npm run --silent ${script}`, { cwd: folder, stdio: 'inherit', shell: true });
  if (status !== 0) return false;
  const stamp = join(folder, parts.stamp);
  writeFileSync(stamp, '');
  utimesSync(stamp, began, began);
  return true;
}

/** dist/, cdn/ and the manifest. Returns false when the build failed; it has then said why. */
export function buildIfStale(folder = root) {
  return runIfStale(
    'Building the elements',
    'build',
    {
      stamp: 'dist/.built',
      outputs: ['dist/index.js', 'cdn/manifest.json', 'custom-elements.json'],
      sources: ['src', 'rollup.config.js', 'custom-elements-manifest.config.js', 'package.json', 'tsconfig.build.json'],
    },
    folder,
  );
}

/** storybook-static/. Needs dist/. */
export function buildStorybookIfStale(folder = root) {
  return runIfStale(
    'Building Storybook',
    'build:storybook',
    {
      stamp: 'storybook-static/.built',
      outputs: ['storybook-static/index.json'],
      sources: ['dist/.built', 'stories', '.storybook'],
    },
    folder,
  );
}
