/** Pages with a plan that is kept, and what a person does there. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import { startLeaveSite } from './leave-site.js';
import { realEngines, startBrowser } from './real-browser.js';

export const passphrase = 'four small green words';

/** What the page's own script can do with the plan: as a person does, through what is on screen. */
const hands = `
  const element = () => document.querySelector('safety-checklist');
  const root = () => element().shadowRoot;
  const session = () => element()[Symbol.for('alongside.2')];
  const set = (field, value) => {
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
  Object.assign(window, { element, session });
  window.plan = {
    state: () => session()?.vault.state,
    news: () => root()?.querySelector('.keeping [aria-live]')?.textContent.trim(),
    ready: () => !!root()?.querySelector('.keeping'),
    isSaved: () => session().vault.isSaved,
    texts: () =>
      [...root().querySelectorAll('.entry[data-at^=items]')].map((entry) => {
        const field = entry.querySelector('[data-at$=text]');
        return field ? field.value : entry.querySelector('.words bdi').textContent;
      }),
    shown: () => root().innerHTML + [...root().querySelectorAll('input, textarea')].map(({ value }) => value).join(),
    add(text) {
      set(root().querySelector('[data-at=own]'), text);
      root().querySelector('[data-do=add]').click();
    },
    change(at, text) {
      root().querySelector('[data-do=write][data-at="items.' + at + '"]')?.click();
      element().performUpdate();
      set(root().querySelector('[data-at="items.' + at + '.text"]'), text);
    },
    open(does) {
      const find = (selector) => root().querySelector('.keeping ' + selector);
      const panel = { add: 'import', replace: 'import', open: '""' }[does] ?? does;
      if (!find('[data-keep=' + does + ']')) {
        for (let tries = 0; tries < 2 && !find('[data-opens=' + panel + ']'); tries++) find('[data-opens=more]').click();
        find('[data-opens=' + panel + ']').click();
      }
      return find('[data-keep=' + does + ']');
    },
    press(does, fields = {}) {
      const button = plan.open(does);
      const area = button.closest('.panel');
      for (const [at, value] of Object.entries(fields)) set(area.querySelector('[data-at=' + at + ']'), value);
      button.click();
    },
    keep: (words) => plan.press('keep', { 'pass-new': words, 'pass-again': words }),
    unlock: (words) => plan.press('open', { 'pass-pass': words }),
    leave: () => element()[Symbol.for('alongside')](),
  };`;

/** A page with a safety plan in it. */
export const planPage = ({ head = '', attributes = '', body = '' } = {}) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Help</title>${head}</head><body>` +
  `<safety-checklist ${attributes}>Call 555-0100</safety-checklist>${body}` +
  `<script>${hands}</script><script type="module" src="/cdn/safety-checklist.js"></script></body></html>`;

/** Opens the page with a plan and waits until it is there. */
export async function openPlan({ site, tab }, path = '/plan') {
  await tab.goto(`${site.address}${path}`);
  await tab.until('window.plan?.ready()');
}

/** Keeps what is there with the passphrase. */
export async function keep(tab, words = passphrase) {
  await tab.evaluate((words) => window.plan.keep(words), words);
  await tab.until(`plan.state() === 'open' && plan.isSaved()`);
}

/** Opens what is kept. */
export async function unlock(tab, words = passphrase) {
  await tab.until(`plan.state() === 'locked'`).catch(async (error) => {
    const found = 'indexedDB.databases().then((all) => ({ state: plan.state(), news: plan.news(), all }), String)';
    throw new Error(`${error.message}; ${JSON.stringify(await tab.evaluate(found).catch(String))}`);
  });
  await tab.evaluate((words) => window.plan.unlock(words), words);
  await tab.until(`plan.state() === 'open'`);
}

/** What the browser has stored for the page. */
export const stored = (tab) =>
  tab.evaluate(async () => ({
    cookie: document.cookie,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: window.caches ? await caches.keys() : [],
    url: location.href,
    title: document.title,
    history: history.state,
  }));

/**
 * Tests in each real browser that can keep a profile.
 *
 * @param define gets `at`: `engine`, and once they run `site`, and `withProfile(work)`, which calls `work` with a profile that stays until that is
 *   done: `start()` starts a browser with it anew, and gives that and a tab.
 */
export async function inKeptProfiles(define) {
  for (const engine of (await realEngines()).filter((name) => name !== 'webkit')) {
    describe(engine, { timeout: 600_000 }, () => {
      const at = {
        engine,
        async withProfile(work) {
          const profile = await mkdtemp(join(tmpdir(), 'kept-'));
          let browser;
          const start = async () => {
            browser = await startBrowser(engine, { profile, seconds: 90 });
            return { site: at.site, browser, tab: await browser.open() };
          };
          try {
            return await work({ profile, start });
          } finally {
            await browser?.kill().catch(() => {});
            await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
          }
        },
      };
      before(async () => {
        at.site = await startLeaveSite();
        at.site.pages['/plan'] = planPage({ attributes: 'in-page' });
      });
      after(() => at.site?.close());
      define(at);
    });
  }
}
