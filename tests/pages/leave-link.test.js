/** The link of the agency leads away by itself: without scripts, without ours, before ours, and when ours fails. */
import assert from 'node:assert/strict';
import { arrivals, inRealBrowsers, leads, linkTo, pageWith, script } from './leave-site.js';

const throwing = (what) => `<script>${what} = () => { throw new Error('Not here.'); };</script>`;

/** Pages in which nothing but the link is there to leave with. */
const pages = {
  'the script is not there': { tag: '<script src="/none.js"></script>' },
  'the script is not what it was': { tag: '<script src="/half.js"></script>' },
  'the script throws': { tag: '<script src="/throws.js"></script>' },
  'the page has no shadow roots for anybody': { head: throwing('Element.prototype.attachShadow') },
  'the page knows no elements': { head: throwing('customElements.define') },
  'a policy of the page refuses the script': {
    // The driver of WebKitGTK needs to evaluate.
    head: `<meta http-equiv="Content-Security-Policy" content="script-src 'nonce-none' 'unsafe-eval'">`,
  },
};

async function followsLink({ site, tab }) {
  const before = arrivals(site).length;
  const { headers } = await leads(site, tab, () => tab.click('quick-exit a'));
  assert.equal(headers.referer, undefined, 'the other site is not told from where');
  assert.equal(await tab.evaluate('document.referrer'), '');
  assert.equal(arrivals(site).length, before + 1, 'asked once');
}

const prepare = ({ site }) => {
  site.pages['/half.js'] = 'customElements.define("quick-exit", class {';
  site.pages['/throws.js'] = 'throw new Error("Nothing works.");';
};

inRealBrowsers(
  (at, test) => {
    for (const [what, options] of Object.entries(pages)) {
      test(`the link leads away where ${what}`, async () => {
        at.site.pages['/a'] = pageWith({ to: at.site.elsewhere.address, ...options });
        await at.tab.goto(`${at.site.address}/a`);
        const cover = await at.tab.evaluate(
          `!!document.querySelector('quick-exit').shadowRoot?.querySelector('[part]')`,
        );
        assert.equal(cover, false, 'nothing of ours is there');
        await followsLink(at);
      });
    }

    for (const how of ['async', 'defer', 'type="module"']) {
      test(`the link leads away while the script with ${how} is on its way`, async () => {
        let end;
        const ended = new Promise((resolve) => (end = resolve));
        at.site.pages['/late.js'] = async (request, response) => {
          await ended;
          response.end();
        };
        at.site.pages['/a'] = pageWith({
          to: at.site.elsewhere.address,
          tag: `<script ${how} src="/late.js"></script>`,
        });
        // The document is not complete: nothing is there to wait for but the link.
        await at.tab.goto(`${at.site.address}/a`, { waiting: false });
        await at.tab.until(`location.pathname === '/a' && !!document.querySelector('quick-exit a')`);
        await followsLink(at);
        end();
      });
    }

    test('the link beside it leads away where its tag is taken out', async () => {
      const page = pageWith({ to: at.site.elsewhere.address });
      at.site.pages['/a'] = page.replace(/<quick-exit.*<.quick-exit>/, `<p>${linkTo(at.site.elsewhere.address)}`);
      assert.ok(at.site.pages['/a'].includes(script) && !at.site.pages['/a'].includes('</quick-exit>'));
      await at.tab.goto(`${at.site.address}/a`);
      const { headers } = await leads(at.site, at.tab, () => at.tab.click('a'));
      assert.equal(headers.referer, undefined);
    });
  },
  { prepare },
);

inRealBrowsers(
  (at, test) => {
    test('the link leads away without JavaScript', async () => {
      at.site.pages['/a'] = pageWith({ to: at.site.elsewhere.address, body: '<noscript>none</noscript>' });
      await at.tab.goto(`${at.site.address}/a`);
      assert.match(await at.tab.evaluate('document.body.innerText'), /none/);
      await followsLink(at);
    });
  },
  { options: { javascript: false } },
);
