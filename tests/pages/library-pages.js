/** Pages for tests of libraries that change a page in place of loading another one, and what is asked of the elements in them. */
import { readFile } from 'node:fs/promises';
import { inRepository } from './support.js';
import { linkTo } from './leave-site.js';

/** Runs first in a page: notes what goes wrong, and which listeners stay on what outlives an element. */
function watchPage() {
  const wrong = [];
  const listeners = new Set();
  const ids = new WeakMap();
  const idOf = (value) => ids.get(value) ?? (ids.set(value, Math.random()), ids.get(value));
  const lives = (target) =>
    target === window ||
    target === document ||
    target === document.documentElement ||
    target instanceof window.MediaQueryList;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const keyOf = (target, type, listener, options) =>
    [idOf(target), type, idOf(listener), !!(options?.capture ?? options === true)].join();
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    if (listener && lives(target) && !options?.once && !options?.signal?.aborted) {
      const key = keyOf(target, type, listener, options);
      listeners.add(key);
      if (options?.signal) addEventListener.call(options.signal, 'abort', () => listeners.delete(key));
    }
    return addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    if (listener && lives(target)) listeners.delete(keyOf(target, type, listener, options));
    return removeEventListener.call(target, type, listener, options);
  };
  addEventListener.call(window, 'error', ({ message }) => wrong.push(message));
  addEventListener.call(window, 'unhandledrejection', ({ reason }) => wrong.push(`${reason?.stack ?? reason}`));
  for (const level of ['error', 'warn']) {
    const say = console[level];
    console[level] = (...words) => {
      wrong.push(words.map(String).join(' '));
      say.apply(console, words);
    };
  }
  window.watched = { wrong, listeners };
}

const call = '<p>Call or text <a href="tel:988">988</a>.</p>';

/** What stands in the main part of a page: a plan in each, and one more element that only this page has. */
const mains = {
  one: `<h1>One</h1><safety-checklist id="plan">${call}</safety-checklist><resource-card resource-id="988">${call}</resource-card>`,
  two: `<h1>Two</h1><p>Another text.</p><safety-checklist id="plan">${call}</safety-checklist><stage-guide>${call}</stage-guide>`,
};

/** A page with a way out and the elements of `name`; `head` loads the library. */
export const pageOf = (name, { head = '', to, change = '' }) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">` +
  `<script>(${watchPage})()</script><script src="/cdn/quick-exit.js"></script><script type="module" src="/cdn/all.js"></script>${head}</head>` +
  `<body><quick-exit href="${to}">${linkTo(to)}</quick-exit><main id="main">${mains[name]}<p id="change">${change}</p></main></body></html>`;

/** Answers with a file of a package. */
export const fileOf = (path) => async (request, response) => {
  response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' });
  response.end(await readFile(inRepository(`node_modules/${path}`)));
};

/** Waits until everything in the page is drawn by its element, and the way out is there. */
export const untilDrawn = (tab) =>
  tab.until(() => {
    const own = [...document.querySelectorAll('safety-checklist, resource-card, stage-guide')];
    const drawn = ({ localName, shadowRoot }) =>
      shadowRoot?.querySelector(localName === 'safety-checklist' ? '.surface .keeping' : '.surface') &&
      !shadowRoot.querySelector('slot:not([name])');
    return (
      own.length > 1 &&
      own.every(drawn) &&
      !!document.querySelector('quick-exit')?.shadowRoot?.querySelector('details li')
    );
  });

/** Writes into the plan as a person does. */
export const writeInto = (tab, at, text) =>
  tab.evaluate(
    (at, text) => {
      const field = document.querySelector('safety-checklist').shadowRoot.querySelector(`[data-at="${at}"]`);
      field.focus();
      field.value = text;
      field.dispatchEvent(new window.InputEvent('input', { bubbles: true, composed: true }));
    },
    at,
    text,
  );

/** What stands in a field of the plan. */
export const writtenIn = (tab, at) =>
  tab.evaluate(
    (at) => document.querySelector('safety-checklist').shadowRoot.querySelector(`[data-at="${at}"]`)?.value,
    at,
  );

/** What has to be the same, however often the page was changed: the room of the way out, and who listens. */
export const stateOf = (tab) =>
  tab.evaluate(async () => {
    for (let frames = 0; frames < 3; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
    const root = getComputedStyle(document.documentElement);
    const exits = [...document.querySelectorAll('quick-exit')];
    const bars = exits.map(({ shadowRoot }) => shadowRoot.querySelector('[part=bar]').getBoundingClientRect());
    return {
      exits: exits.length,
      room: exits[0].offsetHeight + parseFloat(root.paddingTop),
      scroll: root.scrollPaddingTop,
      bar: bars.map(({ top, height }) => [Math.round(top), Math.round(height)]),
      inFront: exits.every((exit) => exit.contains(document.elementFromPoint(bars[0].left + 20, bars[0].top + 20))),
      sheets: document.adoptedStyleSheets.length,
      listeners: window.watched.listeners.size,
      fallbacks: [...document.querySelectorAll('safety-checklist, resource-card, stage-guide')].every(
        (element) => element.querySelector('a[href="tel:988"]') && !element.querySelector('a').checkVisibility(),
      ),
    };
  });
