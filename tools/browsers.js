/**
 * Where the browsers for the tests are, and how to get one where there is none.
 *
 * Order: CHROME_PATH or FIREFOX_PATH; an installed Chrome, Chromium, Edge, Brave or Firefox; Playwright's own download;
 * apt-get, as root on Debian. The environment variable BROWSERS (a list such as `chromium,firefox,webkit`) says which
 * engines must be used; without it the tests use those the machine has, and get Chromium if it has none.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aptInstall, isDebianRoot } from './apt.js';
import { firefoxAlone, firefoxEnv, playwrightOff, spared, withoutFeatures } from './browser-settings.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { env, platform } = process;

export const engines = ['chromium', 'firefox', 'webkit'];

const debianPackages = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'xauth'],
};

const onPath = (...names) =>
  (env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
const macApps = (...names) =>
  names.flatMap(([app, program]) =>
    ['/Applications', join(homedir(), 'Applications')].map((folder) =>
      join(folder, `${app}.app/Contents/MacOS/${program}`),
    ),
  );
const windowsPrograms = (...paths) =>
  [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((folder) => paths.map((path) => join(folder, path)));

function chromiumPlaces() {
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
    return macApps(...names.map((name) => [name, name]));
  }
  if (platform === 'win32') {
    return windowsPrograms(
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
      'BraveSoftware/Brave-Browser/Application/brave.exe',
    );
  }
  return ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable']
    .concat(['microsoft-edge', 'brave-browser', 'chromium-headless-shell'])
    .flatMap((name) => onPath(name));
}

function firefoxPlaces() {
  if (platform === 'darwin') return macApps(['Firefox', 'firefox']);
  if (platform === 'win32') return windowsPrograms('Mozilla Firefox/firefox.exe');
  return onPath('firefox', 'firefox-esr');
}

/** A path given by hand wins; if it is wrong, say so at once and do not quietly test another browser. */
function given(name) {
  const path = env[name];
  if (path && !existsSync(path)) throw new Error(`${name} is ${path}, and there is no such file.`);
  return path || undefined;
}

/** WebKitGTK's small browser, which WebKitWebDriver starts. It lies outside PATH. */
export function findMiniBrowser() {
  for (const base of ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib64']) {
    if (!existsSync(base)) continue;
    const folders = readdirSync(base).filter((name) => name.startsWith('webkit2gtk-4'));
    const found = folders
      .sort()
      .reverse()
      .map((name) => join(base, name, 'MiniBrowser'))
      .find(existsSync);
    if (found) return found;
  }
}

function installed(engine) {
  if (engine === 'chromium') return given('CHROME_PATH') ?? chromiumPlaces().find(existsSync);
  if (engine === 'firefox') return given('FIREFOX_PATH') ?? firefoxPlaces().find(existsSync);
  if (platform !== 'linux' || !findMiniBrowser()) return undefined;
  if (!env.DISPLAY && !onPath('Xvfb').some(existsSync)) return undefined;
  return onPath('WebKitWebDriver').find(existsSync);
}

/**
 * The browser for an engine, or undefined.
 *
 * @returns `path` of the program, and whether it is Playwright's own build (which needs none of the special settings
 *   that an installed Firefox or WebKitGTK needs).
 */
export async function findBrowser(engine) {
  const path = installed(engine);
  if (path) return { engine, path, fromPlaywright: false };
  const { default: playwright } = await import('playwright');
  const downloaded = playwright[engine].executablePath();
  return existsSync(downloaded) ? { engine, path: downloaded, fromPlaywright: true } : undefined;
}

/** Settings with which Playwright starts a found browser; undefined for WebKitGTK, which it cannot drive. */
export function launchOptions({ engine, path, fromPlaywright }) {
  if (engine === 'webkit') return fromPlaywright ? {} : undefined;
  if (engine === 'firefox') {
    const own = { channel: 'moz-firefox', executablePath: path, env: firefoxEnv, firefoxUserPrefs: firefoxAlone };
    return fromPlaywright ? {} : own;
  }
  // Chromium's sandbox does not start for root, which is who runs a build container.
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executablePath: path, args: [...root, withoutFeatures([...playwrightOff, ...spared])] };
}

/** A download may lack system libraries: only a start tells. */
async function starts(browser) {
  const { default: playwright } = await import('playwright');
  try {
    await (await playwright[browser.engine].launch(launchOptions(browser))).close();
    return true;
  } catch {
    return false;
  }
}

async function download(engine) {
  console.log(`Downloading ${engine} for the tests (playwright install)…`);
  const shell = engine === 'chromium' ? ['--only-shell'] : [];
  spawnSync(process.execPath, [join(root, 'node_modules/playwright/cli.js'), 'install', ...shell, engine], {
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: 600_000,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000', ...env },
  });
  const browser = await findBrowser(engine);
  return browser && (await starts(browser)) ? browser : undefined;
}

async function getBrowser(engine) {
  const browser = await download(engine);
  if (browser || !isDebianRoot()) return browser;
  console.log('The download did not work here.');
  aptInstall(debianPackages[engine]);
  return findBrowser(engine);
}

/** The engines that BROWSERS names; undefined when it is not set. */
export function wantedEngines() {
  const names = (env.BROWSERS ?? '').split(',').map((name) => name.trim());
  const list = names.filter(Boolean);
  const unknown = list.filter((name) => !engines.includes(name));
  if (unknown.length > 0) throw new Error(`BROWSERS names ${unknown.join(', ')}; known are ${engines.join(', ')}.`);
  return list.length > 0 ? list : undefined;
}

/** What the machine has, in a fixed order. */
export async function foundBrowsers() {
  const found = await Promise.all(engines.map(findBrowser));
  return found.filter(Boolean);
}

/**
 * Makes sure that the wanted engines are there, and gets those that are not. Without a list, what the machine has is
 * enough, and Chromium is got when it has none.
 *
 * @returns the browsers to use, at least one.
 * @throws {Error} with a sentence for the person at the keyboard, when one cannot be had.
 */
export async function ensureBrowsers(wanted) {
  const found = await foundBrowsers();
  if (!wanted && found.length > 0) return found;
  const browsers = [];
  for (const engine of wanted ?? ['chromium']) {
    const browser = found.find((one) => one.engine === engine) ?? (await getBrowser(engine));
    if (!browser) {
      throw new Error(
        `The tests need a browser and could not get ${engine}. Install Chrome, Chromium, Edge or Firefox, or set ` +
          'CHROME_PATH or FIREFOX_PATH to one, then run the same command again.',
      );
    }
    browsers.push(browser);
  }
  return browsers;
}
