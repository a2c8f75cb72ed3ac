/**
 * `npm run bench:lighthouse`: what Lighthouse says of the partner page, on a phone and on a desktop; how long the script with all elements
 * takes to be compiled and run, the processor slowed down six times; and whether anything moves on a page of the demo while it loads.
 *
 * Lighthouse is 186 MB, so it is not installed with the rest: `npm i --no-save lighthouse@12.8.2`, which runs on Node 20, or
 * `--lighthouse=<folder that it is installed in>`. `--runs=N` sets how often each is done (5). Results go to bench/lighthouse/results.md.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { createServer as createHttpServer } from 'node:http';
import playwright from 'playwright';
import { buildIfStale } from '../../tools/build-if-stale.js';
import { findBrowser, launchOptions } from '../../tools/browsers.js';
import { inRepository, serveRepository } from '../../tests/pages/support.js';

const here = dirname(fileURLToPath(import.meta.url));
const option = (name, otherwise) =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
const runs = Number(option('runs', 5));
const throttle = 6;
const goals = { accessibility: 100, 'best-practices': 100, performance: 95, evaluation: 60, shift: 0 };
const pages = ['index.html', 'es.html', 'rtl.html', 'builder/'];

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function loadLighthouse() {
  const folder = option('lighthouse', inRepository('.'));
  const file = createRequire(join(folder, 'package.json')).resolve('lighthouse');
  return import(pathToFileURL(file));
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** In front of the demo's server: compresses, as every server that the guide to delivery describes does. */
async function compressing(site) {
  const server = createHttpServer(async (request, response) => {
    const answer = await fetch(site.address + request.url);
    const body = Buffer.from(await answer.arrayBuffer());
    const type = answer.headers.get('content-type') ?? '';
    const small = /text|json|javascript|svg/.test(type) ? brotliCompressSync(body) : body;
    const encoding = small === body ? {} : { 'content-encoding': 'br' };
    response.writeHead(answer.status, {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      ...encoding,
    });
    response.end(small);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Milliseconds that the browser spends on compiling and running `all.js`. */
async function evaluation(browser, address) {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await page.route('**/bare.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><script type="module" src="cdn/all.js"></script>',
    }),
  );
  await browser.startTracing(page, { categories: ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'] });
  await page.goto(`${address}/bare.html`, { waitUntil: 'networkidle' });
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  await page.close();
  // The page has no other module, and what runs one does not say which it is.
  const own = traceEvents.filter(
    ({ name, ph }) => ph === 'X' && ['v8.compileModule', 'v8.evaluateModule'].includes(name),
  );
  if (!own.length) throw new Error('The trace does not tell of the script.');
  return own.reduce((sum, { dur }) => sum + dur, 0) / 1000;
}

async function shift(browser, address, path) {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await page.addInitScript(() => {
    window.shift = 0;
    new window.PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (window.shift += value))).observe(
      {
        type: 'layout-shift',
        buffered: true,
      },
    );
  });
  await page.goto(`${address}/${path}`, { waitUntil: 'networkidle' });
  await page.waitForTimeout(1000);
  const value = await page.evaluate(() => window.shift);
  await page.close();
  return value;
}

async function main() {
  const { default: lighthouse, desktopConfig } = await loadLighthouse();
  if (!buildIfStale()) return 1;
  const plain = await serveRepository({ root: inRepository('demo'), folders: { '/cdn/': inRepository('cdn') } });
  const site = await compressing(plain);
  const port = await freePort();
  const options = launchOptions(await findBrowser('chromium'));
  const browser = await playwright.chromium.launch({
    ...options,
    args: [...(options.args ?? []), `--remote-debugging-port=${port}`],
  });
  const before = loadavg()[0];
  const lines = [];
  const missed = [];
  const told = (what, value, goal, good, unit = '') => {
    lines.push(`| ${what} | ${value}${unit} | ${goal}${unit} | ${good ? 'reached' : '**not reached**'} |`);
    if (!good) missed.push(what);
  };
  try {
    for (const [form, config] of [
      ['phone', undefined],
      ['desktop', desktopConfig],
    ]) {
      const scores = { performance: [], accessibility: [], 'best-practices': [] };
      for (let run = 0; run < runs; run++) {
        const onlyCategories = Object.keys(scores);
        const result = await lighthouse(
          `${site.address}/index.html`,
          { port, onlyCategories, logLevel: 'error' },
          config,
        );
        for (const name of onlyCategories) scores[name].push(Math.round(result.lhr.categories[name].score * 100));
        if (run) continue;
        for (const { id, title, score, scoreDisplayMode } of Object.values(result.lhr.audits))
          if (score !== null && score < 0.9 && scoreDisplayMode === 'binary') console.log(`${form}: ${id}: ${title}`);
      }
      for (const [name, values] of Object.entries(scores)) {
        const goal = goals[name];
        told(`Lighthouse, ${form}: ${name}`, median(values), goal, median(values) >= goal);
      }
    }
    const times = [];
    for (let run = 0; run < runs; run++) times.push(await evaluation(browser, site.address));
    told(
      `\`all.js\` compiled and run, ${throttle}x slowed down`,
      Math.round(median(times)),
      goals.evaluation,
      median(times) <= goals.evaluation,
      ' ms',
    );
    for (const path of pages) {
      const value = await shift(browser, site.address, path);
      told(`layout shift of demo/${path}`, Number(value.toFixed(4)), goals.shift, value === 0);
    }
    const about = `Chromium ${browser.version()}, ${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0].model}, load ${before.toFixed(1)} before and ${loadavg()[0].toFixed(1)} after.`;
    const page = `# The partner page in Lighthouse\n\n${about}\nMedians of ${runs} runs; files compressed with brotli, as docs/delivery.md asks.\n\n| what | measured | goal | |\n|---|---|---|---|\n${lines.join('\n')}\n`;
    writeFileSync(join(here, 'results.md'), page);
    console.log(page);
  } finally {
    await browser.close();
    site.close();
    await plain.close();
  }
  return missed.length ? 1 : 0;
}

process.exit(await main());
