/** When the other site is slow, cannot be reached, or there is no network. */
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { arrivals, inRealBrowsers, leads, notes, pageWith, picture, spy, ways } from './leave-site.js';
import { eventually } from './real-browser.js';

/** A page with what a person could still press or type into. */
const body = `<p><a id="next" href="/b">Next</a> <button onclick="pressed++">Press</button> <input aria-label="Name"></p>
  <script>
    window.pressed = 0;
    window.state = () => {
      const cover = document.querySelector('quick-exit').shadowRoot.lastElementChild;
      const covered = getComputedStyle(cover).opacity + cover.matches(':popover-open');
      return [covered, document.title, pressed, document.querySelector('input').value, location.pathname];
    };
  </script>`;

const F5 = { point: '\uE035', key: 'F5', code: 'F5', number: 116, side: 0 };

/** Tries to get the page back. In WebKitGTK a press of the mouse waits for the other site, as a picture does: there with keys only. */
async function fidget({ tab, engine }, places) {
  if (engine !== 'webkit') for (const place of places) await tab.click(...place);
  await tab.type('ab');
  await tab.keys('Escape', 'Tab', 'Enter', 'Shift', 'Shift', 'Shift', 'Shift', 'Shift', 'Shift');
  await tab.key('Down', F5);
  await tab.key('Up', F5);
}

/** Whatever is on the screen of a browser that can be asked while it leaves, it looks like an empty page. */
async function looksEmpty({ tab, browser, empty }) {
  if (!browser.can.screenshotsWhileLeaving) return;
  const shown = await eventually(() => picture(tab), { what: 'there is a picture' });
  assert.ok(shown.equals(empty), 'the window looks empty');
}

/** Stops what is on its way, as the browser's own button does. */
const stop = (at) => (at.engine === 'chromium' ? at.tab.send('Page.stopLoading') : at.tab.evaluate('window.stop()'));

async function openPage({ site, tab }, options) {
  const to = site.elsewhere.address;
  for (const path of ['/a', '/b'])
    site.pages[path] = pageWith({ to, head: spy, body, title: `Help ${path}`, ...options });
  await tab.goto(`${site.partner}/start`);
  await tab.goto(`${site.address}/a`);
  await tab.click('#next');
  await tab.until(() => location.pathname === '/b' && document.readyState === 'complete');
}

/** Lets the tab go from where it hangs. */
async function release({ site, tab }) {
  site.elsewhere.delay = 0;
  await tab.navigate(`${site.partner}/start`);
  await tab.until(`document.title === 'Start'`);
}

async function asksAgain({ site }, count) {
  await eventually(() => arrivals(site).length > count, { what: 'the other site is asked again' });
}

/** The pages that were painted without a cover after that time. */
async function seenAfter(at, time) {
  const { seen } = await notes(at);
  return Object.keys(seen).filter((path) => Number(seen[path]) > time);
}

inRealBrowsers(
  (at, test) => {
    test('while the other site does not answer, the page stays empty, and there is one more try after three seconds', async () => {
      const { site, tab } = at;
      await openPage(at);
      await looksOtherwise(at);
      site.elsewhere.delay = 10;
      const from = arrivals(site).length;
      const places = await tab.evaluate(() =>
        ['#next', 'button', 'input', 'html'].map((selector) => {
          const { left, top, width, height } = document.querySelector(selector).getBoundingClientRect();
          return [left + width / 2, top + height / 2];
        }),
      );
      const seen = await tab.watch('state()');
      await ways.click(tab);
      await ways.keys(tab);
      await eventually(() => arrivals(site).length > from);
      await looksEmpty(at);
      await fidget(at, places);
      await looksEmpty(at);
      await asksAgain(at, from + 1);
      await fidget(at, places);
      const [first, second] = arrivals(site).slice(from);
      // As long as a third one would take.
      await wait(second.time + 3500 - Date.now());
      await looksEmpty(at);
      const times = arrivals(site)
        .slice(from)
        .map(({ time }) => time - first.time);
      assert.equal(times.length, 2, times.join());
      assert.ok(times[1] > 2500 && times[1] < 5000, times.join());
      assert.deepEqual(seen, [
        ['0true', 'Help /b', 0, '', '/b'],
        ['1true', '…', 0, '', '/b'],
      ]);
      await release(at);
    });

    test('when the way is stopped, the page stays empty, and sets out again after three seconds', async () => {
      const { site, tab } = at;
      await openPage(at);
      site.elsewhere.delay = 10;
      const from = arrivals(site).length;
      await ways.keys(tab, site);
      await asksAgain(at, from);
      await stop(at);
      assert.deepEqual(await tab.evaluate('state()'), ['1true', '…', 0, '', '/b']);
      await looksEmpty(at);
      site.elsewhere.delay = 0;
      await tab.until(`document.title === 'Elsewhere'`);
      assert.equal(arrivals(site).length, from + 2);
    });

    test('Back, Forward and Reload on the way lead away, and show nothing', async () => {
      const { site, tab } = at;
      await openPage(at);
      site.elsewhere.delay = 10;
      let count = arrivals(site).length;
      await ways.click(tab);
      await asksAgain(at, count);
      const { time } = arrivals(site).at(-1);
      for (const act of [() => tab.travel(-1), () => tab.travel(1), () => tab.refresh()]) {
        count = arrivals(site).length;
        await act();
        await asksAgain(at, count);
        await looksEmpty(at);
      }
      await release(at);
      assert.deepEqual(await seenAfter(at, time), []);
    });

    test('without a network it leads to an empty page, and so does Back', async (context) => {
      const { site, tab, browser } = at;
      if (!browser.can.offline) return context.skip('It cannot be taken offline.');
      await openPage(at);
      const count = arrivals(site).length;
      await tab.offline(true);
      await ways.keys(tab);
      await tab.until(`location.href === 'about:blank'`);
      const left = Date.now();
      assert.equal(await tab.title(), '');
      await looksEmpty(at);
      await tab.travel(-1);
      // Firefox does not keep pages that were left, and cannot load them now: it says so, with the address.
      const there = at.engine === 'firefox' ? 'about:neterror' : 'about:blank';
      await tab.until((start) => document.documentURI.startsWith(start), { args: [there] });
      assert.equal(await tab.evaluate(`!!document.querySelector('quick-exit')`), false);
      await tab.offline(false);
      await release(at);
      assert.equal(arrivals(site).length, count, 'the other site was not asked');
      assert.deepEqual(await seenAfter(at, left), []);
    });

    test('where the other site refuses, nothing of the page is left', async () => {
      const { site, tab } = at;
      await openPage(at);
      site.pages['/b'] = pageWith({ to: site.refused, head: spy, body, title: 'Help /b' });
      await tab.reload();
      await ways.keys(tab);
      const time = Date.now() + 300;
      await tab.until((address) => !location.href.startsWith(address) && !!document.body?.innerText, {
        args: [site.address],
      });
      const left = await tab.evaluate('[location.href, document.title, document.documentElement.outerHTML].join()');
      for (const part of ['agency.localhost', 'Help /b', 'quick-exit']) assert.ok(!left.includes(part), part);
      // The entry of the page was taken over by the browser's own message.
      await leads(site, tab, () => tab.travel(-1));
      await release(at);
      assert.deepEqual(await seenAfter(at, time), []);
    });
  },
  {
    async prepare(at) {
      await at.tab.goto(`${at.site.address}/empty`);
      at.empty = await at.tab.screenshot();
    },
  },
);

/** The page itself does not look empty. */
async function looksOtherwise({ tab, empty }) {
  assert.ok(!(await tab.screenshot()).equals(empty));
}
