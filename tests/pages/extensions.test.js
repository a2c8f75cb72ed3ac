/**
 * What browser extensions do to a page: nodes of theirs beside fields and in open shadow roots, attributes, style sheets. Dark Reader runs here as it is published; the
 * others are imitated with nodes like theirs, since they cannot be installed without an account or a store.
 */
import assert from 'node:assert/strict';
import { worksWith } from '../works-with.js';
import { inRealBrowsers, leads, leadsByKeys, ways } from './leave-site.js';
import { fileOf, pageOf, stateOf, untilDrawn, writeInto, writtenIn } from './library-pages.js';

/** Runs in the page. Everything that a person can write in. */
const helpers = `
  const rootsIn = (root) => [root, ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? rootsIn(shadowRoot) : []))];
  const fields = () => rootsIn(document).flatMap((root) => [...root.querySelectorAll('textarea, input:not([type=checkbox])')]);
`;

/** What each does, as a script that runs in the page, and again whenever the page has changed. */
const extensions = {
  // An icon and a menu beside each field, in its shadow root; attributes on the field; a menu above all else at the end of the page.
  passwordManager: `${helpers}
    for (const field of fields()) {
      if (field.dataset.lastpassIconRoot) continue;
      field.dataset.lastpassIconRoot = 'true';
      field.setAttribute('data-com-onepassword-filled', 'light');
      field.style.setProperty('background-image', 'none', 'important');
      const icon = document.createElement('div');
      icon.setAttribute('data-lastpass-root', '');
      icon.style.cssText = 'position: absolute; width: 0; height: 0';
      icon.attachShadow({ mode: 'closed' }).append(document.createElement('button'));
      field.after(icon);
    }
    if (!document.querySelector('com-1password-menu')) {
      const menu = document.createElement('com-1password-menu');
      menu.style.cssText = 'position: fixed; inset: 40% auto auto 40%; z-index: 2147483647; width: 20px; height: 20px';
      menu.popover = 'manual';
      document.documentElement.append(menu);
      menu.showPopover?.();
    }`,
  // An element of its own after each field, and marks on the page.
  writingHelper: `${helpers}
    document.body.setAttribute('data-new-gr-c-s-check-loaded', '14.1');
    document.body.setAttribute('data-gr-ext-installed', '');
    for (const field of fields()) {
      if (field.nextElementSibling?.localName === 'grammarly-extension') continue;
      field.setAttribute('data-gramm', 'true');
      const helper = document.createElement('grammarly-extension');
      helper.setAttribute('data-grammarly-shadow-root', 'true');
      helper.style.cssText = 'position: absolute; top: 0; left: 0; pointer-events: none';
      helper.attachShadow({ mode: 'open' }).innerHTML = '<div class="dnXmp"></div>';
      field.before(document.createElement('grammarly-extension'));
      field.after(helper);
    }`,
  // Style sheets that hide what looks like an advertisement, in the page and in every open shadow root.
  adBlocker: `${helpers}
    for (const root of rootsIn(document)) {
      if (root.querySelector('style.ublock')) continue;
      const style = document.createElement('style');
      style.className = 'ublock';
      style.textContent = '.ad, .ads, .advert, [id^="ad-"], .banner, .cookie { display: none !important; }';
      (root.head ?? root).append(style);
    }`,
  // What a translator does beside translating: classes and a language on the root, a bar at the top, the page pushed down.
  translator: `
    document.documentElement.classList.add('translated-ltr');
    document.documentElement.lang = 'es';
    document.body.style.cssText = 'position: relative; min-height: 100%; top: 40px';
    if (!document.querySelector('.skiptranslate')) {
      const bar = document.createElement('div');
      bar.className = 'skiptranslate';
      bar.innerHTML = '<iframe style="position: fixed; top: 0; left: 0; width: 100%; height: 40px; border: 0; z-index: 10000001"></iframe>';
      document.body.prepend(bar);
    }`,
};

