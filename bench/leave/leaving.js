/** Leaves a page by pressing Shift three times from outside of it, and brings back the trace that Chromium wrote meanwhile. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { categories } from './trace.js';

const elsewhere = readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'elsewhere.html'));
const destination = 'https://elsewhere.test/';

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The other site answers after `delay` milliseconds. It is on no network: Chromium asks this process for the answer. */
async function answer(chromium, delay) {
  await chromium.send('Fetch.enable', { patterns: [{ urlPattern: `${destination}*` }] });
  chromium.on('Fetch.requestPaused', async ({ requestId }) => {
    await wait(delay);
    const responseHeaders = [{ name: 'content-type', value: 'text/html; charset=utf-8' }];
    const body = elsewhere.toString('base64');
    await chromium.send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders, body });
  });
}

/** A press is half a second after the one before, so that nothing of that one is left to do, and lasts 50 ms. */
async function pressShift(chromium, times) {
  const shift = { key: 'Shift', code: 'ShiftLeft', windowsVirtualKeyCode: 16 };
  for (let time = 1; time <= times; time++) {
    await chromium.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', modifiers: 8, ...shift });
    await wait(50);
    const released = chromium.send('Input.dispatchKeyEvent', { type: 'keyUp', ...shift });
    // The page may be gone before it answers to the last one.
    await (time < times ? released : Promise.race([released.catch(() => {}), wait(1000)]));
    if (time < times) await wait(450);
  }
}

/**
 * Opens the page at `address`, waits until `ready` is in it and nothing is left to do, leaves it, and waits until the other
 * site is there.
 *
 * @param options.throttle how many times slower the processor is.
 * @param options.delay milliseconds until the other site answers.
 * @returns the events of the trace.
 */
export async function leave(browser, address, { ready, throttle, delay }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const chromium = await context.newCDPSession(page);
    await answer(chromium, delay);
    await page.goto(address);
    await page.waitForSelector(ready, { state: 'attached' });
    await wait(500);
    await chromium.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    const events = [];
    chromium.on('Tracing.dataCollected', ({ value }) => events.push(...value));
    const traceConfig = { includedCategories: categories, excludedCategories: ['*'] };
    await chromium.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
    await wait(300);
    await pressShift(chromium, 3);
    await page.waitForURL(destination, { timeout: 30000 });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await wait(300);
    const complete = new Promise((resolve) => chromium.once('Tracing.tracingComplete', resolve));
    await chromium.send('Tracing.end');
    await complete;
    return events.sort((a, b) => a.ts - b.ts);
  } finally {
    await context.close();
  }
}
