/** An agency's pages with a way out, where an answer can be anything a server may say, and what the tests of leaving ask. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { startExitSite } from './exit-site.js';
import { eventually, realEngines, startBrowser } from './real-browser.js';

/** The tag that an agency pastes into the head of its pages. */
export const script = '<script src="/cdn/quick-exit.js"></script>';

/** The link that an agency puts into the way out. */
export const linkTo = (address) => `<a href="${address}" rel="noreferrer noopener">Leave this site</a>`;

/**
 * A page of the agency with a way out that leads to `to`.
 *
 * @param options.head what stands in its head before the script.
 * @param options.tag the script. `options.attributes` are those of the way out, and `options.body` stands after it.
 */
export const pageWith = ({
  to,
  head = '',
  tag = script,
  attributes = `href="${to}"`,
  body = '',
  title = 'Help near you',
}) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="/icon.png">` +
  `${head}${tag}</head><body><quick-exit ${attributes}>${linkTo(to)}</quick-exit><h1>${title}</h1>${body}</body></html>`;

/**
 * Notes when the page was last painted without its cover, and how it was each time that it came into view. It starts before the
 * way out does, so it hears of everything first. The notes are in localStorage, which no page gets to see late.
 */
export const spy = `<script>{
  const covered = () => {
    const cover = document.querySelector('quick-exit')?.shadowRoot?.lastElementChild;
    return !!cover && getComputedStyle(cover).opacity === '1' && cover.matches(':popover-open');
  };
  const look = () => {
    if (!covered()) localStorage['seen ' + location.pathname] = Date.now();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  addEventListener('pageshow', ({ persisted }) => {
    const shows = JSON.parse(localStorage.shows ?? '[]');
    localStorage.shows = JSON.stringify([...shows, [location.pathname, persisted, covered()]]);
  }, true);
}</script>`;

/** An answer with headers. */
export const answer = (html, headers) => (request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
  response.end(html);
};

/** The files of cdn/ come from the site that all tests of real browsers share. */
async function passOn(request, response, shared) {
  const { port } = new URL(shared.address);
  const file = await fetch(`http://127.0.0.1:${port}${request.url}`);
  response.writeHead(file.status, { 'content-type': file.headers.get('content-type') });
  response.end(Buffer.from(await file.arrayBuffer()));
}

/**
 * Starts the agency's site and the other one.
 *
 * @returns what `startExitSite` gives, and `pages`, by path: HTML, or a function that answers; `requests` have a `body` and a `method`, too.
 *   There are `/start`, `/plain` and `/empty` already, without a way out.
 */
export async function startLeaveSite() {
  const shared = await startExitSite();
  const pages = {
    '/start': '<!doctype html><title>Start</title>Start',
    '/plain': '<!doctype html><title>Plain</title>Plain',
    '/empty': '<!doctype html><title>Empty</title>',
  };
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, shared.address);
    const noted = { path: request.url, method: request.method, headers: request.headers, time: Date.now(), body: '' };
    requests.push(noted);
    request.setEncoding('utf8').on('data', (text) => (noted.body += text));
    const page = Object.hasOwn(pages, pathname) ? pages[pathname] : passOn;
    await (typeof page === 'string' ? answer(page) : page)(request, response, shared);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  return {
    address: `http://agency.localhost:${port}`,
    partner: `http://partner.localhost:${port}`,
    elsewhere: shared.elsewhere,
    refused: shared.refused,
    pages,
    requests,
    async close() {
      server.close();
      server.closeAllConnections();
      await shared.close();
    },
  };
}

/**
 * Tests in each real browser, with one site and one browser for all of them.
 *
 * @param define gets `at`: `engine`, and once they run `site`, `browser` and `tab`; and `test(name, work)`, which is Node's, but starts the
 *   browser and the test anew, twice at most, where the driver of the browser has failed, and says so.
 * @param options.engines those that the tests are for. All, if none are named.
 */
