/** Firefox can hide keys such as Shift from pages, as Tor Browser, Mullvad Browser, and LibreWolf have it. */
import assert from 'node:assert/strict';
import { worksWith } from '../works-with.js';
import { inRealBrowsers, leads, leadsByKeys, pageWith, ways } from './leave-site.js';

inRealBrowsers(
  (at, test) => {
    const open = async (attributes = '') => {
      const { site, tab } = at;
      const to = site.elsewhere.address;
      site.pages['/a'] = pageWith({ to, attributes: `href="${to}" ${attributes}` });
      await tab.goto(`${site.address}/a`);
      await tab.evaluate(() => {
        window.heard = [];
        window.addEventListener('keydown', ({ key }) => window.heard.push(key), true);
      });
    };

    test(
      worksWith({
        kind: 'browser',
        name: 'Firefox with privacy.resistFingerprinting (Tor Browser, Mullvad Browser, LibreWolf)',
        condition: 'pages don’t learn about Shift',
        result: 'the button works, and pressing Escape twice works on sites that chose it',
        limit: 'Shift three times does nothing. The three browsers themselves were not tried.',
        engines: 'Firefox',
      }),
      async () => {
        const { site, tab } = at;
        await open();
        await tab.keys('Shift', 'Shift', 'Shift', 'a');
        assert.deepEqual(await tab.evaluate('heard'), ['a']);
        assert.equal(await tab.title(), 'Help near you');
        await leads(site, tab, () => ways.click(tab));
        await open('shortcut="escape"');
        await leadsByKeys(site, tab, 'Escape', 'Escape');
      },
    );
  },
  { engines: ['firefox'], options: { preferences: { 'privacy.resistFingerprinting': true } } },
);
