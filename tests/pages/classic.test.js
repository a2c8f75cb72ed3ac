/** The library as one plain script: where a tool makes plain scripts of modules, and in pages opened from a disk. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync, copyFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after } from 'node:test';
import { worksWith } from '../works-with.js';
import { answer, inRealBrowsers } from './leave-site.js';
import { inRepository } from './support.js';

/** One of each way to be shown: a card, a language of its own, a search, a field, a div, a frame, and the way out. */
const elements =
  `<quick-exit href="https://www.wikipedia.org/"><a href="https://www.wikipedia.org/" rel="noreferrer noopener">Leave this site</a></quick-exit>` +
  `<resource-card resource-id="988">Call <a id="fallback" href="tel:988">988</a></resource-card>` +
  `<resource-directory>Call <a href="tel:18883737888">1-888-373-7888</a><script type="application/json">[{"id":"1","name":"Harbor House","phones":[{"number":"202-555-0143"}]}]</script></resource-directory>` +
  `<stage-guide lang="es">Llamar: <a href="tel:988">988</a></stage-guide>` +
  `<safety-checklist>Call <a href="tel:988">988</a></safety-checklist>` +
  `<div data-alongside="source-note">Sources</div>` +
  `<private-frame tag="goal-planner">Call <a href="tel:988">988</a></private-frame>`;

