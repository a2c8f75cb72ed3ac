/**
 * What a page and a private frame say to each other: is every message taken as it was meant, and everything else not at all? Messages come as copies,
 * as `postMessage` makes them.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { build } from 'esbuild';
import fc from 'fast-check';
import { root } from './texts.js';

// Both sides from the sources: dist/ has only what the page's side needs.
const names = ['frame/host/broker', 'frame/host/appearance', 'frame/protocol/messages', 'frame-page/frame-store'];
const { outputFiles } = await build({
  stdin: {
    contents: names.map((name) => `export * from './${name}.ts';`).join('\n'),
    resolveDir: join(root, 'src'),
  },
  bundle: true,
  format: 'esm',
  write: false,
});
const source = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
const { answerFrame, FrameStore, tokens } = source;
const { readFromFrame, readFromPage, readWelcome, isHello, hello, welcome, largestRecord, largestPack } = source;

const bytes = (length = 120) => new Uint8Array(length).fill(1);
const record = { mark: '1-2-3', bytes: bytes() };
const settings = {
  tag: 'safety-checklist',
  attributes: [['audience', 'youth']],
  content: '{}',
  lang: 'es-MX',
  dir: 'rtl',
  look: [
    ['color-scheme', 'dark'],
    ['font-family', 'Example, "Times New Roman", serif'],
    ['--alongside-color-text', 'light-dark(#28231e, rgb(1 2 3 / 50%))'],
  ],
  rem: '16.5px',
  shortcut: 'shift',
};
const write = { type: 'ask', id: 7, what: 'write', record, expected: '', alone: false };
const copied = (value) => structuredClone(value);

const good = {
  frame: [
    { type: 'ask', id: 1, what: 'exists' },
    { type: 'ask', id: 2, what: 'read' },
    { type: 'ask', id: 3, what: 'wipe' },
    write,
    { ...write, expected: '9-9-9', alone: true },
    { type: 'tell', what: 'lock-others' },
    { type: 'tell', what: 'close' },
    { type: 'tell', what: 'here' },
    { type: 'tell', what: 'leave' },
    { type: 'height', height: 0 },
    { type: 'height', height: 1311 },
    { type: 'problems', problems: [{ path: '$.ideas[0]', reason: 'not-text', detail: '' }] },
  ],
  page: [
    { type: 'answer', id: 1, value: true },
    { type: 'answer', id: 1, value: undefined },
    { type: 'answer', id: 1, value: { now: undefined, before: undefined } },
    { type: 'answer', id: 1, value: { now: record, before: undefined } },
    { type: 'answer', id: 1, value: { now: record, before: record } },
    { type: 'failed', id: 1, reason: 'full' },
    { type: 'news', news: 'wiped' },
    { type: 'settings', settings },
    { type: 'forget' },
  ],
};

const secretText = { text: 'a text that somebody typed' };
const bad = {
  frame: {
    nothing: undefined,
    'a text': 'leave',
    'a list': [{ type: 'height', height: 1 }],
    'an unknown type': { type: 'eval', code: '1' },
    'the type of a page': { type: 'forget' },
    'a height that is no number': { type: 'height', height: '100px' },
    'a height below zero': { type: 'height', height: -1 },
    'a huge height': { type: 'height', height: 2_000_000 },
    'half a pixel': { type: 'height', height: 1.5 },
    'an unknown tell': { type: 'tell', what: 'open' },
    'an unknown ask': { type: 'ask', id: 1, what: 'constructor' },
    'an ask without a number': { type: 'ask', what: 'read' },
    'an ask with a number that is none': { type: 'ask', id: NaN, what: 'read' },
    'a record of text': { ...write, record: { mark: '1', bytes: 'sealed' } },
    'a record of numbers': { ...write, record: { mark: '1', bytes: [1, 2, 3] } },
    'a record of words': { ...write, record: { mark: '1', bytes: new Uint16Array(9) } },
    'an empty record': { ...write, record: { mark: '1', bytes: new Uint8Array() } },
    'a huge record': { ...write, record: { mark: '1', bytes: new Uint8Array(largestRecord + 1) } },
    'a mark with spaces': { ...write, record: { mark: 'my name', bytes: bytes() } },
    'a long mark': { ...write, record: { mark: '1'.repeat(65), bytes: bytes() } },
    'no mark': { ...write, record: { bytes: bytes() } },
    'a record over itself': { ...write, expected: record.mark },
    'an expected mark that is no text': { ...write, expected: null },
    'alone that is no yes or no': { ...write, alone: 1 },
    'no problems': { type: 'problems', problems: [] },
    'a long problem': { type: 'problems', problems: [{ path: 'x'.repeat(501), reason: 'type', detail: '' }] },
    'a problem with a reason of words': { type: 'problems', problems: [{ path: '', reason: 'I am here', detail: '' }] },
    'too many problems': { type: 'problems', problems: Array(1001).fill({ path: '', reason: 'type', detail: '' }) },
  },
  page: {
    nothing: null,
    'the type of a frame': { type: 'height', height: 1 },
    'an answer without a number': { type: 'answer', value: true },
    'an answer of text': { type: 'answer', id: 1, value: 'yes' },
    'an answer with half a record': { type: 'answer', id: 1, value: { now: { mark: '1' } } },
    'an answer with a huge record': {
      ...{ type: 'answer', id: 1 },
      value: { now: { mark: '1', bytes: new Uint8Array(largestRecord + 1) } },
    },
    'an unknown failure': { type: 'failed', id: 1, reason: 'toString' },
    'unknown news': { type: 'news', news: 'gossip' },
    'settings that are none': { type: 'settings', settings: null },
  },
};

const badSettings = {
  'an attribute that runs': { attributes: [['onclick', 'alert(1)']] },
  'an attribute of the browser': { attributes: [['style', 'color: red']] },
  'the attribute that silences the warning': { attributes: [['in-page', '']] },
  'an attribute with a long value': { attributes: [['audience', 'x'.repeat(1001)]] },
  'an attribute that is no pair': { attributes: [['audience']] },
  'attributes as an object': { attributes: { audience: 'youth' } },
  'too many attributes': { attributes: Array(51).fill(['audience', 'youth']) },
  'a property that moves': { look: [['position', 'fixed']] },
  'a value that asks for something': { look: [['--alongside-color-surface', 'url(https://elsewhere.example/)']] },
  'a value that asks in other words': { look: [['--alongside-color-surface', 'image-set("x.png" 1x)']] },
  'a value that ends': { look: [['font-family', 'serif; position: fixed']] },
  'a value with an escape': { look: [['font-family', 'u\\72l(x)']] },
  'another direction': { dir: 'auto' },
  'a huge pack': { content: 'x'.repeat(largestPack + 1) },
  'a pack that is no text': { content: {} },
  'a size in words': { rem: 'calc(1px)' },
  'unknown keys': { shortcut: 'constructor' },
  'a language that is no text': { lang: ['es'] },
};

describe('messages of a private frame', () => {
  it('are taken as they were meant', () => {
    for (const message of good.frame) assert.deepEqual(readFromFrame(copied(message)), message);
    for (const message of good.page) assert.deepEqual(readFromPage(copied(message)), message);
    assert.ok(isHello(copied(hello)));
    assert.deepEqual(readWelcome(copied(welcome(true, settings))), { works: true, settings });
  });
  for (const [what, message] of Object.entries(bad.frame))
    it(`the page takes nothing else: ${what}`, () => assert.equal(readFromFrame(copied(message)), undefined));
  for (const [what, message] of Object.entries(bad.page))
    it(`the frame takes nothing else: ${what}`, () => assert.equal(readFromPage(copied(message)), undefined));
  for (const [what, change] of Object.entries(badSettings))
    it(`the frame takes no settings with ${what}`, () => {
      assert.equal(readFromPage(copied({ type: 'settings', settings: { ...settings, ...change } })), undefined);
      assert.equal(readWelcome(copied(welcome(true, { ...settings, ...change }))), undefined);
    });
  it('of another version are none', () => {
    const { alongside } = hello;
    for (const other of [alongside + 1, alongside - 1, `${alongside}`, undefined]) {
      assert.ok(!isHello({ ...hello, alongside: other }));
      assert.equal(readWelcome({ ...welcome(true, settings), alongside: other }), undefined);
    }
    assert.ok(!isHello(welcome(true, settings)));
  });
  it('carry nothing besides what they are made of, such as a text', () => {
    for (const message of good.frame)
      assert.deepEqual(readFromFrame(copied({ ...message, ...secretText, __proto__: null })), message);
    const extra = { ...write, record: { ...record, ...secretText } };
    assert.deepEqual(readFromFrame(copied(extra)), write);
    const problems = [{ path: '', reason: 'type', detail: '', ...secretText }];
    assert.ok(!JSON.stringify(readFromFrame({ type: 'problems', problems })).includes(secretText.text));
  });
  it('have no keys that come from a prototype', () => {
    const polluted = { type: 'height', height: 5, id: 1, what: 'wipe', value: true };
    try {
      Object.assign(Object.prototype, polluted);
      assert.equal(readFromFrame({}), undefined);
      assert.equal(readFromPage({}), undefined);
      assert.ok(!isHello({}));
    } finally {
      for (const key of Object.keys(polluted)) delete Object.prototype[key];
    }
    assert.equal(readFromFrame(JSON.parse('{"__proto__":{"type":"height","height":1}}')), undefined);
    assert.equal(readFromFrame(Object.create({ type: 'height', height: 1 })), undefined);
  });
  it('can be anything, and nothing is thrown', () => {
    const anything = fc.anything({ withBigInt: true, withTypedArray: true, withMap: true, withDate: true });
    const type = fc.constantFrom('ask', 'tell', 'height', 'problems', 'answer', 'failed', 'news', 'settings');
    const near = fc.record(
      { type, id: anything, what: anything, value: anything, record: anything, settings: anything, problems: anything },
      { requiredKeys: ['type'] },
    );
    fc.assert(
      fc.property(fc.oneof(anything, near), (data) => {
        for (const read of [readFromFrame, readFromPage, readWelcome, isHello]) read(data);
      }),
    );
  });
});

/** A store with one record in memory, which does what stores are asked to do. */
function memory() {
  let now;
  const calls = [];
  return {
    works: true,
    calls,
    exists: async () => !!now,
    read: async () => ({ now, before: undefined }),
    write: async (next, expected) => {
      calls.push(next.mark);
      if ((now?.mark ?? '') !== expected) return false;
      now = next;
      return true;
    },
    wipe: async () => void (now = undefined),
  };
}

