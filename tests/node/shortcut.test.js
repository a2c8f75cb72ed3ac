/**
 * Does a key leave when it is pressed by itself, as often as it takes, and at no other time: least of all while somebody writes?
 */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import fc from 'fast-check';
import { countPresses } from '../../dist/leave/presses.js';
import { moment, pressesWithin, shortcuts } from '../../dist/leave/shortcut.js';
import { runs } from '../thorough.js';

/** A key that goes down or comes up, at a time. */
const event = (type, key, more) => ({
  ...{ type, key, code: key === 'Shift' ? 'ShiftLeft' : `Key${key.toUpperCase()}`, repeat: false, isComposing: false },
  ...{ keyCode: 0, ctrlKey: false, altKey: false, metaKey: false, timeStamp: 0, defaultPrevented: false, ...more },
});
const pressed = (key, more) => [event('keydown', key, more), event('keyup', key, more)];
const escape = (more) => pressed('Escape', { code: 'Escape', ...more });
const at = (timeStamp, more) => pressed('Shift', { timeStamp, ...more });
/** Something that moves, at a time. */
const moves = (timeStamp, type = 'selectionchange', target = 'page') => ({ type, target, timeStamp });

/** What is told of one event after another: how many presses there are, wherever that changes, and `leaves`. */
function counting(shortcut) {
  const told = [];
  let now = 0;
  const presses = countPresses(
    () => shortcut,
    (times, all) => {
      assert.equal(all, shortcuts[shortcut]);
      told.push(times);
    },
    () => told.push('leaves'),
    () => now,
  );
  return {
    told,
    startOver: presses.startOver,
    take(...events) {
      for (const one of events.flat()) {
        // Late or early, a timer of before is none any more.
        now = Math.max(now, one.timeStamp);
        if (!one.type.startsWith('key')) presses.onMove(one);
        else if (shortcut === 'escape') presses.onHandled(one);
        else presses.onKey(one);
      }
    },
    /** Time passes. */
    pass(milliseconds) {
      now += milliseconds;
      mock.timers.tick(milliseconds);
    },
  };
}
function counts(events, shortcut = 'shift') {
  const { take, told } = counting(shortcut);
  take(events);
  return told;
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
});

