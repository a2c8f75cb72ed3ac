/** Does a private frame look and speak as if what is in it stood in the page, and follow when the page changes? */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { axeOptions } from '../../.storybook/axe-options.js';
import { add, element, entries, inEachEngine, pageOf, untilFramed } from './frame-site.js';
import { eventually } from './real-browser.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const settings = (frame) =>
  frame.evaluate(() => {
    const { shadowRoot } = document.querySelector('safety-checklist');
    const surface = getComputedStyle(shadowRoot.querySelector('.surface'));
    const { lang, dir } = document.documentElement;
    const { color, backgroundColor, fontFamily, fontSize, direction, borderTopLeftRadius } = surface;
    const { fontSize: rem } = getComputedStyle(document.documentElement);
    return { lang, dir, color, backgroundColor, fontFamily, fontSize, direction, radius: borderTopLeftRadius, rem };
  });

/** The height of the frame, and of what is in it. */
const heights = async (page, frame) => [
  await page.evaluate(() => document.querySelector('private-frame').shadowRoot.querySelector('iframe').clientHeight),
  await frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height)),
];

const untilFits = async (page, frame) => {
  for (let tries = 0; ; tries++) {
    const [outside, inside] = await heights(page, frame);
    if (outside === inside && outside > 300) return outside;
    if (tries > 400) assert.fail(`${outside} is not ${inside}`);
    await page.waitForTimeout(25);
  }
};