/** The frame's store, and the page's behind it, with every message copied and read on both sides. */
function connected(store) {
  const framed = new FrameStore(true, (message) => {
    const asked = readFromFrame(copied(message));
    if (asked?.type === 'ask') answerFrame(store, asked).then((said) => framed.hear(readFromPage(copied(said))));
  });
  return framed;
}

describe('the store of a frame', () => {
  it('does with the store of the page what that does', async () => {
    const framed = connected(memory());
    assert.equal(await framed.exists(), false);
    assert.equal(await framed.write(record, ''), true);
    assert.equal(await framed.exists(), true);
    assert.deepEqual(await framed.read(), { now: record, before: undefined });
    await framed.wipe();
    assert.equal(await framed.exists(), false);
  });
  it('writes over nothing that it has not seen: two frames, and an old record that comes again', async () => {
    const store = memory();
    const [one, two] = [connected(store), connected(store)];
    await one.write(record, '');
    assert.equal(await two.write({ mark: '4-5-6', bytes: bytes() }, ''), false);
    assert.equal(await two.write({ mark: '4-5-6', bytes: bytes() }, record.mark), true);
    assert.equal(await one.write({ mark: '7-8-9', bytes: bytes() }, record.mark), false);
    assert.equal((await one.read()).now.mark, '4-5-6');
  });
  it('refuses a record that is too large itself, and the page is not asked', async () => {
    const store = memory();
    const large = { mark: '1', bytes: new Uint8Array(largestRecord + 1) };
    await assert.rejects(connected(store).write(large, ''), { name: 'StoreError', reason: 'full' });
    assert.deepEqual(store.calls, []);
  });
  it('says what the page could not do, and says of what it does not know that nothing is kept', async () => {
    const failing = (error) => ({ ...memory(), read: () => Promise.reject(error) });
    await assert.rejects(connected(failing(new Error('anything'))).read(), { name: 'StoreError', reason: 'off' });
  });
  it('takes no answer that is of another kind than what it asked, or to no question', async () => {
    const sent = [];
    const framed = new FrameStore(true, (message) => sent.push(message));
    const reading = framed.read();
    framed.hear({ type: 'answer', id: 99, value: true });
    framed.hear({ type: 'answer', id: sent[0].id, value: true });
    framed.hear({ type: 'answer', id: sent[0].id, value: undefined });
    framed.hear({ type: 'answer', id: sent[0].id, value: { now: record, before: undefined } });
    assert.deepEqual(await reading, { now: record, before: undefined });
  });
});

it('the frame gets every token of the library', () => {
  const css = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8');
  assert.deepEqual([...tokens].sort(), [...css.matchAll(/^ {2}(--[\w-]+):/gm)].map(([, name]) => name).sort());
});

it('the frame knows the own custom properties of every element that it shows', () => {
  const table = readFileSync(join(root, 'src/elements/private-frame/framed.ts'), 'utf8');
  const entries = [...table.matchAll(/^ {2}'([a-z-]+)': \{([\s\S]*?)^ {2}\},/gm)];
  assert.ok(entries.length > 0);
  for (const [, tag, entry] of entries) {
    const source = readFileSync(join(root, `src/elements/${tag}/${tag}.ts`), 'utf8');
    const documented = [...source.matchAll(/@cssprop[^-]*\[?(--[\w-]+)/g)].map(([, name]) => name);
    const own = documented.filter((name) => !name.startsWith('--alongside-'));
    assert.deepEqual([...entry.matchAll(/'(--[\w-]+)'/g)].map(([, name]) => name).sort(), own.sort(), tag);
  }
});