describe('presses of a key by itself', () => {
  const right = { code: 'ShiftRight' };
  const down = (code) => event('keydown', 'Shift', { code });
  const up = (code) => event('keyup', 'Shift', { code });
  const cases = {
    'three times Shift': [
      [...at(0), ...at(100), ...at(200)],
      [1, 2, 'leaves'],
    ],
    'left and right Shift': [
      [...at(0), ...pressed('Shift', right), ...at(0)],
      [1, 2, 'leaves'],
    ],
    'left and right Shift, one before the other is up': [
      [down('ShiftLeft'), down('ShiftRight'), up('ShiftLeft'), up('ShiftRight'), ...at(0)],
      [1, 2, 'leaves'],
    ],
    'the same, the other way around': [
      [down('ShiftRight'), down('ShiftLeft'), up('ShiftLeft'), up('ShiftRight'), ...at(0)],
      [1, 2, 'leaves'],
    ],
    'left and right Shift in turn, each down before the other is up': [
      [down('ShiftLeft'), down('ShiftRight'), up('ShiftLeft'), down('ShiftLeft'), up('ShiftRight'), up('ShiftLeft')],
      [1, 2, 'leaves'],
    ],
    'right Shift, while left is held and repeats': [
      [down('ShiftLeft'), { ...down('ShiftLeft'), repeat: true }, ...pressed('Shift', right), up('ShiftLeft')],
      [1],
    ],
    'a Shift is counted when it comes up': [[event('keydown', 'Shift')], []],
    'a fourth, while the page is on its way out': [
      [...at(0), ...at(1), ...at(2), ...at(3)],
      [1, 2, 'leaves', 'leaves'],
    ],
    'another key': [[...pressed('a'), ...pressed('Control', { code: 'ControlLeft' })], []],
    'another key in between': [
      [...at(0), ...at(1), ...pressed('a'), ...at(2)],
      [1, 2, 0, 1],
    ],
    'the last key of before comes up in between': [
      [event('keydown', 'a'), ...at(0), event('keyup', 'a'), ...at(1), ...at(2)],
      [1, 2, 'leaves'],
    ],
    'Caps Lock is on': [[...at(0), ...at(1)].map((one) => ({ ...one, key: 'SHIFT' })), [1, 2]],
    'within two seconds': [
      [...at(0), ...at(1000), ...at(2000)],
      [1, 2, 'leaves'],
    ],
    'the first is over two seconds ago': [
      [...at(0), ...at(1000), ...at(2001), ...at(2500)],
      [1, 2, 'leaves'],
    ],
    'all are over two seconds ago': [
      [...at(0), ...at(1), ...at(2002), ...at(2003)],
      [1, 2, 1, 2],
    ],
    'one each two seconds': [[0, 2001, 4002, 6003].flatMap((time) => at(time)), [1]],
  };
  for (const [what, [events, expected]] of Object.entries(cases))
    it(`${what}: ${expected.join(', ') || 'none'}`, () => assert.deepEqual(counts(events), expected));

  const never = {
    'it is held and repeats': [
      event('keydown', 'Shift'),
      event('keydown', 'Shift', { repeat: true }),
      event('keyup', 'Shift'),
    ],
    'it comes up where it did not go down': [event('keyup', 'Shift')],
    'a capital is typed': [event('keydown', 'Shift'), ...pressed('A'), event('keyup', 'Shift')],
    'the letter comes up last': [
      event('keydown', 'Shift'),
      event('keydown', 'A'),
      event('keyup', 'Shift'),
      event('keyup', 'a'),
    ],
    'it goes with a digit, Tab or an arrow': [
      event('keydown', 'Shift'),
      ...pressed('Tab', { code: 'Tab' }),
      event('keyup', 'Shift'),
    ],
    'Control is down': pressed('Shift', { ctrlKey: true }),
    'Alt is down': pressed('Shift', { altKey: true }),
    'Meta is down': pressed('Shift', { metaKey: true }),
    'Control comes down while it is down': [
      event('keydown', 'Shift'),
      ...pressed('Control', { code: 'ControlLeft', ctrlKey: true }),
      event('keyup', 'Shift'),
    ],
    'an input method composes': pressed('Shift', { isComposing: true }),
    'an input method takes the key': pressed('Shift', { keyCode: 229 }),
    'it is that of an on-screen keyboard': pressed('Shift', { code: '' }),
    'it is said to be Process or Unidentified': [
      ...pressed('Process', { code: 'ShiftLeft' }),
      ...pressed('Unidentified', right),
    ],
    'it is Escape': [...escape(), ...escape()],
  };
  for (const [what, events] of Object.entries(never))
    it(`none, however often, when ${what}`, () => assert.deepEqual(counts(Array(4).fill(events).flat()), []));

  it('start over when the person does something else', () => {
    const { take, told, startOver } = counting('shift');
    take(at(0), at(1));
    startOver();
    take(at(2));
    assert.deepEqual(told, [1, 2, 0, 1]);
    // Such as a click, while it is down.
    take(event('keydown', 'Shift', { timeStamp: 3 }));
    startOver();
    take(event('keyup', 'Shift', { timeStamp: 4 }));
    assert.deepEqual(told, [1, 2, 0, 1, 0]);
  });

  it('go one by one when their time is over, and each time it is told', () => {
    const { take, told, pass } = counting('shift');
    take(at(0));
    pass(1500);
    take(at(1500));
    pass(499);
    assert.deepEqual(told, [1, 2]);
    pass(2);
    assert.deepEqual(told, [1, 2, 1]);
    pass(1500);
    assert.deepEqual(told, [1, 2, 1, 0]);
  });
});

