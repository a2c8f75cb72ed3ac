/**
 * The package as a developer gets it: packed, installed from the tarball into a folder of its own, and used by React, Vue, Svelte, Preact,
 * plain TypeScript, a static site and a bundle of one element. What is checked of each is what custom-elements-everywhere.com
 * checks: properties, attributes, children, events. The frameworks come from the npm registry; without it, all of this is skipped.
 *
 * Angular is another 300 MB, and takes minutes: it is one of them with ALONGSIDE_ANGULAR=1 only.
 */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { transform } from 'esbuild';
import { serve } from '../../tools/serve.js';
import { inRepository, launch } from '../pages/support.js';
import { npm, pack, run } from './install.js';

const folder = mkdtempSync(join(tmpdir(), 'alongside-consumers-'));
const angular = process.env.ALONGSIDE_ANGULAR && mkdtempSync(join(tmpdir(), 'alongside-angular-'));
after(() => {
  for (const made of [folder, angular]) if (made) rmSync(made, { recursive: true, force: true });
});

/** Installs everything. Returns why that could not be done where the registry is the reason, and fails for any other. */
function install() {
  cpSync(inRepository('tests/consumers/app'), folder, { recursive: true });
  if (angular) {
    cpSync(inRepository('tests/consumers/angular'), angular, { recursive: true });
    cpSync(join(folder, 'page.ts'), join(angular, 'src/page.ts'));
  }
  const tarball = pack('.', folder);
  return (
    npm(folder, 'ci') ??
    npm(folder, 'install', '--no-save', tarball) ??
    (angular ? npm(angular, 'install', '--no-save', tarball) : undefined)
  );
}

const skip = install() ?? false;
it('the packed package can be installed', { skip }, () => {
  assert.ok(existsSync(join(folder, 'node_modules/alongside-elements/dist/index.js')));
});

/** What each build warned of. */
let warnings;
before(() => {
  if (skip) return;
  const { ok, stdout, said } = run(process.execPath, ['build.js'], folder);
  assert.ok(ok, said);
  warnings = JSON.parse(stdout.trimEnd().split('\n').at(-1));
  if (angular) warnings.angular = buildWithAngular();
});

/** Returns what it warned of. */
function buildWithAngular() {
  const { ok, said } = run(process.execPath, ['node_modules/@angular/cli/bin/ng.js', 'build'], angular);
  assert.ok(ok, said);
  cpSync(join(angular, 'built'), join(folder, 'built/angular'), { recursive: true });
  return said.match(/^.*\bWARNING\b.*$/gm) ?? [];
}

let browser;
let site;
let page;
let problems;
before(async () => {
  if (skip) return;
  browser = await launch();
  site = await serve({ root: join(folder, 'built') });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

async function open(name) {
  page = await (await browser.newContext()).newPage();
  problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // The icon of a page, which it has none of.
    const { url } = message.location();
    if (['error', 'warning'].includes(message.type()) && !url.endsWith('/favicon.ico')) problems.push(message.text());
  });
  await page.goto(`${site.address}/${name}/index.html`);
  await page.locator('#tab-preparation').waitFor();
}

/** What a function says of an element of the page. */
const of = (tag, look) => page.locator(tag).evaluate(look);
const log = () => page.evaluate(() => window.log ?? []);
const text = (selector) => page.locator(selector).innerText();

/** Waits until `look` gives `wanted`, and fails with what it gave instead. */
async function becomes(look, wanted) {
  let last;
  for (const end = Date.now() + 3000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) {
    last = await look();
    if (JSON.stringify(last) === JSON.stringify(wanted)) return;
  }
  assert.deepEqual(last, wanted);
}

const apps = ['plain', 'react', 'react-wrappers', 'preact', 'vue', 'svelte'].concat(angular ? 'angular' : []);

