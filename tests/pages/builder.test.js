/** The snippet builder, and what comes of its snippets in a page. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { axeOptions } from '../../.storybook/axe-options.js';
import { hosts } from '../../demo/builder/hosts.js';
import { factsOf, isPrivate, publicFolder, snippet } from '../../demo/builder/snippet.js';
import { by, throughWordPress } from '../fixtures/wordpress.js';
import { inEachBrowser } from './partner-site.js';
import { eventually } from './real-browser.js';
import { inRepository } from './support.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const read = (path) => JSON.parse(readFileSync(inRepository(path), 'utf8'));
const facts = factsOf(read('cdn/builder.json'), read('cdn/manifest.json'));
const tags = Object.keys(facts.elements).filter((tag) => !['quick-exit', 'private-frame'].includes(tag));

/** What the builder takes over from a host, by its id. */
const fromHost = Object.fromEntries(hosts.map(({ id, form, level, inline }) => [id, { form, level, inline }]));
const forms = [...new Set(hosts.map(({ form }) => form))];

/** What the builder gives for choices, by the name of each part. What is not chosen is as it starts. */
const made = (options) => {
  const { parts } = snippet({ exit: true, attributes: facts.elements[options.tag].start, ...options }, facts);
  return Object.fromEntries(parts.map(({ id, html }) => [id, html]));
};

/** The rules for stories leave out what is about whole pages: this is one. */
const axeRules = {
  ...axeOptions,
  rules: {
    ...axeOptions.rules,
    'landmark-one-main': { enabled: true },
    'page-has-heading-one': { enabled: true },
    region: { enabled: true },
  },
};

const policy = [
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'",
  "form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html",
].join('; ');

/** Everything that a browser can keep for a page. */
const kept = async (page, context) => ({
  cookies: await context.cookies(),
  ...(await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    address: location.href,
    history: history.length,
    name: window.name,
  }))),
});

/** Longer than the builder waits before it makes the snippet anew. */
const soon = (page) => page.waitForTimeout(400);

