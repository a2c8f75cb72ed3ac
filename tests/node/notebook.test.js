/**
 * Does the notebook hold what was typed, and nothing else? It is held against plain lists: whatever a person does, in whatever order, alone or in
 * two tabs, the notebook says what the lists say.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CopyError, fromText, toText } from '../../dist/private-text/file/file-format.js';
import { add, move, write } from '../../dist/private-text/notebook/entries.js';
import { merge } from '../../dist/private-text/notebook/merge.js';
import { Notebook } from '../../dist/private-text/notebook/notebook.js';
import { planPart } from '../../dist/private-text/notebook/plan.js';
import { same, toJson } from '../../dist/private-text/notebook/json.js';
import { fit } from '../../dist/private-text/notebook/shape.js';
import { runs } from '../thorough.js';

const empty = { items: [], people: [], ride: { who: '', where: '' }, now: { stage: '', words: '' }, notForMe: [] };
const texts = (notebook) => notebook.read(planPart).items.map(({ text }) => text);
const withItems = (...items) => {
  const notebook = new Notebook();
  for (const text of items) notebook.edit(planPart, (plan) => add(plan, 'items', { text }));
  return notebook;
};

describe('the notebook', () => {
  it('is empty at first, and reads as nothing written', () => {
    assert.deepEqual(new Notebook().read(planPart), empty);
    assert.deepEqual(new Notebook().values, {});
  });
  it('gives the same object as long as nothing changes, and never changes one that it gave', () => {
    const notebook = withItems('One');
    const before = notebook.read(planPart);
    assert.equal(notebook.read(planPart), before);
    notebook.edit(planPart, (plan) => (plan.items[0].text = 'Two'));
    assert.equal(before.items[0].text, 'One');
    assert.deepEqual(texts(notebook), ['Two']);
  });
  it('tells those who follow it, and no longer those who do not', () => {
    const notebook = new Notebook();
    let told = 0;
    const stop = notebook.follow(() => told++);
    notebook.edit(planPart, (plan) => add(plan, 'items', { text: 'One' }));
    notebook.undo(planPart);
    stop();
    notebook.clearAll();
    assert.equal(told, 2);
  });
  it('keeps parts that nobody here knows', () => {
    const notebook = new Notebook();
    notebook.replace({ other: { words: ['x'] }, plan: { items: [] } });
    notebook.edit(planPart, (plan) => add(plan, 'items', { text: 'One' }));
    notebook.undo(planPart);
    assert.deepEqual(notebook.values['other'], { words: ['x'] });
  });
  it('undoes typing in one field as one change', () => {
    const notebook = withItems('One');
    for (const text of ['a', 'ab', 'abc'])
      notebook.edit(planPart, (plan) => write(plan, 'items.0.text', text), 'items.0.text');
    notebook.undo(planPart);
    assert.deepEqual(texts(notebook), ['One']);
  });
  it('lets go of everything', () => {
    const notebook = withItems('One');
    notebook.forget();
    assert.equal(notebook.canUndo(planPart), false);
    notebook.undo(planPart);
    assert.deepEqual(notebook.values, {});
  });
  it('gives nothing back after its past is let go of', () => {
    const notebook = withItems('One');
    notebook.clearAll();
    notebook.forgetCleared();
    notebook.undo(planPart);
    assert.deepEqual(texts(notebook), []);
  });
  it('brings back what was cleared beside what was written since, and that can still be undone by itself', () => {
    const notebook = withItems('One');
    notebook.clearAll();
    notebook.edit(planPart, (plan) => add(plan, 'items', { text: 'Two' }));
    notebook.edit(planPart, (plan) => add(plan, 'items', { text: 'Three' }));
    notebook.undoClear();
    assert.deepEqual(texts(notebook).sort(), ['One', 'Three', 'Two']);
    notebook.undo(planPart);
    assert.deepEqual(texts(notebook).sort(), ['One', 'Two']);
    notebook.undo(planPart);
    assert.deepEqual(texts(notebook), ['One']);
  });
  it('brings back a choice that was cleared, unless another one was made since', () => {
    const notebook = new Notebook();
    const choose = (stage) => notebook.edit(planPart, (plan) => (plan.now.stage = stage));
    choose('action');
    notebook.clearAll();
    notebook.edit(planPart, (plan) => add(plan, 'items', { text: 'Two' }));
    notebook.undoClear();
    assert.equal(notebook.read(planPart).now.stage, 'action');
    notebook.clearAll();
    choose('preparation');
    notebook.undoClear();
    assert.equal(notebook.read(planPart).now.stage, 'preparation');
  });
  it('can still undo a change of one part when another one comes from elsewhere', () => {
    const notebook = withItems('One', 'Two');
    notebook.edit(planPart, (plan) => plan.items.splice(0, 1));
    notebook.replace({ ...notebook.values, goals: { goals: [] } });
    notebook.undo(planPart);
    assert.deepEqual(texts(notebook), ['One', 'Two']);
  });
  it('says what plain lists say, whatever is done', () => {
    const word = fc.string({ maxLength: 8 });
    const place = fc.nat(9);
    const action = fc.oneof(
      fc.record({ do: fc.constant('add'), word }),
      fc.record({ do: fc.constant('write'), word, place }),
      fc.record({ do: fc.constant('move'), place, to: place }),
      fc.record({ do: fc.constant('out'), place }),
      fc.record({ do: fc.constantFrom('clear', 'undo', 'forgetCleared', 'carry') }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        let notebook = new Notebook();
        let list = [];
        let past = [];
        const change = (next, edit) => {
          past.push({ list });
          list = next;
          notebook.edit(planPart, edit);
        };
        for (const { do: does, word, place, to } of actions) {
          const at = list.length ? place % list.length : -1;
          if (does === 'add') change([...list, word], (plan) => add(plan, 'items', { text: word }));
          if (does === 'write' && at >= 0) change(list.with(at, word), (plan) => write(plan, `items.${at}.text`, word));
          if (does === 'out' && at >= 0) change(list.toSpliced(at, 1), (plan) => plan.items.splice(at, 1));
          if (does === 'move' && at >= 0) {
            const end = to % list.length;
            change(list.toSpliced(at, 1).toSpliced(end, 0, list[at]), (plan) => move(plan, 'items', at, end));
          }
          if (does === 'clear') {
            // What is empty has nothing to bring back.
            if (planPart.name in notebook.values) past.push({ list, clears: true });
            list = [];
            notebook.clearAll();
          }
          if (does === 'undo') {
            list = past.pop()?.list ?? list;
            notebook.undo(planPart);
          }
          if (does === 'forgetCleared') {
            past = past.slice(past.findLastIndex(({ clears }) => clears) + 1);
            notebook.forgetCleared();
          }
          // As text, into a new one: what a file or a store does with it.
          if (does === 'carry') {
            past = [];
            const text = toText(notebook.values);
            notebook = new Notebook();
            notebook.replace(fromText(text));
          }
          assert.deepEqual(texts(notebook), list);
          assert.equal(notebook.canUndo(planPart), past.length > 0);
        }
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('two versions', () => {
  const entry = (id, text = id) => ({ id, text });
  const ids = (list) => list.map(({ id }) => id);

  it('one side changed: that one is taken', () => {
    assert.deepEqual(merge({ a: '1' }, { a: '1' }, { a: '2' }), { a: '2' });
    assert.deepEqual(merge({ a: '1' }, { a: '2' }, { a: '1' }), { a: '2' });
  });
  it('both added: both are there', () => {
    const merged = merge([entry('a')], [entry('a'), entry('b')], [entry('a'), entry('c')]);
    assert.deepEqual(ids(merged).sort(), ['a', 'b', 'c']);
  });
  it('both changed one text: both texts are there', () => {
    const merged = merge({ text: 'x' }, { text: 'mine' }, { text: 'theirs' });
    assert.match(merged.text, /mine/);
    assert.match(merged.text, /theirs/);
  });
  it('what one goes on typing is not doubled', () => {
    assert.deepEqual(merge({ t: 'a' }, { t: 'abc' }, { t: 'ab' }), { t: 'abc' });
  });
  it('taken out on one side and left alone on the other: gone', () => {
    assert.deepEqual(ids(merge([entry('a'), entry('b')], [entry('b')], [entry('a'), entry('b'), entry('c')])), [
      'b',
      'c',
    ]);
  });
  it('taken out on one side and written in on the other: there', () => {
    assert.deepEqual(merge([entry('a')], [], [entry('a', 'new')]), [entry('a', 'new')]);
    assert.deepEqual(merge([entry('a')], [entry('a', 'new')], []), [entry('a', 'new')]);
  });
  it('moved on one side, added on the other: moved and there', () => {
    const merged = merge([entry('a'), entry('b')], [entry('b'), entry('a')], [entry('a'), entry('b'), entry('c')]);
    assert.deepEqual(ids(merged), ['b', 'c', 'a']);
  });
  it('lists of plain text are told apart by the text', () => {
    assert.deepEqual(merge(['a'], ['a', 'b'], ['a', 'c']).sort(), ['a', 'b', 'c']);
    assert.deepEqual(merge(['a', 'b'], ['b'], ['a', 'b', 'c']), ['b', 'c']);
  });
  it('a part that only one side knows stays', () => {
    assert.deepEqual(merge({}, { plan: empty }, { other: { a: 'x' } }), { other: { a: 'x' }, plan: empty });
  });

  const list = fc
    .uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 6 })
    .map((all) => all.map((id) => entry(id)));
  const edited = (base) =>
    fc
      .record({
        out: fc.subarray(base.map(({ id }) => id)),
        added: fc.uniqueArray(fc.constantFrom(...'ijklmnop'), { maxLength: 3 }),
        text: fc.string({ minLength: 1, maxLength: 3 }),
      })
      .map(({ out, added, text }) => [
        ...base.filter(({ id }) => !out.includes(id)).map(({ id }, at) => entry(id, at ? id : text)),
        ...added.map((id) => entry(id)),
      ]);
  it('nothing that was added or written is lost, whoever comes first', () => {
    fc.assert(
      fc.property(
        list.chain((base) => fc.tuple(fc.constant(base), edited(base), edited(base))),
        ([base, mine, theirs]) => {
          const find = (of, id) => of.find((one) => one.id === id);
          for (const [one, other] of [
            [mine, theirs],
            [theirs, mine],
          ]) {
            const merged = merge(base, one, other);
            assert.equal(new Set(ids(merged)).size, merged.length);
            for (const { id, text } of [...one, ...other]) {
              const before = find(base, id);
              const isNew = !before || before.text !== text;
              if (isNew) assert.ok(find(merged, id)?.text.includes(text), `${id} ${text} is lost`);
            }
            for (const { id, text } of base) {
              const untouched = (side) => !find(side, id) || find(side, id).text === text;
              const left = find(one, id) && find(other, id);
              if (untouched(one) && untouched(other)) assert.equal(!!find(merged, id), !!left, id);
            }
          }
        },
      ),
      { numRuns: runs(500) },
    );
  });
  it('bringing together what was brought together changes nothing more', () => {
    fc.assert(
      fc.property(
        list.chain((base) => fc.tuple(fc.constant(base), edited(base), edited(base))),
        ([base, mine, theirs]) => {
          const merged = merge(base, mine, theirs);
          assert.deepEqual(merge(theirs, merged, merged), merged);
          assert.deepEqual(merge(theirs, theirs, merged), merged);
        },
      ),
    );
  });
});

describe('data of any kind', () => {
  it('reads into the shape, and what does not fit is empty or left out', () => {
    assert.deepEqual(fit(planPart.shape, null), empty);
    assert.deepEqual(
      fit(planPart.shape, {
        items: [null, 3, [], { text: 5, note: 'n', more: 1 }],
        people: 'x',
        ride: [],
        notForMe: [1, 'a'],
      }),
      {
        ...empty,
        items: [{ id: '', text: '', note: 'n', inPlace: false, idea: '' }],
        notForMe: ['a'],
      },
    );
    assert.deepEqual(fit(planPart.shape, undefined), empty);
  });
  it('never throws, always fits, and takes nothing from a prototype', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const read = fit(planPart.shape, value);
        assert.deepEqual(fit(planPart.shape, read), read);
      }),
    );
    const evil = JSON.parse('{"__proto__":{"items":[{"text":"x"}]},"constructor":1}');
    assert.deepEqual(fit(planPart.shape, evil), empty);
    assert.equal({}.items, undefined);
  });
  it('is written as JSON that reads back the same, also where the page changes how JSON is written', () => {
    const value = { list: ['a', { b: true, c: 'ö\u2028"\\' }], empty: [], none: {} };
    Object.defineProperty(Array.prototype, 'toJSON', { value: () => 'changed', configurable: true });
    Object.defineProperty(Object.prototype, 'toJSON', { value: () => 'changed', configurable: true });
    try {
      assert.deepEqual(JSON.parse(toJson(value)), value);
    } finally {
      delete Array.prototype.toJSON;
      delete Object.prototype.toJSON;
    }
    fc.assert(fc.property(fc.jsonValue(), (json) => same(JSON.parse(toJson(json)), json)));
  });
});

describe('the text in a file', () => {
  const reason = (text) => {
    try {
      fromText(text);
      return '';
    } catch (error) {
      assert.ok(error instanceof CopyError);
      return error.reason;
    }
  };
  it('is taken in again', () => {
    const { values } = withItems('One', 'Two');
    assert.deepEqual(fromText(toText(values)), values);
  });
  it('of a later version is left alone', () => assert.equal(reason('{"form":2,"pages":{}}'), 'newer'));
  for (const text of [
    '',
    '[]',
    'null',
    '3',
    '{',
    '{"form":1}',
    '{"pages":{}}',
    '{"form":1,"pages":[]}',
    '{"form":1,"pages":"x"}',
    '{"form":0,"pages":{}}',
  ])
    it(`that is none of ours is not taken: ${text}`, () => assert.equal(reason(text), 'not-ours'));
  it('with numbers, or deeper than anything of ours, is not taken', () => {
    assert.equal(reason('{"form":1,"pages":{"plan":{"items":3}}}'), 'not-ours');
    assert.equal(reason(`{"form":1,"pages":{"a":${'['.repeat(5000)}${']'.repeat(5000)}}}`), 'not-ours');
  });
  it('cannot reach a prototype', () => {
    const pages = fromText('{"form":1,"pages":{"__proto__":{"plan":"x"},"plan":{"__proto__":{"a":"b"}}}}');
    const notebook = new Notebook();
    notebook.add(pages);
    assert.deepEqual(notebook.read(planPart), empty);
    assert.equal({}.plan ?? {}.a, undefined);
  });
});
