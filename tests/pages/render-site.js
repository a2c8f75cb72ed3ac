/**
 * Pages that were rendered beforehand, and how a test sees whether their elements take over without anything that moves,
 * flickers or is lost.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { render } from '../../cli/render/render.js';
import { readPicture } from './picture.js';
import { inRepository } from './support.js';

const typed = ['safety-checklist', 'options-explorer', 'goal-planner', 'practice-check'];

/** Elements with the agency's own words among them, and something after each that would move along with what it holds. */
const elements = `<stage-guide noticing>Call 988.<p slot="note">Our office is open.</p></stage-guide><p>After the guide.</p>
  <resource-card resource-id="988">Call 988.</resource-card><p>After the card.</p>
  <csec-primer></csec-primer><p>After the primer.</p>
  <practice-principles></practice-principles><p>After the principles.</p>
  <stage-guide stage="action"><script type="application/json">{ "title": "How it goes round" }</script></stage-guide>
  <source-note></source-note><p>After the note.</p>`;
const page = (lang, inside) => `<!doctype html><html lang="${lang}"><head><meta charset="utf-8" /><title>A page</title>
  <meta name="viewport" content="width=device-width" /><link rel="icon" href="data:," />
  <script type="module" src="/cdn/all.js"></script></head><body>${inside}</body></html>`;

const sources = {
  'english.html': page('en', elements),
  'spanish.html': page('es', elements),
  'typed.html': page('en', typed.map((tag) => `<${tag}></${tag}>`).join('')),
  'first.html': page('en', '<resource-card resource-id="988"></resource-card>'),
  'paste.html': page('en', readFileSync(inRepository('cdn/html/stage-guide.es.html'), 'utf8')),
};

/** By name, each page as it was rendered. With `late-` before its name it is the same without a script, to which a test adds it. */
export const pages = {};
/** Of all styles in them. */
const hashes = new Set();
for (const [name, html] of Object.entries(sources)) {
  const rendered = await render(html);
  assert.deepEqual(rendered.problems, []);
  rendered.hashes.forEach((hash) => hashes.add(hash));
  pages[name] = rendered.html;
  pages[`late-${name}`] = rendered.html.replace(/<script type="module".*?<\/script>/, '');
}

export const policy = (styles) => `default-src 'none'; script-src 'self'; style-src ${styles}; img-src data:`;
export const withHashes = policy([...hashes].map((hash) => `'${hash}'`).join(' '));

export const words = (section, lang = 'en') =>
  JSON.parse(readFileSync(inRepository(`src/content/${lang}/${section}.json`), 'utf8'));

/** Notes, frame by frame from when the page has been read, what is on screen of each element, and what the browser says has moved. Runs in the page. */
export function watch() {
  window.frames_ = [];
  window.shifts = [];
  // When all of the page has been painted once.
  window.painted = Infinity;
  if (window.PerformanceObserver?.supportedEntryTypes.includes('layout-shift'))
    new window.PerformanceObserver((list) => {
      // What a browser has painted of a page that is still on its way moves as the rest of it comes: a sign beside half of a title.
      for (const { value, startTime } of list.getEntries())
        if (startTime > window.painted) window.shifts.push({ value, startTime });
    }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    if (window.frames_.length === 1) window.painted = performance.now();
    if (document.readyState !== 'loading')
      window.frames_.push(
        [...document.body.children].map((one) => {
          const surfaces = [...(one.shadowRoot?.querySelectorAll('.surface') ?? [])];
          const seen = surfaces.filter((surface) => surface.checkVisibility());
          return `${one.localName} ${one.getBoundingClientRect().top} ${one.getBoundingClientRect().height} ${
            one.shadowRoot ? `${seen.length} ${seen[0]?.innerText.trim()}` : ''
          }`;
        }),
      );
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * Whether two pictures are the same. The smoothed edge of a round corner can come out one step of 256 lighter or darker.
 *
 * @param options.most so many steps. `options.width`: so many columns are looked at.
 */
export function looksTheSame(first, last, { most = 1, width = Infinity } = {}) {
  if (first.equals(last)) return true;
  const [a, b] = [first, last].map(readPicture);
  const row = a.bytes.length / a.height;
  const seen = (index) => index % row < (row / a.width) * width;
  return (
    a.bytes.length === b.bytes.length &&
    a.bytes.every((byte, index) => Math.abs(byte - b.bytes[index]) <= most || !seen(index))
  );
}

/** Runs in the page. The time after which an element no longer waits for its script stands still: a test can take long. */
export function stopTime() {
  for (const { shadowRoot } of document.querySelectorAll('body > *'))
    for (const animation of shadowRoot?.getAnimations() ?? []) animation.pause();
}

/** Runs in the page. Lets the script come. */
export function release() {
  document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: '/cdn/all.js' }));
}

/** Runs in the page. Whether the script has taken over in all elements: nothing of what was written beforehand is left. */
export const isTakenOver = () =>
  [...document.querySelectorAll('body > :not(p, script)')].every(
    ({ shadowRoot }) => shadowRoot?.querySelector('.surface') && !shadowRoot.querySelector('style'),
  );
