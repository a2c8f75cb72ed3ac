/** Firefox, over WebDriver BiDi. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { firefoxAlone, firefoxEnv } from '../../../tools/browser-settings.js';
import { Connection, startProgram } from './connection.js';
import { keyActions, pressActions } from './keys.js';
import { Tab } from './tab.js';

class FirefoxTab extends Tab {
  #dialog;
  #connection;
  #context;

  static async open(connection) {
    const tab = new FirefoxTab();
    tab.#connection = connection;
    tab.#context = (await connection.send('browsingContext.create', { type: 'tab' })).context;
    connection.listen((method, params) => params.context === tab.#context && tab.#hear(method, params));
    return tab;
  }

  #hear(method, params) {
    if (method === 'browsingContext.userPromptOpened') this.#dialog = params.type;
    if (method === 'browsingContext.userPromptClosed') this.#dialog = undefined;
  }

  #send = (method, params) => this.#connection.send(method, { context: this.#context, ...params });

  async run(expression, context = this.#context) {
    const options = { expression, target: { context }, awaitPromise: true };
    const { result, exceptionDetails: thrown } = await this.#connection.send('script.evaluate', options);
    if (thrown) throw new Error(thrown.text);
    return result.value;
  }

  navigate = (url) => this.#send('browsingContext.navigate', { url, wait: 'none' });
  refresh = () => this.#send('browsingContext.reload', { wait: 'none' });
  travel = (delta) => this.#send('browsingContext.traverseHistory', { delta });

  /** Keys go where they are sent: to the frame that has the focus. */
  async key(way, key) {
    const context = (await this.#focused()) ?? this.#context;
    await this.#send('input.performActions', { context, actions: [keyActions(way, key)] });
  }

  async #focused() {
    const { contexts } = await this.#send('browsingContext.getTree', { root: this.#context });
    const inside = contexts[0].children.flatMap(function all(frame) {
      return [frame, ...frame.children.flatMap(all)];
    });
    let deepest;
    for (const { context } of inside) {
      if (await this.run('document.hasFocus()', context).catch(() => false)) deepest = context;
    }
    return deepest;
  }

  press = (x, y) => this.#send('input.performActions', { actions: [pressActions(x, y)] });

  offline(offline) {
    const networkConditions = offline ? { type: 'offline' } : null;
    return this.#connection.send('emulation.setNetworkConditions', { networkConditions, contexts: [this.#context] });
  }

  prompt = async () => this.#dialog;
  answer = (accept) => this.#send('browsingContext.handleUserPrompt', { accept });
  setViewport = (viewport) => this.#send('browsingContext.setViewport', { viewport });
  screenshot = async () => Buffer.from((await this.#send('browsingContext.captureScreenshot')).data, 'base64');
  close = () => this.#send('browsingContext.close');
}

const preferences = {
  // Driven from outside, Firefox asks nobody before leaving; visitors are asked.
  'dom.disable_beforeunload': false,
  // Sites that come again, as they do when tests go back and forth, find their process.
  'dom.ipc.keepProcessesAlive.webIsolated.max': 4,
  'dom.ipc.keepProcessesAlive.webIsolated.perOrigin': 2,
  // Presses of the mouse reach frames of other sites.
  'remote.events.async.mouse.enabled': true,
  // Every name leads to this computer, so that no test reaches another one.
  'network.dns.forceResolve': '127.0.0.1',
};

/** Starts Firefox. */
export async function startFirefox({ path, profile, args, javascript, preferences: more }) {
  const all = Object.entries({ ...firefoxAlone, ...preferences, 'javascript.enabled': javascript, ...more });
  const lines = all.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
  await writeFile(join(profile, 'user.js'), lines.join(''));
  const own = ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile];
  const program = startProgram(path, [...own, ...args], { env: firefoxEnv });
  const connection = await Connection.to(`${await program.said(/BiDi listening on (ws:\S+)/)}/session`);
  const unhandledPromptBehavior = { default: 'ignore', beforeUnload: 'ignore' };
  const alwaysMatch = { acceptInsecureCerts: true, unhandledPromptBehavior };
  await connection.send('session.new', { capabilities: { alwaysMatch } });
  const events = ['browsingContext.userPromptOpened', 'browsingContext.userPromptClosed'];
  await connection.send('session.subscribe', { events });
  const kill = async () => {
    connection.close();
    await program.end();
  };
  return {
    can: { offline: true, prompts: true, tabs: true, narrow: true, screenshotsWhileLeaving: true },
    open: () => FirefoxTab.open(connection),
    close: kill,
    kill,
  };
}
