/**
 * `npm run bench:directory`: our search beside minisearch, flexsearch and fuse.js, in one run, in Chromium, on services made from real
 * ones (see data.js). The real ones are read from ../shared/data or from ALONGSIDE_DATA.
 *
 * All engines run on the main thread of a page, where the slowdown is sure to hold; in use, ours runs in a worker. With each size
 * and slowdown:
 *
 * - sent: what has to come before anything can be searched, after brotli
 * - usable: from the first request, on this computer, to the first answer
 * - question: 200 questions, 80 with a typo, each once
 * - typos found: of the best 20 answers, one at least is among the best 20 of the same question spelled right; alike: how many are
 * - heap: what the page holds more than before, after the garbage was collected, typed arrays too
 *
 * Then somebody types: in a plain page that asks our worker, and in the element (`--pages=typing.html,element.html`).
 *
 * `--sizes=2000,20000,200000` `--throttles=1,6` `--engines=ours,minisearch,flexsearch,fuse`. Results go to bench/directory/results.md.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { buildIfStale } from '../../tools/build-if-stale.js';
import { inRepository, launch, serveRepository } from '../../tests/pages/support.js';
import { multiply, questions } from './data.js';

const here = dirname(fileURLToPath(import.meta.url));
const option = (name, otherwise) =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
const sizes = option('sizes', '2000,20000,200000').split(',').map(Number);
const throttles = option('throttles', '1,6').split(',').map(Number);
const names = option('engines', 'ours,minisearch,flexsearch,fuse').split(',');
const typingPages = option('pages', 'typing.html,element.html').split(',');

/** Minutes for one row: not run. */
const hopeless = (name, size, throttle) =>
  (name === 'fuse' && (size > 20_000 || (size > 2000 && throttle > 1))) ||
  (name !== 'ours' && size > 20_000 && throttle > 1);
/** With fuse.js a question takes seconds. */
const fewer = (name, size, throttle) => (name === 'fuse' && (size > 2000 || throttle > 1) ? 20 : 200);

async function realServices() {
  const { fromHsds } = await import('../../dist/services/hsds/from-hsds.js');
  const file = join(process.env.ALONGSIDE_DATA ?? inRepository('../shared/data'), 'haarrrvest-llm-hsds/results.ndjson');
  if (!existsSync(file)) throw new Error(`There are no services at ${file}.`);
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const services = lines.flatMap((line) => fromHsds(JSON.parse(line).data).services);
  // Many of the real ids stand twice, which minisearch does not take.
  return services.map((service, at) => ({ ...service, id: `service-${at}` }));
}

const documentOf = ({ id, name, organization, taxonomyTerms, locations, description }) => ({
  id,
  name,
  organization,
  terms: taxonomyTerms.join(' '),
  places: locations
    .map(({ name, address, city, region }) => [name, address, city, region].filter(Boolean).join(' '))
    .join(' '),
  description,
});

/** What is sent, in kB after brotli. Large sets with less effort: then a little too much. */
const sent = (texts) =>
  texts.reduce((sum, text) => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: text.length > 2e7 ? 5 : 9 };
    return sum + brotliCompressSync(text, { params }).length / 1000;
  }, 0);

async function write(folder, real, size) {
  const { encodeSnapshot } = await import('../../dist/services/search/snapshot-write.js');
  const services = multiply(real, size);
  const { files } = encodeSnapshot(services, { made: new Date().toISOString().slice(0, 10) });
  const documents = JSON.stringify(services.map(documentOf));
  mkdirSync(folder);
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'documents.json'), documents);
  const text = (name) => files.find((file) => file.name === name).text;
  const { areas = [] } = JSON.parse(files[0].text);
  const [largest] = areas.toSorted((one, other) => other.bytes - one.bytes);
  const first = [files[0].text, ...(largest ? [text(largest.files[0])] : [])];
  const all = sent(files.map((file) => file.text));
  return {
    ours: sent(first),
    oursAll: all,
    others: sent([documents]),
    list: questions(services),
    services: services.length,
  };
}

const at = (times, share) =>
  [...times].sort((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * share))];

async function heapOf(chromium) {
  await chromium.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await chromium.send('Runtime.getHeapUsage');
  return (usedSize + backingStorageSize) / 1e6;
}

