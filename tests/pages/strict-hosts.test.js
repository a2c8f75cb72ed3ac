/**
 * Pages that make it hard for a guest: strict policies, libraries that change what browsers have built in, globals that are broken or gone.
 * Whatever the page, nothing that goes wrong in the elements reaches it, its own script goes on, and each element shows itself or
 * the phone number that the page wrote inside of it. What style sheets do is looked at in hostile.test.js.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { addReach, fillPlan, inEachBrowser, planWords, tags } from './partner-site.js';
import { inRepository } from './support.js';

/** Puts something into the head of the page, before every script of ours, and tells of what nobody caught. */
const prepared =
  ({ head = '', init, elements = '' }, errors) =>
  async (page) => {
    page.on('pageerror', (error) => errors.push(`${error} ${error.stack}`));
    if (init) await page.addInitScript(init);
    if (head || elements)
      await page.route('**/hosts/agency.html', async (route) => {
        const response = await route.fetch();
        const html = (await response.text()).replace('<!-- head -->', () => head);
        await route.fulfill({ response, body: html.replace('<button id', () => `${elements}<button id`) });
      });
  };

/**
 * What is on screen of each element: `itself`, `fallback`, or `nothing`. Asked from a world of its own, where the globals are as they were.
 */
async function onScreen(page) {
  const seen = await Promise.all(
    tags.map(async (tag) => {
      const surface = page.locator(`${tag} .surface`).first();
      if ((await surface.isVisible()) && (await surface.innerText()).length > 40) return [tag, 'itself'];
      return [
        tag,
        (await page.locator(`${tag} > a[href="tel:18883737888"]`).first().isVisible()) ? 'fallback' : 'nothing',
      ];
    }),
  );
  return Object.fromEntries(seen);
}

const allOf = (what) => Object.fromEntries(tags.map((tag) => [tag, what]));

/** Waits until the elements show themselves, or gives what they show after some time. */
async function untilAll(page) {
  const end = Date.now() + 8000;
  for (;;) {
    const seen = await onScreen(page);
    if (Object.values(seen).every((what) => what === 'itself') || Date.now() > end) return seen;
    await page.waitForTimeout(100);
  }
}

/** The script of the page does what it did. */
async function assertHostWorks(page) {
  const before = Number(await page.locator('#counted').innerText());
  await page.locator('#count').click();
  await page.locator('#counted', { hasText: `${before + 1}` }).waitFor();
  assert.ok(await page.locator('quick-exit > a').isVisible(), 'the way out is there');
}

