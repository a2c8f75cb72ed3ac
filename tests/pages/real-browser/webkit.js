/**
 * WebKitGTK, over WebDriver. It has one tab, and needs a display: Xvfb where there is none. Its driver (2.50) now and then
 * crashes, or answers no more, when a page is pressed while a document is on its way, and when it ends: `driverFailed` tells
 * that apart from what the page does.
 */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { findMiniBrowser } from '../../../tools/browsers.js';
import { startProgram } from './connection.js';
import { keyActions, pressActions } from './keys.js';
import { eventually, Tab } from './tab.js';

class WebKitTab extends Tab {
  constructor(get, post) {
    super();
    this.get = get;
    this.post = post;
  }

  async run(expression) {
    const script =
      'const done = arguments[1], failed = (error) => done({ thrown: String(error) });' +
      'try { Promise.resolve((0, eval)(arguments[0])).then((value) => done({ value }), failed); } catch (error) { failed(error); }';
    const { value, thrown } = await this.post('/execute/async', { script, args: [expression] });
    if (thrown) throw new Error(thrown);
    return value;
  }

  navigate = (url) => this.post('/url', { url });
  refresh = () => this.post('/refresh');
  travel = (steps) => this.post(steps < 0 ? '/back' : '/forward');
  key = (way, key) => this.post('/actions', { actions: [keyActions(way, key)] });
  press = (x, y) => this.post('/actions', { actions: [pressActions(x, y)] });

  offline() {
    throw new Error('WebKitGTK cannot be taken offline.');
  }

  /** While it is driven, WebKitGTK leaves without asking. */
  prompt = async () => undefined;

  answer() {
    throw new Error('WebKitGTK asks nothing.');
  }

  /** The window cannot be narrower than its toolbar, about 450 pixels. */
  async setViewport({ width, height }) {
    const [innerWidth, innerHeight] = await this.evaluate('[innerWidth, innerHeight]');
    const window = await this.get('/window/rect');
    const size = { width: window.width + width - innerWidth, height: window.height + height - innerHeight };
    await this.post('/window/rect', size);
    const there = (wanted) => innerWidth === wanted;
    await this.until(there, { args: [width] });
  }

  /** It waits until a navigation that is on its way has arrived. */
  screenshot = async () => Buffer.from(await this.get('/screenshot'), 'base64');
  close = () => this.navigate('about:blank');
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** How long the driver may take for a command, in milliseconds: to press, for anything else; and from when on it is taken for hanging where a test has failed. */
const patience = { press: 15_000, other: 60_000 };
const tooLong = 5_000;

/** Starts WebKitGTK. */
export async function startWebKit({ path, profile, args, javascript }) {
  const programs = [];
  const env = { ...process.env, TMPDIR: profile };
  if (!env.DISPLAY) {
    const screen = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
    programs.push(startProgram('Xvfb', screen, { pipe: 3 }));
    env.DISPLAY = `:${await programs[0].said(/(\d+)\n/)}`;
  }
  let base = `http://127.0.0.1:${await freePort()}`;
  programs.push(startProgram(path, [`--port=${new URL(base).port}`], { env, family: true }));
  let failed = false;
  const waiting = new Set();
  const call = async (method, way, body) => {
    const headers = { 'content-type': 'application/json' };
    const signal = AbortSignal.timeout(way === '/actions' ? patience.press : patience.other);
    const since = { time: Date.now() };
    waiting.add(since);
    try {
      const response = await fetch(base + way, { method, headers, signal, body: body && JSON.stringify(body) });
      const { value } = await response.json();
      if (response.ok) return value;
      throw new Error(`${value?.error} ${value?.message}`);
    } catch (error) {
      if (error instanceof TypeError || signal.aborted) failed = true;
      throw new Error(`${method} ${way}: ${error.message} ${error.cause?.code ?? ''}`, { cause: error });
    } finally {
      waiting.delete(since);
    }
  };
  const post = (way, body = {}) => call('POST', way, body);
  await eventually(() => call('GET', '/status').catch(() => false), { what: `${path} answers` });
  // Until then it was only not there yet.
  failed = false;
  const scripts = javascript ? [] : ['--enable-javascript=false'];
  const browser = { binary: findMiniBrowser(), args: ['--automation', ...scripts, ...args] };
  const alwaysMatch = { acceptInsecureCerts: true, pageLoadStrategy: 'none', 'webkitgtk:browserOptions': browser };
  base += `/session/${(await post('/session', { capabilities: { alwaysMatch } })).sessionId}`;
  let tab;
  return {
    driverFailed: () => failed || [...waiting].some(({ time }) => Date.now() - time > tooLong),
    can: { offline: false, prompts: false, tabs: false, narrow: false, screenshotsWhileLeaving: false },
    async open() {
      if (tab) throw new Error('WebKitGTK has only one tab here.');
      tab = new WebKitTab((way) => call('GET', way), post);
      return tab;
    },
    async close() {
      // Without an end of the session first: at that its driver may crash, or answer no more.
      for (const program of programs.toReversed()) await program.end();
    },
  };
}
