/** Links that replace the page, where the agency wishes it: Back then leaves the site at once. */
import assert from 'node:assert/strict';
import { inRealBrowsers, leadsByKeys, pageWith } from './leave-site.js';

const body = `<p><a id="next" href="/b">Next</a> <a id="inside" href="#place">Further down</a> <a id="away" href="PARTNER/plain">Partner</a>
  <a id="own" href="/c" onclick="event.preventDefault(); history.pushState(null, '', '/own')">Handled by the page</a></p><h2 id="place">Place</h2>`;

const ready = `!!document.querySelector('quick-exit').shadowRoot?.querySelector('details:not([hidden])')`;

inRealBrowsers((at, test) => {
  const open = async (attributes) => {
    const { site, tab } = at;
    const to = site.elsewhere.address;
    for (const [path, next] of Object.entries({ '/a': '/b', '/b': '/c', '/c': '/a' }))
      site.pages[path] = pageWith({
        to,
        attributes,
        title: `Help ${path}`,
        body: body.replace('/b', next).replace('PARTNER', site.partner),
      });
    await tab.goto(`${site.partner}/start`);
    await tab.goto(`${site.address}/a`);
    await tab.until(ready);
  };
  const follow = async (link, title) => {
    await at.tab.click(link);
    await at.tab.until((wanted) => document.title === wanted, { args: [title] });
    await at.tab.until(ready);
  };

  test('with keep-out-of-history, Back goes to where the person was before the site', async () => {
    const { site, tab } = at;
    await open('keep-out-of-history');
    const length = await tab.evaluate('history.length');
    await follow('#next', 'Help /b');
    await follow('#next', 'Help /c');
    assert.equal(await tab.evaluate('history.length'), length);
    await tab.back();
    assert.equal(await tab.url(), `${site.partner}/start`);
  });

  test('without it, Back goes to the page before', async () => {
    const { tab } = at;
    await open('');
    await follow('#next', 'Help /b');
    await tab.back();
    await tab.until(`document.title === 'Help /a'`);
  });

  test('with it, after leaving, no page of the site is left in the tab', async () => {
    const { site, tab } = at;
    await open('keep-out-of-history');
    await follow('#next', 'Help /b');
    await leadsByKeys(site, tab);
    await tab.back();
    assert.equal(await tab.url(), `${site.partner}/start`);
  });

  test('with it, links that the page handles, and those to another site, are left alone', async () => {
    const { site, tab } = at;
    await open('keep-out-of-history');
    const length = await tab.evaluate('history.length');
    await tab.click('#own');
    await tab.until(`location.pathname === '/own'`);
    assert.equal(await tab.evaluate('history.length'), length + 1);
    await tab.click('#away');
    await tab.until(`document.title === 'Plain'`);
    await tab.back();
    assert.equal(await tab.url(), `${site.address}/own`);
  });
});
