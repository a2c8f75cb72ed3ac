/**
 * `npm run bench:unlock`: how long does a person wait for a kept plan, once the passphrase is given? Chromium, its processor slowed down six times, opens
 * a plan of 60 entries in turns with what no plan could do without: the same key made from the same passphrase by the browser alone.
 *
 * Results go to bench/unlock/results.md. `--runs=N` sets how often each is done (9).
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../../tools/build-if-stale.js';
import { inRepository, launch, serveRepository } from '../../tests/pages/support.js';

const here = dirname(fileURLToPath(import.meta.url));
const runs = Number(process.argv.find((arg) => arg.startsWith('--runs='))?.slice(7) ?? 9);
const throttle = 6;
const goal = 1500;
const passphrase = 'four small green words';

const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];
const told = (values) =>
  `${median(values).toFixed(0)} (${sorted(values)[0].toFixed(0)}–${sorted(values).at(-1).toFixed(0)})`;

/** Fills a plan and keeps it. */
const fill = (words) => {
  const element = document.querySelector('safety-checklist');
  const { notebook, vault } = element[Symbol.for('alongside.2')];
  const item = (at) => ({
    id: `${at}`,
    text: `Entry ${at} of the plan`,
    note: 'A note of some length, as people write them.',
  });
  notebook.replace({ plan: { items: Array.from({ length: 60 }, (_, at) => item(at)) } });
  return vault.keep(words);
};

/** Types the passphrase and presses the button; done when the words of the last entry are there and a frame has been drawn. */
const unlock = async (words) => {
  const root = document.querySelector('safety-checklist').shadowRoot;
  root.querySelector('[data-at=pass-pass]').value = words;
  const start = performance.now();
  root.querySelector('[data-keep=open]').click();
  while (!root.querySelector('.entry[data-at="items.59"] > .line > .words')) await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return performance.now() - start;
};

/** The key alone. */
const derive = async (words) => {
  const start = performance.now();
  const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(words), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(16), iterations: 600_000 };
  await crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
  return performance.now() - start;
};

async function main() {
  if (!buildIfStale()) return 1;
  const site = await serveRepository({ root: here, folders: { '/cdn/': inRepository('cdn') } });
  const browser = await launch('chromium');
  try {
    const before = loadavg()[0];
    const page = await browser.newPage();
    const chromium = await page.context().newCDPSession(page);
    const ready = () =>
      page.waitForFunction(() => document.querySelector('safety-checklist').shadowRoot?.querySelector('.keeping'));
    await page.goto(`${site.address}/page.html`);
    await ready();
    await page.evaluate(fill, passphrase);
    await chromium.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    const times = { unlock: [], derive: [] };
    for (let run = -1; run < runs; run++) {
      await page.reload();
      await ready();
      await page.waitForFunction(() =>
        document.querySelector('safety-checklist').shadowRoot.querySelector('[data-keep=open]'),
      );
      const one = { derive: await page.evaluate(derive, passphrase), unlock: await page.evaluate(unlock, passphrase) };
      if (run >= 0) for (const key of Object.keys(times)) times[key].push(one[key]);
    }
    const text = `# Opening a kept plan

\`npm run bench:unlock\`, ${new Date().toISOString().slice(0, 10)}: Chromium ${browser.version()}, processor slowed down ${throttle} times, ${runs} runs of each in turns, ${cpus().length} × ${cpus()[0].model},
load ${before.toFixed(1)} before, ${loadavg()[0].toFixed(1)} after. Milliseconds: median (least–most).

| | time |
|---|---|
| From the press of the button until a plan of 60 entries is drawn | ${told(times.unlock)} |
| The key alone, as the browser makes it | ${told(times.derive)} |

At most ${goal} ms were the goal: ${median(times.unlock) <= goal ? 'reached' : 'not reached'}. Chromium slows down the page's own thread; the key is made beside it.
`;
    console.log(text);
    writeFileSync(join(here, 'results.md'), text);
    return 0;
  } finally {
    await browser.close();
    await site.close();
  }
}

process.exitCode = await main();