inEachBrowser('The snippet builder', ({ open, engine }) => {
  const openBuilder = async (options = {}) => {
    const opened = await open('builder/', { ready: [], ...options });
    await opened.page.locator('#parts textarea').first().waitFor();
    const preview = opened.page.frameLocator('#frame');
    return { ...opened, preview };
  };
  const chooseTag = (page, tag) => page.locator(`[name=tag][value=${tag}]`).check();
  const codes = (page) =>
    page
      .locator('#parts textarea')
      .evaluateAll((all) => Object.fromEntries(all.map(({ id, value }) => [id.replace('code-', ''), value])));
  const assertCode = async (page, options) => {
    const expected = made(options);
    // Where it never comes, what there is instead is told.
    await eventually(async () => isDeepStrictEqual(await codes(page), expected)).catch(() => {});
    assert.deepEqual(await codes(page), expected);
  };

  it('shows each element, and its snippet', async () => {
    const { page, preview, problems } = await openBuilder();
    const offered = await page.locator('[name=tag]').evaluateAll((all) => all.map(({ value }) => value));
    assert.deepEqual(offered.toSorted(), tags.toSorted());
    for (const tag of offered) {
      await chooseTag(page, tag);
      const framed = isPrivate(facts, tag);
      await assertCode(page, { tag, framed });
      const around = framed ? preview.frameLocator(`private-frame[tag=${tag}] iframe`) : preview;
      await around.locator(tag).waitFor();
    }
    assert.deepEqual(problems, []);
  });

  it('gives each host the form that it takes, in a private frame or without one', async () => {
    const { page } = await openBuilder();
    for (const [tag, framed] of [
      ['stage-guide', false],
      ['safety-checklist', true],
      ['safety-checklist', false],
    ]) {
      await chooseTag(page, tag);
      if (isPrivate(facts, tag)) await page.locator('#framed').setChecked(framed);
      for (const [host, options] of Object.entries(fromHost)) {
        await page.locator('#host').selectOption(host);
        await assertCode(page, { tag, framed, ...options });
      }
    }
  });

  it('shows the preview as wide as a phone and as a desktop, in light and dark, in the language that was chosen', async () => {
    const { page, preview } = await openBuilder();
    const frame = page.frame({ url: /preview/ });
    assert.equal(await frame.evaluate(() => innerWidth), 360);
    await page.getByLabel('Desktop').check();
    await soon(page);
    assert.equal(await frame.evaluate(() => innerWidth), 1024);
    const background = () =>
      frame.evaluate(
        () =>
          getComputedStyle(document.querySelector('stage-guide').shadowRoot.querySelector('.surface')).backgroundColor,
      );
    const light = await background();
    await page.getByLabel('Dark', { exact: true }).check();
    await soon(page);
    assert.notEqual(await background(), light);
    await page.getByLabel('Language', { exact: true }).selectOption('es');
    await preview.getByText('Precontemplación').first().waitFor();
  });

  it('says in words what is hard to read, and shows and writes the colors all the same', async () => {
    const { page } = await openBuilder();
    await page.getByLabel('Our own colors').check();
    assert.equal(await page.locator('#light-summary').textContent(), 'All of it is easy to read.');
    await page.getByLabel('Text, light', { exact: true }).fill('#aaaaaa');
    await soon(page);
    assert.equal(await page.locator('#light-summary').textContent(), '2 of 4 are hard to read.');
    assert.match(
      await page.locator('#light-readings').textContent(),
      /Text on the surface: 2\.\d to 1\. Very hard to read/,
    );
    assert.equal(await page.locator('#dark-summary').textContent(), 'All of it is easy to read.');
    assert.equal(await page.locator('[data-picks=light-text]').inputValue(), '#aaaaaa');
    assert.match((await codes(page)).widget, /--alongside-color-text: light-dark\(#aaaaaa, /);
    const color = await page
      .frame({ url: /preview/ })
      .evaluate(
        () => getComputedStyle(document.querySelector('stage-guide').shadowRoot.querySelector('.surface')).color,
      );
    assert.equal(color, 'rgb(170, 170, 170)');
  });

  it('says under a field what is wrong in it', async () => {
    const { page } = await openBuilder();
    await page.getByLabel('Site to send people to').fill('http://www.example.com/');
    await page.getByLabel('Address of your own data').fill('https://a:b@www.example.com/x.json');
    await soon(page);
    for (const [id, words] of [
      ['destination', /^Start with https/],
      ['src', /password/],
    ]) {
      assert.equal(await page.locator(`#${id}`).getAttribute('aria-invalid'), 'true');
      assert.match(await page.locator(`#${id}-problem`).textContent(), words);
      assert.match(await page.locator(`#${id}`).getAttribute('aria-describedby'), new RegExp(`${id}-problem`));
    }
    assert.match(await page.locator('#wrong').textContent(), /left out/);
    assert.doesNotMatch(Object.values(await codes(page)).join(), /example\.com/);
    await page.getByLabel('Site to send people to').fill('https://www.example.com/');
    await page.getByLabel('Your own site').fill('shop.example.com');
    await soon(page);
    assert.match(await page.locator('#destination-problem').textContent(), /your own site/);
  });

  it('copies, and where that is not allowed selects the code and says which keys do it', async () => {
    const { page, context } = await openBuilder();
    if (engine === 'chromium') await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: /^Copy: The element/ }).click();
    await page.getByText('Copied.').waitFor();
    if (engine === 'chromium')
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), (await codes(page)).widget);
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.getByRole('button', { name: /^Copy: The element/ }).click();
    await page.getByText('didn’t let the page copy').waitFor();
    const selected = await page.evaluate(() => {
      const { id, selectionStart, selectionEnd, value } = document.activeElement;
      return { id, all: selectionStart === 0 && selectionEnd === value.length };
    });
    assert.deepEqual(selected, { id: 'code-widget', all: true });
  });

  it('can be used with the keyboard alone', async () => {
    const { page, preview } = await openBuilder();
    await page.locator('[name=tag]').first().focus();
    await page.keyboard.press('ArrowDown');
    await preview.locator('resource-card').waitFor();
    const passed = [];
    for (let at = 0; at < 80 && passed.at(-1) !== 'Copy: The element: code for the place where you want it'; at++) {
      await page.keyboard.press('Tab');
      passed.push(
        await page.evaluate(
          () => document.activeElement.ariaLabel || document.activeElement.id || document.activeElement.name,
        ),
      );
    }
    for (const field of ['language', 'src', 'radius', 'exit', 'destination', 'host', 'folder', 'width', 'code-widget'])
      assert.ok(passed.includes(field), `${field} among ${passed}`);
    await page.keyboard.press('Enter');
    await page.locator('#copied', { hasText: /Copied|press Ctrl/ }).waitFor();
  });

  it('keeps and sends nothing of what is typed', async () => {
    const { page, context, requests } = await openBuilder();
    const before = await kept(page, context);
    await chooseTag(page, 'resource-card');
    await page.getByText('More settings').click();
    await page.getByLabel('Our own colors').check();
    for (const field of await page.locator('#choices input:not([type=radio], [type=checkbox], [type=color])').all())
      await field.fill('https://secret.example.com/secret');
    for (const box of await page.locator('#choices input[type=checkbox]').all()) await box.check();
    await soon(page);
    for (const tag of ['safety-checklist', 'stage-guide']) {
      await chooseTag(page, tag);
      await page.getByLabel('Address of your own data').fill('https://secret.example.com/secret.json');
      await page.getByLabel('Language', { exact: true }).selectOption('es');
      await soon(page);
    }
    await page.keyboard.press('Enter');
    await soon(page);
    assert.deepEqual(await kept(page, context), before);
    // Its own files: those of the page first, then what its elements load when they are shown.
    for (const request of requests) assert.match(request, /^\/(builder\/([\w-]+\.\w+)?|cdn\/([\w-]+\/)?[\w-]+\.\w+)$/);
    await page.reload();
    await page.locator('#parts textarea').first().waitFor();
    assert.equal(await page.locator('#src').inputValue(), '');
  });

  it('leads nowhere from the preview', async () => {
    const { page, preview } = await openBuilder();
    await chooseTag(page, 'resource-card');
    await soon(page);
    await preview.getByRole('link', { name: /website/i }).click();
    // Where the way out is drawn.
    await page.locator('#frame').click({ position: { x: 290, y: 30 } });
    for (let times = 0; times < 3; times++) await page.keyboard.press('Shift');
    await preview.locator('quick-exit a').first().press('Enter');
    await soon(page);
    assert.match(page.url(), /\/builder\/$/);
    assert.match(page.frame({ url: /preview/ }).url(), /preview\.html$/);
    await preview.locator('resource-card').waitFor();
  });

  for (const [title, options] of [
    ['wide and light', {}],
    ['small and dark', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }],
    ['in forced colors', { forcedColors: 'active' }],
  ])
    it(`is accessible, ${title}`, async () => {
      const { page } = await openBuilder({ reducedMotion: 'reduce', ...options });
      await page.getByText('More settings').click();
      await page.getByLabel('Our own colors').check();
      await page.getByLabel('Text, light', { exact: true }).fill('no');
      await page.getByLabel('Site to send people to').fill('http://');
      await soon(page);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'it scrolls sideways');
      await page.evaluate(axeSource);
      const found = await page.evaluate(async (rules) => {
        const { violations } = await axe.run({ exclude: ['#frame'] }, rules);
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`),
        );
      }, axeRules);
      assert.deepEqual(found, []);
    });

  it('says what it needs where its files are missing, and without scripts', async () => {
    const missing = await open('builder/', {
      ready: [],
      prepare: (page) => page.route('**/cdn/builder.json', (route) => route.abort()),
    });
    await missing.page.getByText('could not be loaded').waitFor();
    const without = await open('builder/', { ready: [], javaScriptEnabled: false });
    assert.match(await without.page.locator('noscript').textContent(), /The builder needs JavaScript/);
    assert.equal(await without.page.locator('#state').textContent(), '');
  });
});

inEachBrowser(
  'The snippet builder under a strict policy with trusted types',
  ({ open }) => {
    it('works, and nothing is refused', async () => {
      const { page, problems } = await open('builder/', { ready: [] });
      await page.frameLocator('#frame').getByText('Pre-contemplation').first().waitFor();
      await page.getByLabel('Our own colors').check();
      await page.getByLabel('Text, light', { exact: true }).fill('#102030');
      await soon(page);
      assert.deepEqual(
        problems.filter((problem) => !problem.includes('data:,')),
        [],
      );
    });
  },
  { headers: { 'content-security-policy': policy } },
);

inEachBrowser('A snippet in a page', ({ open, engine }) => {
  /** A page with a snippet and nothing else in it. Our own files stand in for the public ones. */
  const pageOf = (options, change = (code) => code) => {
    const parts = made(options);
    const here = (code = '') => change(code.replaceAll(publicFolder(facts), '/cdn/'));
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${here(parts['exit-head'])}${here(parts.script)}</head><body>${here(parts['exit-body'])}${here(parts.widget)}</body></html>`;
  };
  /** A page with several snippets, each in a part of the page of its own; the way out stands in it once. */
  const pageOfAll = (all, change) => {
    const [first, ...others] = all.map((options, at) => pageOf({ ...options, exit: at === 0 }, change));
    const inside = (html, tag) => new RegExp(`<${tag}>([^]*)</${tag}>`).exec(html)[1];
    return first
      .replace(
        '</head>',
        () => `${others.map((html) => inside(html, 'head').replace(/^.*"data:,">/, '')).join('')}</head>`,
      )
      .replace(
        '</body>',
        () => `${others.map((html) => `<section>${inside(html, 'body')}</section>`).join('')}</body>`,
      );
  };
  const visit = (html, options = {}) =>
    open('hosts/made.html', {
      ready: [],
      prepare: async (page) => {
        await page.route('**/hosts/made.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
        await page.route('https://www.example.com/', (route) =>
          route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' }),
        );
      },
      ...options,
    });
  const shown = (page, tag) =>
    page.waitForFunction((name) => document.querySelector(name)?.shadowRoot?.querySelector('.surface, iframe'), tag);

  // Whether each file has all that its element needs is the same in every engine: the others get all of them in one page.
  for (const some of engine === 'chromium' ? tags.map((tag) => [tag]) : [tags])
    for (const form of ['element', 'div'])
      it(`${some.join(', ')}: ${some.length > 1 ? 'all work' : 'works'}, with its hash, as ${form}`, async () => {
        const html = pageOfAll(some.map((tag) => ({ tag, form })));
        assert.equal(html.match(/integrity="sha384-/g).length, some.length + 1);
        const { page, problems } = await visit(html);
        for (const tag of some) await shown(page, tag);
        assert.deepEqual(problems, []);
      });

  it('a private frame works, as an element and as a div', async () => {
    for (const form of ['element', 'div']) {
      const { page } = await visit(pageOf({ tag: 'safety-checklist', form, framed: true }));
      await page.frameLocator('private-frame iframe').locator('safety-checklist').waitFor();
    }
  });

  // What WordPress makes of a snippet, and in which order headings stand, has nothing to do with the engine.
  for (const what of engine === 'chromium' ? ['kses', 'autop'] : [])
    it(`in WordPress, what ${by} is left of it (${what}) shows each element, and no number beside it`, async () => {
      const { level } = hosts.find(({ id }) => id === 'wordpress');
      const through = (code) => (code.includes('data-alongside') ? throughWordPress([code])[0][what] : code);
      const all = [...tags.map((tag) => [tag, false]), ['safety-checklist', true]];
      const { page } = await visit(
        pageOfAll(
          all.map(([tag, framed]) => ({ tag, framed, form: 'div', level, attributes: facts.elements[tag].start })),
          through,
        ),
      );
      for (const [tag, framed] of all) await shown(page, framed ? 'private-frame' : tag);
      const beside = await page.evaluate(
        (names) => [...document.querySelectorAll('a[href^="tel:"]')].filter((one) => !one.closest(names)).length,
        [...tags, 'private-frame'].join(),
      );
      assert.equal(beside, 0);
    });

  const inOneEngine = engine === 'chromium' ? it : () => {};
  inOneEngine('below the title of a post, the order of headings is right in WordPress', async () => {
    const violations = async (tag, level) => {
      const html = pageOf({ tag, form: 'div', level, exit: false }).replace('<body>', '<body><main><h1>A post</h1>');
      const { page } = await visit(html);
      await shown(page, tag);
      await page.evaluate(axeSource);
      return page.evaluate(async () => {
        const found = await axe.run(document, { runOnly: ['heading-order'] });
        return found.violations.flatMap(({ nodes }) => nodes.map(({ html }) => html));
      });
    };
    const { level } = hosts.find(({ id }) => id === 'wordpress');
    for (const tag of tags) assert.deepEqual(await violations(tag, level), [], tag);
    // A card is made for a place below a heading of the page.
    assert.equal((await violations('resource-card')).length, 1);
  });

  it('a file that is not the one of the hash is not run, and the numbers are there', async () => {
    const html = pageOf({ tag: 'stage-guide' }, (code) => code.replace(/sha384-.{8}/g, 'sha384-AAAAAAAA'));
    const { page } = await visit(html);
    await page.getByRole('link', { name: '1-888-373-7888' }).waitFor();
    await soon(page);
    assert.equal(await page.evaluate(() => customElements.get('stage-guide') === undefined), true);
  });

  it('without JavaScript the numbers and the way out are links', async () => {
    for (const form of forms) {
      // Without JavaScript, Playwright's Firefox still runs modules: there they are blocked.
      const html = pageOf({ tag: 'stage-guide', form }).replace(
        '<head>',
        `<head><meta http-equiv="Content-Security-Policy" content="script-src 'none'">`,
      );
      const { page } = await visit(html, { javaScriptEnabled: engine === 'firefox' });
      await page.getByRole('link', { name: '988', exact: true }).last().waitFor();
      const links = await page.getByRole('link').evaluateAll((all) => all.map(({ href }) => href));
      assert.deepEqual(links, ['https://www.wikipedia.org/', 'tel:18883737888', 'sms:233733', 'tel:988', 'sms:988']);
    }
  });

  it('the way out leads where it was told to', async () => {
    const html = pageOf({ tag: 'stage-guide', destination: 'https://www.example.com/' });
    const { page } = await visit(html);
    await page.waitForFunction(() => document.querySelector('quick-exit')?.shadowRoot);
    await page.getByRole('link', { name: 'Leave this site' }).click();
    await page.waitForURL('https://www.example.com/');
  });
});
