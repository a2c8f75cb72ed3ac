/**
 * Can a server load the library? Importing classes registers nothing and touches nothing of a page, not even to ask whether it
 * is there while the module loads. Checked in processes of their own, with every part of a page that a module could
 * reach for replaced by a trap. Lit brings its own stand-in for a page in Node; what counts is what our modules do.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { readJson, root, tags } from './texts.js';

/** Parts of a page. `customElements` and `HTMLElement` are apart: Lit brings those. */
const page = [
  'window',
  'self',
  'document',
  'location',
  'history',
  'navigator',
  'localStorage',
  'sessionStorage',
].concat(
  [
    'indexedDB',
    'caches',
    'screen',
    'matchMedia',
    'getComputedStyle',
    'requestAnimationFrame',
    'MutationObserver',
    'alert',
  ],
  [
    'IntersectionObserver',
    'ResizeObserver',
    'CSSStyleSheet',
    'DOMParser',
    'Element',
    'Node',
    'ShadowRoot',
    'addEventListener',
  ],
);

/**
 * Imports modules behind traps, and prints what it touched from our own files, what got registered and which globals are new.
 * Where a registry is asked for there is one; else it is up to Lit to bring one.
 */
const behindTraps = `
  const [, , urls, ours, page, tags, withRegistry] = process.argv;
  const touched = new Set();
  // The frame below this function, the getter and the stack itself: the line that reached out.
  const note = (name) => {
    const [line = ''] = new Error().stack.split('\\n').slice(3);
    if (line.includes(ours)) touched.add(name + line.trim().replace(/^at/, ' by'));
  };
  for (const name of JSON.parse(page))
    Object.defineProperty(globalThis, name, { configurable: true, get: () => note(name), set() {} });
  const classes = new Map();
  let registry = withRegistry && { get: (tag) => classes.get(tag), define: (tag, one) => void classes.set(tag, one) };
  Object.defineProperty(globalThis, 'customElements', {
    configurable: true,
    get: () => (note('customElements'), registry),
    set: (value) => void (registry = value),
  });
  const before = new Set(Object.getOwnPropertyNames(globalThis));
  Error.stackTraceLimit = 20;
  const warned = [];
  for (const level of ['log', 'info', 'warn', 'error']) console[level] = (...words) => warned.push(words.join(' '));
  const names = [];
  for (const url of JSON.parse(urls)) names.push(...Object.keys(await import(url)));
  const registered = JSON.parse(tags).filter((tag) => registry?.get(tag));
  const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
  process.stdout.write(JSON.stringify({ touched: [...touched], registered, added, warned, names }));
`;

const folder = mkdtempSync(join(tmpdir(), 'alongside-import-'));
const script = join(folder, 'behind-traps.mjs');
writeFileSync(script, behindTraps);
after(() => rmSync(folder, { recursive: true }));

