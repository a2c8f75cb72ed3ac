/**
 * What the page tests start with: a browser that the machine has, and a server of the repository's files.
 *
 * @example
 * const browser = await launch();
 * const site = await serveRepository();
 * const page = await browser.newPage();
 * await page.goto(`${site.address}/demo/index.html`);
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import playwright from 'playwright';
import { findBrowser, foundBrowsers, launchOptions, wantedEngines } from '../../tools/browsers.js';
import { serve } from '../../tools/serve.js';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * The engines that Playwright can drive here, out of those that BROWSERS names or the machine has. WebKitGTK is not one
 * of them: its tests run inside the browser only.
 */
export async function drivenEngines() {
  const wanted = wantedEngines();
  const found = await foundBrowsers();
  return found
    .filter((browser) => launchOptions(browser) && (wanted?.includes(browser.engine) ?? true))
    .map((browser) => browser.engine);
}

/** Starts a browser, with Playwright's settings for that. Without a name, the first that can be driven: Chromium where there is one. */
export async function launch(engine, settings = {}) {
  const name = engine ?? (await drivenEngines())[0];
  const browser = name && (await findBrowser(name));
  const options = browser && launchOptions(browser);
  if (!options) throw new Error(`Playwright has no ${name ?? 'browser'} to drive here.`);
  // A setting of its own does not take back the others.
  const firefoxUserPrefs = { ...options.firefoxUserPrefs, ...settings.firefoxUserPrefs };
  return playwright[name].launch({ ...options, ...settings, ...(name === 'firefox' && { firefoxUserPrefs }) });
}

/** Closes a context. What a test answers itself may still be on its way. */
export async function closeContext(context) {
  await Promise.all(context.pages().map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })));
  await context.close();
}

/** Serves the repository's root, or another folder, on a free port of this computer. See tools/serve.js. */
export function serveRepository(options = {}) {
  return serve({ root, ...options });
}

/** A path in the repository. */
export const inRepository = (path) => join(root, path);

/** Half a second of silence, a sound file which can play without end. */
export const silence = () => {
  const bytes = Buffer.alloc(44 + 4000, 128);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + 4000, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(8000, 24);
  bytes.writeUInt32LE(8000, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(4000, 40);
  return bytes;
};
