/** Back, Forward and a new visit after leaving, with the browsers' back-forward cache on. */
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import {
  answer,
  arrivals,
  inRealBrowsers,
  leads,
  leadsByKeys,
  notes,
  pageWith,
  picture,
  script,
  spy,
  ways,
} from './leave-site.js';

const used = `<script>sessionStorage.visits = Number(sessionStorage.visits ?? 0) + 1;</script>`;
const noStore = { 'cache-control': 'no-store' };
const asModule = script.replace('script', 'script type="module"');

/** Sites of different kinds. */
const kinds = {
  'pages that the browser keeps': {},
  'pages where only the link says where to go': { attributes: '' },
  'pages that have used the storage of the tab': { head: spy + used },
  'pages that the browser is not to keep': { headers: noStore },
  'pages that the browser is not to keep, and that have used the storage': { head: spy + used, headers: noStore },
  // The script comes after the first frame: that one can show the page, which docs/leaving.md says.
  'pages with a module': { tag: asModule, late: true },
  'pages that have used the storage, with a module': { head: spy + used, tag: asModule, late: true },
};

const order = ['/a', '/b', '/c'];

/** Puts the pages there, each with a link to the next. */
function build({ site }, { head = spy, headers = {}, ...options }) {
  for (const [at, path] of order.entries()) {
    const body = `<a id="next" href="${order[at + 1] ?? '/a'}">Next</a>`;
    site.pages[path] = answer(
      pageWith({ to: site.elsewhere.address, head, body, title: `Help ${path}`, ...options }),
      headers,
    );
  }
}

/** Comes from another site, and goes from page to page by links. */
async function visit(at, paths = order) {
  const { site, tab } = at;
  await notes(at);
  await tab.goto(`${site.partner}/start`);
  await tab.goto(`${site.address}${paths[0]}`);
  for (const path of paths.slice(1)) {
    await tab.click('#next');
    await tab.until((wanted) => location.pathname === wanted && document.readyState === 'complete', { args: [path] });
  }
  await tab.until(`!!document.querySelector('quick-exit').shadowRoot`);
}

/** No page was painted after the other site was asked for the first time, and none came into view without its cover. */
async function wasNeverSeen(at, since, { late }) {
  const { shows, seen } = await notes(at);
  assert.ok(shows.length > 2, 'the pages were there');
  assert.deepEqual(
    shows.filter(([, persisted, covered]) => persisted && !covered),
    [],
  );
  if (late) return;
  const after = Object.entries(seen).filter(([, time]) => Number(time) > since);
  assert.deepEqual(after, []);
}

const back = (tab) => tab.back({ waiting: false });
const forward = (tab) => tab.forward({ waiting: false });

inRealBrowsers(
  (at, test) => {
    for (const [name, kind] of Object.entries(kinds)) {
      test(`${name}: Back, three times, and Forward show none of them`, async () => {
        const { site, tab } = at;
        build(at, kind);
        await visit(at);
        const { time } = await leadsByKeys(site, tab);
        for (const path of ['/b', '/a']) {
          const { headers } = await leads(site, tab, () => back(tab));
          assert.equal(headers.referer, undefined, path);
        }
        await tab.back();
        assert.equal(await tab.url(), `${site.partner}/start`);
        for (const step of [1, 2, 3]) {
          await tab.forward();
          assert.equal(await tab.url(), site.elsewhere.address, `${step}`);
        }
        await wasNeverSeen(at, time, kind);
      });
    }

    test('a page that was left stays away when it comes by Forward', async () => {
      const { site, tab } = at;
      build(at, kinds['pages that have used the storage of the tab']);
      await visit(at, ['/a', '/b']);
      await tab.back();
      assert.equal(await tab.title(), 'Help /a');
      const { time } = await leads(site, tab, () => ways.click(tab));
      await leads(site, tab, () => forward(tab));
      await tab.back();
      assert.equal(await tab.url(), site.elsewhere.address);
      await tab.back();
      assert.equal(await tab.url(), `${site.partner}/start`);
      await wasNeverSeen(at, time, {});
    });

    test('on the way Back there is nothing on the screen but an empty page', async (context) => {
      const { site, tab, browser } = at;
      if (!browser.can.screenshotsWhileLeaving)
        return context.skip('A picture of its window waits for the other site.');
      await tab.goto(`${site.address}/empty`);
      const empty = await tab.screenshot();
      build(at, kinds['pages that have used the storage of the tab']);
      await visit(at);
      await leads(site, tab, () => ways.click(tab));
      const elsewhere = await tab.screenshot();
      assert.ok(!elsewhere.equals(empty));
      site.elsewhere.delay = 1;
      const count = arrivals(site).length;
      const seen = [];
      await leads(site, tab, async () => {
        await back(tab);
        do seen.push(await picture(tab));
        while (arrivals(site).length === count || Date.now() < arrivals(site).at(-1).time + 500);
      });
      site.elsewhere.delay = 0;
      const pages = seen.filter((one) => one && !one.equals(elsewhere));
      assert.ok(pages.length > 0, `${seen.length} pictures`);
      assert.ok(
        pages.every((one) => one.equals(empty)),
        'empty in all of them',
      );
    });

    test('without leaving, Back shows the page that the browser has kept', async () => {
      const { site, tab } = at;
      build(at, {});
      await visit(at, ['/a', '/b']);
      await tab.goto(`${site.partner}/start`);
      await tab.back();
      assert.equal(await tab.title(), 'Help /b');
      await tab.back();
      assert.equal(await tab.title(), 'Help /a');
      assert.equal(await tab.evaluate('document.elementFromPoint(400, 400).localName'), 'html', 'the cover is gone');
      const cover = `getComputedStyle(document.querySelector('quick-exit').shadowRoot.lastElementChild).opacity`;
      assert.equal(await tab.evaluate(cover), '0');
      const { shows } = await notes(at);
      const restored = ['/b', '/a'].map((path) => [path, true, true]);
      assert.deepEqual(
        shows.filter(([, persisted]) => persisted),
        restored,
        'kept, and covered until it was clear that nobody left',
      );
    });

    test('a new visit in the same tab is an ordinary one, and can be left again', async () => {
      const { site, tab } = at;
      build(at, {});
      await visit(at, ['/a']);
      await leadsByKeys(site, tab);
      await tab.goto(`${site.address}/a`);
      await tab.click('#next');
      await tab.until(`document.title === 'Help /b'`);
      await tab.back();
      await tab.until(`document.title === 'Help /a' && !!document.querySelector('quick-exit').shadowRoot`);
      const before = arrivals(site).length;
      // As long as it takes to leave a page that is painted.
      await wait(400);
      assert.equal(await tab.title(), 'Help /a');
      assert.equal(arrivals(site).length, before, 'nothing leads away');
      await notes(at);
      await tab.goto(`${site.address}/a`);
      const { time } = await leadsByKeys(site, tab);
      await tab.goto(`${site.partner}/start`);
      await tab.back();
      assert.equal(await tab.url(), site.elsewhere.address, 'the page that was left has no entry');
      await tab.back();
      await tab.until(`document.title === 'Plain'`);
      const { seen } = await notes(at);
      assert.deepEqual(
        Object.entries(seen).filter(([, shown]) => Number(shown) > time),
        [],
      );
    });
  },
  {
    prepare({ site }) {
      site.pages['/empty'] = '<!doctype html><title>Empty</title>';
    },
  },
);