describe('a Shift that a screen reader has taken a letter from', () => {
  const movements = ['selectionchange', 'scroll', 'focusin'];
  const shiftDown = (timeStamp) => event('keydown', 'Shift', { timeStamp });
  const shiftUp = (timeStamp) => event('keyup', 'Shift', { timeStamp });
  for (const type of movements) {
    it(`does not count when there is a ${type} while it is down`, () => {
      const all = [0, 500, 1000, 1500].flatMap((time) => [shiftDown(time), moves(time + 40, type), shiftUp(time + 90)]);
      assert.deepEqual(counts(all), []);
    });
    it(`is taken back when there is a ${type} up to ${moment} ms after it`, () => {
      const all = [0, 500, 1000, 1500].flatMap((time) => [...at(time), moves(time + moment, type)]);
      assert.deepEqual(counts(all), [1, 0, 1, 0, 1, 0, 1, 0]);
    });
    it(`counts when there is a ${type} later than that, or before`, () => {
      const [before, after] = [moves(0, type), moves(400, type)];
      assert.deepEqual(counts([before, ...at(10), ...at(200), after, ...at(600)]), [1, 2, 'leaves']);
      assert.deepEqual(counts([...at(0), moves(moment + 1, type), ...at(400), ...at(800)]), [1, 2, 'leaves']);
    });
  }
  it('is the only one that does not count', () => {
    const all = [...at(0), shiftDown(500), moves(520), shiftUp(560), ...at(900), ...at(1300)];
    assert.deepEqual(counts(all), [1, 2, 'leaves']);
  });
  it('is taken back alone, and the number of the others is told', () => {
    assert.deepEqual(counts([...at(0), ...at(400), moves(450), ...at(800), ...at(1200)]), [1, 2, 1, 2, 'leaves']);
  });
  it('is taken back by when the page got to hear of it, on a page that was busy', () => {
    const { take, told, pass } = counting('shift');
    pass(1000);
    take(at(300));
    pass(50);
    take(moves(1050));
    assert.deepEqual(told, [1, 0]);
  });
  it('is none where it is the third: by then the person is on the way', () => {
    assert.deepEqual(counts([...at(0), ...at(300), ...at(600), moves(610)]).slice(0, 3), [1, 2, 'leaves']);
  });
  it('is told from a page that scrolls from before, however long', () => {
    const frames = Array.from({ length: 120 }, (_, index) => moves(index * 16, 'scroll'));
    const all = [...frames, ...at(700), ...at(900), ...at(1100)].sort((a, b) => a.timeStamp - b.timeStamp);
    assert.deepEqual(counts(all), [1, 2, 'leaves']);
  });
  it('does not count either while the page still scrolls smoothly because of one before', () => {
    const frames = Array.from({ length: 40 }, (_, index) => moves(20 + index * 16, 'scroll'));
    const all = [...frames, ...at(0), ...at(250), ...at(500)].sort((a, b) => a.timeStamp - b.timeStamp);
    assert.ok(!counts(all).includes('leaves'), `${counts(all)}`);
  });
  it('is told right after a click or a jump, which move something, too', () => {
    for (const type of movements) {
      const before = [moves(0, type), moves(5, type)];
      const all = [10, 50, 90, 130].flatMap((time) => [shiftDown(time), moves(time + 10, type), shiftUp(time + 20)]);
      assert.deepEqual(counts([...before, ...all]), []);
    }
  });
  it('does not switch the key off where a page has begun to scroll with it, and does not stop', () => {
    const frames = Array.from({ length: 300 }, (_, index) => moves(20 + index * 16, 'scroll'));
    const all = [0, 700, 1400, 2100, 2800, 3500].flatMap((time) => at(time));
    assert.equal(counts([...frames, ...all].sort((a, b) => a.timeStamp - b.timeStamp)).at(-1), 'leaves');
  });
  it('is told where it is pressed fast, and moves more than one thing more than once', () => {
    const once = (time) => [
      shiftDown(time),
      ...['focusin', 'selectionchange', 'selectionchange', 'scroll'].map((type, index) =>
        moves(time + 2 + index, type),
      ),
      shiftUp(time + 10),
      moves(time + 12),
    ];
    assert.deepEqual(counts([0, 20, 40, 60, 80, 100].flatMap(once)), []);
  });
  it('is seen where something else in the page scrolls from before', () => {
    const frames = Array.from({ length: 80 }, (_, index) => moves(index * 16, 'scroll', 'pictures'));
    const jumps = [420, 720, 1020].map((time) => moves(time, 'scroll', 'page'));
    const all = [...frames, ...jumps, ...at(400), ...at(700), ...at(1000)].sort((a, b) => a.timeStamp - b.timeStamp);
    assert.ok(!counts(all).includes('leaves'), `${counts(all)}`);
  });
  it('is told from a caret that moves because a letter was typed just before', () => {
    const typed = [...pressed('a', { timeStamp: 0 }), ...at(10), moves(16), moves(20, 'scroll'), ...at(30), ...at(40)];
    assert.deepEqual(counts(typed), [1, 2, 'leaves']);
  });
  it('is told right after another key, too', () => {
    const reads = [20, 60, 100, 140].flatMap((time) => [shiftDown(time), moves(time + 10), shiftUp(time + 20)]);
    assert.ok(!counts([...pressed('Control', { code: 'ControlLeft', timeStamp: 5 }), ...reads]).includes('leaves'));
  });
  it('is told from a caret that moves in a field, however late', () => {
    const field = { matches: (selector) => selector === ':read-write' };
    const all = [0, 300, 600].flatMap((time) => [...at(time), moves(time + 5, 'selectionchange', field)]);
    assert.deepEqual(counts(all), [1, 2, 'leaves']);
    const page = { activeElement: { shadowRoot: { activeElement: { shadowRoot: { activeElement: field } } } } };
    const inShadow = [0, 300, 600].flatMap((time) => [...at(time), moves(time + 5, 'selectionchange', page)]);
    assert.deepEqual(counts(inShadow), [1, 2, 'leaves'], 'a field in a shadow root');
    const scrolls = [0, 300, 600].flatMap((time) => [...at(time), moves(time + 5, 'scroll', page)]);
    assert.ok(!counts(scrolls).includes('leaves'), 'a page that scrolls around such a field');
    const focused = [0, 300, 600].flatMap((time) => [...at(time), moves(time + 5, 'focusin', field)]);
    assert.ok(!counts(focused).slice(0, 5).includes(2), 'a screen reader that goes to the field before');
  });
  it('is nothing to Escape', () => {
    assert.deepEqual(counts([...escape(), moves(1), ...escape({ timeStamp: 400 })], 'escape'), [1, 'leaves']);
  });
});