/** Globals as pages have them after scripts of other times, and after broken ones. In `works`, all elements are to show themselves. */
const globals = {
  'a name of Lit on every object': { init: () => (Object.prototype._$litType$ = 1) },
  'names of descriptors on every object': {
    init: () => Object.assign(Object.prototype, { get: () => 'theirs', value: 'theirs' }),
  },
  'names of options on every object': {
    init: () =>
      Object.assign(Object.prototype, { attribute: false, state: true, reflect: true, converter: 1, type: 1 }),
  },
  'names of listeners on every object': {
    init: () =>
      Object.assign(Object.prototype, { once: true, passive: true, signal: 1, capture: true, handleEvent: 1 }),
  },
  'a function on every object, in every loop': {
    works: true,
    init: () =>
      (Object.prototype.extend = function () {
        return this;
      }),
  },
  'functions on every list, in every loop': {
    works: true,
    init: () => Object.assign(Array.prototype, { remove() {}, each() {}, last() {} }),
  },
  'a toJSON on every list': { works: true, init: () => (Array.prototype.toJSON = () => 'theirs') },
  'a toJSON on every object and text': {
    works: true,
    init: () => {
      Object.prototype.toJSON = String.prototype.toJSON = () => 'theirs';
    },
  },
  'shadow roots that are refused': {
    init: () =>
      (Element.prototype.attachShadow = () => {
        throw new Error('No shadow here.');
      }),
  },
  'shadow roots that come to nothing': { init: () => (Element.prototype.attachShadow = () => null) },
  'shadow roots that are closed': {
    init: () => {
      const { attachShadow } = Element.prototype;
      Element.prototype.attachShadow = function (options) {
        return attachShadow.call(this, { ...options, mode: 'closed' });
      };
    },
  },
  'no Symbol.for': { init: () => delete Symbol.for },
  'a Symbol.for that throws': {
    init: () =>
      (Symbol.for = () => {
        throw new Error('No symbols here.');
      }),
  },
  'no registry': {
    init: () => Object.defineProperty(window, 'customElements', { value: undefined }),
  },
  'a registry that refuses': {
    init: () =>
      (customElements.define = () => {
        throw new Error('No elements here.');
      }),
  },
  'a registry that wraps': {
    works: true,
    init: () => {
      const { define } = customElements;
      customElements.define = function (name, element, ...more) {
        window.defined = [...(window.defined ?? []), name];
        return define.call(this, name, element, ...more);
      };
    },
  },
  'methods of elements that are replaced': {
    works: true,
    init: () => {
      const { setAttribute } = Element.prototype;
      const { appendChild, insertBefore } = Node.prototype;
      Element.prototype.setAttribute = function (...given) {
        return setAttribute.apply(this, given);
      };
      Node.prototype.appendChild = function (node) {
        return appendChild.call(this, node);
      };
      Node.prototype.insertBefore = function (...given) {
        return insertBefore.apply(this, given);
      };
    },
  },
  'methods of elements that are gone': {
    init: () => {
      for (const name of ['closest', 'matches', 'replaceChildren', 'append', 'toggleAttribute'])
        delete Element.prototype[name];
    },
  },
  'methods of elements that throw': {
    init: () => {
      for (const name of ['closest', 'matches', 'querySelector'])
        Element.prototype[name] = () => {
          throw new Error('Not here.');
        };
    },
  },
  'listeners that throw': {
    init: () => {
      const { addEventListener } = EventTarget.prototype;
      EventTarget.prototype.addEventListener = function (...given) {
        if (this instanceof Element && !/^(count|counted)$/.test(this.id)) throw new Error('No listeners here.');
        return addEventListener.apply(this, given);
      };
    },
  },
  'no observers': {
    init: () => ['MutationObserver', 'ResizeObserver', 'IntersectionObserver'].forEach((name) => delete window[name]),
  },
  'no style sheets that scripts make': { init: () => delete window.CSSStyleSheet },
  'no Intl': { init: () => delete window.Intl },
  'no crypto, no database, no channel': {
    works: true,
    init: () => {
      for (const name of ['crypto', 'indexedDB', 'BroadcastChannel', 'caches'])
        Object.defineProperty(window, name, { value: undefined });
    },
  },
  'a database that throws': {
    works: true,
    init: () =>
      Object.defineProperty(window, 'indexedDB', {
        get() {
          throw new DOMException('', 'SecurityError');
        },
      }),
  },
  'another Promise': {
    works: true,
    init: () => {
      window.Promise = class extends Promise {};
    },
  },
  'no structuredClone, no queueMicrotask': {
    init: () => {
      delete window.structuredClone;
      delete window.queueMicrotask;
    },
  },
  'a console that is gone': { works: true, init: () => delete window.console },
};

inEachBrowser('In a page with', ({ open }) => {
  for (const [what, { works, init }] of Object.entries(globals)) {
    it(`${what}, ${works ? 'the elements show themselves' : 'an element or a phone number is on screen'}`, async () => {
      const errors = [];
      const { page } = await open('hosts/agency.html', { ready: [], prepare: prepared({ init }, errors) });
      const seen = await untilAll(page);
      assert.deepEqual(errors, []);
      if (works) assert.deepEqual(seen, allOf('itself'));
      assert.ok(!Object.values(seen).includes('nothing'), JSON.stringify(seen));
      await assertHostWorks(page);
      assert.deepEqual(errors, []);
    });
  }
});