function importBehindTraps(files, { ours = pathToFileURL(join(root, 'dist/')).href, withRegistry = false } = {}) {
  const urls = [files].flat().map((file) => pathToFileURL(file).href);
  const args = [script, JSON.stringify(urls), ours, JSON.stringify(page), JSON.stringify(tags)];
  if (withRegistry) args.push('yes');
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

const dist = (path) => join(root, 'dist', path);
const modules = (path) =>
  readdirSync(dist(path), { recursive: true })
    .filter((file) => file.endsWith('.js'))
    .map((file) => join(path, file));

describe('importing in Node', () => {
  const layers = [
    'elements',
    'templates',
    'styles',
    'controllers',
    'content',
    'schema',
    'page',
    'register',
    'i18n',
    'services',
    'private-text',
    'leave',
    'frame',
  ];
  it('finds all modules', () => {
    const known = [...layers, 'define', 'command-line'];
    const there = readdirSync(dist(''), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.deepEqual(
      there.map(({ name }) => name).filter((name) => !known.includes(name)),
      [],
    );
  });
  const loads = {
    'dist/index.js': ['index.js'],
    ...Object.fromEntries(tags.map((tag) => [`dist/elements/${tag}/${tag}.js`, [`elements/${tag}/${tag}.js`]])),
    'all modules that register nothing': ['events.js', 'command-line/render.js', ...layers.flatMap(modules)],
  };
  for (const [what, files] of Object.entries(loads))
    it(`registers nothing and touches no page: ${what}`, () => {
      const { touched, registered, warned, added } = importBehindTraps(files.map(dist));
      assert.deepEqual({ touched, registered, warned }, { touched: [], registered: [], warned: [] });
      // Lit's own mark, by which it tells when two versions of it are loaded, and its stand-in for a page.
      const lits =
        /^(lit(?:\w+Versions|ServerRoot|PropertyMetadata)|reactiveElementVersions|customElements|HTMLElement|Event|CustomEvent|EventTarget)$/;
      assert.deepEqual(
        added.filter((name) => !lits.test(name)),
        [],
      );
    });
  it('gives every class, and a way to register it', () => {
    const { names } = importBehindTraps(dist('index.js'));
    const classes = tags.map((tag) => tag.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase()));
    for (const name of [...classes, 'define']) assert.ok(names.includes(name), name);
  });
  it('registers where that is what the module is for', () => {
    const registeredBy = (file) => importBehindTraps(dist(`define/${file}.js`), { withRegistry: true }).registered;
    // What a directory finds is shown in cards.
    const along = { 'resource-directory': ['resource-card'] };
    for (const tag of tags) assert.deepEqual(registeredBy(tag), [...(along[tag] ?? []), tag]);
    assert.deepEqual(registeredBy('all'), tags);
  });
  it('is quiet where there is no registry', () => {
    const { registered, warned } = importBehindTraps(dist('define/quick-exit.js'));
    assert.deepEqual({ registered, warned }, { registered: [], warned: [] });
  });

  const bad = {
    'document.title;': 'document',
    'typeof window;': 'window',
    'globalThis.matchMedia?.("print");': 'matchMedia',
    'customElements?.get("x-y");': 'customElements',
    'export class A { static page = globalThis.document; }': 'document',
  };
  for (const [code, name] of Object.entries(bad))
    it(`is caught when a module does: ${code}`, () => {
      const file = join(folder, `bad-${name}-${code.length}.mjs`);
      writeFileSync(file, code.startsWith('document') ? `try { ${code} } catch {}` : code);
      const { touched } = importBehindTraps(file, { ours: pathToFileURL(folder).href });
      assert.equal(touched.length, 1);
      assert.ok(touched[0].startsWith(`${name} `), touched[0]);
    });
  it('is caught when it prints, or leaves something in the global scope', () => {
    const file = join(folder, 'loud.mjs');
    writeFileSync(file, 'console.warn("Hello"); globalThis.alongside = 1;');
    const { warned, added } = importBehindTraps(file);
    assert.deepEqual([warned, added], [['Hello'], ['alongside']]);
  });
});

describe('the table of tags', () => {
  const names = (path) => readdirSync(join(root, path)).map((file) => file.replace(/\.ts$/, ''));
  it('is that of the files that register', () => {
    assert.deepEqual(
      names('src/define').filter((name) => name !== 'all'),
      tags,
    );
  });
  it('is that of the folders of elements, each with its class', () => {
    assert.deepEqual(names('src/elements'), tags);
    for (const tag of tags) assert.ok(existsSync(join(root, `src/elements/${tag}/${tag}.ts`)), tag);
  });
  it('is that of what package.json keeps when a bundler drops unused modules', () => {
    const { sideEffects } = readJson('package.json');
    assert.deepEqual(
      sideEffects.filter((path) => path.includes('/define/')),
      ['all', ...tags].map((name) => `./dist/define/${name}.js`),
    );
  });
});