describe('presses of Escape', () => {
  const cases = {
    'two times': [
      [...escape(), ...escape()],
      [1, 'leaves'],
    ],
    'it counts when it goes down': [[event('keydown', 'Escape', { code: 'Escape' })], [1]],
    'it is held and repeats': [[...escape(), ...escape({ repeat: true }), ...escape({ repeat: true })], [1]],
    'more than five seconds apart': [[...escape(), ...escape({ timeStamp: pressesWithin.escape + 1 })], [1]],
    'five seconds apart': [
      [...escape(), ...escape({ timeStamp: pressesWithin.escape })],
      [1, 'leaves'],
    ],
    'another key in between': [
      [...escape(), ...pressed('a'), ...escape()],
      [1, 0, 1],
    ],
    'an input method composes': [[...escape({ isComposing: true }), ...escape({ keyCode: 229 })], []],
    'with Control, Alt or Meta': [
      [...escape({ ctrlKey: true }), ...escape({ altKey: true }), ...escape({ metaKey: true })],
      [],
    ],
    Shift: [[...at(0), ...at(1), ...at(2)], []],
  };
  for (const [what, [events, expected]] of Object.entries(cases))
    it(`${what}: ${expected.join(', ') || 'none'}`, () => assert.deepEqual(counts(events, 'escape'), expected));
});

