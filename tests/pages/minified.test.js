/** What a page shows after a minifier has had our files, in every browser: the elements, or what stands inside of them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import jsmin from 'jsmin';
import { minify } from 'terser';
import { minifySync } from 'vite';
import { damaged, damages, upToTheNextBacktick } from '../fixtures/minifiers.js';
import { worksWith } from '../works-with.js';
import { answer, inRealBrowsers } from './leave-site.js';
import { inRepository } from './support.js';

const fallback = 'the phone numbers inside the elements stay, and the console says why';
const fileOf = (name) => readFileSync(inRepository(`cdn/${name}`), 'utf8');

/** A page with two elements in which a number is lost where a binding falls apart. What the console is told is in `told`. */
const pageWith = (script) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Help near you</title><link rel="icon" href="data:,">` +
  `<script>window.told = []; console.warn = (...words) => told.push(words.join(' '));` +
  `addEventListener('error', ({ message }) => told.push(message));</script>${script}</head>` +
  `<body><quick-exit href="https://www.wikipedia.org/"><a href="https://www.wikipedia.org/" rel="noreferrer noopener">Leave this site</a></quick-exit>` +
  `<resource-card resource-id="988">Call <a id="card" href="tel:988">988</a></resource-card>` +
  `<resource-directory>Call <a id="directory" href="tel:18883737888">1-888-373-7888</a>` +
  `<script type="application/json">[{"id":"1","name":"Harbor House","phones":[{"number":"202-555-0143"}]}]</script></resource-directory></body></html>`;

let opened = 0;

/** What the two elements load later. */
const later = ['quick-exit-later', 'resource-details', 'directory-worker', 'directory-engine', 'hsds', 'en/limits'].map(
  (name) => `${name}.js`,
);

/** Opens the page with files that stand in for those of cdn/, by name. */
async function open({ site, tab }, made, script) {
  const folder = `/made-${++opened}/`;
  const js = { 'content-type': 'text/javascript; charset=utf-8' };
  const beside = Object.fromEntries(later.map((name) => [name, fileOf(name)]));
  for (const [name, code] of Object.entries({ ...beside, ...made })) site.pages[folder + name] = answer(code, js);
  site.pages[folder] = answer(pageWith(script.replaceAll('cdn/', folder)));
  await tab.goto(site.address + folder);
  await tab.until(() => document.readyState === 'complete');
}

const module = '<script type="module" src="cdn/all.js"></script>';

/** Nothing is defined, all numbers are in sight, and the console has been told once. */
async function assertFallback({ tab }, file) {
  await tab.until(() => window.told.length > 0);
  const seen = await tab.evaluate(() => ({
    defined: ['quick-exit', 'resource-card', 'resource-directory'].filter((tag) => customElements.get(tag)),
    inSight: [...document.querySelectorAll('a')].filter((one) => one.checkVisibility()).map(({ href }) => href),
    told: window.told,
  }));
  assert.deepEqual(seen.defined, []);
  assert.deepEqual(seen.inSight, ['https://www.wikipedia.org/', 'tel:988', 'tel:18883737888']);
  assert.equal(seen.told.length, 1);
  assert.match(seen.told[0], new RegExp(`a minifier broke the templates in ${file}, so nothing was started`));
}

/** Both elements show themselves, with numbers that can be called. */
const hasNumbers = () => {
  const links = (root) => [
    ...[...root.querySelectorAll('a[href^="tel:"]')].filter((one) => one.checkVisibility()).map(({ href }) => href),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? links(shadowRoot) : [])),
  ];
  const found = ['resource-card', 'resource-directory'].flatMap((tag) => {
    const root = document.querySelector(tag)?.shadowRoot;
    return root ? links(root) : [];
  });
  return found.includes('tel:988') && found.includes('tel:2025550143');
};

inRealBrowsers((at, test) => {
  test(
    worksWith({
      kind: 'minifier',
      name: 'jsmin 1.0.1 (npm)',
      condition: 'cdn/all.js goes through it',
      result: 'nothing starts, the phone numbers inside the elements stay, and the console says why',
      limit: 'Exclude the file: it is as small as it can be.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    async () => {
      await open(at, { 'all.js': jsmin.jsmin(fileOf('all.js'), 2) }, module);
      await assertFallback(at, 'all.js');
    },
  );
  test(
    worksWith({
      kind: 'minifier',
      name: 'rjsmin 1.2, jsmin-php 2.4 (Autoptimize, Minify)',
      condition: 'cdn/all.js goes through one that reads a template up to the next backtick, as both do',
      result: 'nothing starts, the phone numbers inside the elements stay, and the console says why',
      limit: 'Tested with our own minifier that works the same way. Exclude the file.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    async () => {
      await open(at, { 'all.js': upToTheNextBacktick(fileOf('all.js')) }, module);
      await assertFallback(at, 'all.js');
    },
  );
  for (const [what, damage] of Object.entries(damages))
    test(`where ${what} in templates, ${fallback}`, async () => {
      await open(at, { 'all.js': damaged(fileOf('all.js'), damage) }, module);
      await assertFallback(at, 'all.js');
    });
  test(`the plain script is on its guard, too: ${fallback}`, async () => {
    const damage = damages['spaces between tags are gone'];
    await open(
      at,
      { 'all.classic.js': damaged(fileOf('all.classic.js'), damage) },
      '<script src="cdn/all.classic.js"></script>',
    );
    await assertFallback(at, 'all.classic.js');
  });
  test('where only a file that comes later is broken, the elements appear without it, and the console says why', async () => {
    const damage = damages['spaces at the ends are gone'];
    const made = { 'all.js': fileOf('all.js'), 'resource-details.js': damaged(fileOf('resource-details.js'), damage) };
    await open(at, made, module);
    await at.tab.until(hasNumbers);
    await at.tab.until(() => window.told.length > 0);
    const told = await at.tab.evaluate('told');
    assert.equal(told.length, 1);
    assert.match(told[0], /a minifier broke the templates in resource-details\.js/);
  });
  test(
    worksWith({
      kind: 'minifier',
      name: 'Terser, esbuild, and Oxc (Vite)',
      condition: 'cdn/all.js goes through it a second time',
      result: 'the elements appear, with their phone numbers',
      engines: 'Chromium, Firefox, WebKit',
    }),
    async () => {
      const code = fileOf('all.js');
      for (const small of [
        (await minify(code, { module: true, ecma: 2022, compress: { passes: 2, unsafe: true } })).code,
        transformSync(code, { minify: true, format: 'esm', target: 'es2022' }).code,
        minifySync('all.js', code, { module: true }).code,
      ]) {
        await open(at, { 'all.js': small }, module);
        await at.tab.until(hasNumbers);
        assert.deepEqual(await at.tab.evaluate('told'), []);
      }
    },
  );
});
