/**
 * `npm run bench:page`: how much slower than plain HTML and JavaScript are the elements? Chromium, its processor slowed
 * down six times, opens two pages in turns: ours.html, with the elements from cdn/all.js, and plain.html, which has the
 * same content, controls and styles as markup of its own and plain-page.js to move it.
 *
 * So that both stay the same, the plain page's markup is what the elements render, written out once before the run
 * (write-out.js), and its styles are theirs. Only its script is written by hand. It leaves out keeping what was written.
 *
 * Measured is the processor time of the main thread (parsing, scripts, styles, layout, painting): it does not depend on
 * how long anything waits, and less than the time on the clock on what else the machine does. On a busy machine the
 * figures still scatter: then more runs help.
 *
 * - ready: from the start of loading until everything is there and nothing is left to do
 * - 100 items: as many own items written into the plan and added, with a frame in between
 *
 * Results go to bench/page/results.md. `--runs=N` sets how often each page is opened (7), `--profile` writes a profile
 * of one run of each for the developer tools of Chromium to profiles/.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../../tools/build-if-stale.js';
import { launch, serveRepository } from '../../tests/pages/support.js';
import { writeOut } from './write-out.js';

const here = dirname(fileURLToPath(import.meta.url));
const { argv } = process;
const runs = Number(argv.find((arg) => arg.startsWith('--runs='))?.slice(7) ?? 7);
const profile = argv.includes('--profile');
const throttle = 6;
const items = 100;
/** What a page that does nothing takes of the processor in half a second, in milliseconds: the browser's own doing. */
const quiet = 15;
const goals = { ready: 1.5, items: 1.3 };
const tags = ['stage-guide', 'resource-card', 'safety-checklist', 'source-note'];

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The rules of an element's style sheet for elements of a class in the open: native nesting keeps them to it. */
const scoped = (css, name) =>
  `.${name} {\n${css
    .replace(/:host\(:defined\)/g, '&')
    .replace(/:host\(([^()]*(?:\([^()]*\))?[^()]*)\)/g, '&$1')
    .replace(/:host/g, '&')}\n}`;

async function stylesOf() {
  const load = (path) => import(`../../dist/${path}.js`);
  const { base } = await load('styles/base.styles');
  const own = await Promise.all(
    tags.map(async (tag) => {
      const { styles } = Object.values(await load(`elements/${tag}/${tag}`)).find((exported) => exported.styles);
      return [styles].flat().map(({ cssText }) => (cssText === base.cssText ? '' : scoped(cssText, tag)));
    }),
  );
  return [scoped(base.cssText, 'alongside'), ...own.flat()].join('\n');
}

/** What a page shows, how tall that is, and how many controls it has, to see that the two are the same. */
const inventory = (page) =>
  page.evaluate(() => {
    const roots = [...document.querySelectorAll('main > :not(template)')].map((host) => host.shadowRoot ?? host);
    const words = roots.map((root) =>
      [...root.children]
        .map((child) => child.innerText ?? '')
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    const count = (selector) => roots.map((root) => root.querySelectorAll(selector).length);
    return JSON.stringify([
      words,
      roots.map((root) => Math.round(root.querySelector('.surface').getBoundingClientRect().height)),
      count('button, a, summary'),
      count('input, textarea'),
    ]);
  });

const addItems = (page) =>
  page.evaluate(async (count) => {
    const plan = document.querySelector('safety-checklist')?.shadowRoot ?? document.querySelector('.safety-checklist');
    const field = plan.querySelector('[data-at=own]');
    const add = plan.querySelector('[data-do=add]');
    const started = performance.now();
    for (let at = 0; at < count; at++) {
      field.focus();
      field.value = `Something of my own, number ${at}`;
      field.dispatchEvent(new window.InputEvent('input', { bubbles: true, composed: true }));
      add.click();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
    const wall = performance.now() - started;
    if (plan.querySelectorAll('.entry').length !== count) throw new Error('Not all items are there.');
    return wall;
  }, items);

async function measure(browser, address, name, keep) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.shift = 0;
    new window.PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (window.shift += value))).observe(
      {
        type: 'layout-shift',
        buffered: true,
      },
    );
  });
  // A page of the same origin first: what it takes to start a process is not the page's doing.
  await page.goto(`${address}/blank.html`);
  const chromium = await context.newCDPSession(page);
  await chromium.send('Performance.enable', { timeDomain: 'threadTicks' });
  await chromium.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  const busy = async () => {
    const { metrics } = await chromium.send('Performance.getMetrics');
    return 1000 * metrics.find((metric) => metric.name === 'TaskDuration').value;
  };
  /** Until nothing is left to do: for half a second next to nothing was done. */
  const settle = async () => {
    let last;
    let now = await busy();
    do {
      await wait(500);
      [last, now] = [now, await busy()];
    } while (now - last > quiet);
  };
  if (keep) {
    await chromium.send('Profiler.enable');
    await chromium.send('Profiler.setSamplingInterval', { interval: 200 });
    await chromium.send('Profiler.start');
  }
  const stopProfile = async (what) => {
    if (!keep) return;
    const { profile } = await chromium.send('Profiler.stop');
    mkdirSync(join(here, 'profiles'), { recursive: true });
    writeFileSync(join(here, 'profiles', `${name}-${what}.cpuprofile`), JSON.stringify(profile));
    await chromium.send('Profiler.start');
  };

  const begin = await busy();
  await page.goto(`${address}/${name}.html`);
  await wait(1000);
  await settle();
  const ready = (await busy()) - begin;
  await stopProfile('ready');
  const shift = await page.evaluate(() => window.shift);
  const shown = await inventory(page);

  await wait(300);
  const before = await busy();
  const wall = await addItems(page);
  await settle();
  const added = (await busy()) - before;
  await stopProfile('items');
  const afterwards = await inventory(page);
  await context.close();
  return { ready, items: added, wall, shift, shown, afterwards };
}

