/** A tool of the site holds the script back, or copies it elsewhere. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { inRealBrowsers, leads, leadsByKeys, pageWith } from './leave-site.js';
import { inRepository } from './support.js';

/** As cache plugins do it: the script is fetched when the person does something for the first time. */
const heldBack = `<script type="held" data-src="/cdn/quick-exit.js"></script><script>{
  const kinds = ['mouseover', 'click', 'keydown', 'wheel', 'touchstart'];
  const load = () => {
    for (const kind of kinds) removeEventListener(kind, load);
    const held = document.querySelector('script[type=held]');
    held.replaceWith(Object.assign(document.createElement('script'), { src: held.dataset.src }));
  };
  for (const kind of kinds) addEventListener(kind, load, { passive: true });
}</script>`;
const drawn = `!!document.querySelector('quick-exit').shadowRoot`;

inRealBrowsers((at, test) => {
  test('held back until the first key: presses count from when it is there', async () => {
    const { site, tab } = at;
    site.pages['/a'] = pageWith({ to: site.elsewhere.address, tag: heldBack });
    await tab.goto(`${site.address}/a`);
    assert.equal(await tab.evaluate(drawn), false);
    await tab.keys('Shift');
    await tab.until(drawn);
    await leadsByKeys(site, tab);
  });

  // With a finger: nothing comes before the press, and the script may come while it lasts.
  test('held back until the first press: the link leads away', async () => {
    const { site, tab } = at;
    site.pages['/a'] = pageWith({ to: site.elsewhere.address, tag: heldBack.replace('mouseover', 'mousedown') });
    await tab.goto(`${site.address}/a`);
    const { headers } = await leads(site, tab, () => tab.click('quick-exit a'));
    assert.equal(headers.referer, undefined);
  });

  test('held back until something else was done: the link leaves in place of the page, and Back leads away', async () => {
    const { site, tab } = at;
    site.pages['/a'] = pageWith({ to: site.elsewhere.address, tag: heldBack });
    await tab.goto(`${site.address}/start`);
    await tab.goto(`${site.address}/a`);
    await tab.click('h1');
    await tab.until(drawn);
    const length = await tab.evaluate('history.length');
    await leads(site, tab, () => tab.click('quick-exit a'));
    assert.equal(await tab.evaluate('history.length'), length);
  });

  const copies = {
    'a file in another folder': '<script src="/cache/combined-1a2b.js"></script>',
    'the page itself': '',
  };
  for (const [where, tag] of Object.entries(copies))
    test(`copied into ${where}, far from its other files: the button has Spanish words, and leaves`, async () => {
      const { site, tab } = at;
      const code = await readFile(inRepository('cdn/quick-exit.js'), 'utf8');
      site.pages['/cache/combined-1a2b.js'] = (request, response) => {
        response.writeHead(200, { 'content-type': 'text/javascript' });
        response.end(`"use strict";var other=1;\n${code};\nother++;`);
      };
      site.pages['/a'] =
        `<!doctype html><html lang="es-MX"><head><meta charset="utf-8"><title>Ayuda</title>${tag || `<script>${code.replaceAll('</script', '<\\/script')}</script>`}` +
        `</head><body><quick-exit href="${site.elsewhere.address}"></quick-exit><h1>Ayuda</h1></body></html>`;
      await tab.goto(`${site.address}/a`);
      const words = await tab.until(`document.querySelector('quick-exit').shadowRoot?.querySelector('a').textContent`);
      assert.equal(words, 'Salir de este sitio · Leave this site');
      await leadsByKeys(site, tab);
    });
});
