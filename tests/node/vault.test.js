/**
 * Is what is kept sealed, and never lost? The vault is driven with a store in memory that fails, waits and is written by others as the tests say; the
 * browser's own database is tested in tests/pages.
 */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { Notebook } from '../../dist/private-text/notebook/notebook.js';
import { add as addEntry } from '../../dist/private-text/notebook/entries.js';
import { planPart } from '../../dist/private-text/notebook/plan.js';
import { haveSameSeal, newSeal, open, seal, SealError, unwrap } from '../../dist/private-text/vault/seal.js';
import { StoreError } from '../../dist/private-text/vault/store.js';
import { Vault } from '../../dist/private-text/vault/vault.js';
import { some } from '../thorough.js';

const passphrase = 'four small green words';
const another = 'quite some other words';

/** What several tabs share. */
function device() {
  const disk = { now: undefined, before: undefined };
  const tabs = new Set();
  const tell = (from, news) =>
    [...tabs].filter((tab) => tab !== from).forEach((tab) => setImmediate(() => tab.told(news)));
  const newTab = () => {
    const tab = {
      works: true,
      told: () => {},
      /** Called with the name of what is asked for, before it is done: may wait, may throw. */
      hook: () => {},
      writes: 0,
      async exists() {
        await tab.hook('exists');
        return !!disk.now;
      },
      async read() {
        await tab.hook('read');
        return { ...disk };
      },
      async write(record, expected, alone = false) {
        await tab.hook('write');
        if ((disk.now?.mark ?? '') !== expected) return false;
        disk.before = alone ? undefined : disk.now;
        disk.now = record;
        tab.writes++;
        tell(tab, 'saved');
        return true;
      },
      async wipe() {
        await tab.hook('wipe');
        disk.now = disk.before = undefined;
        tell(tab, 'wiped');
      },
      follow: (told) => (tab.told = told),
      lockOthers: () => tell(tab, 'lock'),
      close() {},
    };
    tabs.add(tab);
    return tab;
  };
  return { disk, newTab };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
const until = async (what, met) => {
  for (let tries = 0; !met(); tries++) {
    if (tries > 500) assert.fail(`never: ${what}`);
    await settle();
  }
};

/** All that a test has opened: their clocks are stopped at its end. */
const vaults = [];

function openTab(shared, times) {
  const notebook = new Notebook();
  const vault = new Vault(notebook, times);
  const store = shared.newTab();
  const ready = vault.useStore(() => store);
  vaults.push(vault);
  const add = (...texts) =>
    texts.forEach((text) => notebook.edit(planPart, (plan) => addEntry(plan, 'items', { text })));
  const texts = () => notebook.read(planPart).items.map(({ text }) => text);
  return { notebook, vault, store, ready, add, texts };
}

/** A tab in which something is kept already. */
async function keptTab(shared = device(), ...texts) {
  const tab = openTab(shared);
  tab.add(...texts);
  await tab.vault.keep(passphrase);
  await tab.vault.save();
  assert.equal(tab.vault.state, 'open');
  return { shared, ...tab };
}

async function reasonOf(work) {
  try {
    await work();
  } catch (error) {
    assert.ok(error instanceof SealError, `${error}`);
    return error.reason;
  }
  return '';
}

// The vault watches the page that it is in.
const page = new EventTarget();
beforeEach(() => {
  Object.assign(globalThis, {
    addEventListener: page.addEventListener.bind(page),
    removeEventListener: page.removeEventListener.bind(page),
    document: { hidden: false },
  });
});
afterEach(async () => {
  await Promise.all(vaults.splice(0).map((vault) => vault.wipe()));
  delete globalThis.addEventListener;
  delete globalThis.removeEventListener;
  delete globalThis.document;
});

describe('a sealed record', () => {
  const record = async (text = '{"a":"b"}', revision = 7) => seal(await newSeal(passphrase), { text, revision });

  it('opens with its passphrase, and holds no text that could be read', async () => {
    const text = `{"a":"${'MARKER '.repeat(3)}ö"}`;
    const sealed = await record(text);
    assert.deepEqual(await open(await unwrap(sealed, passphrase), sealed), { text, revision: 7 });
    assert.ok(!Buffer.from(sealed).includes('MARKER'));
  });
  it('opens however the keyboard put the letters together', async () => {
    const sealed = await seal(await newSeal('café au lait ﬁn'.normalize('NFD')), { text: 'x', revision: 1 });
    assert.equal((await open(await unwrap(sealed, 'café au lait fin'.normalize('NFC')), sealed)).text, 'x');
  });
  it('asks for as many rounds as is advised, and says so in its head', async () => {
    const sealed = await record();
    assert.ok(new DataView(sealed.buffer).getUint32(1) >= 600_000);
  });
  it('is another one each time, of a size that tells little', async () => {
    const made = await newSeal(passphrase);
    const [a, b, long] = await Promise.all(
      ['x', 'x', 'x'.repeat(3000)].map((text) => seal(made, { text, revision: 1 })),
    );
    assert.notDeepEqual(a, b);
    assert.equal(a.length, long.length);
  });
  it('has the same seal as another of the same key, and of no other', async () => {
    const made = await newSeal(passphrase);
    const [one, other] = [await seal(made, { text: 'a', revision: 1 }), await seal(made, { text: 'b', revision: 2 })];
    const stranger = await seal(await newSeal(passphrase), { text: 'a', revision: 1 });
    assert.equal(haveSameSeal(one, other), true);
    assert.equal(haveSameSeal(one, stranger), false);
    // What was cut short is no record, and has no seal to compare.
    for (const length of [0, 81, 97])
      assert.equal(haveSameSeal(one.subarray(0, length), one.subarray(0, length)), false);
  });
  it('the key cannot be read out', async () => assert.equal((await newSeal(passphrase)).key.extractable, false));
  it('does not open with another passphrase', async () => {
    const sealed = await record();
    assert.equal(await reasonOf(() => unwrap(sealed, another)), 'passphrase');
  });
  it('that was cut short anywhere is refused', async () => {
    const sealed = await record();
    const made = await unwrap(sealed, passphrase);
    for (const length of [...Array(140).keys(), sealed.length - 16, sealed.length - 1]) {
      const cut = sealed.slice(0, length);
      assert.ok(await reasonOf(() => open(made, cut)), `${length}`);
      if (length < 97) assert.ok(await reasonOf(() => unwrap(cut, passphrase)), `${length}`);
    }
  });
  it('in which any bit was turned is refused', async () => {
    const sealed = await record();
    const made = await unwrap(sealed, passphrase);
    const turned = (bit) => {
      const changed = sealed.slice();
      changed[bit >> 3] ^= 1 << (bit & 7);
      return changed;
    };
    const bits = [...Array(sealed.length * 8).keys()];
    while (bits.length)
      await Promise.all(
        bits
          .splice(0, 1000)
          .map(async (bit) => assert.ok(await reasonOf(() => open(made, turned(bit))), `bit ${bit} of the record`)),
      );
    // A passphrase takes long to try: one bit of each byte of the head.
    for (const at of some([...Array(81).keys()], 5)) {
      const changed = sealed.slice();
      changed[at] ^= 1 << (at % 8);
      assert.ok(await reasonOf(() => unwrap(changed, passphrase)), `byte ${at} of the head`);
    }
  });
  it('that asks for too few or too many rounds is refused before any work is done', async () => {
    const sealed = await record();
    for (const rounds of [0, 1, 599_999, 10_000_001, 2 ** 31, 2 ** 32 - 1]) {
      const changed = sealed.slice();
      new DataView(changed.buffer).setUint32(1, rounds);
      const derive = mock.method(crypto.subtle, 'deriveKey');
      assert.equal(await reasonOf(() => unwrap(changed, passphrase)), 'damaged', `${rounds}`);
      assert.equal(derive.mock.callCount(), 0);
      derive.mock.restore();
    }
  });
  it('of a later version is told apart', async () => {
    const sealed = await record();
    sealed[0] = 2;
    assert.equal(await reasonOf(() => unwrap(sealed, passphrase)), 'newer');
    assert.equal(await reasonOf(() => unwrap(new Uint8Array(), passphrase)), 'damaged');
  });
});

describe('keeping', () => {
  it('nothing is written before somebody asks for it', async () => {
    const shared = device();
    const tab = openTab(shared);
    await tab.ready;
    tab.add('One');
    await settle();
    assert.equal(shared.disk.now, undefined);
    assert.equal(tab.vault.state, 'memory');
  });
  it('keeps what is there and what comes, and opens again', async () => {
    const { shared, ...tab } = await keptTab(undefined, 'One');
    tab.add('Two');
    await tab.vault.save();
    const later = openTab(shared);
    await later.ready;
    assert.equal(later.vault.state, 'locked');
    await later.vault.unlock(passphrase);
    assert.equal(later.vault.state, 'open');
    assert.deepEqual(later.texts(), ['One', 'Two']);
  });
  it('writes by itself soon after typing', async () => {
    const { shared, ...tab } = await keptTab();
    const { mark } = shared.disk.now;
    tab.add('One');
    assert.equal(tab.vault.isSaved, false);
    await until('it is written', () => shared.disk.now.mark !== mark && tab.vault.isSaved);
  });
  it('what was typed before opening is kept as well', async () => {
    const { shared } = await keptTab(undefined, 'Kept');
    const tab = openTab(shared);
    tab.add('New');
    await tab.vault.unlock(passphrase);
    await tab.vault.save();
    assert.deepEqual(tab.texts().sort(), ['Kept', 'New']);
    const later = openTab(shared);
    await later.vault.unlock(passphrase);
    assert.deepEqual(later.texts().sort(), ['Kept', 'New']);
  });
  it('with another passphrase nothing opens and nothing changes', async () => {
    const { shared } = await keptTab(undefined, 'One');
    const before = shared.disk.now;
    const tab = openTab(shared);
    await tab.ready;
    await tab.vault.unlock(another);
    assert.deepEqual([tab.vault.state, tab.vault.news, tab.texts()], ['locked', 'passphrase', []]);
    assert.equal(shared.disk.now, before);
  });
  it('where something is kept already, it is not written over', async () => {
    const { shared } = await keptTab(undefined, 'One');
    const before = shared.disk.now;
    const tab = openTab(shared);
    tab.add('Two');
    await tab.vault.keep(another);
    assert.deepEqual([tab.vault.state, tab.vault.news], ['locked', 'there']);
    assert.equal(shared.disk.now, before);
    assert.deepEqual(tab.texts(), ['Two']);
  });
  it('no room: the old version stays, the person is told, the text stays', async () => {
    const { shared, ...tab } = await keptTab(undefined, 'One');
    const before = shared.disk.now;
    tab.store.hook = (what) => {
      if (what === 'write') throw new StoreError('full');
    };
    tab.add('Two');
    await tab.vault.save();
    assert.deepEqual([tab.vault.news, tab.vault.isSaved, tab.texts()], ['full', false, ['One', 'Two']]);
    assert.equal(shared.disk.now, before);
    await tab.vault.lock();
    assert.deepEqual([tab.vault.state, tab.texts()], ['open', ['One', 'Two']], 'what is not kept is not locked away');
    tab.store.hook = () => {};
    await tab.vault.lock();
    assert.deepEqual([tab.vault.state, tab.texts()], ['locked', []]);
  });
  it('dropped by the browser: told, never an empty one in its place, and the text stays', async () => {
    const { shared, ...tab } = await keptTab(undefined, 'One');
    shared.disk.now = shared.disk.before = undefined;
    tab.add('Two');
    await tab.vault.save();
    assert.deepEqual([tab.vault.state, tab.vault.news, tab.texts()], ['memory', 'gone', ['One', 'Two']]);
    assert.equal(shared.disk.now, undefined);
    const later = openTab(shared);
    await later.vault.unlock(passphrase);
    assert.deepEqual([later.vault.state, later.vault.news], ['memory', 'gone']);
  });
  it('a page that changes what is written as JSON changes nothing here', async () => {
    const { shared, ...tab } = await keptTab();
    Object.defineProperty(Array.prototype, 'toJSON', { value: () => 'changed', configurable: true });
    try {
      tab.add('One');
      await tab.vault.save();
    } finally {
      delete Array.prototype.toJSON;
    }
    const later = openTab(shared);
    await later.vault.unlock(passphrase);
    assert.deepEqual(later.texts(), ['One']);
  });
  it('a page that changes what is read as JSON keeps the old version, and the person is told', async () => {
    const { shared, ...tab } = await keptTab(undefined, 'One');
    const before = shared.disk.now;
    const { parse: read } = JSON;
    const parse = mock.method(JSON, 'parse', (text) => (text.startsWith('{"plan"') ? {} : read(text)));
    tab.add('Two');
    await tab.vault.save();
    parse.mock.restore();
    assert.equal(tab.vault.news, 'altered');
    assert.equal(shared.disk.now, before);
  });
});

describe('the record before', () => {
  it('stays beside the newest, and opens where that is damaged; nothing is written over until somebody says so', async () => {
    const { shared, ...first } = await keptTab(undefined, 'One');
    first.add('Two');
    await first.vault.save();
    const damaged = { ...shared.disk.now, bytes: shared.disk.now.bytes.slice() };
    damaged.bytes[200] ^= 1;
    shared.disk.now = damaged;
    const tab = openTab(shared);
    await tab.vault.unlock(passphrase);
    assert.deepEqual([tab.vault.state, tab.vault.news, tab.texts()], ['open', 'before', ['One']]);
    tab.add('Three');
    await tab.vault.save();
    assert.equal(shared.disk.now, damaged);
    await tab.vault.goOn();
    const later = openTab(shared);
    await later.vault.unlock(passphrase);
    assert.deepEqual(later.texts(), ['One', 'Three']);
  });
  it('is not tried where the newest is of a later version', async () => {
    const { shared, ...first } = await keptTab(undefined, 'One');
    first.add('Two');
    await first.vault.save();
    shared.disk.now.bytes[0] = 2;
    const tab = openTab(shared);
    await tab.ready;
    await tab.vault.unlock(passphrase);
    assert.deepEqual([tab.vault.state, tab.vault.news, tab.texts()], ['locked', 'newer', []]);
  });
  it('an older one in place of the newest is told', async () => {
    const { shared, ...tab } = await keptTab(undefined, 'One');
    tab.add('Two');
    await tab.vault.save();
    const old = shared.disk.now;
    tab.add('Three');
    await tab.vault.lock();
    shared.disk.now = old;
    await tab.vault.unlock(passphrase);
    assert.deepEqual([tab.vault.news, tab.texts()], ['older', ['One', 'Two']]);
  });
});

describe('another passphrase', () => {
  it('opens, and the old one opens nothing any more, nor the record before', async () => {
    const { shared, ...tab } = await keptTab(undefined, 'One');
    await tab.vault.change(passphrase, another);
    assert.deepEqual([tab.vault.state, tab.vault.news], ['open', 'kept']);
    assert.equal(shared.disk.before, undefined);
    tab.add('Two');
    await tab.vault.save();
    const old = openTab(shared);
    await old.vault.unlock(passphrase);
    assert.equal(old.vault.news, 'passphrase');
    const later = openTab(shared);
    await later.vault.unlock(another);
    assert.deepEqual(later.texts(), ['One', 'Two']);
  });
  it('is not taken without the old one', async () => {
    const { shared, ...tab } = await keptTab(undefined, 'One');
    const before = shared.disk.now;
    await tab.vault.change(another, 'yet another one');
    assert.deepEqual([tab.vault.state, tab.vault.news], ['open', 'passphrase']);
    assert.equal(shared.disk.now, before);
  });
  it('in another tab: what is typed here stays, and is kept once the new one is given', async () => {
    const { shared, ...one } = await keptTab(undefined, 'One');
    const two = openTab(shared);
    await two.vault.unlock(passphrase);
    await one.vault.change(passphrase, another);
    await until('the other tab notices', () => two.vault.state === 'locked');
    assert.deepEqual([two.vault.news, two.texts()], ['changed', ['One']]);
    two.add('Two');
    await two.vault.unlock(another);
    await two.vault.save();
    assert.deepEqual(two.texts(), ['One', 'Two']);
    await until('the first has it, too', () => one.texts().length === 2);
  });
});

describe('two tabs', () => {
  it('writing at once lose nothing', async () => {
    const { shared, ...one } = await keptTab();
    const two = openTab(shared);
    await two.vault.unlock(passphrase);
    const all = [];
    for (let round = 0; round < 30; round++) {
      one.add(`one ${round}`);
      two.add(`two ${round}`);
      all.push(`one ${round}`, `two ${round}`);
      await Promise.all([one.vault.save(), two.vault.save()]);
    }
    for (const { texts } of [one, two])
      await until(
        'both have everything',
        () => texts().length === all.length && texts().sort().join() === all.toSorted().join(),
      );
    const later = openTab(shared);
    await later.vault.unlock(passphrase);
    assert.deepEqual(later.texts().sort(), all.sort());
  });
  it('locking one locks the other, once all of it is kept', async () => {
    const { shared, ...one } = await keptTab(undefined, 'One');
    const two = openTab(shared);
    await two.vault.unlock(passphrase);
    two.add('Two');
    await one.vault.lock();
    await until('the other is locked', () => two.vault.state === 'locked');
    assert.deepEqual([one.texts(), two.texts()], [[], []]);
    await one.vault.unlock(passphrase);
    assert.deepEqual(one.texts(), ['One', 'Two']);
  });
  it('wiping one empties the other', async () => {
    const { shared, ...one } = await keptTab(undefined, 'One');
    const two = openTab(shared);
    await two.vault.unlock(passphrase);
    await one.vault.wipe();
    assert.deepEqual([shared.disk.now, one.texts(), one.vault.state], [undefined, [], 'memory']);
    await until('the other is empty', () => two.vault.state === 'memory');
    assert.deepEqual(two.texts(), []);
    assert.equal(shared.disk.now, undefined);
  });
});

describe('at any moment', () => {
  it('locked while a key is made: it does not open', async () => {
    const { shared } = await keptTab(undefined, 'One');
    const tab = openTab(shared);
    await tab.ready;
    const opening = tab.vault.unlock(passphrase);
    await tab.vault.lock();
    await opening;
    assert.deepEqual([tab.vault.state, tab.vault.busy, tab.texts()], ['locked', false, []]);
  });
  it('wiped while it is sealed or written: nothing comes back', async () => {
    for (const moment of ['before the write', 'in the write']) {
      const { shared, ...tab } = await keptTab(undefined, 'One');
      tab.add('Two');
      let wiping;
      tab.store.hook = (what) => {
        if (what === 'write' && moment === 'in the write') wiping = tab.vault.wipe();
      };
      const saving = tab.vault.save();
      if (moment === 'before the write') wiping = tab.vault.wipe();
      await saving;
      await wiping;
      await settle();
      assert.deepEqual([shared.disk.now, tab.texts(), tab.vault.state], [undefined, [], 'memory'], moment);
    }
  });
  it('wiped while a key is made for the first time: nothing is written', async () => {
    const shared = device();
    const tab = openTab(shared);
    tab.add('One');
    const keeping = tab.vault.keep(passphrase);
    await tab.vault.wipe();
    await keeping;
    assert.deepEqual([shared.disk.now, tab.vault.state, tab.texts()], [undefined, 'memory', []]);
  });
  it('typed while it is written: written as well', async () => {
    const { shared, ...tab } = await keptTab();
    let typed = false;
    tab.store.hook = (what) => {
      if (what !== 'write' || typed) return;
      typed = true;
      tab.add('Late');
    };
    tab.add('One');
    await tab.vault.save();
    assert.equal(tab.vault.isSaved, true);
    const later = openTab(shared);
    await later.vault.unlock(passphrase);
    assert.deepEqual(later.texts(), ['One', 'Late']);
  });
  it('nothing happens for a while: it locks', async () => {
    const shared = device();
    const tab = openTab(shared, { idle: 60, hidden: 20 });
    await tab.vault.keep(passphrase);
    tab.add('One');
    await until('it locks', () => tab.vault.state === 'locked');
    assert.deepEqual(tab.texts(), []);
    const later = openTab(shared);
    await later.vault.unlock(passphrase);
    assert.deepEqual(later.texts(), ['One']);
  });
  it('the page is out of sight: it is kept at once, and locks sooner', async () => {
    const shared = device();
    const tab = openTab(shared, { idle: 1e7, hidden: 30 });
    await tab.vault.keep(passphrase);
    tab.add('One');
    globalThis.document.hidden = true;
    page.dispatchEvent(new Event('visibilitychange'));
    await until('it locks', () => tab.vault.state === 'locked');
  });
  it('the device slept: it is locked before anything else is done', async () => {
    const shared = device();
    const tab = openTab(shared, { idle: 1e7, hidden: 1e7 });
    await tab.vault.keep(passphrase);
    const now = Date.now();
    const clock = mock.method(Date, 'now', () => now + 2e7);
    page.dispatchEvent(new Event('keydown'));
    clock.mock.restore();
    await until('it locks', () => tab.vault.state === 'locked');
  });
  it('locked: nothing is written any more, whatever is asked, and what is kept stays', async () => {
    const { shared, ...tab } = await keptTab(undefined, 'One');
    await tab.vault.lock();
    const kept = shared.disk.now;
    tab.add('Two');
    await tab.vault.save();
    assert.equal(shared.disk.now, kept);
    await tab.vault.unlock(passphrase);
    assert.deepEqual(tab.texts().sort(), ['One', 'Two']);
  });
  it('back from the browser’s memory after it was wiped elsewhere: nothing is there', async () => {
    const { shared, ...tab } = await keptTab(undefined, 'One');
    shared.disk.now = shared.disk.before = undefined;
    page.dispatchEvent(new Event('pageshow'));
    await until('it is gone', () => tab.vault.state === 'memory');
    assert.deepEqual(tab.texts(), []);
  });
});
