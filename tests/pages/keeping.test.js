/**
 * Keeping a plan on the device, in whole browsers: their own database, their tabs, their back-forward cache, and what they do when there is no room, no
 * encryption, or nothing that outlives the window. How records are sealed and brought together is tested in tests/node.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { keep, openPlan, passphrase, planPage, stored, unlock } from './keeping-site.js';
import { inRealBrowsers, leads, script, startLeaveSite } from './leave-site.js';
import { realEngines, startBrowser } from './real-browser.js';

const texts = (tab) => tab.evaluate('plan.texts()');
const empty = { databases: [], local: [], session: [], caches: [], cookie: '' };

/** A page with a way out and a plan. */
const withWayOut = (to) =>
  planPage({ head: script, attributes: 'in-page' }).replace(
    '<body>',
    `<body><quick-exit href="${to}"><a href="${to}" rel="noreferrer">Leave</a></quick-exit>`,
  );

await inRealBrowsers(
  (at, test) => {
    const start = async () => {
      await at.tab.goto(`${at.site.address}/empty`);
      await at.tab.evaluate(async () => {
        for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
        localStorage.clear();
        sessionStorage.clear();
      });
      await at.tab.until('indexedDB.databases().then((all) => !all.length)');
      at.site.requests.length = 0;
    };

    test('nothing is stored, whatever is done, until somebody asks for it', async () => {
      await start();
      await openPlan(at);
      const first = await stored(at.tab);
      await at.tab.evaluate(`(() => {
        plan.add('One');
        plan.add('Two');
        const leaves = ['print', 'keep', 'file', 'copy'];
        const pressAll = () => {
          for (const button of element().shadowRoot.querySelectorAll('button'))
            if (!leaves.includes(button.dataset.do ?? button.dataset.keep)) button.click();
        };
        pressAll();
        for (const does of ['keep', 'print', 'clear', 'file', 'add', 'copy']) {
          plan.open(does);
          pressAll();
        }
        plan.press('keep', { 'pass-new': 'short', 'pass-again': 'short' });
        plan.press('keep', { 'pass-new': 'long enough', 'pass-again': 'not the same' });
      })()`);
      assert.deepEqual(await stored(at.tab), first);
      const { databases, local, session, caches, cookie } = first;
      assert.deepEqual({ databases, local, session, caches, cookie }, empty);
    });

    test('a whole visit asks for files of the library only', async () => {
      await start();
      await openPlan(at);
      await at.tab.evaluate(`plan.add('One')`);
      await keep(at.tab);
      await at.tab.reload();
      await at.tab.until('window.plan?.ready()');
      await unlock(at.tab);
      await at.tab.evaluate(`plan.press('wipe')`);
      await at.tab.until(`plan.state() === 'memory'`);
      const asked = new Set(at.site.requests.map(({ path }) => path).filter((path) => path !== '/favicon.ico'));
      assert.deepEqual([...asked].sort(), ['/cdn/keeping-area.js', '/cdn/safety-checklist.js', '/plan']);
    });

    test('is found where the browser cannot look into its databases at first', async () => {
      await start();
      await openPlan(at);
      await at.tab.evaluate(`plan.add('One')`);
      await keep(at.tab);
      const failing = `<script>{
        const all = indexedDB.databases.bind(indexedDB);
        let times = 0;
        indexedDB.databases = () => (++times < 3 ? Promise.reject(new DOMException('Busy', 'UnknownError')) : all());
      }</script>`;
      at.site.pages['/failing'] = planPage({ head: failing, attributes: 'in-page' });
      await openPlan(at, '/failing');
      await unlock(at.tab);
      assert.deepEqual(await texts(at.tab), ['One']);
    });

    test('is there after the page was loaded anew, once it is opened', async () => {
      await start();
      await openPlan(at);
      await at.tab.evaluate(`plan.add('One')`);
      await keep(at.tab);
      const { databases, ...others } = await stored(at.tab);
      assert.deepEqual(databases, ['_ae']);
      assert.deepEqual([others.local, others.session, others.cookie], [[], [], '']);
      await at.tab.reload();
      await at.tab.until('window.plan?.ready()');
      await at.tab.until(`plan.state() === 'locked'`);
      assert.deepEqual(await texts(at.tab), []);
      await at.tab.evaluate(`plan.unlock('another passphrase')`);
      await at.tab.until(`/didn’t open/.test(plan.news())`);
      await unlock(at.tab);
      assert.deepEqual(await texts(at.tab), ['One']);
    });

    test('locked, nothing of it is on screen', async () => {
      await start();
      await openPlan(at);
      await at.tab.evaluate(`plan.add(['quiet', 'otter'].join('-'))`);
      await keep(at.tab);
      // Half typed, and not in the plan yet.
      await at.tab.evaluate(
        `element().shadowRoot.querySelector('[data-at=own]').value = ['quiet', 'otter', 'too'].join('-')`,
      );
      assert.ok(await at.tab.evaluate(`plan.shown().includes(['quiet', 'otter'].join('-'))`));
      await at.tab.evaluate(`plan.press('lock')`);
      await at.tab.until(`plan.state() === 'locked'`);
      assert.ok(!(await at.tab.evaluate(`plan.shown().includes(['quiet', 'otter'].join('-'))`)));
      if (!at.tab.heap) return;
      const heap = await at.tab.heap();
      assert.ok(heap.includes('safety-checklist'), 'the memory was looked at');
      assert.ok(!heap.includes('quiet-otter'), 'it is not in memory either');
      await unlock(at.tab);
      assert.ok((await at.tab.heap()).includes('quiet-otter'), 'it would have been found');
    });

    test('what another tab writes comes in, and both are there', async () => {
      await start();
      await openPlan(at);
      await at.tab.evaluate(`plan.add('One')`);
      await keep(at.tab);
      const other = await at.browser.open();
      try {
        await openPlan({ site: at.site, tab: other });
        await unlock(other);
        const count = 20;
        for (const tab of [at.tab, other]) await tab.evaluate('window.all = Promise.resolve()');
        for (let round = 0; round < count; round++)
          await Promise.all([at.tab.evaluate(`plan.add('a${round}')`), other.evaluate(`plan.add('b${round}')`)]);
        for (const tab of [at.tab, other])
          await tab.until(`plan.texts().length === ${1 + 2 * count} && plan.isSaved()`);
        assert.equal(new Set(await texts(other)).size, 1 + 2 * count);
      } finally {
        await other.close();
      }
    });

    test('wiped in one tab, it is gone from the other', async () => {
      await start();
      await openPlan(at);
      await at.tab.evaluate(`plan.add('One')`);
      await keep(at.tab);
      const other = await at.browser.open();
      try {
        await openPlan({ site: at.site, tab: other });
        await unlock(other);
        await other.evaluate(`plan.press('wipe')`);
        await at.tab.until(`plan.state() === 'memory' && plan.texts().length === 0`);
        await at.tab.until('indexedDB.databases().then((all) => !all.length)');
      } finally {
        await other.close();
      }
    });

    test('wiped elsewhere while the page was gone: going back does not bring it back', async () => {
      await start();
      await openPlan(at);
      await at.tab.evaluate(`plan.add('One')`);
      await keep(at.tab);
      await at.tab.goto(`${at.site.address}/empty`);
      await at.tab.evaluate(`void indexedDB.deleteDatabase('_ae')`);
      await at.tab.until('indexedDB.databases().then((all) => !all.length)');
      await at.tab.back();
      await at.tab.until('window.plan?.ready()');
      await at.tab.until(`plan.state() === 'memory' && plan.texts().length === 0`);
    });

    test('the way out deletes it, at any moment, and Back does not bring it back', async () => {
      at.site.pages['/out'] = withWayOut(at.site.elsewhere.address);
      for (const moment of ['kept', 'locked', 'while it is written']) {
        await start();
        await openPlan(at, '/out');
        await at.tab.evaluate(`plan.add('One')`);
        await keep(at.tab);
        if (moment === 'locked') {
          await at.tab.evaluate(`plan.press('lock')`);
          await at.tab.until(`plan.state() === 'locked'`);
        }
        const act = moment === 'while it is written' ? `plan.change(0, 'Two'); session().vault.save();` : '';
        await leads(at.site, at.tab, () =>
          at.tab.evaluate(`void setTimeout(() => { ${act} document.querySelector('quick-exit').leave(); })`),
        );
        await at.tab.goto(`${at.site.address}/empty`);
        await at.tab.until('indexedDB.databases().then((all) => !all.length)');
        await openPlan(at);
        assert.deepEqual([await at.tab.evaluate('plan.state()'), await texts(at.tab)], ['memory', []], moment);
      }
    });

    test('a page that changes how JSON is written does no harm', async () => {
      await start();
      const bad = `<script>for (const kind of [Array, Object, String]) Object.defineProperty(kind.prototype, 'toJSON', { value: () => 'changed' });</script>`;
      at.site.pages['/json'] = planPage({ head: bad, attributes: 'in-page' });
      await at.tab.goto(`${at.site.address}/json`);
      await at.tab.until('window.plan?.ready()');
      await at.tab.evaluate(`plan.add('One')`);
      await at.tab.evaluate(`plan.keep('${passphrase}')`);
      await at.tab.until(`plan.state() === 'open'`);
      await openPlan(at);
      await unlock(at.tab);
      assert.deepEqual(await texts(at.tab), ['One']);
    });

    test('a damaged record is left as it is, and the one before it opens', async () => {
      await start();
      await openPlan(at);
      await at.tab.evaluate(`plan.add('One')`);
      await keep(at.tab);
      await at.tab.evaluate(`plan.add('Two')`);
      await at.tab.until('plan.isSaved()');
      const damage = (keys) =>
        at.tab.evaluate((keys) => {
          const asked = indexedDB.open('_ae');
          return new Promise((resolve) => {
            asked.onsuccess = () => {
              const transaction = asked.result.transaction('_', 'readwrite');
              const store = transaction.objectStore('_');
              for (const key of keys)
                store.get(key).onsuccess = ({ target }) => {
                  target.result.bytes[150] ^= 4;
                  store.put(target.result, key);
                };
              transaction.oncomplete = () => resolve(asked.result.close());
            };
          });
        }, keys);
      const bytes = () =>
        at.tab.evaluate(() => {
          const asked = indexedDB.open('_ae');
          return new Promise((resolve) => {
            asked.onsuccess = () => {
              asked.result.transaction('_').objectStore('_').getAll().onsuccess = ({ target }) => {
                asked.result.close();
                resolve(target.result.map((one) => [...one.bytes].join()).join(';'));
              };
            };
          });
        });
      await at.tab.goto(`${at.site.address}/empty`);
      await damage([0]);
      await openPlan(at);
      await unlock(at.tab);
      assert.deepEqual(await texts(at.tab), ['One']);
      assert.match(await at.tab.evaluate('plan.news()'), /ones from before/);
      await at.tab.goto(`${at.site.address}/empty`);
      await damage([1]);
      const both = await bytes();
      await openPlan(at);
      await at.tab.until(`plan.state() === 'locked'`);
      await at.tab.evaluate(`plan.unlock('${passphrase}')`);
      await at.tab.until(`/damaged/.test(plan.news())`);
      assert.equal(await bytes(), both);
    });

    test('a file that was saved is taken in again: added to what is there, or in its place', async () => {
      await start();
      await openPlan(at);
      await at.tab.evaluate(`(() => {
        plan.add('One');
        // Keeps the file that would go to the downloads, and its name.
        URL.createObjectURL = (blob) => ((window.saved = blob), 'blob:saved');
        HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };
        plan.press('file', { 'pass-new': 'words for a file', 'pass-again': 'words for a file' });
      })()`);
      await at.tab.until(`plan.news() === 'The file is saved.'`);
      assert.equal(await at.tab.evaluate('savedAs'), 'notes.age');
      assert.match(await at.tab.evaluate('saved.text()'), /^age-encryption\.org\/v1\n-> scrypt /);
      assert.doesNotMatch(await at.tab.evaluate('saved.text()'), /One|plan|items/);
      const take = (how, words) =>
        at.tab.evaluate(
          (how, words) => {
            const root = window.element().shadowRoot;
            const files = new window.DataTransfer();
            files.items.add(new window.File([window.saved], 'any-name'));
            window.plan.open(how);
            root.querySelector('[data-at=file]').files = files.files;
            const area = root.querySelector('[data-at=file]').closest('.panel');
            area.querySelector('[data-at=pass-pass]').value = words;
            area.querySelector(`[data-keep=${how}]`).click();
          },
          how,
          words,
        );
      await at.tab.evaluate(`plan.add('Two')`);
      await take('add', 'not these words');
      await at.tab.until(`/didn’t open/.test(plan.news())`);
      assert.deepEqual(await texts(at.tab), ['One', 'Two']);
      await take('add', 'words for a file');
      await at.tab.until(`plan.news() === 'Your notes were added.'`);
      assert.deepEqual(await texts(at.tab), ['One', 'Two']);
      await at.tab.evaluate(`plan.change(0, 'Three')`);
      await take('replace', 'words for a file');
      await at.tab.until(`plan.news() === 'Your notes were added.'`);
      assert.deepEqual(await texts(at.tab), ['One']);
      assert.deepEqual((await stored(at.tab)).databases, []);
      await at.tab.evaluate(`window.saved = new Blob(['PK nothing of ours'])`);
      await take('add', 'words for a file');
      await at.tab.until(`/doesn’t have notes/.test(plan.news())`);
      // A person can stop it.
      await at.tab.evaluate(`plan.press('file', { 'pass-new': 'words for a file', 'pass-again': 'words for a file' })`);
      await at.tab.until(`!!element().shadowRoot.querySelector('[data-keep=stop]')`);
      await at.tab.evaluate(`element().shadowRoot.querySelector('[data-keep=stop]').click()`);
      await at.tab.until(`!element().shadowRoot.querySelector('[data-keep=stop]') && !plan.news()`);
    });

    test('as plain text it is copied, or shown where that is not allowed', async () => {
      await start();
      await openPlan(at);
      await at.tab.evaluate(`(() => {
        plan.add('One');
        Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => void (window.copied = text) } });
        plan.press('copy');
      })()`);
      await at.tab.until(`plan.news() === 'Copied.'`);
      assert.match(await at.tab.evaluate('copied'), /^My notes\nIn the plan\nOne\n/);
      await at.tab.evaluate(
        `(navigator.clipboard.writeText = async () => { throw new Error('no'); }, plan.press('copy'))`,
      );
      await at.tab.until(`/Here it is/.test(plan.news())`);
      assert.match(await at.tab.evaluate(`element().shadowRoot.querySelector('[data-at=text]').value`), /One/);
    });

    test('on a page without encryption it is not offered, and the plan works', async () => {
      const plain = { site: { address: at.site.address.replace('agency.localhost', 'agency.test') }, tab: at.tab };
      await openPlan(plain);
      assert.equal(await at.tab.evaluate('isSecureContext'), false);
      await at.tab.evaluate(`plan.add('One')`);
      assert.deepEqual(await texts(at.tab), ['One']);
      assert.ok(await at.tab.evaluate(`!element().shadowRoot.querySelector('[data-opens=keep]')`));
      assert.match(
        await at.tab.evaluate(`element().shadowRoot.querySelector('.keeping').textContent`),
        /can’t save notes on this device/,
      );
    });
  },
  {
    prepare: ({ site }) => void (site.pages['/plan'] = planPage({ attributes: 'in-page' })),
    engines: ['chromium', 'firefox'],
  },
);

