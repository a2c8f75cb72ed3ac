/** What happens when a person leaves, in order: the page goes out of sight, then a frame is painted, then the tab goes elsewhere in its place. */
import assert from 'node:assert/strict';
import { arrivals, inRealBrowsers, leads, leadsByKeys, linkTo, pageWith, ways } from './leave-site.js';
import { silence } from './support.js';
import { eventually } from './real-browser.js';

const press =
  (...keys) =>
  (tab) =>
    tab.keys(...keys);

const everyWay = {
  ...ways,
  'keys on the right': press('ShiftRight', 'ShiftRight', 'ShiftRight'),
  'keys on both sides': press('Shift', 'ShiftRight', 'Shift'),
  'Tab and Enter': press('Tab', 'Enter'),
  'a link beside it': (tab) => tab.click('#beside'),
  'our own link': (tab) => tab.click(760, 30),
};

/** What of the page can be seen, heard or read in the tab. */
const state = `window.state = () => ({
  covered: getComputedStyle(document.querySelector('quick-exit').shadowRoot.lastElementChild).opacity,
  title: document.title,
  icons: document.querySelectorAll('link[rel~=icon]').length,
  paused: [document.querySelector('audio'), document.querySelector('#host').shadowRoot.firstChild].map((audio) => audio.paused),
  marked: !!sessionStorage._,
});`;

const media = `<audio id="loud" src="/silence.wav" muted loop></audio><div id="host"></div><script>
  document.querySelector('#host').attachShadow({ mode: 'open' }).append(document.querySelector('audio').cloneNode());
  ${state}</script>`;

const playing = `Promise.all([document.querySelector('audio').play(), document.querySelector('#host').shadowRoot.firstChild.play()]).then(() => state())`;

inRealBrowsers(
  (at, test) => {
    for (const [name, way] of Object.entries(everyWay)) {
      test(`${name}: the other site comes in place of the page, and is not told from where`, async () => {
        const { site, tab } = at;
        const to = site.elsewhere.address;
        site.pages['/a'] = pageWith({ to, body: linkTo(to).replace('<a', '<a id="beside"') });
        if (name === 'a link beside it')
          site.pages['/a'] = site.pages['/a']
            .replace(/(<h1.*<.h1>)(<a.*<.a>)/, '$2$1')
            .replace(/(<quick-exit[^>]*>)<a.*?<.a>/, '$1');
        if (name === 'our own link')
          site.pages['/a'] = pageWith({ to, attributes: `href="${to}"` }).replace(linkTo(to), '');
        await tab.goto(`${site.partner}/start`);
        await tab.goto(`${site.address}/a`);
        const before = arrivals(site).length;
        const { headers } = await leads(site, tab, () => way(tab, site));
        assert.equal(headers.referer, undefined);
        assert.equal(await tab.evaluate('document.referrer'), '');
        assert.equal(arrivals(site).length, before + 1, 'asked once');
        await tab.back();
        assert.equal(await tab.url(), `${site.partner}/start`);
      });
    }

    test('before the call returns, nothing is seen, heard or read in the tab; the rest waits for a painted frame', async () => {
      const { site, tab } = at;
      site.elsewhere.delay = 1;
      site.pages['/a'] = pageWith({
        to: site.elsewhere.address,
        head: '<link rel="shortcut icon" href="/old.ico">',
        body: media,
      });
      await tab.goto(`${site.address}/a`);
      // Only then may a page play.
      await tab.click('h1');
      const before = { covered: '0', title: 'Help near you', icons: 2, paused: [false, false], marked: false };
      assert.deepEqual(await tab.evaluate(playing), before);
      const seen = await tab.watch('[window.notes, state()]');
      const left = await tab.evaluate(() => {
        document.querySelector('quick-exit').leave();
        window.notes = [];
        // Before this frame is painted nothing may have been done but what shows.
        requestAnimationFrame(() => window.notes.push(sessionStorage._));
        return window.state();
      });
      assert.deepEqual(left, { covered: '1', title: '…', icons: 0, paused: [true, false], marked: false });
      await eventually(() => seen.at(-1)[1].marked);
      assert.deepEqual(seen.at(-1), [[null], { ...left, paused: [true, true], marked: true }]);
      await tab.until(`document.title === 'Elsewhere'`);
      site.elsewhere.delay = 0;
    });

    test('where no frames are drawn, it leaves all the same', async () => {
      const { site, tab } = at;
      site.pages['/a'] = pageWith({
        to: site.elsewhere.address,
        body: '<script>requestAnimationFrame = () => 1</script>',
      });
      await tab.goto(`${site.address}/a`);
      await leadsByKeys(site, tab);
    });

    test('the page does not get its name back into the tab', async () => {
      const { site, tab } = at;
      site.elsewhere.delay = 1;
      const body = `<script>let n = 0; setInterval(() => { n++; document.title = 'Help is here ' + n; });</script>`;
      site.pages['/a'] = pageWith({ to: site.elsewhere.address, body });
      await tab.goto(`${site.address}/a`);
      const seen = await tab.watch(`[document.title, n]`);
      await ways.method(tab);
      await eventually(() => seen.at(-1)[0] === '…');
      const from = seen.findIndex(([title]) => title === '…');
      await tab.until(`document.title === 'Elsewhere'`);
      site.elsewhere.delay = 0;
      assert.ok(seen.length > from + 5, 'the page has tried');
      assert.deepEqual([...new Set(seen.slice(from).map(([title]) => title))], ['…']);
    });
  },
  {
    prepare({ site }) {
      site.pages['/silence.wav'] = (request, response) => {
        response.writeHead(200, { 'content-type': 'audio/wav' });
        response.end(silence());
      };
    },
  },
);
