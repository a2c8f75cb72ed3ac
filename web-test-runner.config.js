/**
 * The tests that run inside a browser: tests/elements, through the public API, as a page uses it.
 * Every file runs in every engine that BROWSERS names or that the machine has; `npm test` starts this.
 */
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { ensureBrowsers, findMiniBrowser, launchOptions, wantedEngines } from './tools/browsers.js';
import { testServer } from './tools/test-server.js';
import { totalsReporter } from './tools/totals-reporter.js';
import { webkitLauncher } from './tools/webkit-launcher.js';

/** One context for all files of a browser: a new one each time would throw the HTTP cache away, and double the time. */
function sharedContext() {
  let shared;
  return async ({ browser }) => {
    shared ??= browser.newContext();
    const context = await shared;
    let page;
    return {
      newPage: async () => (page = await context.newPage()),
      close: () => page?.close(),
    };
  };
}

function launcher(browser) {
  const options = launchOptions(browser);
  if (!options) return webkitLauncher({ miniBrowser: findMiniBrowser() });
  return playwrightLauncher({
    product: browser.engine,
    createBrowserContext: sharedContext(),
    launchOptions: options,
    // Two pages of Firefox at a time were slower than one, and less steady.
    ...(browser.engine === 'firefox' && { concurrency: 1 }),
  });
}

/** Command `aria-snapshot`: the page as assistive technology gets it, shadow roots included. Chromium and Firefox. */
const ariaSnapshot = {
  name: 'aria-snapshot-command',
  executeCommand({ command, session }) {
    if (command !== 'aria-snapshot') return undefined;
    const page = session.browser.getPage(session.id);
    if (!page.locator) throw new Error(`${session.browser.name} has no accessibility snapshot.`);
    return page.locator('body').ariaSnapshot();
  },
};

/** The runner's server listens on every network of the computer, whatever `hostname` says. Nobody else is answered. */
const thisComputerOnly = {
  name: 'this-computer-only',
  serverStart({ server }) {
    server.on('connection', (socket) => {
      if (!/^(::1|(::ffff:)?127\..*)$/.test(socket.remoteAddress)) socket.destroy();
    });
  },
};

/** Lets tests of single modules import JSON as the sources do; the builds turn it into JavaScript as well. */
const jsonModules = {
  name: 'json-modules',
  resolveImport: ({ source }) => (/^\.{1,2}\/.*\.json$/.test(source) ? `${source}?module` : undefined),
  resolveMimeType: ({ path, query }) => (path.endsWith('.json') && 'module' in query ? 'js' : undefined),
  transform({ path, query, body }) {
    if (path.endsWith('.json') && 'module' in query) return { body: `export default ${body}` };
  },
};

export default {
  files: ['tests/elements/**/*.test.ts'],
  hostname: '127.0.0.1',
  nodeResolve: { exportConditions: ['browser', 'production'] },
  middleware: [testServer({ packs: fileURLToPath(new URL('tests/fixtures/packs', import.meta.url)) })],
  plugins: [
    thisComputerOnly,
    jsonModules,
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
    ariaSnapshot,
  ],
  reporters: [defaultReporter(), totalsReporter()],
  // Accessibility checks take seconds on a busy machine, and mocha allows two by default.
  testFramework: { config: { timeout: 60_000 } },
  browserStartTimeout: 60_000,
  // Of a whole file, on a busy machine.
  testsFinishTimeout: 300_000,
  // WebKitGTK is one file at a time and much waiting: it goes along with the others.
  concurrentBrowsers: 3,
  browsers: (await ensureBrowsers(wantedEngines())).map(launcher),
};