/** What the console and the page are told stands in `told`. */
const pageWith = (head, end = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Help near you</title><link rel="icon" href="data:,">` +
  `<script>window.told = []; for (const way of ['warn', 'error']) console[way] = (...words) => told.push(words.join(' '));` +
  `addEventListener('error', ({ message }) => told.push(message)); addEventListener('unhandledrejection', ({ reason }) => told.push(String(reason)));</script>` +
  `${head}</head><body>${elements}${end}</body></html>`;

const tag = '<script src="cdn/all.classic.js"></script>';

/** What can be seen of each element, by tag. All true: it shows itself, with what it loads later in other builds. */
const shown = () => {
  const all = (root) => [
    ...root.querySelectorAll('*'),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? all(shadowRoot) : [])),
  ];
  const inside = (name) => {
    const root = document.querySelector(name)?.shadowRoot;
    return root ? all(root) : [];
  };
  const has = (name, selector) => inside(name).some((one) => one.matches(selector) && one.checkVisibility());
  const words = (name) => document.querySelector(name)?.shadowRoot?.textContent ?? '';
  return {
    'quick-exit': has('quick-exit', 'summary, details, button'),
    'resource-card': has('resource-card', 'a[href="tel:988"]'),
    'resource-directory': has('resource-directory', 'a[href="tel:2025550143"]'),
    'stage-guide': words('stage-guide').includes('Precontemplación'),
    'safety-checklist': has('safety-checklist', '.keeping'),
    'source-note': has('source-note', '.surface'),
    'private-frame': has('private-frame', 'iframe:not(.coming)') || has('private-frame', '[data-at]'),
  };
};
const allShown = (is) => Object.values(is).every(Boolean);

async function assertShown(tab) {
  await tab.until(`(${allShown})((${shown})())`).catch(async () => {
    assert.deepEqual([await tab.evaluate(shown), await tab.evaluate('window.told')], []);
  });
}

/** How consent tools bring a script back when somebody agrees: a new one in its place, with the type that they know. */
const consent = (file, type) =>
  `<script type="text/plain" data-cookieconsent="preferences" src="cdn/${file}"></script>` +
  `<button>Accept</button><script>document.querySelector('button').onclick = () => {` +
  `const held = document.querySelector('script[type="text/plain"]'), given = document.createElement('script');` +
  `given.type = '${type}'; given.src = held.getAttribute('src'); held.replaceWith(given); };</script>`;

const disk = mkdtempSync(join(tmpdir(), 'page-'));
mkdirSync(join(disk, 'cdn'));
copyFileSync(inRepository('cdn/all.classic.js'), join(disk, 'cdn/all.classic.js'));
copyFileSync(inRepository('cdn/frame.html'), join(disk, 'cdn/frame.html'));
copyFileSync(inRepository('cdn/frame.js'), join(disk, 'cdn/frame.js'));
after(() => rmSync(disk, { recursive: true }));

inRealBrowsers((at, test) => {
  let opened = 0;
  const open = async (html) => {
    const path = `/page-${++opened}`;
    at.site.pages[path] = answer(html);
    await at.tab.goto(at.site.address + path);
  };
  /** What is asked for, beside the page and its icon. */
  const asked = () => at.site.requests.map(({ path }) => path).filter((path) => path.startsWith('/cdn/'));

  for (const [where, html] of [
    ['in the head', pageWith(tag)],
    ['at the end of the body', pageWith('', tag)],
    ['with async', pageWith(tag.replace('src', 'async src'))],
    ['with defer', pageWith(tag.replace('src', 'defer src'))],
  ])
    test(`${where}, one file shows every element, and leaves no name in the page`, async () => {
      at.site.requests.length = 0;
      await open(html.replace('<head>', '<head><script>window.before = Object.keys(window)</script>'));
      await assertShown(at.tab);
      assert.deepEqual(await at.tab.evaluate('told'), []);
      // A worker, with what it loads, and the page of a private frame cannot be inside of it.
      const inside = asked().filter((path) => !/\/cdn\/(frame\.(html|js)|(directory-worker|hsds)\.js)$/.test(path));
      assert.deepEqual(inside, ['/cdn/all.classic.js']);
      const names = await at.tab.evaluate(() => Object.keys(window).filter((name) => !window.before.includes(name)));
      assert.deepEqual(names, ['before', 'told']);
    });

  test('beside all.js, the first of the two makes the elements', async () => {
    await open(pageWith(`${tag}<script type="module" src="cdn/all.js"></script>`));
    await assertShown(at.tab);
    assert.deepEqual(await at.tab.evaluate('told'), []);
  });

  test('copied to another place, without any file beside it, it shows every element', async () => {
    const code = await (
      await fetch(`${at.site.address.replace('agency.localhost', '127.0.0.1')}/cdn/all.classic.js`)
    ).text();
    at.site.pages['/cache/1.js'] = answer(code, { 'content-type': 'text/javascript; charset=utf-8' });
    const nothing = (request, response) => response.writeHead(404).end();
    for (const file of ['frame.html', 'directory-worker.js', 'file-worker.js'])
      at.site.pages[`/cache/${file}`] = nothing;
    await open(pageWith('<script src="/cache/1.js"></script>'));
    // The frame has its time to come.
    await at.tab.until(`(${allShown})((${shown})())`, { seconds: 40 });
  });

  test(
    worksWith({
      kind: 'consent tool',
      name: 'Tools that bring a script back as text/javascript',
      condition: 'cdn/all.classic.js waits for consent',
      result: 'before it, the phone numbers are there; after it, every element appears',
      limit: 'Nothing here needs consent. Exclude the scripts, so that no one has to agree before they get help.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    async () => {
      await open(pageWith('', consent('all.classic.js', 'text/javascript')));
      assert.equal(await at.tab.evaluate(() => document.querySelector('#fallback').checkVisibility()), true);
      await at.tab.evaluate(() => void document.querySelector('button').click());
      await assertShown(at.tab);
      assert.deepEqual(await at.tab.evaluate('told'), []);
    },
  );

  test(
    worksWith({
      kind: 'consent tool',
      name: 'Tools that bring a script back as text/javascript',
      condition: 'cdn/all.js, which is a module, waits for consent',
      result: 'the phone numbers inside the elements stay',
      limit:
        'The elements don’t appear: the browser reports a syntax error. Use cdn/all.classic.js, or exclude the script.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    async () => {
      await open(pageWith('', consent('all.js', 'text/javascript')));
      await at.tab.evaluate(() => void document.querySelector('button').click());
      await at.tab.until(() => window.told.length > 0);
      assert.equal(await at.tab.evaluate(() => document.querySelector('#fallback').checkVisibility()), true);
      assert.equal(await at.tab.evaluate(() => customElements.get('resource-card') === undefined), true);
    },
  );

  test(
    worksWith({
      kind: 'consent tool',
      name: 'Tools that bring a module back as a module',
      condition: 'cdn/all.js waits for consent',
      result: 'every element appears after it',
      engines: 'Chromium, Firefox, WebKit',
    }),
    async () => {
      await open(pageWith('', consent('all.js', 'module')));
      await at.tab.evaluate(() => void document.querySelector('button').click());
      await assertShown(at.tab);
    },
  );

  test(
    worksWith({
      kind: 'host',
      name: 'A page opened from a disk (file:)',
      condition: 'cdn/all.classic.js beside it',
      result: 'every element appears, with all languages and the search',
      limit: 'private-frame shows its element in the page itself, and says so. Nothing is saved.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    async () => {
      writeFileSync(join(disk, 'page.html'), pageWith(tag));
      await at.tab.goto(pathToFileURL(join(disk, 'page.html')).href);
      await assertShown(at.tab);
      const told = await at.tab.evaluate('told');
      assert.deepEqual(
        told.filter((line) => !line.startsWith('<private-frame> content-error')),
        [],
      );
    },
  );
});
