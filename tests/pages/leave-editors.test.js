/** What editors and scripts of a site make of the snippet: the link is found, leaves in this tab and in place of the page, and the button keeps its height. */
import assert from 'node:assert/strict';
import { worksWith } from '../works-with.js';
import { inRealBrowsers, leads, script } from './leave-site.js';

/** @param to the address of the other site. @returns the body of a page, by what was made of the snippet. */
const bodies = (to) => {
  const link = `<a href="${to}" rel="noreferrer noopener">Leave this site</a>`;
  const exit = `<quick-exit href="${to}">`;
  return {
    'the link beside, after a line break': `<p>${exit}</quick-exit><br />\n${link}</p>\n<p>Welcome.</p>`,
    'the link beside, before a line break': `<p>${link}<br />\n${exit}</quick-exit></p>\n<p>Welcome.</p>`,
    'the link beside, each in a paragraph': `<p>${exit}</quick-exit></p>\n<p>${link}</p>\n<p>Welcome.</p>`,
    'the link beside, before, each in a paragraph': `<p>${link}</p>\n<p>${exit}</quick-exit></p>\n<p>Welcome.</p>`,
    'the link beside, with empty paragraphs and comments between': `${exit}</quick-exit><p></p><!-- more --><p>&nbsp;</p><p><br />${link}<br />Welcome.</p>`,
    'the link beside a way out without an address': `<p><quick-exit></quick-exit><br />\n${link}</p><p>Welcome.</p>`,
    'the link inside, in a paragraph that ends the element': `<p>${exit}</p>\n<p>  ${link}</p>\n<p></quick-exit></p>\n<p>Welcome.</p>`,
    'the link inside, between line breaks': `<p>${exit}<br />\n  ${link}<br />\n</quick-exit></p>\n<p>Welcome.</p>`,
    'the link inside, in a paragraph': `<div>${exit}<p>${link}</p></quick-exit></div>\n<p>Welcome.</p>`,
    'the link inside, between empty paragraphs': `<div>${exit}<p></p>${link}<p></p></quick-exit></div>\n<p>Welcome.</p>`,
  };
};
const page = (body, head = '') => `<!doctype html><title>Help near you</title>${head}${script}<body>${body}`;

const targets = {
  'while the page is read': `new MutationObserver(() => retarget()).observe(document, { childList: true, subtree: true })`,
  'when the page is loaded': `addEventListener('load', () => retarget())`,
  'long after': `addEventListener('load', () => setTimeout(() => retarget(), 300))`,
};
const retarget = `const retarget = () => { for (const link of document.querySelectorAll('a[href^=http]')) if (link.host !== location.host)
  { link.target = '_blank'; link.rel = 'noopener'; window.retargeted = true; } };`;

inRealBrowsers((at, test) => {
  const open = async (html) => {
    const { site, tab } = at;
    site.pages['/a'] = html;
    await tab.goto(`${site.address}/start`);
    await tab.goto(`${site.address}/a`);
    await tab.until(() => document.querySelector('quick-exit').shadowRoot.querySelector('details')?.hidden === false);
  };

  /** A press of the link leads to the other site in this tab, in place of the page. */
  const leavesInPlace = async () => {
    const { site, tab } = at;
    const length = await tab.evaluate('history.length');
    await leads(site, tab, () => tab.click('a[href^="https:"]'));
    assert.equal(await tab.evaluate(() => history.length), length);
  };

  for (const what of Object.keys(bodies('')))
    test(
      worksWith({
        kind: 'host',
        name: 'WordPress',
        condition: 'it puts paragraphs and line breaks into and around the quick-exit button',
        result: 'the link is found, and replaces the page in the history of the tab',
        engines: 'Chromium, Firefox, WebKit',
      }) + ` (${what})`,
      async () => {
        await open(page(bodies(at.site.elsewhere.address)[what]));
        const height = await at.tab.evaluate(
          () =>
            document.querySelector('quick-exit').shadowRoot.querySelector('[part=bar]').getBoundingClientRect().height,
        );
        assert.equal(Math.round(height), 46);
        await leavesInPlace();
      },
    );

  test('a link of the page that leads elsewhere, and does not stand right beside, is left alone', async () => {
    const { site, tab } = at;
    const other = `<p>Welcome.</p><p><a id="other" rel="noreferrer" href="${site.elsewhere.address}">Elsewhere</a></p>`;
    await open(page(`<quick-exit href="https://www.wikipedia.org/"></quick-exit>${other}`));
    const length = await tab.evaluate('history.length');
    await leads(site, tab, () => tab.click('#other'));
    assert.equal(await tab.evaluate(() => history.length), length + 1);
  });

  for (const [when, act] of Object.entries(targets))
    for (const where of ['beside', 'inside'])
      test(`a script of the page gives the link ${where} a target, ${when}: it leaves in this tab`, async () => {
        const to = at.site.elsewhere.address;
        const link = `<a href="${to}" rel="noreferrer noopener">Leave this site</a>`;
        const body =
          where === 'beside'
            ? `<quick-exit href="${to}"></quick-exit>\n${link}`
            : `<quick-exit href="${to}">${link}</quick-exit>`;
        await open(page(`${body}<h1>Help near you</h1>`, `<script>{${retarget}${act}}</script>`));
        await at.tab.until('window.retargeted');
        assert.equal(await at.tab.evaluate(`document.querySelector('a').target`), '_blank');
        await leavesInPlace();
      });
});
