/** Browsers that lack something: the way out is drawn, in view and in front all the same, and leaves. What they lack is taken away before the page begins. */
import assert from 'node:assert/strict';
import { worksWith } from '../works-with.js';
import { inRealBrowsers, leads, pageWith, script, ways } from './leave-site.js';
import { eventually } from './real-browser.js';

const noPopovers = `for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover']) delete HTMLElement.prototype[name];`;
const noSheets = `window.CSSStyleSheet = function () { throw new TypeError('Illegal constructor'); };
  for (const { prototype } of [Document, ShadowRoot]) delete prototype.adoptedStyleSheets;`;
const lacking = {
  'no popovers': noPopovers,
  'no popovers and no checkVisibility': `${noPopovers} delete Element.prototype.checkVisibility;`,
  'no style sheets that are made by script': noSheets,
  'none of these': `${noPopovers}${noSheets}`,
};

const lines = '<p>Line</p>'.repeat(80);
const sheet = '<div style="position: fixed; inset: 0 0 50% 0; z-index: 999; background: #fed">Cookies?</div>';
const dialog = '<dialog>Do you know about our newsletter?</dialog>';

/** In the page: what is seen at the place of the bar, and where that is. */
const bar = () => {
  const { shadowRoot: root } = document.querySelector('quick-exit');
  const { left, top, width, height } = root.querySelector('[part=bar]').getBoundingClientRect();
  const seen = document.elementFromPoint(left + width / 2, top + height / 2);
  return { seen: !!seen?.closest('quick-exit'), top, height: Math.round(height) };
};
/** In the page: whether nothing of it is seen, at several places. */
const blank = () =>
  [0.1, 0.5, 0.9].every((part) => {
    const seen = document.elementFromPoint(innerWidth * part, innerHeight * part);
    const cover = seen?.shadowRoot ? seen.shadowRoot.elementFromPoint(innerWidth * part, innerHeight * part) : seen;
    return (
      !cover?.textContent &&
      getComputedStyle(cover).opacity === '1' &&
      cover.clientWidth === document.documentElement.clientWidth
    );
  });

inRealBrowsers((at, test) => {
  const open = async (what, body, options = {}) => {
    const { site, tab } = at;
    site.pages['/a'] = pageWith({
      to: site.elsewhere.address,
      head: `<script>${lacking[what]}</script>`,
      body,
      ...options,
    });
    await tab.goto(`${site.address}/a`);
    await tab.until(`document.querySelector('quick-exit').shadowRoot?.querySelector('details')?.hidden === false`);
  };

  for (const what of Object.keys(lacking)) {
    test(
      worksWith({
        kind: 'browser',
        name: 'Browsers without popovers or made style sheets (Safari 15.4 to 16.7, Firefox 115, Chrome up to 113)',
        condition: 'what they lack is taken away from a newer one',
        result: 'the quick-exit button stays in view, in front of anything else that is fixed on the page, and works',
        limit: 'Not tried in these versions themselves.',
        engines: 'Chromium, Firefox, WebKit',
      }) + ` (${what})`,
      async () => {
        const { tab } = at;
        await open(what, `${sheet}${lines}`);
        const first = await tab.evaluate(bar);
        assert.deepEqual(first, { seen: true, top: 8, height: 46 });
        await tab.evaluate('scrollTo(0, 1500)');
        assert.deepEqual(await tab.evaluate(bar), first);
        await leads(at.site, tab, () => ways.click(tab));
      },
    );

    // With popovers that is shown elsewhere: no place in the window answers with a popover in front of a modal dialog.
    if (lacking[what].includes('popover'))
      test(`covers everything while the other site has not answered: ${what}`, async () => {
        const { site, tab } = at;
        await open(what, `${sheet}${dialog}${lines}`);
        await tab.evaluate(`document.querySelector('dialog').showModal()`);
        const answer = site.elsewhere.hold();
        // Before it leaves: a question that is asked later may be answered by the page that comes next.
        const seen = await tab.watch(blank);
        try {
          await ways.method(tab);
          await eventually(() => seen.length > 1, { what: 'what is seen changes' });
        } finally {
          answer();
        }
        await tab.until((address) => location.href === address, { args: [site.elsewhere.address] });
        assert.deepEqual(seen, [false, true]);
      });

    test(`shows a link where the page has put none inside: ${what}`, async () => {
      const { site, tab } = at;
      site.pages['/b'] = `<!doctype html><title>Help near you</title><script>${lacking[what]}</script>${script}
        <body><quick-exit href="${site.elsewhere.address}"></quick-exit><h1>Help near you</h1>`;
      await tab.goto(`${site.address}/b`);
      await tab.until(() => document.querySelector('quick-exit').shadowRoot.querySelector('a').getClientRects().length);
      const { top, height } = await tab.evaluate(bar);
      assert.deepEqual([top, height], [8, 46]);
      await leads(site, tab, () => tab.click(740, 30));
    });
  }
});
