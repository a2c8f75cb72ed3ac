/**
 * The windows that tests open their pages in. To open one takes a browser as long as a test: so one that nothing was left in is used
 * again by the tests after, and each browser is started once for all files of tests that run in one process.
 */
import { after } from 'node:test';
import { closeContext, launch } from './support.js';

const usual = { width: 1280, height: 900 };

/** What Firefox takes a process of its own for, and more of the processor than for a page: sites, and one after the other of the same kind. */
const oneProcess = { 'fission.autostart': false, 'dom.ipc.processCount': 1, 'dom.ipc.keepProcessesAlive.web': 1 };

/** Calls that go on to work in the pages that come after. */
const lasting = {
  page: 'addInitScript exposeBinding exposeFunction setExtraHTTPHeaders'.split(' '),
  context:
    'addCookies addInitScript exposeBinding exposeFunction grantPermissions newCDPSession route setExtraHTTPHeaders setGeolocation setOffline'.split(
      ' ',
    ),
};

/** No colors, motion or paper but those of the browser. */
const noMedia = { media: null, colorScheme: null, forcedColors: null, reducedMotion: null };

/** Browsers that are starting or have started, by engine and settings. */
const browsers = new Map();

/** The browser that all tests with these settings share. It is closed when the last one has ended. */
export function sharedBrowser(engine, settings = {}) {
  const key = JSON.stringify([engine, settings]);
  if (!browsers.has(key)) browsers.set(key, launch(engine, settings));
  return browsers.get(key);
}

after(async () => {
  for (const browser of await Promise.allSettled(browsers.values())) await browser.value?.close();
});

/** Windows that wait, by engine. */
const idle = new Map();

/** Runs in the page. Whether it has left something that a page of the same address would find. */
async function hasLeft() {
  window.name = '';
  const databases = (await window.indexedDB.databases?.()) ?? [];
  return databases.length + localStorage.length + sessionStorage.length + document.cookie.length > 0;
}

async function newWindow(browser, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const opened = { page, context, isChanged: false, hasMedia: false };
  const note = (target, names, flag) => {
    for (const name of names) {
      const call = target[name].bind(target);
      target[name] = (...args) => {
        opened[flag] = true;
        return call(...args);
      };
    }
  };
  note(page, lasting.page, 'isChanged');
  note(context, lasting.context, 'isChanged');
  note(page, ['emulateMedia'], 'hasMedia');
  return opened;
}

/** Makes a window as if it were new. Gives whether that could be done. */
async function renew({ page, context, isChanged, hasMedia }) {
  if (isChanged || page.isClosed() || context.pages().length > 1) return false;
  try {
    page.removeAllListeners();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    if (await page.evaluate(hasLeft)) return false;
    await page.goto('about:blank');
    if (hasMedia) await page.emulateMedia(noMedia);
    await page.mouse.move(0, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * A window in which nothing is left of others. Without options it may have been used by another test, and kept nothing of it.
 *
 * @param engine
 * @param options.viewport
 * @param options.fresh For what depends on what the window has shown before: it is new. So it is with whatever else Playwright knows of a new context.
 * @param alone A browser of the test's own, in which windows are new. Left out: the one that all tests share.
 * @returns `page`, `context`, and `close()`, which ends its use.
 */
export async function openWindow(engine, { viewport = usual, fresh = false, ...options } = {}, alone = undefined) {
  // Firefox is told of less motion when it starts, and by no driver.
  const still = options.reducedMotion === 'reduce' && { 'ui.prefersReducedMotion': 1 };
  const settings = engine === 'firefox' ? { firefoxUserPrefs: { ...oneProcess, ...still } } : {};
  const isPlain = !fresh && !alone && Object.keys(options).length === 0;
  if (!idle.has(engine)) idle.set(engine, []);
  const waiting = isPlain ? idle.get(engine).pop() : undefined;
  const opened =
    waiting ?? (await newWindow(alone ?? (await sharedBrowser(engine, settings)), { viewport, ...options }));
  if (isPlain) await opened.page.setViewportSize(viewport);
  return {
    ...opened,
    async close() {
      if (isPlain && (await renew(opened))) {
        opened.hasMedia = false;
        idle.get(engine).push(opened);
      } else await closeContext(opened.context);
    },
  };
}
