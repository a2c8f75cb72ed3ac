/** The way out in a frame: of the page's own site it leaves the whole page, of another site too, and where it is not allowed to, it covers itself and says so. */
import assert from 'node:assert/strict';
import { arrivals, inRealBrowsers, leads, linkTo, pageWith, ways as waysOfPages } from './leave-site.js';
import { readPicture } from './picture.js';
import { eventually } from './real-browser.js';

/** Frames tell the window what can be seen in them. */
const telling = `<script>
  const tell = () => {
    const cover = document.querySelector('quick-exit')?.shadowRoot?.lastElementChild;
    if (cover) top.postMessage({ covered: getComputedStyle(cover).opacity, says: cover.textContent, used: navigator.userActivation.hasBeenActive && document.hasFocus() }, '*');
  };
  setInterval(tell, 25);
</script>`;

const listening = '<script>addEventListener("message", ({ data }) => (window.told = data))</script>';

const frame = (address, attributes = '') =>
  `<iframe src="${address}" ${attributes} style="position: absolute; left: 0; top: 100px; width: 600px; height: 400px; border: 0"></iframe>`;

/** Where the bar of a frame as above is, and a place in it that is nothing. */
const bar = [550, 130];
const nothing = [100, 400];

const ways = {
  click: (tab) => tab.click(...bar),
  keys: waysOfPages.keys,
};

const hello = '<h1>The page around</h1>';
const strict = 'sandbox="allow-scripts"';

/** Frames that lead away, by what they are. */
const leading = {
  'of the same site': ({ address }) => frame(`${address}/frame`),
  'of the same site, in one of the same site': ({ address }) => frame(`${address}/nested`),
  'of another site': ({ partner }) => frame(`${partner}/frame`),
  'of the same site, in one of another site': ({ partner }) => frame(`${partner}/nested`),
  'with a sandbox that allows it': ({ address }) =>
    frame(`${address}/frame`, 'sandbox="allow-scripts allow-same-origin allow-top-navigation"'),
  'with a sandbox that allows it to who has used it': ({ address }) =>
    frame(`${address}/frame`, 'sandbox="allow-scripts allow-same-origin allow-top-navigation-by-user-activation"'),
};

/** Frames that may not. */
const held = {
  'with a sandbox': ({ address }) => frame(`${address}/frame`, strict),
  'of another site, with a sandbox': ({ partner }) => frame(`${partner}/frame`, strict),
  'with a sandbox, in one of the same site': ({ address }) => frame(`${address}/sandboxed`),
};

inRealBrowsers(
  (at, test) => {
    const open = async (around, body = '') => {
      const { site, tab } = at;
      site.pages['/a'] = `<!doctype html><title>Around</title>${hello}${around(site)}${listening}${body}`;
      await tab.goto(`${site.partner}/start`);
      await tab.goto(`${site.address}/a`);
      await tab.until('window.told?.covered === "0"');
      // The first presses can miss a frame that has just come.
      await eventually(async () => {
        await tab.click(...nothing);
        return tab.evaluate('window.told.used === true');
      });
    };

    for (const [what, around] of Object.entries(leading))
      for (const [name, way] of Object.entries(ways))
        test(`${name}: a frame ${what} leaves the whole page, in its place`, async () => {
          const { site, tab } = at;
          await open(around);
          const { headers } = await leads(site, tab, () => way(tab, site));
          // WebKit names the site of a frame that leads the window elsewhere, whatever the frame says, and no more than that.
          const told = at.engine === 'webkit' && /another site/.test(what) ? `${site.partner}/` : undefined;
          assert.equal(headers.referer, told);
          await tab.back();
          assert.equal(await tab.url(), `${site.partner}/start`);
        });

    for (const [what, around] of Object.entries(held))
      for (const [name, way] of Object.entries(ways))
        test(`${name}: a frame ${what} covers itself, and says to close the tab`, async () => {
          const { site, tab } = at;
          await open(around);
          const before = arrivals(site).length;
          await way(tab);
          await tab.until(`window.told?.covered === '1' && window.told.says === 'Close this tab.'`);
          assert.deepEqual(await tab.evaluate('[location.pathname, document.title]'), ['/a', 'Around']);
          assert.equal(arrivals(site).length, before, 'nothing is asked for');
        });

    for (const [name, way] of Object.entries(ways))
      test(`${name}: a frame of the same site, with a sandbox, covers the whole page, and says to close the tab`, async () => {
        const { site, tab } = at;
        await open(({ address }) => frame(`${address}/frame`, 'sandbox="allow-scripts allow-same-origin"'));
        // WebKit lets it lead the window elsewhere.
        if (at.engine === 'webkit') return leads(site, tab, () => way(tab, site));
        await way(tab);
        const cover = 'document.documentElement.lastElementChild';
        await tab.until(`${cover}.textContent === 'Close this tab.'`);
        const front = `document.elementFromPoint(300, 300) === ${cover}`;
        assert.deepEqual(await tab.evaluate(`[${front}, document.title, location.pathname]`), [true, '…', '/a']);
      });

    test('what is around a frame of its site stays out of sight, also what is put in front later', async (context) => {
      const { site, tab, browser } = at;
      if (!browser.can.screenshotsWhileLeaving)
        return context.skip('A picture of its window waits for the other site.');
      const body = `<script>
        const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
        const over = root.appendChild(Object.assign(document.createElement('div'), { popover: 'manual', textContent: 'Hello' }));
        const tell = () => fetch('/done').catch(() => setTimeout(tell, 50));
        const timer = setInterval(() => {
          if (document.title === 'Around') return;
          clearInterval(timer);
          setTimeout(() => { over.showPopover(); tell(); }, 200);
        }, 5);
      </script>`;
      await open(leading['of the same site'], body);
      site.elsewhere.delay = 10;
      site.requests.length = 0;
      await ways.click(tab);
      await eventually(() => site.requests.some(({ path }) => path === '/done'), { what: 'the page has done so' });
      const colors = readPicture(await tab.screenshot()).colors();
      site.elsewhere.delay = 0;
      await tab.goto(`${site.partner}/start`);
      assert.deepEqual(colors, ['rgb(255, 255, 255)']);
    });
  },
  {
    prepare({ site }) {
      const to = site.elsewhere.address;
      const link = linkTo(to).replace('<a', '<a target="_top"');
      site.pages['/frame'] = pageWith({ to, body: telling }).replace(linkTo(to), link);
      const whole = (attributes) =>
        `<!doctype html><style>body { margin: 0 } iframe { border: 0; width: 600px; height: 400px }</style><iframe src="/frame" ${attributes}></iframe>`;
      site.pages['/nested'] = whole('');
      site.pages['/sandboxed'] = whole(strict);
    },
  },
);
