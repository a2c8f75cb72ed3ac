/** What is kept goes when a person leaves: what they typed, what this library has stored, and what the agency's server clears. */
import assert from 'node:assert/strict';
import { answer, inRealBrowsers, leads, leadsByKeys, pageWith, ways } from './leave-site.js';
import { eventually } from './real-browser.js';

const cookies = { 'clear-site-data': '"cookies"' };

/** Makes a database with a word in it, and closes it; or keeps it open, and closes it when it is to be deleted. */
const make = async (name, keep) => {
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => opening.result.createObjectStore('words').put('Hello', 1);
  await new Promise((resolve, reject) => Object.assign(opening, { onsuccess: resolve, onerror: reject }));
  if (keep) opening.result.onversionchange = () => opening.result.close();
  else opening.result.close();
  return true;
};

const databases = `indexedDB.databases().then((all) => all.map(({ name }) => name).sort())`;

inRealBrowsers((at, test) => {
  const open = async (options = {}) => {
    const { site, tab } = at;
    site.pages['/a'] = pageWith({ to: site.elsewhere.address, ...options });
    await tab.goto(`${site.address}/a`);
  };
  const plain = (tab = at.tab) => tab.goto(`${at.site.address}/plain`);
  const has = async (names) => {
    await plain();
    await at.tab.until(
      (wanted) => indexedDB.databases().then((all) => `${all.map(({ name }) => name).sort()}` === wanted),
      {
        args: [`${names}`],
      },
    );
  };

  for (const [name, way] of Object.entries(ways))
    test(`${name}: the database of this library is deleted, one of the agency stays`, async () => {
      const { site, tab } = at;
      await plain();
      await tab.evaluate(make, '_ae');
      await tab.evaluate(make, 'agency');
      assert.deepEqual(await tab.evaluate(databases), ['_ae', 'agency']);
      await open();
      assert.deepEqual(await tab.evaluate(databases), ['_ae', 'agency'], 'nothing is deleted before');
      await leads(site, tab, () => way(tab, site));
      await has(['agency']);
    });

  test('the database is deleted where another tab has it open, and closes it when it is asked to', async (context) => {
    const { site, tab, browser } = at;
    if (!browser.can.tabs) return context.skip('It has one tab.');
    const other = await browser.open();
    await plain(other);
    await other.evaluate(make, '_ae', true);
    await open();
    await leadsByKeys(site, tab);
    await eventually(async () => !(await other.evaluate(databases)).includes('_ae'), { what: 'it is deleted' });
    await other.close();
  });

  for (const [what, code] of Object.entries({
    'has none': `Object.defineProperty(window, 'indexedDB', { value: undefined })`,
    'may use none': `Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('', 'SecurityError') } })`,
    'has changed it': `IDBFactory.prototype.deleteDatabase = () => { throw new Error('Not here.') }`,
  }))
    test(`a page that ${what} is left all the same, and let go of`, async () => {
      const { site, tab } = at;
      site.elsewhere.delay = 1;
      await open({ head: `<script>${code}</script>`, body: '<iframe src="/empty"></iframe>' });
      const seen = await tab.watch('[document.title, document.querySelectorAll("iframe").length]');
      await leadsByKeys(site, tab);
      site.elsewhere.delay = 0;
      assert.deepEqual(seen.at(-1), ['…', 0]);
      await plain();
      assert.equal(await tab.evaluate('sessionStorage._'), '1');
    });

  test('what was typed into a plan is gone while the other site does not answer', async () => {
    const { site, tab } = at;
    site.elsewhere.delay = 2;
    await open({
      body: `<safety-checklist></safety-checklist><script type="module" src="/cdn/safety-checklist.js"></script>
        <script>
          window.fields = () => [...document.querySelector('safety-checklist').shadowRoot?.querySelectorAll('textarea, input') ?? []];
          window.typed = () => fields().map(({ value, type }) => (type === 'checkbox' ? '' : value)).join('');
        </script>`,
    });
    await tab.until(() => {
      window
        .fields()
        .find((field) => field.matches('[data-at=own]'))
        ?.focus();
      return !!document.querySelector('safety-checklist').shadowRoot?.activeElement;
    });
    await tab.type('aunt');
    assert.equal(await tab.evaluate('typed()'), 'aunt');
    const seen = await tab.watch('[typed(), document.title]');
    await ways.keys(tab, site);
    await tab.until(`document.title === 'Elsewhere'`);
    site.elsewhere.delay = 0;
    assert.deepEqual(seen.at(-1), ['', '…']);
  });

  const fields = {
    'a field': `<input id="field">`,
    'a field in a shadow root': `<div id="field"></div><script>field.attachShadow({ mode: 'open' }).append(document.createElement('input'))</script>`,
    'a field in a dialog': `<dialog><input id="field"></dialog><script>document.querySelector('dialog').showModal()</script>`,
  };
  for (const [what, body] of Object.entries(fields))
    test(`the focus is taken out of ${what}, and the page is silent for who listens`, async () => {
      const { site, tab } = at;
      site.elsewhere.delay = 2;
      await open({
        body: `${body}<script>
          window.focused = () => {
            const { activeElement } = document;
            return (activeElement?.shadowRoot?.activeElement ?? activeElement)?.localName;
          };
        </script>`,
      });
      await tab.evaluate(() => {
        const field = document.querySelector('#field');
        (field.shadowRoot?.firstChild ?? field).focus();
      });
      assert.equal(await tab.evaluate('focused()'), 'input');
      const seen = await tab.watch('[focused(), document.body.inert]');
      await ways.keys(tab, site);
      await tab.until(`document.title === 'Elsewhere'`);
      site.elsewhere.delay = 0;
      assert.notEqual(seen.findLast(([, inert]) => !inert)[0], 'input', 'before all of the page is silent');
      assert.deepEqual(seen.at(-1), ['body', true]);
    });

  test('clear-url is asked once the page is out of sight, and clears what the server says', async () => {
    const { site, tab } = at;
    const asked = [];
    site.pages['/clear'] = (request, response) => {
      asked.push(request.headers);
      answer('', cookies)(request, response);
    };
    await open({ attributes: `href="${site.elsewhere.address}" clear-url="/clear"` });
    await tab.evaluate(`void (document.cookie = 'visits=1')`);
    await leadsByKeys(site, tab);
    await eventually(() => asked.length, { what: 'the server is asked' });
    assert.equal(asked[0].referer, undefined);
    assert.match(asked[0].cookie, /visits=1/);
    await plain();
    // Browsers clear for pages that they trust; WebKitGTK does not take this one for such.
    if (at.engine !== 'webkit') assert.equal(await tab.evaluate('document.cookie'), '');
  });

  for (const [what, clear] of Object.entries({
    'of another site': ({ partner }) => `${partner}/clear`,
    'that leads to another site': () => '/moved',
    'that is none': () => 'https://',
  }))
    test(`clear-url: an address ${what} is not asked`, async () => {
      const { site, tab } = at;
      const asked = [];
      site.pages['/clear'] = (request, response) => {
        asked.push(request.headers.host);
        answer('', {})(request, response);
      };
      site.pages['/moved'] = (request, response) =>
        response.writeHead(302, { location: `${site.partner}/clear` }).end();
      await open({ attributes: `href="${site.elsewhere.address}" clear-url="${clear(site)}"` });
      await leadsByKeys(site, tab);
      await plain();
      assert.deepEqual(asked, []);
    });
});