it('no key leaves where none is to', () => {
  const all = [...at(0), ...escape(), ...at(1), ...pressed('none'), ...pressed('None'), ...at(2), ...escape()];
  assert.ok(!counts(all, 'none').includes('leaves'));
});

describe('somebody who writes', () => {
  const letters = fc.array(
    fc.record({ letter: fc.constantFrom(...'abcxyz'), capital: fc.boolean(), pause: fc.integer({ min: 0, max: 300 }) }),
    { maxLength: 40 },
  );
  /** Which Shift; whether the letter comes up before it; whether it repeats; whether each key comes up only after the next went down. */
  const habits = fc.record({
    side: fc.constantFrom('ShiftLeft', 'ShiftRight'),
    letterFirst: fc.boolean(),
    repeats: fc.boolean(),
    rolls: fc.boolean(),
    keepsDown: fc.boolean(),
  });

  function typed(text, { side, letterFirst, repeats, rolls, keepsDown }) {
    const events = [];
    let timeStamp = 0;
    let late = [];
    let down = false;
    const add = (type, key, more) => events.push(event(type, key, { timeStamp: (timeStamp += 1), ...more }));
    const shift = (type, more) => add(type, 'Shift', { code: side, ...more });
    for (const { letter, capital, pause } of text) {
      timeStamp += pause;
      if (down && !capital) shift('keyup');
      if (capital && !down) shift('keydown');
      if (capital && repeats) shift('keydown', { repeat: true });
      down = capital;
      const key = capital ? letter.toUpperCase() : letter;
      add('keydown', key);
      for (const last of late) add('keyup', last);
      late = [];
      if (rolls) late = [key];
      else if (letterFirst || !capital) add('keyup', key);
      if (capital && !keepsDown) {
        shift('keyup');
        down = false;
      }
      if (capital && !letterFirst && !rolls) add('keyup', letter);
    }
    if (down) shift('keyup');
    return events;
  }

  it('never leaves, with whatever capitals', () => {
    fc.assert(
      fc.property(letters, habits, (text, habit) => assert.deepEqual(counts(typed(text, habit)), [])),
      { numRuns: runs(3000) },
    );
  });
  it('types what the test means', () => {
    const habit = { side: 'ShiftRight', letterFirst: true, repeats: false, rolls: false, keepsDown: false };
    const [a, b] = ['a', 'b'].map((letter) => ({ letter, capital: letter === 'b', pause: 0 }));
    assert.equal(
      typed([a, b], habit)
        .map(({ type, key }) => `${key} ${type.slice(3)}`)
        .join(),
      'a down,a up,Shift down,B down,B up,Shift up',
    );
  });
  it('leaves with three presses, whatever was before', () => {
    const noise = fc.array(
      fc
        .tuple(
          fc.constantFrom('keydown', 'keyup'),
          fc.constantFrom('Shift', 'a', 'A', 'Escape', 'Control', 'Process'),
          fc.record({
            code: fc.constantFrom('ShiftLeft', 'ShiftRight', 'KeyA', ''),
            repeat: fc.boolean(),
            isComposing: fc.boolean(),
          }),
        )
        .map(([type, key, more]) => event(type, key, more)),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(noise, (before) => {
        const last = counts([...before, ...at(1), ...at(2), ...at(3)]).at(-1);
        assert.equal(last, 'leaves');
      }),
      { numRuns: runs(3000) },
    );
  });
});
