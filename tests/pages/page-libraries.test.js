/**
 * Libraries that replace or morph a page instead of loading another one: what is typed stays, the way out stays the only one and works, nobody is left
 * listening, and nothing goes wrong.
 */
import assert from 'node:assert/strict';
import { worksWith } from '../works-with.js';
import { inRealBrowsers, leads, leadsByKeys, ways } from './leave-site.js';
import { fileOf, pageOf, stateOf, untilDrawn, writeInto, writtenIn } from './library-pages.js';

const script = (path) => `<script defer src="/packages/${path}"></script>`;

/** Another body, as a server would send it, from the page that is named. */
const fetchBody = `const bodyOf = async (name) => new DOMParser().parseFromString(await (await fetch('/' + name)).text(), 'text/html').body;`;

/**
 * Each library: `files` it loads from its package, `head` with what the page says to it, and `swap`, which changes the page to the one that is named
 * and is over when that is done. `morphs`: nodes stay the same.
 */
const libraries = {
  turbo: {
    files: ['@hotwired/turbo/dist/turbo.es2017-umd.js'],
    swap: `(name) => new Promise((resolve) => {
      addEventListener('turbo:load', resolve, { once: true });
      Turbo.visit('/' + name);
    })`,
  },
  turboMorph: {
    files: ['@hotwired/turbo/dist/turbo.es2017-umd.js'],
    head: '<meta name="turbo-refresh-method" content="morph"><meta name="turbo-refresh-scroll" content="preserve">',
    swap: `() => new Promise((resolve) => {
      addEventListener('turbo:load', resolve, { once: true });
      Turbo.visit(location.href, { action: 'replace' });
    })`,
    morphs: true,
    sameAddress: true,
  },
  htmx: {
    files: ['htmx.org/dist/htmx.min.js'],
    swap: `(name) => htmx.ajax('GET', '/' + name, { target: 'main', select: 'main', swap: 'outerHTML' })`,
  },
  htmxMorph: {
    files: ['htmx.org/dist/htmx.min.js'],
    swap: `(name) => htmx.ajax('GET', '/' + name, { target: 'body', swap: 'innerMorph' })`,
    morphs: true,
  },
  htmx2: {
    files: ['htmx-2/dist/htmx.min.js', 'idiomorph/dist/idiomorph-ext.js'],
    body: 'hx-ext="morph"',
    swap: `(name) => htmx.ajax('GET', '/' + name, { target: 'body', swap: 'morph:innerHTML' })`,
    morphs: true,
  },
  idiomorph: {
    files: ['idiomorph/dist/idiomorph.js'],
    swap: `async (name) => { ${fetchBody} Idiomorph.morph(document.body, await bodyOf(name)); }`,
    morphs: true,
  },
  morphdom: {
    files: ['morphdom/dist/morphdom-umd.js'],
    swap: `async (name) => { ${fetchBody} morphdom(document.body, await bodyOf(name)); }`,
    morphs: true,
  },
  // As a component of Livewire is drawn again: the same one, with something changed in it.
  alpine: {
    files: ['@alpinejs/morph/dist/cdn.js', 'alpinejs/dist/cdn.js'],
    swap: `async () => {
      ${fetchBody}
      await Alpine.morph(document.querySelector('main'), (await bodyOf('one')).querySelector('main').outerHTML);
    }`,
    morphs: true,
    sameAddress: true,
  },
  swup: {
    files: ['swup/dist/Swup.umd.js'],
    swap: `async (name) => {
      window.swup ??= new Swup({ containers: ['#main'], animationSelector: false });
      const done = new Promise((resolve) => swup.hooks.once('visit:end', resolve));
      swup.navigate('/' + name);
      await done;
    }`,
  },
};

