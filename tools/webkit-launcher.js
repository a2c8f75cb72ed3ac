/**
 * Runs the tests in WebKitGTK, the engine nearest to Safari that Linux distributions package. Playwright drives only its
 * own WebKit, so this talks to WebKitWebDriver over HTTP (https://www.w3.org/TR/webdriver2/). Towards the test runner it
 * looks like a Playwright page, so that the runner's own sendKeys, sendMouse and setViewport commands work.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Key names of the test commands, as the code points of the WebDriver standard. */
const keys = {
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  Backspace: '\uE003',
  Delete: '\uE017',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};
const buttons = { left: 0, middle: 1, right: 2 };

/** `KeyA` and `Digit1` name a key on the keyboard, everything else is itself. */
const keyValue = (name) => keys[name] ?? (/^(Key|Digit).$/.test(name) ? name.at(-1).toLowerCase() : name);
const down = (name) => ({ type: 'keyDown', value: keyValue(name) });
const up = (name) => ({ type: 'keyUp', value: keyValue(name) });
const moveTo = (x, y) => ({ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) });
const pressed = (options) => ({ type: 'pointerDown', button: buttons[options?.button ?? 'left'] });
const released = (options) => ({ type: 'pointerUp', button: buttons[options?.button ?? 'left'] });

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** MiniBrowser needs a display. Xvfb picks a free number and writes it to the pipe. */
async function startDisplay(processes) {
  const size = ['-screen', '0', '1280x1024x24'];
  const display = spawn('Xvfb', ['-displayfd', '3', ...size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  processes.push(display);
  const number = await new Promise((resolve, reject) => {
    display.on('error', reject);
    display.stdio[3].once('data', (data) => resolve(String(data).trim()));
  });
  return `:${number}`;
}

class Driver {
  #processes = [];
  #base = '';
  #session = '';

  async #call(method, path, body) {
    const response = await fetch(this.#base + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value?.error} ${value?.message}`);
    return value;
  }

  async start(miniBrowser) {
    const env = { ...process.env };
    env.DISPLAY ||= await startDisplay(this.#processes);
    const port = await freePort();
    this.#base = `http://127.0.0.1:${port}`;
    this.#processes.push(spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' }));
    for (let tries = 0; ; tries++) {
      try {
        await this.#call('GET', '/status');
        break;
      } catch (error) {
        if (tries > 200) throw error;
        await wait(50);
      }
    }
    const session = await this.#call('POST', '/session', {
      capabilities: {
        alwaysMatch: { 'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] } },
      },
    });
    this.#session = session.sessionId;
    return session.capabilities.browserVersion;
  }

  async stop() {
    if (this.#session) await this.#call('DELETE', `/session/${this.#session}`).catch(() => {});
    for (const one of this.#processes.reverse()) one.kill();
  }

  get = (path) => this.#call('GET', `/session/${this.#session}${path}`);
  post = (path, body) => this.#call('POST', `/session/${this.#session}${path}`, body);
  run = (script) => this.post('/execute/sync', { script, args: [] });
}

/** The part of Playwright's Page that the runner's commands use. */
function createPage(driver) {
  const keyboard = (...actions) => driver.post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  const mouse = (...actions) =>
    driver.post('/actions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    });
  return {
    keyboard: {
      press(combination) {
        const names = combination === '+' ? ['+'] : combination.split('+');
        return keyboard(...names.map(down), ...names.toReversed().map(up));
      },
      type: (text) => keyboard(...[...text].flatMap((letter) => [down(letter), up(letter)])),
      down: (name) => keyboard(down(name)),
      up: (name) => keyboard(up(name)),
    },
    mouse: {
      move: (x, y) => mouse(moveTo(x, y)),
      click: (x, y, options) => mouse(moveTo(x, y), pressed(options), released(options)),
      down: (options) => mouse(pressed(options)),
      up: (options) => mouse(released(options)),
    },
    /** The window cannot be narrower than its toolbar, about 450 pixels: a smaller width leaves it at that. */
    async setViewportSize({ width, height }) {
      const [innerWidth, innerHeight] = await driver.run('return [innerWidth, innerHeight]');
      const window = await driver.get('/window/rect');
      await driver.post('/window/rect', {
        width: window.width + width - innerWidth,
        height: window.height + height - innerHeight,
      });
      for (let tries = 0; tries < 40 && (await driver.run('return innerWidth')) !== width; tries++) await wait(25);
    },
    emulateMedia() {
      throw new Error('WebKitGTK cannot pretend other media settings.');
    },
    async screenshot() {
      return Buffer.from(await driver.get('/screenshot'), 'base64');
    },
  };
}

/** A launcher for @web/test-runner. */
export function webkitLauncher({ miniBrowser }) {
  const driver = new Driver();
  const page = createPage(driver);
  const active = new Set();
  let started;
  const launcher = {
    name: 'WebKitGTK',
    type: 'playwright',
    concurrency: 1,
    getPage: () => page,
    async initialize() {},
    async startSession(id, url) {
      started ??= driver.start(miniBrowser);
      launcher.name = `WebKitGTK ${await started}`;
      active.add(id);
      await driver.post('/url', { url });
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: () => driver.get('/url'),
    async stopSession(id) {
      active.delete(id);
      await driver.post('/url', { url: 'about:blank' });
      return {};
    },
    async startDebugSession() {
      throw new Error('WebKitGTK has no debug session here.');
    },
    stop: () => driver.stop(),
  };
  return launcher;
}
