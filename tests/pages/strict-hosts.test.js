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

/** Puts something into the page: into its head, before every script of ours, and before its end. Tells of what nobody caught. */
const prepared =
  ({ head = '', end = '', init, withoutWayOut }, errors) =>
  async (page) => {
    page.on('pageerror', (error) => {
      // Firefox tells of each refusal of a policy here too. No script hears of it as an error.
      if (!/^(Error: )?Content-Security-Policy: /.test(`${error}`)) errors.push(`${error} ${error.stack}`);
    });
    if (init) await page.addInitScript(init);
    if (!head && !end && !withoutWayOut) return;
    await page.route('**/hosts/agency.html', async (route) => {
      const response = await route.fetch();
      let html = (await response.text())
        .replace('<!-- head -->', () => head)
        .replace('<button id', () => `${end}<button id`);
      if (withoutWayOut)
        html = html.replace(/<quick-exit>.*<\/quick-exit>|<script src="\/cdn\/quick-exit.js"><\/script>/g, '');
      await route.fulfill({ response, body: html });
    });
  };

/**
 * What is on screen of each element: `itself`, `fallback`, or `nothing`. Asked from a world of its own, where the globals are as they were.
 * Into a closed root nobody can look: what takes up room and is no fallback is taken for the element.
 */
async function onScreen(page, closed) {
  const seen = await Promise.all(
    tags.map(async (tag) => {
      const surface = page.locator(`${tag} .surface`).first();
      if ((await surface.isVisible()) && (await surface.innerText()).length > 40) return [tag, 'itself'];
      if (closed && (await page.locator(tag).first().boundingBox()).height > 80) return [tag, 'itself'];
      const visible = await page.locator(`${tag} > a[href="tel:18883737888"]`).first().isVisible();
      return [tag, visible ? 'fallback' : 'nothing'];
    }),
  );
  return Object.fromEntries(seen);
}

const allOf = (what) => Object.fromEntries(tags.map((tag) => [tag, what]));

/** Waits until the elements show themselves, or gives what they show after some seconds. Asks less often the longer it takes: a look is work. */
async function untilAll(page, { closed = false, seconds = 20 } = {}) {
  const end = Date.now() + seconds * 1000;
  for (let pause = 100; ; pause *= 2) {
    const seen = await onScreen(page, closed);
    const left = end - Date.now();
    if (Object.values(seen).every((what) => what === 'itself') || left < 0) return seen;
    await page.waitForTimeout(Math.min(pause, left + 1));
  }
}

/** The script of the page does what it did. */
async function assertHostWorks(page) {
  const before = Number(await page.locator('#counted').innerText());
  await page.locator('#count').click();
  await page.locator('#counted', { hasText: `${before + 1}` }).waitFor();
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
    closed: true,
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
    withoutWayOut: true,
    init: () => {
      for (const name of ['closest', 'matches', 'replaceChildren', 'append', 'toggleAttribute'])
        delete Element.prototype[name];
    },
  },
  'methods of elements that throw': {
    withoutWayOut: true,
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
          throw new window.DOMException('', 'SecurityError');
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
};

for (const half of [0, 1])
  inEachBrowser(`In a page with globals that are not what they were, ${half + 1} of 2`, ({ open }) => {
    const mine = Object.entries(globals).filter((_, index) => index % 2 === half);
    for (const [what, { works, closed, ...options }] of mine) {
      it(`${what}: ${works ? 'the elements show themselves' : 'an element or a phone number is on screen'}`, async () => {
        const errors = [];
        const { page } = await open('hosts/agency.html', { ready: [], prepare: prepared(options, errors) });
        const seen = await untilAll(page, { closed, ...(!works && { seconds: 2 }) });
        assert.deepEqual(errors, []);
        if (works) assert.deepEqual(seen, allOf('itself'));
        assert.ok(!Object.values(seen).includes('nothing'), JSON.stringify(seen));
        await assertHostWorks(page);
        if (!options.withoutWayOut) assert.ok(await page.locator('quick-exit > a').isVisible(), 'the way out is there');
        assert.deepEqual(errors, []);
      });
    }
  });

const script = (address) => `<script src="${address}"></script>`;
const sheet = (address) => `<link rel="stylesheet" href="${address}" />`;

/** What pages come with. `own` is what the page does with it, and is to see its own elements only. */
const libraries = {
  'Prototype.js': { head: script('/vendor/prototype-1.7.3.js'), own: () => window.$$('#count')[0].identify() },
  jQuery: { head: script('/packages/jquery/dist/jquery.min.js'), own: () => window.jQuery('button').attr('id') },
  Bootstrap: {
    head:
      sheet('/packages/bootstrap/dist/css/bootstrap.min.css') +
      script('/packages/bootstrap/dist/js/bootstrap.bundle.min.js'),
    own: () => window.bootstrap.Button.getOrCreateInstance('#count')._element.id,
  },
  "Tailwind's preflight": {
    head: sheet('/packages/tailwindcss/preflight.css'),
    own: () => document.querySelector('button').id,
  },
  'zone.js': {
    head: script('/packages/zone.js/bundles/zone.umd.min.js'),
    own: () => window.Zone.current.name && 'count',
  },
  'a sheet that unsets everything': {
    head: '<style>* { all: unset }</style>',
    own: () => document.querySelector('button').id,
  },
};
// Prototype.js and jQuery want the same short name, and break each other with no element of ours in the page.
libraries['all of the others'] = {
  head: Object.keys(libraries)
    .filter((name) => name !== 'Prototype.js')
    .map((name) => libraries[name].head)
    .join(''),
};