const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];
const spread = (values) =>
  `${median(values).toFixed(0)} (${sorted(values)[0].toFixed(0)}–${sorted(values).at(-1).toFixed(0)})`;

function report(results, version) {
  const row = (what, key, goal) => {
    const [ours, plain] = ['ours', 'plain'].map((name) => results[name].map((result) => result[key]));
    const ratio = median(ours) / median(plain);
    const least = Math.min(...ours) / Math.min(...plain);
    return `| ${what} | ${spread(plain)} | ${spread(ours)} | ${ratio.toFixed(2)} | ${least.toFixed(2)} | ${goal} |`;
  };
  const shifts = (name) => Math.max(...results[name].map(({ shift }) => shift)).toFixed(4);
  return `# The elements beside plain HTML and JavaScript

Chromium ${version}, processor slowed down ${throttle} times, ${runs} runs of each page in turns, ${new Date().toISOString().slice(0, 10)}.
Milliseconds of processor time: median (least–most). What counts is the ratio: the milliseconds are those of one machine.

| | plain | elements | ratio of medians | of the least | goal |
|---|---|---|---|---|---|
${row('Main thread busy until ready', 'ready', `≤ ${goals.ready}`)}
${row(`Main thread busy with ${items} added items`, 'items', `≤ ${goals.items}`)}
${row(`Time on the clock for ${items} added items`, 'wall', '')}
| Layout shift | ${shifts('plain')} | ${shifts('ours')} | | | 0 |
`;
}

async function main() {
  if (!buildIfStale()) return 1;
  let plain = '';
  const site = await serveRepository({
    root: here,
    folders: { '/cdn/': join(here, '../../cdn') },
    page: (html, path) => (path === '/plain.html' ? plain : html),
  });
  const browser = await launch('chromium');
  try {
    const first = await browser.newPage();
    await first.goto(`${site.address}/ours.html`);
    await first.waitForFunction(
      (names) =>
        names.every((name) => document.querySelector(name).shadowRoot?.querySelector('.surface')) &&
        document.querySelector('safety-checklist').shadowRoot.querySelector('.notebook.keeping'),
      tags,
    );
    const markup = await writeOut(first, tags);
    const styles = await stylesOf();
    await first.close();
    plain = readFileSync(join(here, 'plain.html'), 'utf8')
      .replace('/* styles */', () => styles)
      .replace('<!-- markup -->', () => markup);

    const results = { plain: [], ours: [] };
    for (let run = -1; run < runs; run++) {
      for (const name of run % 2 ? ['ours', 'plain'] : ['plain', 'ours']) {
        // The first of each is not counted: it fills the browser's own caches.
        const result = await measure(browser, site.address, name, profile && run === runs - 1);
        if (run >= 0) results[name].push(result);
      }
    }
    for (const key of ['shown', 'afterwards']) {
      const [one, other] = [results.plain[0][key], results.ours[0][key]];
      if (one !== other) throw new Error(`The two pages are not the same (${key}):\n${one}\n${other}`);
    }
    const table = report(results, browser.version());
    console.log(table);
    writeFileSync(join(here, 'results.md'), table);
    return 0;
  } finally {
    await browser.close();
    await site.close();
  }
}

process.exitCode = await main();