for (const engine of (await realEngines()).filter((name) => name !== 'webkit')) {
  describe(`${engine}, in special states`, { timeout: 600_000 }, () => {
    const at = {};
    before(async () => {
      at.site = await startLeaveSite();
      at.site.pages['/plan'] = planPage({ attributes: 'in-page' });
    });
    after(() => at.site?.close());
    const within = async (options, work) => {
      at.browser = await startBrowser(engine, options);
      try {
        at.tab = await at.browser.open();
        await work();
      } finally {
        await at.browser.close();
      }
    };

    test('a private window: it is kept as long as that is open, or the person is told', () =>
      within(
        {
          args: engine === 'chromium' ? ['--incognito'] : [],
          preferences: { 'browser.privatebrowsing.autostart': true },
        },
        async () => {
          await openPlan(at);
          await at.tab.evaluate(`plan.add('One')`);
          await at.tab.evaluate(`plan.keep('${passphrase}')`);
          await at.tab.until(`plan.state() === 'open' || /only/.test(plan.news())`);
          assert.deepEqual(await texts(at.tab), ['One']);
          if ((await at.tab.evaluate('plan.state()')) !== 'open') return;
          await at.tab.until('plan.isSaved()');
          await at.tab.reload();
          await at.tab.until('window.plan?.ready()');
          await unlock(at.tab);
          assert.deepEqual(await texts(at.tab), ['One']);
        },
      ));

    test('no room is left: the old version stays, the person is told, and the text stays', () =>
      within({ preferences: { 'dom.quotaManager.temporaryStorage.fixedLimit': 700 } }, async () => {
        await openPlan(at);
        await at.tab.evaluate(`plan.add('One')`);
        await keep(at.tab);
        // Chromium's room is that of the disk, and cannot be made smaller from outside: there its error is thrown in its place.
        if (engine === 'chromium')
          await at.tab.evaluate(() => {
            window.IDBObjectStore.prototype.put = () => {
              throw new window.DOMException('', 'QuotaExceededError');
            };
          });
        await at.tab.evaluate(`plan.change(0, 'x'.repeat(5_000_000))`);
        await at.tab.until(`/no room/.test(plan.news())`, { seconds: 30 });
        assert.equal(await at.tab.evaluate('plan.texts()[0].length'), 5_000_000);
        await at.tab.reload();
        await at.tab.until('window.plan?.ready()');
        await unlock(at.tab);
        assert.deepEqual(await texts(at.tab), ['One']);
      }));
  });
}