inEachBrowser('In a page with libraries', ({ open }) => {
  for (const [what, { head, own }] of Object.entries(libraries)) {
    it(`${what}, elements show themselves and are used, and the page goes on`, async () => {
      const errors = [];
      const { page, problems } = await open('hosts/agency.html', { prepare: prepared({ head }, errors) });
      assert.deepEqual(await untilAll(page), allOf('itself'));
      await addReach(page);
      await page.locator('#tab-action .name').click();
      await fillPlan(page, planWords);
      assert.equal(await page.locator('safety-checklist [data-at="items.1"] small').innerText(), planWords.note);
      if (own) assert.equal(await page.evaluate(own), 'count');
      await assertHostWorks(page);
      assert.ok(await page.locator('quick-exit > a').isVisible());
      assert.deepEqual([errors, problems.filter((problem) => !/favicon/.test(problem))], [[], []]);
    });
  }
});

/** The library as an older version could be: with tags missing and in another order. */
const older = async (page) =>
  page.route('**/copy/all.js', async (route) => {
    const code = readFileSync(inRepository('cdn/all.js'), 'utf8');
    const changed = code.replace(/for\(const\[(\w+),(\w+)\]of Object\.entries\((\w+)\)\)/, (_, tag, element, table) => {
      const some = `Object.entries(${table}).reverse().filter((_,at)=>at%2)`;
      return `for(const[${tag},${element}]of ${some})`;
    });
    assert.notEqual(changed, code);
    await route.fulfill({ contentType: 'text/javascript', body: changed });
  });

inEachBrowser('In a page with two versions of the library', ({ open }) => {
  for (const first of ['copy', 'cdn']) {
    it(`elements of both show themselves and are used, /${first}/ first`, async () => {
      const errors = [];
      const other = first === 'copy' ? 'cdn' : 'copy';
      const head = `<script type="module" src="/${first}/all.js"></script><script type="module" src="/${other}/all.js"></script>`;
      const { page, problems } = await open('hosts/agency.html', {
        prepare: async (page) => {
          await prepared({ head }, errors)(page);
          await older(page);
        },
      });
      assert.deepEqual(await untilAll(page), allOf('itself'));
      await page.locator('#tab-action .name').click();
      await fillPlan(page, planWords);
      await assertHostWorks(page);
      assert.deepEqual([errors, problems.filter((problem) => !/favicon/.test(problem))], [[], []]);
    });
  }
  it('and a tag that the page has taken, the rest shows itself', async () => {
    const errors = [];
    const head = `<script>customElements.define('safety-checklist', class extends HTMLElement {})</script><script type="module" src="/copy/all.js"></script>`;
    const { page } = await open('hosts/agency.html', {
      ready: tags.filter((tag) => tag !== 'safety-checklist'),
      prepare: async (page) => {
        await prepared({ head }, errors)(page);
        await older(page);
      },
    });
    assert.deepEqual(await onScreen(page), { ...allOf('itself'), 'safety-checklist': 'fallback' });
    await assertHostWorks(page);
    assert.deepEqual(errors, []);
  });
});

const strict = "default-src 'none'; script-src 'self'; style-src 'none'; base-uri 'none'; form-action 'none'";
const framed =
  '<private-frame tag="goal-planner">Hotline: <a href="tel:18883737888">1-888-373-7888</a></private-frame>';

for (const [what, list] of [
  ['a list of policies that lacks ours', 'agency'],
  ['no policy at all', "'none'"],
]) {
  inEachBrowser(
    `In a page with trusted types, and ${what}`,
    ({ open }) => {
      const noteRefusals = (page) =>
        page.addInitScript(() => {
          window.refused = [];
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
            if (blockedURI !== 'data' && !/favicon/.test(blockedURI)) window.refused.push(effectiveDirective);
          });
        });
      it('elements show themselves and are used, also in place of a frame that is blocked', async () => {
        const errors = [];
        const { page } = await open('hosts/agency.html', {
          prepare: async (page) => {
            await prepared({ end: framed }, errors)(page);
            await noteRefusals(page);
          },
        });
        assert.deepEqual(await untilAll(page), allOf('itself'));
        await addReach(page);
        await page.locator('#tab-action .name').click();
        await fillPlan(page, planWords);
        await page.locator('private-frame goal-planner .surface').waitFor();
        await assertHostWorks(page);
        assert.deepEqual(errors, []);
        // One for each script that asks, and not one for each template: the agency may have them sent to it.
        const refused = await page.evaluate(() => window.refused);
        assert.deepEqual([...new Set(refused)].sort(), ['frame-src', 'trusted-types']);
        assert.ok(refused.length < 6, refused.join());
      });
      it('phone numbers are on screen where the browser has no other way to read templates', async () => {
        const errors = [];
        const init = () => delete Element.prototype.setHTML;
        const { page } = await open('hosts/agency.html', {
          ready: [],
          prepare: prepared({ init, end: framed }, errors),
        });
        await page.locator('private-frame > a').waitFor();
        assert.deepEqual(await untilAll(page, { seconds: 4 }), allOf('fallback'));
        await assertHostWorks(page);
        assert.ok(await page.locator('private-frame > a').isVisible());
        assert.deepEqual(errors, []);
      });
    },
    { headers: { 'content-security-policy': `${strict}; require-trusted-types-for 'script'; trusted-types ${list}` } },
  );
}