async function measure(browser, address, name, size, throttle, list) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`${address}/page.html`);
  await page.waitForFunction(() => window.measure);
  const chromium = await context.newCDPSession(page);
  const before = await heapOf(chromium);
  await chromium.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  const result = await page.evaluate(
    ([name, folder, list]) => window.measure(name, folder, list),
    [name, `/data/${size}`, list.slice(0, fewer(name, size, throttle))],
  );
  await chromium.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const heap = (await heapOf(chromium)) - before;
  await context.close();
  return { ...result, heap };
}

/** Somebody types ten of the questions. The slowdown is set on the page. */
async function type(browser, address, typingPage, size, throttle, list) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const chromium = await context.newCDPSession(page);
  await chromium.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await page.goto(`${address}/${typingPage}?data=/data/${size}/services.json`);
  await page.waitForFunction(() => window.ready, undefined, { timeout: 120_000 });
  if (page.workers().length !== 1) throw new Error('The directory was not opened in a worker.');
  await page.evaluate(() => (window.longest = 0));
  for (const { text } of list.slice(0, 10)) {
    await page.fill('#search', '');
    await page.locator('#search').pressSequentially(text, { delay: 60 });
    await page.waitForTimeout(300);
  }
  const result = await page.evaluate(() => ({
    painted: window.painted,
    longest: window.longest,
    opened: window.opened,
  }));
  await context.close();
  return result;
}

const number = (value, digits = 1) => value.toLocaleString('en', { maximumFractionDigits: digits });

async function main() {
  if (!buildIfStale()) return 1;
  const real = await realServices();
  const data = mkdtempSync(join(tmpdir(), 'alongside-directory-'));
  const site = await serveRepository({
    root: here,
    folders: {
      '/dist/': inRepository('dist'),
      '/cdn/': inRepository('cdn'),
      '/modules/': inRepository('node_modules'),
      '/data/': data,
    },
  });
  const browser = await launch('chromium');
  const before = loadavg()[0];
  const rows = [];
  const typed = [];
  const say = (list, row) => {
    list.push(`| ${row.join(' | ')} |`);
    console.log(list.at(-1));
  };
  try {
    for (const size of sizes) {
      const { ours, oursAll, others, list } = await write(join(data, `${size}`), real, size);
      for (const throttle of throttles) {
        for (const name of names) {
          const what = [number(size), `${throttle}x`, name];
          if (hopeless(name, size, throttle)) {
            say(rows, [...what, ...Array(7).fill('not run')]);
            continue;
          }
          const got = await measure(browser, site.address, name, size, throttle, list);
          const whole = oursAll - ours > 1 ? `${number(ours, 0)} (all: ${number(oursAll, 0)})` : number(ours, 0);
          say(rows, [
            ...what,
            name === 'ours' ? whole : number(others, 0),
            number(got.usable, 0),
            number(at(got.times, 0.5)),
            number(at(got.times, 0.95)),
            `${got.found} of ${got.typos}`,
            `${number(100 * got.alike, 0)} %`,
            number(got.heap, 0),
          ]);
        }
        for (const typingPage of typingPages) {
          const { painted, longest, opened } = await type(browser, site.address, typingPage, size, throttle, list);
          say(typed, [
            number(size),
            `${throttle}x`,
            typingPage,
            number(opened, 0),
            number(at(painted, 0.5), 0),
            number(at(painted, 0.95), 0),
            longest ? number(longest, 0) : 'under 50',
          ]);
        }
      }
    }
  } finally {
    await browser.close();
    await site.close();
    rmSync(data, { recursive: true });
  }
  const table = `# Our search beside others

Chromium ${browser.version()}, ${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0].model.trim()}, load ${before.toFixed(1)}
before and ${loadavg()[0].toFixed(1)} after. Services: ${number(real.length)} real ones (HAARRRvest, CC0), each taken many times with another city,
address and partly other words (data.js). Milliseconds on the clock, kB after brotli, MB. All engines on the main thread of a page, slowed down
as the second column says. Ours filters, counts and reckons opening hours besides; more than 20,000 services are divided by area: usable with the first,
asked with all.

| services | slowed | engine | sent kB | usable | question p50 | p95 | typos found | alike | heap |
|---|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}

Somebody types: in \`typing.html\` a plain list shows what our worker finds, \`element.html\` is the element with its cards, and counts until the
first of them is drawn. The slowdown is set on the page; whether its worker
is slowed down too was not measured.

| services | slowed | page | opened | key to results p50 | p95 | longest task of the page |
|---|---|---|---|---|---|---|
${typed.join('\n')}
`;
  writeFileSync(join(here, 'results.md'), table);
  return 0;
}

process.exitCode = await main();
