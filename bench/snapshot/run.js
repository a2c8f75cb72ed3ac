/**
 * `npm run bench:snapshot`: how long `alongside-elements-cli snapshot` takes, how much memory, and how large the snapshot is, for feeds of
 * several sizes (see feed.js): tables as CSV, and nested services, a line of JSON for each.
 *
 * - seconds: from the start of the command to its end; processor: what it used of both processors
 * - memory: the most that the process held at once
 * - bytes: of the snapshot for each service, after brotli 11; text: of the kept text alone, one service after the other
 *
 * `--sizes=1876,4089,20000,200000` `--shapes=tables,nested`. Results go to bench/snapshot/results.md.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { valueInRow } from '../../dist/services/search/columns.js';
import { decodeSnapshot } from '../../dist/services/search/snapshot-read.js';
import { csvOf, nestedOf, tablesOf } from './feed.js';

const here = dirname(fileURLToPath(import.meta.url));
const option = (name, otherwise) =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
const sizes = option('sizes', '1876,4089,20000,200000').split(',').map(Number);
const shapes = option('shapes', 'tables,nested').split(',');
const folder = mkdtempSync(join(tmpdir(), 'alongside-bench-'));

function write(file, pieces) {
  const to = openSync(file, 'w');
  for (const piece of pieces) writeSync(to, piece);
  closeSync(to);
}

/** Writes a feed, and gives its path. */
function feed(size, shape) {
  const tables = tablesOf(size);
  const path = join(folder, `${size}-${shape}`);
  if (shape === 'nested') {
    write(`${path}.ndjson`, nestedOf(tables));
    return `${path}.ndjson`;
  }
  mkdirSync(path);
  for (const [name, rows] of Object.entries(tables)) write(join(path, `${name}.csv`), csvOf(rows));
  return path;
}

/** Runs the command in a process of its own, which tells what it used. */
function run(path, out) {
  const meter = `process.on('exit', () => { const { userCPUTime: u, systemCPUTime: s, maxRSS: m } = process.resourceUsage(); console.log(JSON.stringify({ cpu: (u + s) / 1e6, memory: m / 1000 })); });`;
  const command = [
    `--import=data:text/javascript,${encodeURIComponent(meter)}`,
    join(here, '../../cli/alongside.js'),
    'snapshot',
    path,
    ...['--out', out, '--timezone', 'America/New_York', '--max-mb', '2000', '--quiet'],
  ];
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 1e9 });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) return { seconds, failed: stderr.trim().split('\n').at(-1) };
  return { seconds, ...JSON.parse(stdout.trim().split('\n').at(-1)) };
}

const textsOf = (value) =>
  typeof value === 'string'
    ? value
    : typeof value === 'object' && value !== null
      ? Object.values(value).map(textsOf).join('\n')
      : '';

/** The snapshot's files after compression, and the kept text alone. Of a large one a part is enough. */
function bytesOf(out) {
  const files = readdirSync(dirname(out)).slice(0, 12);
  let [count, bytes, text] = [0, 0, 0];
  for (const name of files) {
    const whole = readFileSync(join(dirname(out), name), 'utf8');
    const { chunks } = decodeSnapshot(JSON.parse(whole));
    const services = chunks.flatMap(({ rows, columns }) =>
      Array.from({ length: rows }, (_, row) => valueInRow(columns, row)),
    );
    count += services.length;
    bytes += brotliCompressSync(whole).length;
    text += brotliCompressSync(services.map(textsOf).join('\n')).length;
  }
  return { each: bytes / count, text: text / count };
}

const rows = [];
const loads = [];
try {
  for (const size of sizes)
    for (const shape of shapes) {
      const path = feed(size, shape);
      const out = join(folder, `out-${size}-${shape}`, 'services.json');
      const result = run(path, out);
      loads.push(loadavg()[0]);
      rows.push({ size, shape, ...result, ...(result.failed ? {} : bytesOf(out)) });
      console.log(JSON.stringify(rows.at(-1)));
      rmSync(path, { recursive: true });
    }
} finally {
  rmSync(folder, { recursive: true });
}

const figure = (number, digits = 1) => (number === undefined ? '–' : number.toFixed(digits));
const lines = rows.map(
  ({ size, shape, seconds, cpu, memory, each, text, failed }) =>
    `| ${size.toLocaleString('en-US')} | ${shape} | ${failed ?? figure(seconds)} | ${figure(cpu)} | ${figure(memory, 0)} | ${figure(each)} | ${figure(text)} |`,
);
writeFileSync(
  join(here, 'results.md'),
  `# How long a snapshot takes

Node ${process.version}, ${cpus().length} processors (${cpus()[0]?.model ?? 'unknown'}); load ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}, of which the command itself is 1 to 1.5. With a load above ${cpus().length}
other programs ran at the same time: then the processor's seconds say more than those of the clock. \`npm run bench:snapshot\` runs it.

| services | shape | seconds | processor s | memory MB | bytes each, brotli | text each, brotli |
| --: | --- | --: | --: | --: | --: | --: |
${lines.join('\n')}
`,
);
