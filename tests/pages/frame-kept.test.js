/** What a person keeps from a private frame: is it there again, only for the passphrase, and whole? */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { add, entries, inEachEngine, keep, pageOf, unlock, untilFramed, untilKept } from './frame-site.js';

const databases = (page) => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

/** The records that are in the page's database, as text of one character for each byte. */
const kept = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('_ae').onsuccess = ({ target: { result: database } }) => {
          database.transaction('_').objectStore('_').getAll().onsuccess = ({ target: { result: records } }) => {
            database.close();
            resolve(records.map(({ mark, bytes }) => [mark, String.fromCharCode(...bytes)]));
          };
        };
      }),
  );

inEachEngine('What is kept from a private frame', (at) => {
  it('stays when the page is loaded again, opens with the passphrase and with no other', async () => {
    const { page } = await at.open(pageOf());
    let frame = await untilFramed(page);
    assert.deepEqual(await databases(page), []);
    await add(frame, 'secretfirst');
    assert.deepEqual(await databases(page), []);
    await keep(frame);
    await add(frame, 'secretsecond');
    await untilKept(frame);
    for (const [mark, bytes] of await kept(page)) {
      assert.match(mark, /^[\d-]+$/);
      assert.ok(!bytes.includes('secret') && bytes.length > 4096);
    }
    await page.reload();
    frame = await untilFramed(page);
    await frame.locator('[data-keep=open]').waitFor();
    assert.deepEqual(await entries(frame), []);
    await frame.locator('[data-at=pass-pass]').first().fill('other words and more');
    await frame.locator('[data-keep=open]').click();
    await frame.locator('.keeping [aria-live]', { hasText: 'It didn’t open.' }).waitFor();
    await unlock(frame);
    assert.deepEqual(await entries(frame), ['secretfirst', 'secretsecond']);
  });

  it('is brought together from two tabs, and locks in both', async () => {
    const { page, context } = await at.open(pageOf());
    const one = await untilFramed(page);
    await keep(one);
    const second = await context.newPage();
    await second.goto(page.url());
    const two = await untilFramed(second);
    await unlock(two);
    await add(two, 'from the second');
    await untilKept(two);
    await one.locator('.entry').waitFor();
    assert.deepEqual(await entries(one), ['from the second']);
    await Promise.all([add(one, 'one more'), add(two, 'two more')]);
    for (const frame of [one, two])
      await frame.waitForFunction(
        () => document.querySelector('safety-checklist').shadowRoot.querySelectorAll('.entry').length === 3,
      );
    await one.locator('[data-keep=lock]').click();
    await two.locator('[data-keep=open]').waitFor();
    assert.deepEqual(await entries(two), []);
    await unlock(two);
    assert.deepEqual((await entries(two)).sort(), ['from the second', 'one more', 'two more']);
  });

  it('is the same for two frames in one page', async () => {
    const body = '<private-frame tag="safety-checklist"></private-frame>'.repeat(2);
    const { page } = await at.open(pageOf({ body }));
    const [one, two] = [await untilFramed(page, 0), await untilFramed(page, 1)];
    await add(one, 'in the first');
    await keep(one);
    await add(two, 'in the second');
    // Something is kept already. The second is told, or finds out while it keeps: it opens that, and brings along what it has.
    keep(two, false).catch(() => {});
    await two.locator('[data-keep=open]').waitFor();
    await unlock(two);
    await untilKept(two);
    await one.waitForFunction(
      () => document.querySelector('safety-checklist').shadowRoot.querySelectorAll('.entry').length === 2,
    );
    assert.deepEqual((await entries(one)).sort(), ['in the first', 'in the second']);
  });

  it('goes with “Wipe”, here and in other tabs', async () => {
    const { page, context } = await at.open(pageOf());
    const one = await untilFramed(page);
    await add(one, 'secretfirst');
    await keep(one);
    const second = await context.newPage();
    await second.goto(page.url());
    const two = await untilFramed(second);
    await unlock(two);
    await one.locator('[data-opens=wipe]').click();
    await one.locator('[data-keep=wipe]').click();
    await two.waitForFunction(
      () => !document.querySelector('safety-checklist').shadowRoot.querySelector('.entry, [data-keep=lock]'),
    );
    for (const frame of [one, two]) assert.deepEqual(await entries(frame), []);
    await page.waitForFunction(async () => !(await indexedDB.databases()).length);
  });

  it('is found again by the element in the page, and the other way round', async () => {
    const inPage = '<safety-checklist in-page></safety-checklist>';
    const { page } = await at.open(pageOf());
    const frame = await untilFramed(page);
    await add(frame, 'secretfirst');
    await keep(frame);
    at.site.pages['/b'] = pageOf({
      tag: '<script type="module" src="/cdn/safety-checklist.js"></script>',
      body: inPage,
    });
    await page.goto(`${at.site.address}/b`);
    await unlock(page);
    assert.deepEqual(await entries(page), ['secretfirst']);
  });

  it('is not offered where the browser keeps nothing', async () => {
    const { page } = await at.open(pageOf(), {
      prepare: (page) => page.addInitScript(() => void delete window.IDBFactory.prototype.databases),
    });
    const frame = await untilFramed(page);
    await frame.locator('.keeping', { hasText: 'can’t save notes on this device' }).waitFor();
    assert.equal(await frame.locator('[data-opens=keep]').count(), 0);
    await add(frame, 'still usable');
    assert.deepEqual(await entries(frame), ['still usable']);
  });

  it('is copied as text', async () => {
    const { page } = await at.open(pageOf());
    const frame = await untilFramed(page);
    await add(frame, 'secretfirst');
    await frame.locator('[data-opens=more]').click();
    await frame.locator('[data-opens=copy]', { hasText: 'Copy as plain text' }).click();
    await frame.locator('[data-keep=copy]').click();
    await frame.locator('.keeping [aria-live]', { hasText: /^(Copied\.|It couldn’t be copied)/ }).waitFor();
  });

  // Playwright does not hear of downloads of Firefox that come from a blob.
  if (at.engine === 'chromium')
    it('is saved as a file by the frame itself', async () => {
      const { page } = await at.open(pageOf());
      const frame = await untilFramed(page);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        frame.evaluate(() => {
          const href = URL.createObjectURL(new Blob(['sealed']));
          Object.assign(document.createElement('a'), { href, download: 'notes.age' }).click();
        }),
      ]);
      assert.equal(download.suggestedFilename(), 'notes.age');
    });

  it('starts a worker, though it has no origin', async () => {
    const { page } = await at.open(pageOf());
    const frame = await untilFramed(page);
    at.site.pages['/cdn/work.js'] = (request, response) => {
      response.writeHead(200, { 'content-type': 'text/javascript' });
      response.end('onmessage = ({ data }) => postMessage(`${data} done`);');
    };
    const answered = await frame.evaluate(
      () =>
        new Promise((resolve) => {
          const worker = new window.Worker(new URL('work.js', location.href), { type: 'module' });
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = ({ message }) => resolve(`failed: ${message}`);
          worker.postMessage('work');
        }),
    );
    assert.equal(answered, 'work done');
  });
});