await inRealBrowsers((at, test) => {
  async function open(head = '') {
    const { site, tab } = at;
    site.pages['/one'] = pageOf('one', { to: site.elsewhere.address, head });
    await tab.goto(`${site.address}/start`);
    await tab.goto(`${site.address}/one`);
    await untilDrawn(tab);
  }

  const inPlan = (tab, selector, index = 0) =>
    tab.evaluate(
      async (selector, index) => {
        const plan = document.querySelector('safety-checklist');
        plan.shadowRoot.querySelectorAll(selector)[index].click();
        await plan.updateComplete;
      },
      selector,
      index,
    );

  const texts = (tab) =>
    tab.evaluate(() =>
      [...document.querySelector('safety-checklist').shadowRoot.querySelectorAll('.entry')].map((entry) => {
        const [field, words] = ['textarea', '.words bdi'].map((one) => entry.querySelector(one));
        return field ? field.value : words.textContent;
      }),
    );

  /** Adds, moves, takes out and brings back, while something comes into the page between each two acts. */
  async function writes(interfere) {
    const { tab } = at;
    const add = async (text) => {
      await writeInto(tab, 'own', text);
      await inPlan(tab, '[data-do=add]');
      await interfere();
    };
    await interfere();
    for (const text of ['first', 'second', 'third']) await add(text);
    assert.deepEqual(await texts(tab), ['first', 'second', 'third']);
    await inPlan(tab, '[data-do=write][data-at="items.1"]');
    await interfere();
    await writeInto(tab, 'items.1.text', 'second, changed');
    await interfere();
    await inPlan(tab, '[data-do=wrote]');
    await interfere();
    await inPlan(tab, '[data-do=down][data-at="items.0"]');
    await interfere();
    assert.deepEqual(await texts(tab), ['second, changed', 'first', 'third']);
    await inPlan(tab, '[data-do=out][data-at="items.1"]');
    await interfere();
    assert.deepEqual(await texts(tab), ['second, changed', 'third']);
    await inPlan(tab, '[data-do=undo]');
    await interfere();
    assert.deepEqual(await texts(tab), ['second, changed', 'first', 'third']);
    await writeInto(tab, 'now.words', 'own words');
    await interfere();
    assert.equal(await writtenIn(tab, 'now.words'), 'own words');
  }

  /** How much of a card is in sight. */
  const inSight = (tab) =>
    tab.evaluate(
      () =>
        [...document.querySelector('resource-card').shadowRoot.querySelectorAll('*')].filter((one) =>
          one.checkVisibility(),
        ).length,
    );

  async function staysWhole(name) {
    const { site, tab } = at;
    await open();
    const [before, seen] = [await stateOf(tab), await inSight(tab)];
    await writes(() => tab.evaluate(`void (() => { ${extensions[name]} })()`));
    await untilDrawn(tab);
    const after = await stateOf(tab);
    assert.ok((await inSight(tab)) >= seen, 'something of a card has gone');
    for (const same of ['exits', 'room', 'scroll', 'bar', 'inFront', 'sheets', 'fallbacks'])
      assert.deepEqual(after[same], before[same], same);
    assert.deepEqual(await tab.evaluate('watched.wrong'), []);
    await leadsByKeys(site, tab);
    await open();
    await tab.evaluate(`void (() => { ${extensions[name]} })()`);
    await leads(site, tab, () => ways.click(tab));
  }

  test(
    worksWith({
      kind: 'extension',
      name: 'Password managers',
      condition: 'they put icons next to fields, inside the elements, and a menu above the page',
      result: 'what is typed stays, entries move and come back as they should, and the quick-exit button works',
      limit: 'Imitated with nodes like those of LastPass and 1Password.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    () => staysWhole('passwordManager'),
  );
  test(
    worksWith({
      kind: 'extension',
      name: 'Grammarly and other writing helpers',
      condition: 'they put their own elements around fields, and marks on the page',
      result: 'what is typed stays, entries move and come back as they should, and the quick-exit button works',
      limit: 'Imitated with nodes like those of Grammarly. Each field asks it to stay away; see the row about marks.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    () => staysWhole('writingHelper'),
  );
  test(
    worksWith({
      kind: 'extension',
      name: 'Ad blockers',
      condition: 'their style sheets hide what looks like an advertisement, also inside the elements',
      result: 'no part of the elements is hidden, and the quick-exit button works',
      limit: 'Imitated with a sheet of common rules. A list with a rule for one of our tags was not tried.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    () => staysWhole('adBlocker'),
  );
  test(
    worksWith({
      kind: 'translator',
      name: 'Google Translate',
      condition: 'it sets a class and a language on the page, and a bar above it',
      result: 'what is typed stays, the elements turn Spanish, and the quick-exit button works',
      limit: 'Imitated, without the translation of text.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    async () => {
      const { site, tab } = at;
      await open();
      await writes(() => tab.evaluate(`void (() => { ${extensions.translator} })()`));
      await tab.until(() => document.querySelector('safety-checklist').shadowRoot.textContent.includes('Imprimir'));
      assert.equal(await writtenIn(tab, 'now.words'), 'own words');
      assert.deepEqual(await tab.evaluate('watched.wrong'), []);
      await leadsByKeys(site, tab);
    },
  );
  test(
    worksWith({
      kind: 'extension',
      name: 'Dark Reader',
      condition: 'it makes the page dark, with style elements in every open shadow root',
      result: 'what is typed stays, words stand out from what is behind them, and the quick-exit button works',
      limit: 'Its published script was used, with the settings that it comes with.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    async () => {
      const { site, tab } = at;
      site.pages['/packages/darkreader.js'] = fileOf('darkreader/darkreader.js');
      await open('<script defer src="/packages/darkreader.js"></script>');
      await tab.evaluate('DarkReader.enable()');
      await tab.until(() => document.querySelector('safety-checklist').shadowRoot.querySelector('.darkreader'));
      await writes(() => tab.evaluate('new Promise((resolve) => requestAnimationFrame(() => resolve(0)))'));
      const contrasts = await tab.evaluate(() => {
        const light = (color) => {
          const [red, green, blue] = color.match(/[\d.]+/g).map((part) => {
            const value = part / 255;
            return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        };
        return [...document.querySelectorAll('safety-checklist, resource-card')].map(({ shadowRoot }) => {
          const { color, backgroundColor } = getComputedStyle(shadowRoot.querySelector('.surface'));
          const [one, other] = [light(color), light(backgroundColor)];
          return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        });
      });
      for (const contrast of contrasts) assert.ok(contrast >= 4.5, `a contrast of ${contrast}`);
      assert.deepEqual(await tab.evaluate('watched.wrong'), []);
      await leadsByKeys(site, tab);
    },
  );
});
