/** What a tab can do in every browser. */
import { setTimeout as wait } from 'node:timers/promises';
import { tooLate } from './connection.js';
import { keyNamed } from './keys.js';

/** A function with its arguments, or an expression in a string, as an expression. */
const expressionFor = (code, args) =>
  typeof code === 'function' ? `(${code})(${args.map((value) => JSON.stringify(value)).join()})` : code;

/** Where scripts are off, promises of the page never settle: an answer that is there must not become one. */
const asJson = (expression) =>
  `(() => { const json = (value) => JSON.stringify(value) ?? 'null', answer = (${expression}); ` +
  `return typeof answer?.then === 'function' ? answer.then(json) : json(answer); })()`;

/**
 * Asks again and again until the answer is true. Gives the answer.
 *
 * @param ask a function of the test itself.
 */
export async function eventually(ask, { seconds = 30, what = ask } = {}) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`Not within ${seconds} s: ${what}`);
    await wait(25);
  }
}

/**
 * Made of the commands that differ between browsers, which the subclasses have: `run`, `navigate`, `travel`, `refresh`,
 * `key`, `press`, `offline`, `prompt`, `answer`, `setViewport`, `screenshot` and `close`.
 */
export class Tab {
  /** Long, for a machine that has other work, too: only what fails waits for all of it. */
  seconds = 30;

  /** Runs a function, or an expression in a string, in the page. The answer must be JSON, or nothing at all. */
  evaluate = (code, ...args) => this.#ask(expressionFor(code, args), this.seconds);

  async #ask(expression, seconds) {
    const answer = this.run(asJson(expression));
    answer.catch(() => {});
    return JSON.parse(await Promise.race([answer, tooLate(seconds, expression.slice(0, 80))]));
  }

  /** Asks the page until the answer is true, whatever documents come and go meanwhile. Gives the answer. */
  async until(code, { args = [], seconds = this.seconds } = {}) {
    const expression = expressionFor(code, args);
    let last;
    // A question that a document on its way out does not answer is asked again; a slow machine gets longer each time.
    let patience = 1;
    const ask = async () => {
      last = await this.#ask(expression, patience).catch((error) => error);
      if (last instanceof Error) patience = Math.min(patience * 1.5, 10);
      return !(last instanceof Error) && last;
    };
    return eventually(ask, { seconds, what: expression }).catch((error) => {
      throw new Error(`${error.message} (last answer: ${last})`);
    });
  }

  /**
   * Watches something of the document that is there now, until that has gone, and also while the next one is on its way:
   * a document that is about to leave cannot be asked in every browser.
   *
   * @returns a list that grows: every value that was different from the one before.
   */
  async watch(code, ...args) {
    const seen = [];
    const note = (json) => seen.push(JSON.parse(json));
    await this.report(asJson(expressionFor(code, args)), note);
    return seen;
  }

  /** Calls back with JSON whenever it has changed. This way is for browsers that answer while they navigate. */
  async report(expression, note) {
    const mark = `watched${Math.random()}`;
    await this.evaluate((name) => void (window[name] = true), mark);
    const ask = () => this.run(`window[${JSON.stringify(mark)}] ? ${expression} : ''`);
    const again = async (before) => {
      const json = await ask().catch(() => '');
      if (json && json !== before) note(json);
      if (json) setTimeout(again, 25, json).unref();
    };
    await again();
  }

  url = () => this.evaluate('location.href');
  title = () => this.evaluate('document.title');

  /** Does what brings another document, and waits until that is complete. */
  async #arrive(act, { waiting = true } = {}) {
    const mark = `leaving${Math.random()}`;
    const leave = (name) => ((window[name] = true), location.href);
    const from = await this.evaluate(leave, mark).catch(() => '');
    await act();
    if (!waiting) return;
    const arrived = (name, before) => {
      const other = !window[name] || (before && location.href !== before);
      return other && document.readyState === 'complete' && location.href !== 'about:blank';
    };
    await this.until(arrived, { args: [mark, from] });
  }

  goto = (address, options) => this.#arrive(() => this.navigate(address), options);
  back = (options) => this.#arrive(() => this.travel(-1), options);
  forward = (options) => this.#arrive(() => this.travel(1), options);
  reload = (options) => this.#arrive(() => this.refresh(), options);

  keyDown = (name) => this.key('Down', keyNamed(name));
  keyUp = (name) => this.key('Up', keyNamed(name));
  type = (text) => this.keys(...text);

  /** Presses and lets go of keys, one after the other: `keys('Shift', 'Shift', 'Shift')`. */
  async keys(...names) {
    for (const name of names) {
      await this.keyDown(name);
      await this.keyUp(name);
    }
  }

  /** Presses a point of the window, or the middle of what a selector finds. */
  async click(x, y) {
    if (typeof x === 'number') return this.press(x, y);
    const middle = await this.evaluate((selector) => {
      const box = document.querySelector(selector).getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    }, x);
    return this.press(...middle);
  }
}
