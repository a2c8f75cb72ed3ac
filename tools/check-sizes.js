/**
 * Are the bundles small enough? Reads cdn/manifest.json, which the build writes, and measures each file again: its size
 * after brotli as a CDN sends it, and the hash that pages pin it with. The budgets are in the table below, in bytes of
 * brotli; an element's bundle has everything it needs in it, Lit and the English content too.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { privateTags } from './catalogue.js';
import { isMain } from './is-main.js';

/** The first line whose pattern fits the file's name counts. Without a number there is no budget. */
const budgets = [
  { files: /^all\.js$/, bytes: 62_150 },
  { files: /^all\.classic\.js$/, bytes: 126_050 },
  { files: /^frame\.js$/, bytes: 48_700 },
  { files: /^quick-exit\.js$/, bytes: 4_740 },
  // Elements in which a person writes in private.
  { files: new RegExp(`^(${privateTags.join('|')})\\.js$`), bytes: 25_500 },
  { files: /^keeping-area\.js$/, bytes: 10_600 },
  { files: /^resource-card\.js$/, bytes: 17_800 },
  { files: /^resource-directory\.js$/, bytes: 25_100 },
  // A ring, and signs to tick.
  { files: /^stage-guide\.js$/, bytes: 16_500 },
  { files: /^resource-details\.js$/, bytes: 6_300 },
  { files: /^quick-exit-later\.js$/, bytes: 3_600 },
  { files: /^((frame-)?age|file-worker)\.js$/, bytes: 16_000 },
  { files: /^directory-(worker|engine)\.js$/, bytes: 16_000 },
  // Feeds as they are: extensions, lists, names of languages. Loaded only where a page reads a feed itself.
  { files: /^hsds\.js$/, bytes: 18_700 },
  // With the English of its laws beside a draft.
  { files: /^csec-primer\.js$/, bytes: 15_150 },
  // All other elements, and whatever else has a name of several words.
  { files: /^[a-z]+(-[a-z]+)+\.js$/, bytes: 15_000 },
  { files: /./ },
];

function measure(folder, entry) {
  const content = readFileSync(join(folder, entry.file));
  const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const integrity = `sha384-${createHash('sha384').update(content).digest('base64')}`;
  const budget = budgets.find(({ files }) => files.test(entry.file)).bytes;
  const problems = [];
  if (content.length !== entry.bytes) problems.push(`the manifest says ${entry.bytes} bytes`);
  if (brotli !== entry.brotli) problems.push(`the manifest says ${entry.brotli} after brotli`);
  if (integrity !== entry.integrity) problems.push('the manifest has another hash');
  if (brotli > budget) problems.push(`${brotli - budget} over its budget`);
  return { file: entry.file, bytes: content.length, brotli, budget, problems };
}

/** @returns one row for each built file, for the folder that has manifest.json. */
export function measureAll(folder) {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).map((entry) =>
    existsSync(join(folder, entry.file))
      ? measure(folder, entry)
      : { file: entry.file, bytes: 0, brotli: 0, problems: ['there is no such file'] },
  );
}

function print(rows) {
  const width = Math.max(...rows.map(({ file }) => file.length));
  const line = (file, ...columns) => `${file.padEnd(width)}${columns.map((text) => text.padStart(9)).join('')}`;
  const number = (value) => (value === undefined ? '' : value.toLocaleString('en'));
  console.log(line('file', 'bytes', 'brotli', 'budget'));
  for (const { file, bytes, brotli, budget, problems } of rows) {
    console.log([line(file, number(bytes), number(brotli), number(budget)), ...problems].join('  ← '));
  }
}

if (isMain(import.meta.url)) {
  const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'cdn');
  if (!existsSync(join(folder, 'manifest.json'))) {
    console.log('There is no cdn/manifest.json. npm run build makes it.');
    process.exit(1);
  }
  const rows = measureAll(folder);
  print(rows);
  const wrong = rows.filter(({ problems }) => problems.length > 0).length;
  const none = rows.length === 0;
  console.log(
    none ? 'Sizes: nothing was built.' : wrong === 0 ? 'Sizes: all within budget.' : `Sizes: ${wrong} wrong.`,
  );
  process.exitCode = none || wrong > 0 ? 1 : 0;
}
