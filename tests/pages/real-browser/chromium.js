/** Chromium, over the Chrome DevTools Protocol. */
import { spared, withoutFeatures } from '../../../tools/browser-settings.js';
import { Connection, startProgram } from './connection.js';
import { Tab } from './tab.js';

const bits = { Alt: 1, Control: 2, Shift: 8 };

class ChromiumTab extends Tab {
  #dialog;
  /** What is down: `key` by `code`, since there are two of Shift. */
  #held = new Map();
  #heap = [];
  #notes = new Map();

  static async open(connection, { javascript }) {
    const tab = new ChromiumTab();
    const { targetId } = await connection.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true });
    tab.send = (method, params) => connection.send(method, params, sessionId);
    connection.listen((method, params, session) => session === sessionId && tab.#hear(method, params));
    tab.close = () => connection.send('Target.closeTarget', { targetId });
    await tab.send('Page.enable');
    await tab.send('Runtime.enable');
    if (!javascript) await tab.send('Emulation.setScriptExecutionDisabled', { value: true });
    return tab;
  }

  #hear(method, params) {
    if (method === 'Page.javascriptDialogOpening') this.#dialog = params.type;
    if (method === 'Page.javascriptDialogClosed') this.#dialog = undefined;
    if (method === 'HeapProfiler.addHeapSnapshotChunk') this.#heap.push(params.chunk);
    if (method === 'Runtime.bindingCalled') this.#notes.get(params.name)?.(params.payload);
  }

  async run(expression) {
    const options = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails: thrown } = await this.send('Runtime.evaluate', options);
    if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
    return result.value;
  }

  /** While a navigation is on its way no question reaches the page: so the page itself tells. */
  async report(expression, note) {
    const name = `report${this.#notes.size}`;
    this.#notes.set(name, note);
    await this.send('Runtime.addBinding', { name });
    await this.run(`{ let before; const tell = () => { const now = ${expression};
      if (now !== before) ${name}((before = now)); }; tell(); setInterval(tell, 25); 0; }`);
  }

  /** It answers when the page does, which may be never. */
  async navigate(url) {
    this.send('Page.navigate', { url }).catch(() => {});
  }

  refresh = () => this.send('Page.reload');

  async travel(steps) {
    const { currentIndex, entries } = await this.send('Page.getNavigationHistory');
    const entry = entries[currentIndex + steps];
    if (!entry) throw new Error('The history has no entry there.');
    await this.send('Page.navigateToHistoryEntry', { entryId: entry.id });
  }

  key(way, { key, code, number, side, text }) {
    const down = way === 'Down';
    const autoRepeat = down && this.#held.has(code || key);
    if (down) this.#held.set(code || key, key);
    else this.#held.delete(code || key);
    const held = [...new Set(this.#held.values())];
    const upper = (name) => (held.includes('Shift') && name?.length === 1 ? name.toUpperCase() : name);
    const modifiers = held.reduce((sum, held) => sum | (bits[held] ?? 0), 0);
    const typed = down && text ? { type: 'keyDown', text: upper(text) } : { type: down ? 'rawKeyDown' : 'keyUp' };
    const pressed = { ...typed, key: upper(key), code, windowsVirtualKeyCode: number, location: side };
    return this.send('Input.dispatchKeyEvent', { ...pressed, modifiers, autoRepeat });
  }

  async press(x, y) {
    const button = { x, y, button: 'left', clickCount: 1 };
    await this.send('Input.dispatchMouseEvent', { ...button, type: 'mousePressed' });
    await this.send('Input.dispatchMouseEvent', { ...button, type: 'mouseReleased' });
  }

  offline(offline) {
    const speed = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    return this.send('Network.emulateNetworkConditions', { offline, ...speed });
  }

  /** All that the page's scripts hold in memory, as text. */
  async heap() {
    this.#heap = [];
    await this.send('HeapProfiler.collectGarbage');
    await this.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    return this.#heap.splice(0).join('');
  }

  prompt = async () => this.#dialog;
  answer = (accept) => this.send('Page.handleJavaScriptDialog', { accept });
  setViewport = ({ width, height }) =>
    this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  screenshot = async () => Buffer.from((await this.send('Page.captureScreenshot')).data, 'base64');
}

/** Every name leads to this computer, so that no test reaches another one; only `nowhere.test` leads nowhere. */
const hosts = '--host-resolver-rules=MAP nowhere.test ^NOTFOUND, MAP * 127.0.0.1';

/** Starts Chromium. */
export async function startChromium({ path, profile, args, javascript }) {
  const own = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--no-first-run', hosts]
    .concat(['--ignore-certificate-errors', '--disable-component-update', '--disable-background-networking'])
    .concat(withoutFeatures(spared))
    .concat(process.getuid?.() === 0 ? ['--no-sandbox'] : []);
  const program = startProgram(path, [...own, ...args], { env: { ...process.env, TMPDIR: profile } });
  const connection = await Connection.to(await program.said(/listening on (ws:\S+)/));
  return {
    can: { offline: true, prompts: true, tabs: true, narrow: true, screenshotsWhileLeaving: true },
    open: () => ChromiumTab.open(connection, { javascript }),
    async kill() {
      await program.end();
      connection.close();
    },
    async close() {
      connection.send('Browser.close').catch(() => {});
      await program.end(5);
      connection.close();
    },
  };
}
