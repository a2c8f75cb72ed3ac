/**
 * `npm run bench:leave`: how soon is the page gone, and how soon is the other site there? Chromium opens the same document
 * with `<quick-exit>` and with govuk-frontend's "Exit this page" in turns. Shift is pressed three times from outside of
 * the page, and both leave for the same other site.
 *
 * - blank: from the release of the key until a frame is on screen in which nothing of the page is left
 * - new page: until the first script of the other site runs
 *
 * Both are measured with a long page and a normal one, with the processor as it is and slowed down six times, and with
 * another site that answers at once and one that answers after a second. With the slow one, the blank frame can only be
 * the cover's: it is what a person sees who leaves over a slow network.
 *
 * Results go to bench/leave/results.md, and the figures to docs/leaving.md. `--runs=N` sets how often each page is left (9).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, getPriority, loadavg, platform, release } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../../tools/build-if-stale.js';
import { inRepository, launch, serveRepository } from '../../tests/pages/support.js';
import { leave } from './leaving.js';
import { read } from './trace.js';

const here = dirname(fileURLToPath(import.meta.url));
const govuk = inRepository('node_modules/govuk-frontend');
const runs = Number(process.argv.find((arg) => arg.startsWith('--runs='))?.slice(7) ?? 9);
const goals = { timesSooner: 3, frames: 2 };
const peers = { govuk: '[data-govuk-exit-this-page-init]', ours: 'quick-exit:defined' };
const lengths = { long: 8000, normal: 40 };
const slowAnswer = 1000;

const cases = Object.keys(lengths).flatMap((length) =>
  [1, 6].flatMap((throttle) => [slowAnswer, 0].map((delay) => ({ length, throttle, delay }))),
);

const paragraphs = (count) =>
  Array.from(
    { length: count },
    (_, at) =>
      `<p class="govuk-body">${at + 1}. Somebody is there to talk to at any hour, and nobody has to say who they are. What is said ` +
      'stays between the two, and what happens next is up to the person who called.</p>',
  ).join('\n');

/** How much of a picture is colored, as the page is and an empty one is not, and how much of it is white. From 0 to 1. */
const colorsOf = (judge, picture) =>
  judge.evaluate(async (jpeg) => {
    const blob = await (await window.fetch(`data:image/jpeg;base64,${jpeg}`)).blob();
    const image = await window.createImageBitmap(blob);
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const paper = canvas.getContext('2d');
    paper.drawImage(image, 0, 0);
    const { data } = paper.getImageData(0, 0, image.width, image.height);
    const pixels = data.length / 4;
    const found = { colored: 0, white: 0 };
    for (let at = 0; at < data.length; at += 4) {
      const [red, green, blue] = data.subarray(at, at + 3);
      if (Math.max(red, green, blue) - Math.min(red, green, blue) > 40) found.colored += 1 / pixels;
      if (Math.min(red, green, blue) > 240) found.white += 1 / pixels;
    }
    return found;
  }, picture);

/** Under load a trace can lack a part: then it is done again, and said. */
async function measure(browser, judge, address, options, tries = 5) {
  const events = await leave(browser, address, options);
  try {
    return await read(events, (picture) => colorsOf(judge, picture));
  } catch (error) {
    if (tries === 1) throw error;
    console.log(`${error.message} Once more.`);
    return measure(browser, judge, address, options, tries - 1);
  }
}

async function measureAll(browser, judge, address, results) {
  for (let run = -1; run < runs; run++) {
    for (const { length, throttle, delay } of cases) {
      for (const peer of run % 2 ? ['ours', 'govuk'] : ['govuk', 'ours']) {
        const times = await measure(browser, judge, `${address}/${length}/${peer}.html`, {
          ready: peers[peer],
          throttle,
          delay,
        });
        // The first of each is not counted: it fills the browser's own caches.
        if (run >= 0) results.push({ peer, length, throttle, delay, ...times, script: times.script - delay });
      }
    }
    if (run >= 0) console.log(`${run + 1} of ${runs}`);
  }
}

const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];
const spread = (values) =>
  `${median(values).toFixed(0)} (${sorted(values)[0].toFixed(0)}–${sorted(values).at(-1).toFixed(0)})`;

/** The values of one figure in one case. */
const pick = (results, key, { length, throttle, delay }, peer) =>
  results
    .filter((one) => one.length === length && one.throttle === throttle && one.delay === delay && one.peer === peer)
    .map((one) => one[key]);

function row(results, key, which) {
  const [govuk, ours] = ['govuk', 'ours'].map((peer) => pick(results, key, which, peer));
  const { length, throttle, delay } = which;
  const ratio = (median(govuk) / median(ours)).toFixed(1);
  const answer = delay ? `after ${delay / 1000} s` : 'at once';
  return `| ${lengths[length].toLocaleString('en')} | ${throttle}x | ${answer} | ${spread(govuk)} | ${spread(ours)} | ${ratio} |`;
}

