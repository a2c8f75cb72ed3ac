/** Where the frame does not come: is that said, can the plan be used all the same, and is nothing kept? And does it come where rules are strict? */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { add, element, entries, inEachEngine, keep, pageOf, untilFramed, untilInPage } from './frame-site.js';
import { answer } from './leave-site.js';
import { inRepository } from './support.js';

const wordsOf = (language) =>
  JSON.parse(readFileSync(inRepository(`src/content/${language}/framing.json`), 'utf8')).words;
const english = wordsOf('en');
const readable = JSON.parse(readFileSync(inRepository('src/content/en/writing.json'), 'utf8')).words.readable;

const told = (page) =>
  page.addInitScript(() => {
    window.told = [];
    window.addEventListener('content-error', ({ target, problems }) =>
      window.told.push([target.localName, ...problems.map(({ path, reason }) => `${path} ${reason}`)]),
    );
  });

/** Three seconds pass quickly. */
const hurry = (page) =>
  page.addInitScript(() => {
    const later = window.setTimeout;
    window.setTimeout = (act, time, ...more) => later(act, time === 3000 ? 200 : time, ...more);
  });

const asks = (csp) => ({ headers: { 'content-security-policy': csp } });
const strict = "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'";

inEachEngine('A private frame that does not come', (at) => {
  for (const [why, { body = element, ...options }, prepare = () => {}] of [
    ['the policy of the page blocks frames', asks(`${strict}; frame-src 'none'`)],
    ['the file is not there', { body: element.replace('<private-frame', '<private-frame frame-src="/nowhere.html"') }],
    ['the file is another page', { body: element.replace('<private-frame', '<private-frame frame-src="/plain"') }],
    [
      'the server lets no page show it',
      { body: element.replace('<private-frame', '<private-frame frame-src="/closed"') },
    ],
    ['it is of another version', { body: element.replace('<private-frame', '<private-frame frame-src="/other"') }],
  ]) {
    it(`is said to have not come, and the plan stands in the page, where nothing is kept: ${why}`, async () => {
      const framePage = readFileSync(inRepository('cdn/frame.html'), 'utf8');
      at.site.pages['/closed'] = answer(framePage, { 'x-frame-options': 'DENY' });
      at.site.pages['/other'] =
        `<!doctype html><script>parent.postMessage({ alongside: 2, type: 'hello' }, '*')</script>`;
      const { page } = await at.open(pageOf({ body: body.replace('audience', 'in-page audience') }), {
        ...options,
        prepare: async (page) => {
          await told(page);
          await hurry(page);
          await prepare(page);
        },
      });
      const plan = await untilInPage(page);
      const said = page.locator('private-frame [part=blocked]');
      assert.equal((await said.innerText()).trim(), english.blocked);
      assert.equal(await page.locator('private-frame iframe').count(), 0);
      assert.deepEqual(await page.evaluate(() => window.told), [['private-frame', 'frame-src timeout']]);
      assert.match(await plan.locator('.surface').innerText(), new RegExp(readable));
      await plan.locator('[data-at=own]').fill('still usable');
      await plan.locator('[data-do=add]').click();
      assert.equal(await plan.locator('.entry .words').innerText(), 'still usable');
      assert.equal(await plan.locator('[data-opens=keep]').count(), 0);
      await plan.locator('.keeping', { hasText: 'can’t save notes on this device' }).waitFor();
      assert.deepEqual(await page.evaluate(() => indexedDB.databases()), []);
    });
  }

  it('says so in Spanish with the English beside it, and follows attributes', async () => {
    const { page } = await at.open(pageOf({ lang: 'es' }), { ...asks(`${strict}; frame-src 'none'`), prepare: hurry });
    const plan = await untilInPage(page);
    const spanish = wordsOf('es');
    await page.locator('private-frame [part=blocked]', { hasText: spanish.blocked }).waitFor();
    assert.match(await page.locator('[part=blocked] [lang=en]').innerText(), new RegExp(english.blocked));
    assert.match(await page.locator('[part=blocked]').innerText(), new RegExp(spanish.draft));
    await page.evaluate(() => document.querySelector('private-frame').setAttribute('heading-level', '4'));
    await plan.locator('#title[aria-level="4"]').waitFor();
  });

  it('leaves what stands inside where the element itself cannot be had', async () => {
    const { page } = await at.open(pageOf(), {
      ...asks(`${strict}; frame-src 'none'`),
      prepare: async (page) => {
        await hurry(page);
        await page.route('**/cdn/safety-checklist.js', (route) => route.abort());
        await told(page);
      },
    });
    await page.waitForFunction(() => window.told.length);
    assert.ok(await page.locator('private-frame a[href="tel:988"]').isVisible());
    assert.equal(await page.locator('private-frame safety-checklist').count(), 0);
  });

  it('leaves what was kept before as it is', async () => {
    const { page } = await at.open(pageOf());
    const frame = await untilFramed(page);
    await add(frame, 'secretfirst');
    await keep(frame);
    at.site.pages['/b'] = answer(pageOf(), asks("frame-src 'none'").headers);
    await hurry(page);
    await page.goto(`${at.site.address}/b`);
    const plan = await untilInPage(page);
    assert.equal(await plan.locator('[data-keep=open]').count(), 0);
    assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)), ['_ae']);
  });

  it('shows a phone number where its script does not come, and for a tag that nobody knows', async () => {
    const without = await at.open(pageOf({ tag: '' }));
    await without.page.locator('private-frame a[href="tel:988"]').waitFor();
    const unknown = element.replace('safety-checklist', 'stage-guide');
    const { page } = await at.open(pageOf({ body: unknown }), { prepare: told });
    await page.waitForFunction(() => window.told.length);
    assert.deepEqual(await page.evaluate(() => window.told), [['private-frame', 'tag unknown-id']]);
    assert.ok(await page.locator('private-frame a[href="tel:988"]').isVisible());
    assert.equal(await page.locator('private-frame iframe').count(), 0);
    await page.evaluate(() => document.querySelector('private-frame').setAttribute('tag', 'safety-checklist'));
    await untilFramed(page);
    assert.ok(!(await page.locator('private-frame a[href="tel:988"]').isVisible()));
  });
});

