/** What stands in a private frame: can the page around see any of it? And does it look as if it stood in the page? */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { lookAtFields, marks } from '../marks.js';
import { add, element, entries, inEachEngine, keep, pageOf, untilFramed, untilKept } from './frame-site.js';
import { eventually } from './real-browser.js';

const secret = 'secretmarker';

/** What a page can take note of: every event at its window, every message, all that is in its document. It begins before anything else is there. */
const spyOnAll = (page) =>
  page.addInitScript(() => {
    if (window.top !== window) return;
    window.heard = [];
    window.said = [];
    const types = Object.keys(window).filter((name) => /^on/.test(name));
    for (const type of [...types.map((name) => name.slice(2)), 'focusin', 'focusout', 'compositionend'])
      window.addEventListener(type, ({ type, key, data }) => window.heard.push([type, key, typeof data]), true);
    const text = (data) =>
      JSON.stringify(data, (key, value) =>
        value instanceof Uint8Array ? [...value].map((one) => String.fromCharCode(one)).join('') : value,
      );
    window.addEventListener('message', ({ data }) => window.said.push(text(data)), true);
    const { set } = Object.getOwnPropertyDescriptor(window.MessagePort.prototype, 'onmessage');
    Object.defineProperty(window.MessagePort.prototype, 'onmessage', {
      set(listener) {
        set.call(this, (event) => (window.said.push(text(event.data)), listener(event)));
      },
    });
    const { postMessage } = window.MessagePort.prototype;
    window.MessagePort.prototype.postMessage = function (data) {
      window.said.push(text(data));
      return postMessage.call(this, data);
    };
  });