inEachEngine('A private frame', (at) => {
  /** Counts from the start, in the page, how often all of it is searched, and keeps what the frame is told. */
  const count = (page) =>
    page.addInitScript(() => {
      window.searches = 0;
      window.keys = [];
      window.measured = 0;
      const { querySelectorAll } = window.Document.prototype;
      window.Document.prototype.querySelectorAll = function (selector) {
        if (selector === '*') window.searches++;
        return querySelectorAll.call(this, selector);
      };
      const { getComputedStyle } = window;
      window.getComputedStyle = (element, ...more) => {
        if (element.localName === 'private-frame') window.measured++;
        return getComputedStyle(element, ...more);
      };
      const { postMessage } = window.MessagePort.prototype;
      window.MessagePort.prototype.postMessage = function (message, ...more) {
        if (message?.type === 'settings') window.keys.push(message.settings.shortcut);
        return postMessage.call(this, message, ...more);
      };
    });

  /** What a page does while its window is being resized: many events within a frame, over several frames. */
  const resize = (page) =>
    page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      await frame();
      await frame();
      window.searches = window.measured = 0;
      for (let frames = 0; frames < 5; frames++) {
        for (let times = 0; times < 4; times++) {
          window.dispatchEvent(new Event('resize'));
          document.body.setAttribute('data-times', times);
          await Promise.resolve();
        }
        await frame();
      }
      return { searches: window.searches, measured: window.measured };
    });

  const exit = '<script src="/cdn/quick-exit.js"></script><quick-exit href="https://www.wikipedia.org/"></quick-exit>';
  for (const [what, body] of [
    ['none', element],
    ['one', exit + element],
  ])
    it(`follows a window that is resized without a search of the page for a way out, where there is ${what}`, async () => {
      const { page } = await at.open(pageOf({ body }), { prepare: count });
      await untilFramed(page);
      const { searches, measured } = await resize(page);
      assert.equal(searches, 0);
      assert.ok(measured >= 5 && measured <= 6, `it is measured ${measured} times in five frames`);
    });

  it('counts presses as the page does: whatever else a person does there, they start over', async () => {
    // Any element that can do what a way out does.
    const way = `<p id="way"></p><script>
      window.left = 0;
      Object.assign(document.querySelector('#way'), { clearUrl: '', shortcut: 'shift', leave: () => void window.left++ });
    </script>`;
    const { page } = await at.open(pageOf({ body: way + element }));
    const frame = await untilFramed(page);
    const press = (acts) =>
      frame.evaluate((types) => {
        const shift = { key: 'Shift', code: 'ShiftLeft', bubbles: true };
        const press = () => {
          document.body.dispatchEvent(new KeyboardEvent('keydown', shift));
          document.body.dispatchEvent(new KeyboardEvent('keyup', shift));
        };
        for (const type of types) {
          press();
          press();
          document.dispatchEvent(new Event(type, { bubbles: true }));
        }
        press();
      }, acts);
    const acts = ['wheel', 'touchstart', 'touchend', 'pointerdown', 'pointerup', 'mousedown', 'mouseup'];
    await press([...acts, 'visibilitychange']);
    await page.waitForTimeout(200);
    assert.equal(await page.evaluate(() => window.left), 0);
    await frame.evaluate(() => document.dispatchEvent(new Event('wheel', { bubbles: true })));
    await press([]);
    await press([]);
    await press([]);
    await page.waitForFunction(() => window.left === 1);
  });

  it('learns of a way out that comes later, and of one that goes', async () => {
    const { page } = await at.open(pageOf(), { prepare: count });
    await untilFramed(page);
    const last = (keys) => page.waitForFunction((wanted) => window.keys.at(-1) === wanted, keys);
    await last('none');
    await page.evaluate(() => {
      document.body.prepend(Object.assign(document.createElement('quick-exit'), { id: 'exit' }));
      document.head.append(Object.assign(document.createElement('script'), { src: '/cdn/quick-exit.js' }));
    });
    await last('shift');
    await page.evaluate(() => {
      document.querySelector('#exit').remove();
      window.dispatchEvent(new Event('resize'));
    });
    await last('none');
  });

  it('is accessible: what is in it, and the page with it', async () => {
    const { page } = await at.open(pageOf({ body: `<main><h1>Help</h1>${element}</main>` }));
    const frame = await untilFramed(page);
    await add(frame, 'An idea');
    for (const where of [frame, page]) {
      await where.evaluate(axe);
      const found = await where.evaluate(
        ({ runOnly, rules }) =>
          axe.run(document, {
            runOnly,
            rules: {
              ...rules,
              'page-has-heading-one': { enabled: false },
              'landmark-one-main': { enabled: false },
              region: { enabled: false },
              bypass: { enabled: false },
            },
            iframes: false,
          }),
        axeOptions,
      );
      assert.deepEqual(
        found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
        [],
      );
      assert.ok(found.passes.length > 5);
    }
    assert.equal(await page.locator('private-frame iframe').getAttribute('aria-label'), 'Private area');
  });

  it('has the tokens, the font and the sizes of the page, and follows them', async () => {
    const head = `<style>
      html { font-size: 20px }
      body { font: 18px/1.5 Georgia, serif; --alongside-radius: 2rem }
      private-frame { --alongside-color-accent: #5b2a86 }
      .other { --alongside-color-surface: rgb(1, 2, 3) }
    </style>`;
    const { page } = await at.open(pageOf({ head }));
    const frame = await untilFramed(page);
    const { fontFamily, fontSize, radius, rem } = await settings(frame);
    assert.deepEqual([fontFamily, fontSize, radius, rem], ['Georgia, serif', '18px', '53.2px', '20px']);
    assert.equal(
      await frame.evaluate(
        () =>
          getComputedStyle(document.querySelector('safety-checklist').shadowRoot.querySelector('[data-do=take]')).color,
      ),
      'rgb(91, 42, 134)',
    );
    await page.evaluate(() => (document.body.className = 'other'));
    const surface = () =>
      getComputedStyle(document.querySelector('safety-checklist').shadowRoot.querySelector('.surface')).backgroundColor;
    // The page of the frame allows no `eval`, and waiting from inside of it needs that.
    await eventually(async () => (await frame.evaluate(surface)) === 'rgb(1, 2, 3)');
    await page.evaluate(() => (document.body.className = ''));
    await eventually(async () => (await frame.evaluate(surface)) !== 'rgb(1, 2, 3)');
  });

  it('asks for nothing that a token of the page names', async () => {
    const head = `<style>private-frame { --alongside-color-surface: url(/asked.png) }</style>`;
    const { page } = await at.open(pageOf({ head }));
    const frame = await untilFramed(page);
    await add(frame, 'An idea');
    assert.deepEqual(
      at.site.requests.filter(({ path }) => path.includes('asked')),
      [],
    );
  });

  for (const [scheme, dark] of [
    ['dark', true],
    ['light', false],
  ]) {
    it(`has the color scheme of the page, whatever the device prefers: ${scheme}`, async () => {
      const { page } = await at.open(pageOf({ head: `<style>html { color-scheme: ${scheme} }</style>` }), {
        colorScheme: dark ? 'light' : 'dark',
      });
      const frame = await untilFramed(page);
      const { backgroundColor } = await settings(frame);
      assert.equal(backgroundColor, dark ? 'rgb(33, 30, 27)' : 'rgb(255, 253, 250)');
      await page.evaluate((other) => (document.documentElement.style.colorScheme = other), dark ? 'light' : 'dark');
      await frame.waitForFunction(
        (before) =>
          getComputedStyle(document.querySelector('safety-checklist').shadowRoot.querySelector('.surface'))
            .backgroundColor !== before,
        backgroundColor,
      );
    });
  }

  it('speaks the language of the page as it changes, keeps what was typed, and turns round', async () => {
    const { page } = await at.open(pageOf());
    const frame = await untilFramed(page);
    await add(frame, 'An idea');
    await page.evaluate(() => Object.assign(document.documentElement, { lang: 'es-MX', dir: 'rtl' }));
    await frame.locator('safety-checklist', { hasText: 'Imprimir' }).waitFor();
    await page.locator('private-frame iframe[aria-label="Espacio privado"]').waitFor({ state: 'attached' });
    const { lang, dir, direction } = await settings(frame);
    assert.deepEqual([lang, dir, direction], ['es-MX', 'rtl', 'rtl']);
    assert.deepEqual(await entries(frame), ['An idea']);
    await page.evaluate(() => (document.querySelector('private-frame').lang = 'en'));
    await frame.locator('safety-checklist', { hasText: 'Print' }).waitFor();
  });

  it('speaks it where the site writes it with an underscore, and marks it as browsers understand it', async () => {
    const { page } = await at.open(pageOf({ lang: 'es_MX' }));
    const frame = await untilFramed(page);
    await frame.locator('safety-checklist', { hasText: 'Imprimir' }).waitFor();
    assert.equal((await settings(frame)).lang, 'es');
  });

  it('is as high as what is in it, at every width, also below the edge of the window', async () => {
    const { page } = await at.open(pageOf({ body: `<div style="height: 3000px"></div>${element}` }));
    const frame = await untilFramed(page);
    const before = await untilFits(page, frame);
    await add(frame, 'An idea');
    assert.ok((await untilFits(page, frame)) > before + 50);
    await frame.locator('.opens').click();
    await frame.locator('[data-do=out]').click();
    // The way back, where the line was, goes with the next change.
    await frame.locator('[data-at="ride.who"]').fill('Sam');
    assert.ok((await untilFits(page, frame)) < before + 50);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.waitForFunction((height) => document.querySelector('private-frame').clientHeight > height, before + 50);
    await untilFits(page, frame);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
    assert.ok((await frame.evaluate(() => document.documentElement.scrollWidth)) <= 320);
  });

  it('passes attributes on as they change, and content from the property, from a script inside and from an address', async () => {
    const ideas = (title) => JSON.stringify({ youthTitle: title, ideas: [{ id: 'x', advocate: 'A', youth: 'B' }] });
    at.site.pages['/pack.json'] = ideas('From an address');
    const body = element.replace('>', `><script type="application/json">${ideas('From inside')}</script>`);
    const { page } = await at.open(pageOf({ body }), {
      prepare: (page) =>
        page.addInitScript(() => {
          window.told = [];
          window.addEventListener('content-error', ({ problems }) =>
            window.told.push(...problems.map(({ path }) => path)),
          );
        }),
    });
    const frame = await untilFramed(page);
    const title = (text) => frame.locator('#title', { hasText: text }).waitFor();
    await title('From inside');
    await page.evaluate(() => document.querySelector('private-frame').setAttribute('src', '/pack.json'));
    await title('From an address');
    await page.evaluate(
      (json) =>
        Object.assign(document.querySelector('private-frame'), { content: { ...JSON.parse(json), youthTitel: 1 } }),
      ideas('A property'),
    );
    await title('A property');
    await page.waitForFunction(() => window.told.includes('$.youthTitel'));
    await page.evaluate(() => document.querySelector('private-frame').setAttribute('audience', 'advocate'));
    await title('Safety plan');
    await page.evaluate(() => document.querySelector('private-frame').removeAttribute('audience'));
    await page.evaluate(() => document.querySelector('private-frame').setAttribute('onclick', 'alert(1)'));
    await page.evaluate(() => document.querySelector('private-frame').setAttribute('heading-level', '5'));
    await frame.locator('#title[aria-level="5"]').waitFor();
    assert.deepEqual(
      await frame.evaluate(() => document.querySelector('safety-checklist').getAttributeNames().sort()),
      ['heading-level', 'in-page'],
    );
  });

  it('shows what stands inside where a pack fails', async () => {
    const { page } = await at.open(pageOf({ body: element.replace(' tag', ' src="/nowhere.json" tag') }), {
      prepare: (page) =>
        page.addInitScript(() =>
          window.addEventListener('content-error', ({ problems }) => (window.told = problems[0].reason)),
        ),
    });
    await page.waitForFunction(() => window.told === 'status');
    assert.ok(await page.locator('private-frame a[href="tel:988"]').isVisible());
  });

  it('says nothing of others who could read along, and is not said to be in the page', async () => {
    const { page } = await at.open(pageOf());
    const frame = await untilFramed(page);
    const { readable, memory } = JSON.parse(
      readFileSync(new URL('../../src/content/en/writing.json', import.meta.url), 'utf8'),
    ).words;
    const text = await frame.locator('safety-checklist').evaluate(({ shadowRoot }) => shadowRoot.textContent);
    assert.ok(text.includes(memory) && !text.includes(readable));
    assert.ok(!(await page.locator('[part=blocked]').isVisible()));
  });

  it('prints the plan alone from its button, under a title that tells nothing', async () => {
    const { page } = await at.open(pageOf(), {
      prepare: (page) =>
        page.addInitScript(() => {
          // A browser says so before and after.
          window.print = () => {
            window.dispatchEvent(new Event('beforeprint'));
            const sheet = document.querySelector('safety-checklist').shadowRoot.querySelector('[part=sheet]');
            window.printed = [document.title, sheet.textContent];
            window.dispatchEvent(new Event('afterprint'));
          };
        }),
    });
    const frame = await untilFramed(page);
    await add(frame, 'secretidea');
    await frame.locator('[data-opens=print]').click();
    await frame.locator('[data-keep=print]').click();
    await frame.waitForFunction(() => window.printed);
    const [title, sheet] = await frame.evaluate(() => window.printed);
    assert.equal(title, 'My notes');
    assert.match(sheet, /secretidea/);
    assert.equal(await page.evaluate(() => document.title), 'Help near you');
    assert.equal(await frame.locator('[part=sheet]').count(), 0);
  });

  // Firefox opens the dialog itself, and nobody is there to close it.
  if (at.engine === 'chromium')
    it('can open the dialog for printing, which a frame may not without being allowed to', async () => {
      const { page, problems } = await at.open(pageOf(), {
        prepare: (page) =>
          page.addInitScript(() => window.addEventListener('beforeprint', () => (window.printing = true))),
      });
      const frame = await untilFramed(page);
      await frame.locator('[data-opens=print]').click();
      await frame.locator('[data-keep=print]').click();
      await frame.waitForFunction(() => window.printing);
      assert.deepEqual(problems, []);
    });

  // Only Chromium makes a PDF from outside.
  if (at.engine === 'chromium' && !spawnSync('pdftotext', ['-v']).error) {
    it('is on paper where the whole page is printed', async () => {
      const { page } = await at.open(pageOf());
      const frame = await untilFramed(page);
      await add(frame, 'secretidea');
      const { stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: await page.pdf(), encoding: 'utf8' });
      assert.match(stdout, /secretidea/);
    });
  }

  it('comes again, empty, where the page takes it out and puts it back, and goes on where the page moves it as a whole', async () => {
    const { page } = await at.open(pageOf({ body: `<div id="a">${element}</div><div id="b"></div>` }));
    let frame = await untilFramed(page);
    await add(frame, 'An idea');
    // Firefox 153 loads a frame in a shadow root anew all the same.
    if (at.engine === 'chromium') {
      await page.evaluate(() => document.querySelector('#b').moveBefore(document.querySelector('private-frame'), null));
      await page.evaluate(() => document.querySelector('#b').setAttribute('lang', 'es'));
      await frame.locator('safety-checklist', { hasText: 'Imprimir' }).waitFor();
      assert.deepEqual(await entries(frame), ['An idea']);
    }
    await page.evaluate(() => {
      window.element = document.querySelector('private-frame');
      window.element.remove();
    });
    assert.equal(await page.evaluate(() => window.element.shadowRoot.querySelector('iframe')), null);
    await page.evaluate(() => document.querySelector('#a').append(window.element));
    frame = await untilFramed(page);
    assert.deepEqual(await entries(frame), []);
    // Out and in again within one task, several times over: one frame is left.
    await page.evaluate(() => {
      for (let times = 0; times < 5; times++) document.querySelector(times % 2 ? '#a' : '#b').append(window.element);
    });
    frame = await untilFramed(page);
    await add(frame, 'Another');
    assert.equal(await page.evaluate(() => window.element.shadowRoot.querySelectorAll('iframe').length), 1);
  });

  it('works in a page that is itself in a frame, of this site or another', async () => {
    at.site.pages['/inner'] = pageOf();
    for (const host of [at.site.address, at.site.partner]) {
      const { page } = await at.open(`<!doctype html><iframe src="${host}/inner" width="700" height="600"></iframe>`);
      const handle = await page.waitForSelector('iframe');
      const middle = await handle.contentFrame();
      const frame = await untilFramed(middle);
      await add(frame, 'An idea');
      assert.deepEqual(await entries(frame), ['An idea']);
    }
  });

  it('lets a number be called', async () => {
    const { page, problems } = await at.open(pageOf());
    const frame = await untilFramed(page);
    await frame.locator('[data-do=addPerson]').click();
    await frame.locator('[data-at="people.0.number"]').fill('555-0109');
    await frame.locator('[data-do=wrote]').click();
    await frame.locator('a[href^="tel:"]').click();
    await add(frame, 'An idea');
    assert.deepEqual(
      problems.filter((problem) => /sandbox|block/i.test(problem)),
      [],
    );
    assert.deepEqual(await entries(frame), ['An idea']);
  });
});