await inRealBrowsers((at, test) => {
  /** Serves the pages of a library and opens the first. */
  async function open(name) {
    const { site, tab } = at;
    const { files, head = '', body = '' } = libraries[name];
    for (const file of files) site.pages[`/packages/${file}`] = fileOf(file);
    const all = head + files.map(script).join('');
    let asked = 0;
    for (const page of ['one', 'two'])
      site.pages[`/${page}`] = (request, response) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
        const html = pageOf(page, { to: site.elsewhere.address, head: all, change: `${++asked}` });
        response.end(html.replace('<body>', `<body ${body}>`));
      };
    await tab.goto(`${site.address}/start`);
    await tab.goto(`${site.address}/one`);
    await untilDrawn(tab);
  }

  const swap = async (name, page) => {
    await at.tab.evaluate(`(${libraries[name].swap})('${page}').then(() => 0)`);
    await untilDrawn(at.tab);
  };

  /** Fifty changes there and back. What is typed, the way out and who listens are looked at before and after. */
  async function goesRound(name) {
    const { tab, site } = at;
    const { morphs, sameAddress } = libraries[name];
    await open(name);
    await writeInto(tab, 'now.words', 'typed before');
    await tab.evaluate(() => void (window.first = document.querySelector('safety-checklist')));
    await swap(name, 'two');
    const change = () => tab.evaluate(() => Number(document.querySelector('#change').textContent));
    if (sameAddress) assert.ok((await change()) > 1);
    else assert.equal(await tab.evaluate(() => document.querySelector('h1').textContent), 'Two');
    assert.equal(await writtenIn(tab, 'now.words'), 'typed before');
    if (morphs)
      assert.equal(await tab.evaluate(() => document.querySelector('safety-checklist') === window.first), true);
    await writeInto(tab, 'now.words', 'typed between');
    await swap(name, 'one');
    assert.equal(await writtenIn(tab, 'now.words'), 'typed between');
    await swap(name, 'two');
    await swap(name, 'one');
    const before = await stateOf(tab);
    for (let round = 0; round < 23; round++) for (const page of ['two', 'one']) await swap(name, page);
    const after = await stateOf(tab);
    assert.deepEqual(after, before);
    assert.equal(after.exits, 1);
    assert.equal(after.fallbacks, true, 'what stands inside of the elements');
    assert.equal(after.inFront, true, 'the way out is in front');
    assert.equal(await writtenIn(tab, 'now.words'), 'typed between');
    assert.deepEqual(await tab.evaluate('watched.wrong'), []);
    await leadsByKeys(site, tab);
  }

  /** After a change, the link of the page leaves, too. */
  async function linkLeaves(name) {
    await open(name);
    await swap(name, 'two');
    await leads(at.site, at.tab, () => ways.click(at.tab));
  }

  test(
    worksWith({
      kind: 'page library',
      name: 'Turbo',
      condition: 'Turbo Drive replaces the body of the page, fifty times',
      result: 'what was typed is still there, there is one quick-exit button, and it works',
      limit: 'Text in a private frame that wasn’t saved is gone once the element is removed.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    () => goesRound('turbo'),
  );
  test(
    worksWith({
      kind: 'page library',
      name: 'Turbo',
      condition: 'a page refresh morphs the page, fifty times',
      result: 'the elements stay, what was typed is still there, and the quick-exit button works',
      engines: 'Chromium, Firefox, WebKit',
    }),
    () => goesRound('turboMorph'),
  );
  test(
    worksWith({
      kind: 'page library',
      name: 'htmx 4',
      condition: 'it swaps the main part of the page, fifty times',
      result: 'what was typed is still there, and the quick-exit button works',
      limit: 'Text in a private frame that wasn’t saved is gone once the element is removed.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    () => goesRound('htmx'),
  );
  test(
    worksWith({
      kind: 'page library',
      name: 'htmx 4',
      condition: 'it morphs the whole body, fifty times',
      result: 'the elements stay, what was typed is still there, and the quick-exit button works',
      engines: 'Chromium, Firefox, WebKit',
    }),
    () => goesRound('htmxMorph'),
  );
  test(
    worksWith({
      kind: 'page library',
      name: 'htmx 2 with idiomorph',
      condition: 'it morphs the whole body, fifty times',
      result: 'the elements stay, what was typed is still there, and the quick-exit button works',
      engines: 'Chromium, Firefox, WebKit',
    }),
    () => goesRound('htmx2'),
  );
  test(
    worksWith({
      kind: 'page library',
      name: 'idiomorph',
      condition: 'it morphs the whole body, fifty times',
      result: 'the elements stay, what was typed is still there, and the quick-exit button works',
      engines: 'Chromium, Firefox, WebKit',
    }),
    () => goesRound('idiomorph'),
  );
  test(
    worksWith({
      kind: 'page library',
      name: 'morphdom',
      condition: 'it morphs the whole body, fifty times',
      result: 'the elements stay, what was typed is still there, and the quick-exit button works',
      engines: 'Chromium, Firefox, WebKit',
    }),
    () => goesRound('morphdom'),
  );
  test(
    worksWith({
      kind: 'page library',
      name: 'Alpine Morph, as in Livewire',
      condition: 'it morphs the main part of the page, fifty times',
      result: 'the elements stay, what was typed is still there, and the quick-exit button works',
      limit: 'Livewire itself needs a server and was not tried. It morphs with the same library.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    () => goesRound('alpine'),
  );
  test(
    worksWith({
      kind: 'page library',
      name: 'swup',
      condition: 'it replaces the main part of the page, fifty times',
      result: 'what was typed is still there, and the quick-exit button works',
      limit: 'Text in a private frame that wasn’t saved is gone once the element is removed.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    () => goesRound('swup'),
  );
  for (const name of Object.keys(libraries)) test(`${name}: the link leaves after a change`, () => linkLeaves(name));
});
