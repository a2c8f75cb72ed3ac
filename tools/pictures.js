/**
 * `npm run pictures` takes a picture of each element, as it is on a phone, from a story of Storybook: docs/pictures/<tag>.png. README, docs/elements/
 * and Storybook show them. `npm run pictures -- stage-guide` takes those that are named. Fonts are the machine's own, so a picture that was taken on
 * another one differs: take them again when an element looks different, and look at them before they are committed.
 */
/* global document, MutationObserver, scrollTo -- in the page */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import playwright from 'playwright';
import { findBrowser, launchOptions } from './browsers.js';
import { buildIfStale, buildStorybookIfStale } from './build-if-stale.js';
import { tags } from './catalogue.js';
import { isMain } from './is-main.js';
import { root } from './made-files.js';
import { serve } from './serve.js';

/** The story that shows what each element is for, and how much of it: in CSS pixels, as in a phone's window. */
const stories = {
  'csec-primer': 'csec-primer--default',
  'goal-planner': 'goal-planner--filled',
  'options-explorer': 'options-explorer--default',
  'practice-check': 'practice-check--default',
  'practice-principles': 'practice-principles--default',
  'private-frame': 'private-frame--default',
  'quick-exit': 'quick-exit--limits-open',
  'resource-card': 'resource-card--national-hotline',
  'resource-directory': 'resource-directory--default',
  'safety-checklist': 'safety-checklist--youth',
  'source-note': 'source-note--alone',
  'stage-guide': 'stage-guide--contemplation',
};

const phone = {
  viewport: { width: 390, height: 700 },
  deviceScaleFactor: 1.5,
  colorScheme: 'light',
  reducedMotion: 'reduce',
  locale: 'en-US',
};

/** Where the pictures are, from the root of the repository. */
export const pictureOf = (tag) => `docs/pictures/${tag}.png`;

/** Until nothing in the page has changed for half a second: the story has come, and done what it does by itself. */
const atRest = () =>
  new Promise((resolve) => {
    let timer;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(resolve, 500);
    };
    new MutationObserver(wait).observe(document, { subtree: true, childList: true, attributes: true });
    wait();
  });

async function take(page, address, tag) {
  await page.goto(`${address}/iframe.html?id=${stories[tag]}&viewMode=story`, { waitUntil: 'networkidle' });
  await page.locator(tag).first().waitFor({ state: 'attached' });
  await page.evaluate(atRest);
  await page.evaluate(() => {
    document.activeElement?.blur();
    scrollTo(0, 0);
  });
  const { height } = phone.viewport;
  const end = await page.evaluate(() => Math.ceil(document.body.getBoundingClientRect().bottom));
  const clip = { x: 0, y: 0, width: phone.viewport.width, height: Math.min(height, Math.max(end, 120)) };
  await page.screenshot({ path: join(root, pictureOf(tag)), clip, animations: 'disabled' });
  console.log(`${pictureOf(tag)} taken`);
}

async function main(wanted) {
  const unknown = wanted.filter((tag) => !tags.includes(tag));
  if (unknown.length > 0) throw new Error(`There is no element ${unknown.join(', ')}.`);
  // Storybook serves the folder.
  mkdirSync(join(root, 'docs/pictures'), { recursive: true });
  if (!buildIfStale() || !buildStorybookIfStale()) throw new Error('What is built is not there.');
  const found = await findBrowser('chromium');
  if (!found) throw new Error('Pictures are taken in Chromium, and there is none. `npm test` gets it.');
  const site = await serve({ root: join(root, 'storybook-static') });
  const browser = await playwright.chromium.launch(launchOptions(found));
  try {
    for (const tag of wanted.length > 0 ? wanted : tags) {
      const context = await browser.newContext(phone);
      await take(await context.newPage(), site.address, tag);
      await context.close();
    }
  } finally {
    await browser.close();
    await site.close();
  }
}

if (isMain(import.meta.url)) await main(process.argv.slice(2));
