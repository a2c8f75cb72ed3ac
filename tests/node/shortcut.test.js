/**
 * Does a key leave when it is pressed by itself, as often as it takes, and at no other time: least of all while somebody writes?
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { pressCounter, pressesWithin, shortcuts } from '../../dist/leave/shortcut.js';

/** A key that goes down or comes up, at a time. */
const event = (type, key, more) => ({
  ...{ type, key, code: key === 'Shift' ? 'ShiftLeft' : `Key${key.toUpperCase()}`, repeat: false, isComposing: false },
  ...{ keyCode: 0, ctrlKey: false, altKey: false, metaKey: false, timeStamp: 0, ...more },
});
const pressed = (key, more) => [event('keydown', key, more), event('keyup', key, more)];
const escape = (more) => pressed('Escape', { code: 'Escape', ...more });
const at = (timeStamp) => pressed('Shift', { timeStamp });
/** What a counter says to one event after another: the number of presses so far, wherever it is one more. */
function counts(events, shortcut = 'shift') {
  const counter = pressCounter();
  return events.map((one) => counter(shortcut, one)).filter((count) => count !== undefined);
}

describe('presses of a key by itself', () => {
  const right = { code: 'ShiftRight' };
  const cases = {
    'three times Shift': [
      [...at(0), ...at(100), ...at(200)],
      [1, 2, 3],
    ],
    'left and right Shift': [
      [...at(0), ...pressed('Shift', right), ...at(0)],
      [1, 2, 3],
    ],
    'a Shift is counted when it comes up': [[event('keydown', 'Shift')], []],
    'a fourth': [
      [...at(0), ...at(1), ...at(2), ...at(3)],
      [1, 2, 3, 4],
    ],
    'another key': [[...pressed('a'), ...pressed('Control', { code: 'ControlLeft' })], []],
    'another key in between': [
      [...at(0), ...at(1), ...pressed('a'), ...at(2)],
      [1, 2, 1],
    ],
    'the last key of before comes up in between': [
      [event('keydown', 'a'), ...at(0), event('keyup', 'a'), ...at(1), ...at(2)],
      [1, 2, 3],
    ],
    'Caps Lock is on': [[...at(0), ...at(1)].map((one) => ({ ...one, key: 'SHIFT' })), [1, 2]],
    'within five seconds': [
      [...at(0), ...at(2500), ...at(pressesWithin)],
      [1, 2, 3],
    ],
    'the first is over five seconds ago': [
      [...at(0), ...at(2500), ...at(pressesWithin + 1)],
      [1, 2, 2],
    ],
    'all are over five seconds ago': [
      [...at(0), ...at(1), ...at(5002)],
      [1, 2, 1],
    ],
    'one each five seconds': [[0, 5001, 10002, 15003].flatMap(at), [1, 1, 1, 1]],
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
    'both are down at once': [
      event('keydown', 'Shift'),
      event('keydown', 'Shift', right),
      event('keyup', 'Shift'),
      event('keyup', 'Shift', right),
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

  it('start over when there is something else than an event', () => {
    const counter = pressCounter();
    const all = (...events) => events.flat().map((one) => counter('shift', one));
    assert.deepEqual(all(at(0), at(1)).filter(Boolean), [1, 2]);
    assert.equal(counter('shift'), undefined);
    assert.deepEqual(all(at(2)).filter(Boolean), [1]);
    // Such as a click, while it is down.
    counter('shift', event('keydown', 'Shift'));
    counter('shift');
    assert.equal(counter('shift', event('keyup', 'Shift')), undefined);
  });
});

describe('presses of Escape', () => {
  const cases = {
    'two times': [
      [...escape(), ...escape()],
      [1, 2],
    ],
    'it counts when it goes down': [[event('keydown', 'Escape', { code: 'Escape' })], [1]],
    'it is held and repeats': [[...escape(), ...escape({ repeat: true }), ...escape({ repeat: true })], [1]],
    'more than five seconds apart': [
      [...escape(), ...escape({ timeStamp: pressesWithin + 1 })],
      [1, 1],
    ],
    'five seconds apart': [
      [...escape(), ...escape({ timeStamp: pressesWithin })],
      [1, 2],
    ],
    'another key in between': [
      [...escape(), ...pressed('a'), ...escape()],
      [1, 1],
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
  assert.ok(counts(all, 'none').every((count) => count < shortcuts.none));
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
      { numRuns: 3000 },
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
        assert.ok(last >= shortcuts.shift, `${last}`);
      }),
      { numRuns: 3000 },
    );
  });
});
