/**
 * Pages with a private frame: an agency's site that the test writes, each browser that Playwright can drive, and ways into the frame that the page
 * itself has not. `real-browser.js` is for what happens between pages.
 */
import { after, afterEach, before, describe } from 'node:test';
import { answer, startLeaveSite } from './leave-site.js';
import { closeContext, drivenEngines } from './support.js';
import { sharedBrowser } from './windows.js';

const script = '<script type="module" src="/cdn/private-frame.js"></script>';
export const element =
  '<private-frame tag="safety-checklist" audience="youth">Call <a href="tel:988">988</a></private-frame>';

/** A page of the agency. */
export const pageOf = ({ head = '', tag = script, body = element, lang = 'en' } = {}) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<link rel="icon" href="data:,"><title>Help near you</title>${head}${tag}</head><body>${body}</body></html>`;

/** Waits until the frame is shown, and gives its inside. */
export async function untilFramed(page, index = 0) {
  await page.waitForFunction(
    (at) => document.querySelectorAll('private-frame')[at]?.shadowRoot?.querySelector('iframe:not(.coming)'),
    index,
  );
  const handle = await page.evaluateHandle(
    (at) => document.querySelectorAll('private-frame')[at].shadowRoot.querySelector('iframe'),
    index,
  );
  const frame = await handle.contentFrame();
  await frame.waitForFunction(() => document.querySelector('safety-checklist')?.shadowRoot?.querySelector('.keeping'));
  return frame;
}

/** Waits until the element itself is in the page, but not for long: that is what a person sees meanwhile. */
export async function untilInPage(page) {
  await page.waitForFunction(
    () =>
      document
        .querySelector('private-frame')
        .shadowRoot.querySelector('safety-checklist')
        ?.shadowRoot.querySelector('.keeping'),
    null,
    { timeout: 10_000 },
  );
  return page.locator('private-frame safety-checklist');
}

/** Adds something of one's own to the plan in a frame. */
export async function add(frame, text) {
  await frame.locator('[data-at=own]').fill(text);
  // Presses of keys and of the mouse that Playwright makes do not reach a frame in a frame of another site in Firefox.
  await frame.locator('[data-do=add]').evaluate((button) => button.click());
  const there = (wanted) =>
    [...document.querySelector('safety-checklist').shadowRoot.querySelectorAll('.entry .words bdi')].some(
      ({ textContent }) => textContent === wanted,
    );
  await frame.waitForFunction(there, text);
}

/** All that is in the plan. */
export const entries = (frame) =>
  frame.locator('safety-checklist').evaluate(({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll('.entry[data-at^=items]')].map((entry) => {
      const field = entry.querySelector('[data-at$=text]');
      return field ? field.value : entry.querySelector('.words bdi').textContent;
    }),
  );

const passphrase = 'three words and more';

/** Keeps the plan on the device, as a person does. */
export async function keep(frame, waits = true) {
  await frame.locator('[data-opens=keep]').click();
  const area = frame.locator('.panel', { has: frame.locator('[data-keep=keep]') });
  await area.locator('[data-at=pass-new]').fill(passphrase);
  await area.locator('[data-at=pass-again]').fill(passphrase);
  await area.locator('[data-keep=keep]').click();
  if (waits) await frame.locator('[data-keep=lock]').waitFor();
}

/** Opens what is kept. */
export async function unlock(frame) {
  const area = frame.locator('.panel', { has: frame.locator('[data-keep=open]') });
  await area.locator('[data-at=pass-pass]').fill(passphrase);
  await area.locator('[data-keep=open]').click();
  await frame.locator('[data-keep=lock]').waitFor();
}

/** Waits until all that was typed is kept. */
export const untilKept = (frame) => frame.locator('#state', { hasText: 'Saved on this device' }).waitFor();

const engines = await drivenEngines();

/**
 * Runs a suite in each browser. It gets `at`: `engine`, and once tests run `site`, and `open(html, options)`, which opens a page in a window with nothing
 * left of the others: `headers` are sent with it, `prepare` gets it first.
 */
export function inEachEngine(title, suite) {
  for (const engine of engines) {
    describe(`${title} (${engine})`, { timeout: 600_000 }, () => {
      const at = { engine };
      let contexts = [];
      before(async () => {
        at.site = await startLeaveSite();
        at.browser = await sharedBrowser(engine);
      });
      afterEach(async () => {
        await Promise.all(contexts.map(closeContext));
        contexts = [];
      });
      after(async () => {
        await at.site?.close();
      });
      at.open = async (html, { headers = {}, prepare = () => {}, path = '/a', ...options } = {}) => {
        const context = await at.browser.newContext({ viewport: { width: 800, height: 700 }, ...options });
        contexts.push(context);
        context.setDefaultTimeout(30_000);
        const page = await context.newPage();
        const problems = [];
        page.on('pageerror', (error) => problems.push(`${error}`));
        page.on('console', (message) => {
          if (['error', 'warning'].includes(message.type())) problems.push(message.text());
        });
        at.site.pages[path] = answer(html, headers);
        at.site.requests.length = 0;
        await prepare(page);
        await page.goto(at.site.address + path);
        return { page, context, problems };
      };
      suite(at);
    });
  }
}