// One page for each, used from top to bottom: opening it anew for each test would take most of the time.
describe('a page made with', { skip }, () => {
  for (const name of apps) {
    describe(name, () => {
      before(() => open(name));
      after(() => page.context().close());

      it('is built without a warning, and starts without one', () => {
        assert.deepEqual(warnings[name], []);
        assert.deepEqual(problems, []);
      });

      it('gives an object as a property, and a number as a number', async () => {
        assert.equal(await text('stage-guide #title'), 'Stages, as this page tells them');
        const given = await of('stage-guide', ({ content, headingLevel }) => [typeof content, headingLevel]);
        assert.deepEqual(given, ['object', 3]);
        assert.equal(await of('resource-card', ({ resource }) => resource.name), 'Example Service');
        assert.equal(await text('resource-card #title'), 'Example Service');
      });

      it('gives a string, also where the class comes later than the tag', async () => {
        assert.equal(await of('quick-exit', ({ href }) => href), 'https://example.org/weather');
        assert.equal(await of('safety-checklist', ({ audience }) => audience), 'youth');
        assert.equal(await of('source-note', (element) => element.shadowRoot), null);
        await page.locator('#late').click();
        const given = () => of('source-note', ({ elements, headingLevel }) => [elements, headingLevel]);
        await becomes(given, ['stage-guide', 4]);
      });

      it('turns a boolean on and off again', async () => {
        const ticks = () => page.locator('stage-guide input[type=checkbox]').count();
        assert.equal(await of('safety-checklist', ({ inPage }) => inPage), true);
        assert.equal(await of('safety-checklist', ({ harmReduction }) => harmReduction), false);
        assert.equal(await of('stage-guide', ({ noticing }) => noticing), false);
        assert.equal(await ticks(), 0);
        await page.locator('#tick').click();
        await becomes(() => of('stage-guide', ({ noticing }) => noticing), true);
        assert.ok((await ticks()) > 5);
        await page.locator('#tick').click();
        await becomes(() => of('stage-guide', ({ noticing }) => noticing), false);
        await becomes(ticks, 0);
      });

      it('keeps the children, and changes the words in them', async () => {
        assert.equal(await of('#note', (note) => note.assignedSlot?.name), 'note');
        assert.equal(await text('#note'), 'Open: preparation');
        await page.locator('#ahead').click();
        await becomes(() => text('#note'), 'Open: contemplation');
        assert.equal(await of('resource-card', (card) => card.textContent.trim()), 'Example: 555-0100');
      });

      it('hears nothing of what the page itself does', async () => {
        await becomes(() => of('stage-guide', ({ stage }) => stage), 'contemplation');
        assert.deepEqual(await log(), []);
      });

      it('hears what a person does, with the class of the event', async () => {
        await page.locator('#tab-precontemplation .name').click();
        await becomes(log, ['stage-change of its class: precontemplation']);
        await becomes(() => text('#open'), 'Open: precontemplation');
        assert.equal(await of('stage-guide', ({ stage }) => stage), 'precontemplation');
      });

      it('takes an element away, and brings it back whole', async () => {
        await page.locator('#show').click();
        await becomes(() => page.locator('resource-card').count(), 0);
        await page.locator('#show').click();
        await becomes(() => page.locator('resource-card #title').count(), 1);
        assert.equal(await text('resource-card #title'), 'Example Service');
      });

      it('leaves what is typed alone when it renders again', async () => {
        const field = page.locator('safety-checklist [data-at=own]');
        await field.click();
        await page.keyboard.type('A bag at a friend’s');
        await page.locator('#tick').click();
        await becomes(() => of('stage-guide', ({ noticing }) => noticing), true);
        assert.equal(await field.inputValue(), 'A bag at a friend’s');
        await field.focus();
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        const item = page.locator('safety-checklist .entry .words');
        await item.waitFor({ timeout: 3000 });
        assert.equal(await item.innerText(), 'A bag at a friend’s');
      });

      it('hears what is wrong with what it gave', async () => {
        await page.evaluate(() => void (window.log = []));
        await page.locator('#swap').click();
        await becomes(log, ['content-error of its class: $.url']);
        assert.equal(await text('resource-card #title'), 'Another Service');
      });

      it('lets a person leave', async () => {
        await page.route('https://example.org/**', (route) => route.fulfill({ body: 'Weather' }));
        await page.locator('#leave').click();
        await page.waitForURL('https://example.org/weather');
      });
    });
  }
});

describe('React on a server', { skip }, () => {
  it('sends the tags with what stands inside, before any script', () => {
    const html = readFileSync(join(folder, 'built/react-wrappers/index.html'), 'utf8');
    assert.match(html, /<stage-guide[^>]*><p slot="note" id="note">Open: (<!-- -->)?preparation<\/p><\/stage-guide>/);
    assert.match(html, /<resource-card[^>]*>Example: 555-0100<\/resource-card>/);
  });
});

describe('a static site made with Eleventy', { skip }, () => {
  it('is built without a warning, and works', async () => {
    assert.deepEqual(warnings.eleventy, []);
    await open('eleventy');
    assert.deepEqual(problems, []);
    assert.equal(await text('stage-guide #title'), 'Stages, as this page tells them');
    assert.deepEqual(await of('stage-guide', ({ stage, headingLevel, noticing }) => [stage, headingLevel, noticing]), [
      'preparation',
      3,
      true,
    ]);
    assert.equal(await text('resource-card #title'), 'Example Service');
    await page.locator('#tab-contemplation .name').click();
    await becomes(() => of('stage-guide', ({ stage }) => stage), 'contemplation');
  });
});

describe('a bundle of one element', { skip }, () => {
  /** The code that a page loads at once: the first file, and what it imports. */
  const loaded = () => {
    const at = (name) => readFileSync(join(folder, 'built/single', name), 'utf8');
    const seen = new Set();
    const add = (name) => {
      if (seen.has(name)) return;
      seen.add(name);
      for (const [, next] of at(name).matchAll(/^(?:import|export)\b[^'"]*['"]\.\/([^'"]+)['"];$/gm)) add(next);
    };
    add('single.js');
    return [...seen].map(at).join('\n');
  };

  it('has nothing of the other elements in it', () => {
    assert.deepEqual(warnings.single, []);
    const code = loaded();
    assert.match(code, /class StageGuide\b/);
    for (const tag of readdirSync(inRepository('src/elements'))) {
      if (tag === 'stage-guide') continue;
      const name = tag.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
      assert.doesNotMatch(code, new RegExp(`class ${name}\\b|define\\(['"]${tag}`), tag);
    }
  });

  it('weighs about what the one for script tags does', async () => {
    const { code } = await transform(loaded(), { minify: true, format: 'esm', target: 'es2022' });
    const own = brotliCompressSync(code).length;
    const ours = brotliCompressSync(readFileSync(inRepository('cdn/stage-guide.js'))).length;
    assert.ok(own < ours * 1.15, `${own} bytes, and ${ours} in cdn/`);
  });
});

describe('TypeScript', { skip }, () => {
  const tsc = join(folder, 'node_modules/typescript/bin/tsc');
  for (const [project, what] of Object.entries({
    bundler: 'as bundlers resolve modules, and what Vue and Svelte read',
    node16: 'as Node 16 resolves them',
    nodenext: 'as the newest Node does',
    react: 'in React’s JSX',
    preact: 'in Preact’s JSX',
  }))
    it(`finds no mistake, and finds those that are there: ${what}`, () => {
      const { ok, said } = run(process.execPath, [tsc, '-p', `types/tsconfig.${project}.json`], folder);
      assert.ok(ok, said);
    });
});