inEachEngine('What is typed in a private frame', (at) => {
  for (const tag of ['safety-checklist', 'options-explorer', 'goal-planner', 'practice-check'])
    it(`is asked to be left alone, as in the page: ${tag}`, async () => {
      const { page } = await at.open(pageOf({ body: `<private-frame tag="${tag}">Call 988.</private-frame>` }));
      const frame = page.frameLocator('private-frame iframe');
      // What a passphrase is typed into is there when somebody asks for it.
      await frame.locator(`${tag} .keeping [data-opens=keep]`).click();
      const { fields, wrong } = await frame
        .locator(tag)
        .evaluate((element, [look, marks]) => new Function(`return ${look}`)()(marks), [`${lookAtFields}`, marks]);
      assert.deepEqual(wrong, []);
      assert.ok(fields > 2);
    });

  it('reaches the page around in no event, no message and nowhere in its document, kept or not', async () => {
    const { page, problems } = await at.open(pageOf(), { prepare: spyOnAll });
    const frame = await untilFramed(page);
    await page.evaluate(() => (window.heard.length = 0));
    await frame.locator('[data-at=own]').click();
    await page.keyboard.type(`${secret} Quetzal`);
    await page.keyboard.press('Enter');
    assert.deepEqual(await entries(frame), [`${secret} Quetzal`]);
    await keep(frame);
    await frame.locator('.entry .words').click();
    await frame.locator('[data-at="items.0.note"]').click();
    await page.keyboard.type(`${secret} more`);
    await untilKept(frame);
    const { heard, said, html, reached } = await page.evaluate(() => ({
      heard: window.heard.map(([type]) => type),
      said: window.said,
      html: document.documentElement.outerHTML + document.querySelector('private-frame').shadowRoot.innerHTML,
      reached: document.querySelector('private-frame').shadowRoot.querySelector('iframe').contentDocument,
    }));
    assert.deepEqual(
      heard.filter((type) => /key|input|composition|down|up$|move|click|paste|select/.test(type)),
      [],
    );
    assert.ok(
      said.some((one) => one.includes('"what":"write"')),
      'messages are noted',
    );
    for (const one of [...said, html]) assert.ok(!one.includes(secret) && !one.includes('Quetzal'), one.slice(0, 200));
    assert.equal(reached, null);
    assert.deepEqual(problems, []);
  });

  it('cannot be read by the page through the window of the frame, nor the page by the frame', async () => {
    const { page } = await at.open(pageOf());
    const frame = await untilFramed(page);
    const attempt = async (where, code) => {
      try {
        return await where.evaluate(code);
      } catch (error) {
        return `${error}`.includes('SecurityError') || /cross-origin|denied/i.test(`${error}`) ? 'refused' : `${error}`;
      }
    };
    assert.equal(
      await attempt(
        page,
        "document.querySelector('private-frame').shadowRoot.querySelector('iframe').contentWindow.document.title",
      ),
      'refused',
    );
    assert.equal(await attempt(frame, 'window.parent.document.title'), 'refused');
    assert.equal(await attempt(frame, 'localStorage.length'), 'refused');
    assert.equal(await frame.evaluate(() => window.origin), 'null');
  });

  it('asks for nothing but its own two files, and nothing at all while it is used', async () => {
    const { page } = await at.open(pageOf());
    const frame = await untilFramed(page);
    assert.deepEqual(
      at.site.requests.map(({ path }) => path),
      ['/a', '/cdn/private-frame.js', '/cdn/frame.html', '/cdn/frame.js'],
    );
    at.site.requests.length = 0;
    await add(frame, secret);
    await keep(frame);
    await page.evaluate(() => (document.documentElement.lang = 'es'));
    await frame.locator('safety-checklist', { hasText: 'Guardado' }).waitFor();
    await eventually(() => at.site.requests.length > 0, { what: 'the page asks for its own words' });
    assert.deepEqual(
      at.site.requests.map(({ path }) => path),
      ['/cdn/es/framing.js'],
    );
    for (const { headers } of at.site.requests) assert.equal(headers.cookie, undefined);
  });

  it('is not asked for with a referrer or with cookies that tell who asks', async () => {
    await at.open(pageOf()).then(({ page }) => untilFramed(page));
    const asked = at.site.requests.filter(({ path }) => path.startsWith('/cdn/frame'));
    assert.equal(asked.length, 2);
    for (const { headers } of asked) assert.equal(headers.referer, undefined);
  });

  it('is lost to a document that stands in the page: the file shows nothing by itself and in a frame that can be looked into', async () => {
    const { page } = await at.open(pageOf({ tag: '', body: '<iframe src="/cdn/frame.html"></iframe>' }), {
      prepare: (page) =>
        page.addInitScript(() => window.addEventListener('message', ({ data }) => (window.told = data))),
    });
    await page.waitForLoadState();
    assert.equal(await page.evaluate(() => document.querySelector('iframe').contentDocument.body.childElementCount), 0);
    assert.equal(await page.evaluate(() => window.told), undefined);
    await page.goto(`${at.site.address}/cdn/frame.html`);
    assert.equal(await page.evaluate(() => document.body.childElementCount), 0);
  });
});

