/** The way out is seen and leads away, whatever the page around it does: a person presses the place where it is. */
import { hosts, open, seen } from './leave-hosts.js';
import { inRealBrowsers, leads } from './leave-site.js';

inRealBrowsers((at, test) => {
  for (const [what, options] of Object.entries(hosts)) {
    test(`it is seen, and leads away when it is clicked, where ${what}`, async () => {
      const { site, tab } = at;
      await open(at, options);
      const [x, y] = await seen(tab);
      await leads(site, tab, () => tab.click(x, y));
    });
  }
});