inEachEngine('A private frame under strict rules', (at) => {
  it('comes, is used and is kept with the response headers that the guide names', async () => {
    const guide = readFileSync(inRepository('docs/private-text.md'), 'utf8');
    const [, named] = /```http\n(Content-Security-Policy: .*sandbox[^`]*)```/.exec(guide);
    const headers = Object.fromEntries(
      named
        .replace('https://www.example.org', at.site.address)
        .trim()
        .split('\n')
        .map((line) => line.split(': ')),
    );
    assert.match(headers['Content-Security-Policy'], /sandbox.*frame-ancestors|frame-ancestors.*sandbox/);
    at.site.pages['/cdn/frame.html'] = answer(readFileSync(inRepository('cdn/frame.html'), 'utf8'), headers);
    try {
      const { page, problems } = await at.open(pageOf());
      const frame = await untilFramed(page);
      await add(frame, 'secretfirst');
      await keep(frame);
      assert.deepEqual(problems, []);
    } finally {
      delete at.site.pages['/cdn/frame.html'];
    }
  });

  for (const [what, more] of [
    ['no styles', ''],
    ['trusted types', "; require-trusted-types-for 'script'"],
    ['trusted types, with a list that names none', "; require-trusted-types-for 'script'; trusted-types 'none'"],
  ]) {
    it(`comes, is used and is kept: ${what}`, async () => {
      const { page, problems } = await at.open(pageOf({ head: '' }).replace('<link rel="icon" href="data:,">', ''), {
        ...asks(`${strict}; style-src 'none'; frame-src 'self'${more}`),
        prepare: (page) =>
          page.addInitScript(() => {
            window.refused = [];
            document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
              if (!/favicon/.test(blockedURI)) window.refused.push(`${effectiveDirective} ${blockedURI}`);
            });
          }),
      });
      const frame = await untilFramed(page);
      await add(frame, 'secretfirst');
      await keep(frame);
      assert.deepEqual(await entries(frame), ['secretfirst']);
      assert.deepEqual(await page.evaluate(() => window.refused), []);
      assert.deepEqual(await frame.evaluate(() => window.refused), []);
      assert.ok(
        await frame.evaluate(
          () =>
            getComputedStyle(document.querySelector('safety-checklist').shadowRoot.querySelector('.surface'))
              .paddingTop !== '0px',
        ),
      );
      assert.deepEqual(
        problems.filter((problem) => !/favicon/.test(problem)),
        [],
      );
    });
  }
});