inEachEngine('Who speaks to a private frame', (at) => {
  it('the page listens to no other window than that of the frame, and to no other version', async () => {
    const other = (code) => `<iframe sandbox="allow-scripts" srcdoc="<script>${code}</script>"></iframe>`;
    const greet = "for (const alongside of [0, 1, 2]) parent.postMessage({ alongside, type: 'hello' }, '*');";
    const { page } = await at.open(
      pageOf({
        body: `${other(`onmessage = () => parent.postMessage('answered', '*'); setInterval(() => { ${greet} }, 20);`)}${element}`,
      }),
      {
        prepare: (page) =>
          page.addInitScript(() =>
            window.addEventListener('message', ({ data }) => (window.told = [...(window.told ?? []), data])),
          ),
      },
    );
    await page.waitForFunction(() => window.told?.length > 2);
    await untilFramed(page);
    await page.evaluate(() => window.postMessage({ alongside: 1, type: 'hello' }, '*'));
    const many = await page.evaluate(() => window.told.length);
    await page.waitForFunction((many) => window.told.length > many + 6, many);
    assert.ok(!(await page.evaluate(() => window.told)).includes('answered'));
  });

  it('the frame listens to the page that it met, once, and to the port it got then', async () => {
    const { page } = await at.open(pageOf());
    const frame = await untilFramed(page);
    await add(frame, secret);
    await page.evaluate(() => {
      const { contentWindow } = document.querySelector('private-frame').shadowRoot.querySelector('iframe');
      const settings = {
        tag: 'safety-checklist',
        attributes: [],
        content: '',
        lang: 'es',
        dir: 'ltr',
        look: [],
        rem: '16px',
        shortcut: 'none',
      };
      for (const data of [
        { type: 'forget' },
        { type: 'settings', settings },
        { alongside: 1, type: 'welcome', works: true, settings },
      ])
        contentWindow.postMessage(data, '*', [new window.MessageChannel().port1]);
    });
    // A change that goes by the port comes after them.
    await page.evaluate(() => document.querySelector('private-frame').setAttribute('heading-level', '3'));
    await frame.waitForFunction(() => document.querySelector('safety-checklist').getAttribute('heading-level') === '3');
    assert.deepEqual(await entries(frame), [secret]);
    assert.equal(await frame.evaluate(() => document.documentElement.lang), 'en');
  });

  it('the page does nothing with messages of the port that are not exactly its own, and does no harm to what is kept', async () => {
    const spy = (page) =>
      page.addInitScript(() => {
        const { postMessage } = window.MessagePort.prototype;
        window.MessagePort.prototype.postMessage = function (data, ...more) {
          window.port = this;
          return postMessage.call(this, data, ...more);
        };
      });
    const { page } = await at.open(pageOf(), { prepare: spy });
    const frame = await untilFramed(page);
    await add(frame, secret);
    await keep(frame);
    const height = () =>
      page.evaluate(() => document.querySelector('private-frame').shadowRoot.querySelector('iframe').style.blockSize);
    const before = await height();
    const answers = await frame.evaluate(async () => {
      const bytes = new Uint8Array(200).fill(1);
      const write = { type: 'ask', id: 1e6, what: 'write', record: { mark: '1', bytes }, expected: '', alone: false };
      const forged = [
        { type: 'height', height: '9px' },
        { type: 'height', height: -9 },
        { type: 'height', height: 1e9 },
        { type: 'settings' },
        { type: 'tell', what: 'wipe' },
        { ...write, id: 1e6 + 1, record: { mark: '1', bytes: 'text' } },
        { ...write, id: 1e6 + 2, record: { mark: '1', bytes: new Uint8Array(5_000_001) } },
        JSON.parse('{"__proto__":{"type":"ask","id":1000003,"what":"wipe"}}'),
        { type: 'ask', id: 1e6 + 4, what: '__proto__' },
        // Well formed, but written over a record that is no longer, or never was, the newest.
        write,
        { ...write, id: 1e6 + 5, expected: '4-5-6', alone: true },
      ];
      const got = [];
      return new Promise((resolve) => {
        window.port.addEventListener('message', ({ data }) => {
          got.push(data);
          if (data.id === 1e6 + 5) resolve(got);
        });
        for (const data of forged) window.port.postMessage(data);
      });
    });
    assert.deepEqual(
      answers.filter(({ id }) => id >= 1e6).map(({ id, value }) => [id, value]),
      [
        [1e6, false],
        [1e6 + 5, false],
      ],
    );
    assert.equal(await height(), before);
    await add(frame, 'and more');
    await untilKept(frame);
    assert.deepEqual(await entries(frame), [secret, 'and more']);
  });

  it('a document that comes in the place of the frame is not spoken to: the frame starts anew', async () => {
    const { page } = await at.open(pageOf());
    const frame = await untilFramed(page);
    await add(frame, secret);
    at.site.pages['/other'] =
      `<!doctype html><script>parent.postMessage({ alongside: 1, type: 'hello' }, '*'); onmessage = () => parent.postMessage('answered', '*');</script>`;
    await page.evaluate(() => {
      window.first = document.querySelector('private-frame').shadowRoot.querySelector('iframe');
      window.addEventListener('message', ({ data }) => (window.answered ||= data === 'answered'));
    });
    await frame.evaluate(() => void (location.href = '/other')).catch(() => {});
    await page.waitForFunction(() => {
      const now = document.querySelector('private-frame').shadowRoot.querySelector('iframe:not(.coming)');
      return now && now !== window.first;
    });
    assert.deepEqual(await entries(await untilFramed(page)), []);
    assert.equal(await page.evaluate(() => window.answered), false);
  });
});
