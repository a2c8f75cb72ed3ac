/**
 * Builds only what is missing or older than its sources, so that `npm start` and `npm test` can always be called.
 * The file that a build writes last tells when that was. The times of folders count too: there a deleted file shows.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** True when `last` or another of `outputs` is missing, or one of `sources` is newer than `last`. Paths from `folder`. */
export function isStale({ last, outputs = [], sources }, folder = root) {
  const at = (path) => join(folder, path);
  if (![last, ...outputs].map(at).every(existsSync)) return true;
  const built = statSync(at(last)).mtimeMs;
  return sources.some((source) => newest(at(source)) > built);
}

function runIfStale(what, script, parts, folder) {
  if (!isStale(parts, folder)) return true;
  console.log(`${what} (npm run ${script})…`);
  // It gets the time at which the build began: a source that changes meanwhile is newer.
  const began = new Date();
  const { status } = spawnSync(`npm run --silent ${script}`, { cwd: folder, stdio: 'inherit', shell: true });
  if (status !== 0) return false;
  utimesSync(join(folder, parts.last), began, began);
  return true;
}

const sources = [
  'src',
  'README.md',
  'package.json',
  'tsconfig.build.json',
  'rollup.config.js',
  'custom-elements-manifest.config.js',
  'tools/hosts.js',
  'tools/lit-templates.js',
  'tools/notices.js',
  'tools/translations.js',
  'tools/builder-facts.js',
  'tools/cdn-manifest.js',
  'tools/prerender.js',
  'cli/render',
  'tools/elements.js',
  'tools/typings.js',
  'tools/editors.js',
];

/** dist/, cdn/ and the manifest. Returns false when the build failed; it has then said why. */
export function buildIfStale(folder = root) {
  return runIfStale(
    'Building the elements',
    'build',
    {
      last: 'cdn/manifest.json',
      outputs: ['dist/index.js', 'dist/index.d.ts', 'cdn/all.js', 'cdn/builder.json', 'custom-elements.json'],
      sources,
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
      last: 'storybook-static/index.json',
      outputs: ['storybook-static/iframe.html'],
      sources: ['cdn/manifest.json', 'stories', '.storybook'],
    },
    folder,
  );
}