const table = (
  results,
  key,
) => `| paragraphs | slowed down | other site answers | govuk-frontend | quick-exit | times sooner |
|---|---|---|---|---|---|
${cases.map((which) => row(results, key, which)).join('\n')}`;

function goalsOf(results) {
  const blank = (peer, length, throttle) =>
    median(pick(results, 'blank', { length, throttle, delay: slowAnswer }, peer));
  const times = blank('govuk', 'long', 6) / blank('ours', 'long', 6);
  const frames = (throttle) => blank('ours', 'normal', throttle) / results[0].frame;
  const told = (reached) => (reached ? 'reached' : 'not reached');
  return `- Long page, slowed down six times, blank ${goals.timesSooner} times sooner than govuk-frontend: ${times.toFixed(1)} times, ${told(times >= goals.timesSooner)}.
- Normal page, blank within ${goals.frames} frames: ${frames(1).toFixed(1)} frames, ${told(frames(1) <= goals.frames)}. Slowed down six times: ${frames(6).toFixed(1)} frames.`;
}

/** What docs/leaving.md shows as well. */
const figures = (results, heading) => `${goalsOf(results)}

${heading} From the third release of Shift until the page is out of sight

Milliseconds: median (least–most). Where the other site answers after a second, this measures only the cover. Where it answers at once, it
may also be the new page that came first.

${table(results, 'blank')}

${heading} Until the first script of the other site

Milliseconds. The second that the other site waits is taken off.

${table(results, 'script')}`;

/** How far the two ways to find the blank frame are apart, where it is the cover's. */
function agreement(results) {
  const apart = results.filter(({ delay }) => delay).map(({ blank, answer }) => Math.abs(blank - answer));
  const same = apart.filter((milliseconds) => milliseconds < 1).length;
  return `it is the same frame in ${same} of ${apart.length} leavings with the slow answer, and ${Math.max(...apart).toFixed(0)} ms apart at most`;
}

function report(results, { chromium, loads }) {
  const version = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
  const { length, 0: cpu } = cpus();
  return `# Leaving the page, beside govuk-frontend's "Exit this page"

\`npm run bench:leave\`, ${new Date().toISOString().slice(0, 10)}: ${runs} runs of each page in turns. Chromium ${chromium} (headless, ${(1000 / results[0].frame).toFixed(0)} frames a
second), govuk-frontend ${version(govuk)}, quick-exit ${version(inRepository('.'))}, Node.js ${process.versions.node}, ${length} × ${cpu.model}, ${platform()} ${release()}, load
${loads.map((load) => load.toFixed(1)).join(' before, ')} after${getPriority() ? `, priority ${getPriority()}` : ''}. Milliseconds: median (least–most). What counts is the ratio: the milliseconds are those of one machine.

${figures(results, '##')}

## How it is measured

Both pages have the same paragraphs and the same style sheet, that of govuk-frontend. Its part is set up as its documentation says. The
keys are pressed through the browser's debugging interface, half a second apart, so that nothing of a press is left to do at the next.

All times come from Chromium's trace, on one clock: the key's from the moment it reached the browser, the blank frame's from when it
was on screen. Which frame that is, the trace's picture of each frame tells: nothing in it has the page's colors, and next to
everything is white. A frame lasts ${results[0].frame.toFixed(1)} ms, and a key comes at any time within one: a single figure is no more exact than that.
By another way, the first frame to which Chromium itself says that the key led, ${agreement(results)}.

The other site is on no network: this program answers. It is of another origin and gets a process of its own. Writing the trace takes a
little time as well, from both.
`;
}

/** Puts the figures between the two marks of the guide. */
function writeIntoGuide(text) {
  const guide = inRepository('docs/leaving.md');
  const marks = /(<!-- figures -->\n)[^]*(<!-- \/figures -->)/;
  writeFileSync(
    guide,
    readFileSync(guide, 'utf8').replace(marks, (all, start, end) => `${start}\n${text}\n\n${end}`),
  );
}

async function main() {
  if (!buildIfStale()) return 1;
  const site = await serveRepository({
    root: here,
    folders: {
      ...Object.fromEntries(Object.keys(lengths).map((length) => [`/${length}/`, here])),
      '/cdn/': inRepository('cdn'),
      '/govuk/': join(govuk, 'dist/govuk'),
      '/assets/': join(govuk, 'dist/govuk/assets'),
    },
    page: (html, path) => html.replace('<!-- paragraphs -->', () => paragraphs(lengths[path.split('/')[1]])),
  });
  const browser = await launch('chromium');
  const judging = await launch('chromium');
  try {
    const before = loadavg()[0];
    const results = [];
    await measureAll(browser, await judging.newPage(), site.address, results);
    const text = report(results, { chromium: browser.version(), loads: [before, loadavg()[0]] });
    console.log(text);
    writeFileSync(join(here, 'results.md'), text);
    writeIntoGuide(figures(results, '###'));
    return 0;
  } finally {
    await browser.close();
    await judging.close();
    await site.close();
  }
}

process.exitCode = await main();
