/**
 * Drives whole browsers from outside of the page, for tests of what happens between pages: history, the back-forward
 * cache, leaving. Playwright turns that cache off and waits for navigations, so this speaks the browsers' own protocols.
 *
 * Only `goto`, `back`, `forward` and `reload` wait for a document, unless they get `{ waiting: false }`. Everything else
 * acts on the document that is there at that moment.
 *
 * @example
 * const browser = await startBrowser('firefox');
 * const tab = await browser.open('http://agency.localhost:8000/');
 * await tab.keys('Shift', 'Shift', 'Shift');
 * await tab.until(() => location.protocol === 'https:');
 * await tab.back();
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser, foundBrowsers, wantedEngines } from '../../tools/browsers.js';
import { startChromium } from './real-browser/chromium.js';
import { startFirefox } from './real-browser/firefox.js';
import { startWebKit } from './real-browser/webkit.js';

export { eventually } from './real-browser/tab.js';

const starters = { chromium: startChromium, firefox: startFirefox, webkit: startWebKit };

/** WebKit is driven through WebKitGTK's own driver, which Playwright's build does not have. */
const drivable = ({ engine, fromPlaywright }) => engine !== 'webkit' || !fromPlaywright;

/** The engines that can be driven here, out of those that BROWSERS names or the machine has. */
export async function realEngines() {
  const wanted = wantedEngines();
  const names = (await foundBrowsers()).filter(drivable).map(({ engine }) => engine);
  return names.filter((engine) => wanted?.includes(engine) ?? true);
}

/**
 * Starts a browser with a profile of its own.
 *
 * @param options.javascript false turns the pages' scripts off. The test can still look into the page.
 * @param options.viewport `{ width, height }` of every tab.
 * @param options.args more arguments for the program.
 * @param options.seconds how long a page may take to answer.
 * @param options.preferences more of them, for Firefox.
 * @param options.profile the folder of a profile that is to stay, also after `close`.
 * @returns `engine`; `open(address)`, which gives a tab; `close()`; `kill()`, which ends the browser as a flat battery does; `driverFailed()`, whether what
 *   drives it has crashed or hangs; and `can`: `offline`, `prompts` (asks before it leaves), `tabs` (more than one), `narrow` (a viewport of
 *   320 pixels), `screenshotsWhileLeaving`.
 */
export async function startBrowser(
  engine,
  { javascript = true, viewport, args = [], seconds = 30, profile: given, preferences } = {},
) {
  const found = await findBrowser(engine);
  if (!found || !drivable(found)) throw new Error(`There is no ${engine} to drive here.`);
  const profile = given ?? (await mkdtemp(join(tmpdir(), 'browser-')));
  const {
    can,
    open,
    close,
    kill,
    driverFailed = () => false,
  } = await starters[engine]({
    path: found.path,
    profile,
    args,
    javascript,
    preferences,
  });
  return {
    engine,
    can,
    driverFailed,
    async open(address) {
      const tab = await open();
      tab.seconds = seconds;
      if (viewport) await tab.setViewport(viewport);
      if (address) await tab.goto(address);
      return tab;
    },
    async close() {
      await close();
      if (!given) await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
    kill,
  };
}