export async function inRealBrowsers(define, { options = {}, prepare = () => {}, engines } = {}) {
  for (const engine of (await realEngines()).filter((name) => engines?.includes(name) ?? true)) {
    describe(engine, { timeout: 600_000 }, () => {
      const at = { engine };
      const start = async () => {
        at.browser = await startBrowser(engine, { viewport: { width: 800, height: 600 }, ...options });
        at.tab = await at.browser.open();
      };
      before(async () => {
        at.site = await startLeaveSite();
        await start();
        await prepare(at);
      });
      const patiently = (name, work) =>
        test(name, async (context) => {
          for (let tries = 3; ; tries--) {
            try {
              return await work(context);
            } catch (error) {
              if (!at.browser.driverFailed() || tries === 1) throw error;
              context.diagnostic(`The driver of ${engine} has failed, so this runs again: ${error.message}`);
              await at.browser.close();
              await start();
            }
          }
        });
      after(async () => {
        await at.browser?.close();
        await at.site?.close();
      });
      define(at, patiently);
    });
  }
}

/** The requests for the other site's page, without those for its icon. */
export const arrivals = ({ elsewhere }) => elsewhere.requests.filter(({ path }) => path === '/');

/** Does what leads away, and waits for the other site's page. Gives the request for it. */
export async function leads(site, tab, act) {
  const count = arrivals(site).length;
  await act();
  await eventually(() => arrivals(site).length > count, { what: 'the other site is asked' });
  await tab.until((address) => location.href === address && document.title === 'Elsewhere', {
    args: [site.elsewhere.address],
  });
  return arrivals(site).at(-1);
}

/** Presses of keys take this many milliseconds at most, but for a machine that is too busy to press them as a person does. */
const quickPresses = 250;
const shortcut = ['Shift', 'Shift', 'Shift'];

/**
 * Presses keys that lead away: three times Shift, unless others are given. Where the machine was too busy to press them one
 * soon after the other, they are pressed again, as a person would; where it was not, they count the first time.
 */
export async function pressToLeave(site, tab, ...names) {
  const count = arrivals(site).length;
  for (let tries = 5; tries > 0; tries--) {
    const since = Date.now();
    await tab.keys(...(names.length > 0 ? names : shortcut));
    if (Date.now() - since < quickPresses) return;
    const asked = () => arrivals(site).length > count;
    if (await eventually(asked, { seconds: 5 }).catch(() => false)) return;
  }
}

/** Three presses of Shift within two seconds count: a machine that took nearly as long, or longer, presses them again. */
const pressesCount = 1500;

/** Presses the keys where nothing outside the page tells whether they counted. */
async function pressTogether(tab) {
  for (let tries = 5; tries > 0; tries--) {
    const since = Date.now();
    await tab.keys(...shortcut);
    if (Date.now() - since < pressesCount) return;
  }
}

/** Waits until nothing in the page has moved for a while: what still moves on a busy machine takes a press back, as it is meant to. */
export const atRest = () =>
  new Promise((resolve) => {
    let resting;
    const again = () => {
      clearTimeout(resting);
      resting = setTimeout(resolve, 300);
    };
    for (const type of ['scroll', 'focusin', 'selectionchange']) window.addEventListener(type, again, true);
    again();
  });

/** Leaves by the keys, as `pressToLeave` does, and waits for the other site's page. Gives the request for it. */
export const leadsByKeys = (site, tab, ...names) => leads(site, tab, () => pressToLeave(site, tab, ...names));

/** What the pages have noted: a page of the site without a way out reads it, and starts anew. */
export async function notes({ site, tab }) {
  await tab.goto(`${site.address}/plain`);
  return tab.evaluate(() => {
    const { shows, ...seen } = { ...localStorage };
    localStorage.clear();
    return { shows: JSON.parse(shows ?? '[]'), seen };
  });
}

/** What is on the screen, or nothing: while documents come and go, a browser may have no picture to give. */
export const picture = (tab) => Promise.race([tab.screenshot().catch(() => {}), wait(500)]);

/** The three ways to leave a page, with its tab and its site. The site is for pages that are left: it tells whether the keys counted. */
export const ways = {
  click: (tab) => tab.click('quick-exit a'),
  keys: async (tab, site) => {
    if (!site) return pressTogether(tab);
    // What was clicked before moves the focus a little later. A page that is being left cannot be asked.
    await tab.evaluate(atRest);
    await pressToLeave(site, tab);
  },
  method: (tab) => tab.evaluate(`void setTimeout(() => document.querySelector('quick-exit').leave())`),
};
