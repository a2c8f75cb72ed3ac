/**
 * Is data from outside read at the edge, once and for all? What is wrong is left out and told with its path and reason, the rest
 * is there, cleaned and frozen, and nothing that data can hold gets past: no markup, no script link, no confidential address.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { entry, resources, safetyPlan, stages } from '../../dist/content/schema.js';
import { service } from '../../dist/services/schema.js';
import { dialable, hostOf, webLink } from '../../dist/schema/links.js';
import { parse } from '../../dist/schema/parse.js';
import { runs } from '../thorough.js';
import { contentFile } from './texts.js';

const known = parse(stages, contentFile('stages').content).value;
const told = ({ problems }) => problems.map(({ path, reason }) => `${path} ${reason}`);
const stage = (more) => ({ id: 'own', name: 'Our own', ...more });

/** What `parse` makes of a service named A with something more. */
const readService = (more, before) => parse(service, { name: 'A', ...more }, before);

describe('a pack that is right', () => {
  it('is told without a word, and lists that are left out are empty', () => {
    assert.deepEqual(parse(entry, { name: 'A' }), {
      value: { name: 'A', phones: [], languages: [], notes: [], facts: [] },
      problems: [],
    });
  });
  it('takes what it leaves out from what is known, and adds nothing to a list that it gives', () => {
    const { value, problems } = parse(
      stages,
      { title: 'Ours', stages: [{ id: 'action', ownSigns: ['Smiles.'] }] },
      known,
    );
    assert.deepEqual(problems, []);
    assert.equal(value.title, 'Ours');
    assert.deepEqual(value.intro, known.intro);
    assert.equal(value.stages.length, 1);
    assert.deepEqual(value.stages[0].signs, known.stages.find(({ id }) => id === 'action').signs);
    assert.deepEqual(value.stages[0].ownSigns, [{ text: 'Smiles.', facts: [] }]);
  });
  it('may give an empty list, and may say null for nothing', () => {
    const { value, problems } = parse(stages, { title: null, intro: [] }, known);
    assert.deepEqual([value.title, value.intro, problems], [known.title, [], []]);
  });
  it('may name its schema, and have a plain string for a statement', () => {
    const { value, problems } = parse(stages, { $schema: 'https://example.org/x.json', again: 'Round.' }, known);
    assert.deepEqual([value.again.text, problems], ['Round.', []]);
  });
});

describe('what is wrong in a pack', () => {
  const cases = {
    'a list instead of a pack': [[], '$ type'],
    'a text instead of a pack': ['stages', '$ type'],
    'null instead of a pack': [null, '$ type'],
    'a number where text belongs': [{ title: 5 }, '$.title type'],
    'a list where text belongs': [{ title: ['Ours'] }, '$.title type'],
    'an object where text belongs': [{ title: { en: 'Ours' } }, '$.title type'],
    'a Lit template where text belongs': [
      { title: { _$litType$: 1, strings: Object.assign(['<b>'], { raw: ['<b>'] }), values: [] } },
      '$.title type',
    ],
    'a function where text belongs': [{ title: () => 'Ours' }, '$.title type'],
    'text where a list belongs': [{ stages: 'all' }, '$.stages type'],
    'an object where a list belongs': [{ stages: { 0: stage() } }, '$.stages type'],
    'text where an object belongs': [{ stages: ['action'] }, '$.stages[0] type'],
    'empty text': [{ title: ' \n ' }, '$.title empty'],
    'text that cannot be seen': [{ title: '\u200b\u202e\u0007\ufeff' }, '$.title empty'],
    markup: [{ title: 'Our <b>own</b>' }, '$.title markup'],
    'a closing tag': [{ title: 'Our own</p' }, '$.title markup'],
    'a comment': [{ title: 'Our <!-- own' }, '$.title markup'],
    'a tag with a hidden character in it': [{ title: 'Our <\u200bb>own' }, '$.title markup'],
    'a script': [{ intro: [{ text: '<SCRIPT>alert(1)</SCRIPT>' }] }, '$.intro[0].text markup'],
    'a text that is too long': [{ title: 'x'.repeat(121) }, '$.title too-long'],
    'a megabyte of text': [{ again: { text: 'x'.repeat(1_000_000) } }, '$.again.text too-long'],
    'too many entries': [{ intro: Array(501).fill('x') }, '$.intro too-many'],
    'an unknown key': [{ titel: 'Ours' }, '$.titel unknown'],
    'an unknown key deep inside': [{ intro: [{ text: 'x', html: 'y' }] }, '$.intro[0].html unknown'],
    'an entry without its name': [{ stages: [{ id: 'own' }] }, '$.stages[0].name missing'],
    'an entry without its id': [{ stages: [{ name: 'Our own' }] }, '$.stages[0].id missing'],
    'an id that is none': [{ stages: [stage({ id: 'Our own' })] }, '$.stages[0].id not-id'],
    'an id that is a number': [{ stages: [stage({ id: 1 })] }, '$.stages[0].id type'],
    'the same id twice': [{ stages: [stage(), stage()] }, '$.stages[1] duplicate'],
    'the same id twice, once with a space': [{ stages: [stage(), stage({ id: 'own ' })] }, '$.stages[1] duplicate'],
    'the same id twice, once with a hidden character': [
      { stages: [stage(), stage({ id: 'o\u200bwn' })] },
      '$.stages[1] duplicate',
    ],
    'a deep path': [
      { stages: [stage(), stage({ id: 'b', help: ['x', { text: 4 }] })] },
      '$.stages[1].help[1].text type',
    ],
  };
  for (const [what, [pack, problem]] of Object.entries(cases))
    it(`is told with its path: ${what}`, () => assert.deepEqual(told(parse(stages, pack, known)), [problem]));

  it('is told in reading order, all of it', () => {
    const pack = { title: 1, intro: ['<b>', 'fine', 2], stages: [{ id: 'x' }], extra: 1 };
    assert.deepEqual(told(parse(stages, pack, known)), [
      '$.title type',
      '$.intro[0].text markup',
      '$.intro[2] type',
      '$.stages[0].name missing',
      '$.extra unknown',
    ]);
  });
  it('is told quickly, however much of it there is', () => {
    const began = performance.now();
    parse(stages, { title: '<'.repeat(1_000_000), intro: Array(100_000).fill({ text: 1 }) }, known);
    assert.ok(performance.now() - began < 2000);
  });
  it('takes away only its own entry', () => {
    const { value } = parse(stages, { intro: ['one', { text: '<b>two</b>' }, 'three', 4] }, known);
    assert.deepEqual(
      value.intro.map(({ text }) => text),
      ['one', 'three'],
    );
  });
  it('leaves what is known in its place', () => {
    const { value } = parse(
      stages,
      { title: 5, intro: [6], stages: [{ id: 'action', name: '<b>', help: 'x' }] },
      known,
    );
    assert.deepEqual([value.title, value.intro, value.stages[0]], [known.title, known.intro, known.stages[3]]);
  });
  it('leaves nothing when nothing is known', () => {
    assert.equal(parse(service, { description: 'No name.' }).value, undefined);
    assert.equal(parse(stages, 5).value, undefined);
  });
  it('keeps a card without the phone that is none', () => {
    const { value, problems } = readService({
      phones: [
        { number: '12', type: 'voice' },
        { number: '988', type: 'text' },
      ],
    });
    assert.deepEqual(value.phones, [{ number: '988', type: 'text' }]);
    assert.deepEqual(problems, [{ path: '$.phones[0].number', reason: 'not-phone', detail: '' }]);
  });
});

describe('forms of text', () => {
  const wrong = {
    'not-link': {
      url: ['javascript:alert(1)', 'JavaScript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', '//a.org'],
    },
    'not-date': {
      assuredDate: ['2026-13-01', '2026-3-1', '1 March', '2026-00-10', '2026-01-00', '2026-02-31', '2026-01-01T00'],
    },
    'not-phone': { phone: ['12', 'call us'] },
    type: { minimumAge: ['12', 1.5, -1, NaN, Infinity, true], addressConfidential: ['yes', 1, 'false'], url: [5, {}] },
  };
  for (const [reason, keys] of Object.entries(wrong))
    for (const [key, values] of Object.entries(keys))
      for (const value of values)
        it(`${reason}: ${key} ${JSON.stringify(value)}`, () => {
          const more = key === 'phone' ? { phones: [{ number: value, type: 'voice' }] } : { [key]: value };
          const path = key === 'phone' ? '$.phones[0].number' : `$.${key}`;
          assert.deepEqual(told(readService(more)), [`${path} ${reason}`]);
        });
  it('not-choice: a kind of phone that is none', () =>
    assert.deepEqual(told(readService({ phones: [{ number: '988', type: 'fax' }] })), ['$.phones[0].type not-choice']));
  it('are right', () => {
    const right = { url: 'HTTPS://www.Example.org/a?b#c', assuredDate: '2024-02-29', minimumAge: 0, maximumAge: 24 };
    assert.deepEqual(told(readService(right)), []);
  });
});

describe('links', () => {
  const bad = [
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'https:\\\\a.org',
    'https://',
    'https://a b.org',
    'https:a.org',
  ].concat([
    'https://user@a.org',
    'https://user:word@a.org',
    'https://a.org/\u0000',
    'vbscript:x',
    'blob:https://a.org',
    'about:blank',
    '',
  ]);
  for (const link of bad) it(`refused: ${JSON.stringify(link)}`, () => assert.equal(webLink(link), undefined));
  it('are made whole, and show look-alike hosts', () => {
    assert.equal(webLink('https://a.org'), 'https://a.org/');
    assert.equal(hostOf(webLink('https://www.а.org/x')), 'xn--80a.org');
  });
  it('are of the web or nothing, whatever is tried', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl(), fc.string({ unit: fc.constantFrom(...'htps:/\\@.a\t\n ') })),
        (text) => {
          const link = webLink(text);
          assert.ok(
            link === undefined || (/^https?:\/\//.test(link) && !new URL(link).username && !new URL(link).password),
          );
        },
      ),
    );
  });
  it('dial digits only', () => {
    assert.equal(dialable(' +1 (888) 373-7888'), '+18883737888');
    assert.equal(dialable('1;ext=9,#12*'), '1912');
    assert.equal(dialable('12'), '');
  });
});

describe('text that is read', () => {
  it('has nothing in it that hides, reorders or breaks lines', () => {
    const { value } = readService({ description: ' a\u0000b\u0007c\u200bd\u202ee\u2066f\u2060g\ufeff ' });
    assert.equal(value.description.replaceAll(/\s/g, ''), 'abcdefg');
  });
  it('keeps what scripts are written with', () => {
    const texts = ['می\u200cخواهم', 'क्\u200dष', 'א\u200fב', 'é', '👩\u200d👧', 'a < b', '3 <4', '字'];
    for (const text of texts) assert.equal(readService({ description: text }).value.description, text);
  });
  it('never has a character that cannot be seen, and never markup', () => {
    const unit = fc.constantFrom(...'<<<ab <>/!?\t\n\u0000\u001b\u0085\u200b\u202a\u202e\u2067\u2069\ufeff');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const description = readService({ description: text }).value.description ?? '';
        // Lines are kept in a description, and none of them is empty.
        assert.doesNotMatch(description.replaceAll('\n', ' '), /[^\P{Cc}]|[\u200b\u202a-\u202e\u2066-\u2069\ufeff]/u);
        assert.doesNotMatch(description, /\n\s*\n/);
        assert.doesNotMatch(description, /<[a-z!/?]/i);
        assert.equal(description, description.trim());
      }),
    );
  });
});

describe('what is read', () => {
  const frozen = (value) =>
    typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen));
  it('is frozen all the way down', () => {
    const { value } = parse(stages, { intro: ['x'], stages: [stage({ signs: ['y'] })] }, known);
    assert.ok(
      frozen(value) && frozen(known) && frozen(readService({ phones: [{ number: '988', type: 'text' }] }).value),
    );
  });
  it('shares nothing with what was given', () => {
    const given = { intro: [{ text: 'one' }] };
    const { value } = parse(stages, given, known);
    given.intro[0].text = 'two';
    assert.equal(value.intro[0].text, 'one');
  });
  it('has only keys that the schema knows, whatever is given', () => {
    const rules = { stages, safetyPlan, resources, service };
    const keys = (schema) =>
      schema.kind === 'list'
        ? keys(schema.of)
        : schema.kind === 'object'
          ? [...Object.keys(schema.of), ...Object.values(schema.of).flatMap(keys)]
          : [];
    const found = (value) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inside]) => [...(Array.isArray(value) ? [] : [key]), ...found(inside)])
        : [];
    for (const schema of Object.values(rules)) {
      const ours = new Set(keys(schema));
      const key = fc.constantFrom(...ours, '__proto__', 'constructor', 'x');
      const { tree } = fc.letrec((tie) => ({
        tree: fc.oneof({ depthSize: 'small' }, fc.constantFrom('ok', 'x y', 1, true, null), tie('list'), tie('object')),
        list: fc.array(tie('tree'), { maxLength: 3 }),
        object: fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
      }));
      fc.assert(
        fc.property(tree, (given) => {
          const { value } = parse(schema, given);
          assert.ok(frozen(value) && found(value).every((name) => ours.has(name)));
        }),
        { numRuns: runs(200) },
      );
    }
  });
});

describe('keys that reach for prototypes', () => {
  const pack = JSON.parse(
    '{ "__proto__": { "title": "Theirs", "polluted": true }, "constructor": { "prototype": {} }, "title": "Ours" }',
  );
  it('are unknown keys', () => {
    assert.deepEqual(told(parse(stages, pack, known)), ['$.__proto__ unknown', '$.constructor unknown']);
  });
  it('change nothing', () => {
    const { value } = parse(stages, pack, known);
    assert.equal(value.title, 'Ours');
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
    assert.equal({}.polluted, undefined);
  });
  it('give nothing to what is read, where the page has changed Object.prototype', () => {
    const theirs = { title: 'Theirs', name: 'Theirs', address: 'Theirs', value: 'Theirs', get: 'Theirs', id: 'own' };
    try {
      for (const [key, value] of Object.entries(theirs))
        Object.defineProperty(Object.prototype, key, { __proto__: null, value, configurable: true, writable: true });
      assert.equal(parse(stages, {}, known).value.title, known.title);
      assert.equal(parse(service, {}).value, undefined);
      assert.equal(Object.hasOwn(readService({}).value, 'address'), false);
      assert.deepEqual(told(parse(stages, { stages: [{}, {}] }, known)), [
        '$.stages[0].id missing',
        '$.stages[0].name missing',
        '$.stages[1].id missing',
        '$.stages[1].name missing',
      ]);
    } finally {
      for (const key of Object.keys(theirs)) delete Object.prototype[key];
    }
  });
});

describe('a confidential address', () => {
  const address = '1 Elm Street';
  const signs = [true, 'yes', 'true', 'false', 1, {}, []];
  for (const addressConfidential of signs) {
    it(`is withheld when the flag is ${JSON.stringify(addressConfidential)}`, () => {
      const { value } = readService({ address, addressConfidential });
      assert.equal(value.addressConfidential, true);
      assert.doesNotMatch(JSON.stringify(value), /Elm/);
    });
    it(`is withheld when another layer knows it and the flag is ${JSON.stringify(addressConfidential)}`, () => {
      assert.doesNotMatch(JSON.stringify(readService({ addressConfidential }, { name: 'A', address }).value), /Elm/);
    });
  }
  for (const unclear of [0, '', null, undefined])
    it(`stays withheld when what is known says so and the flag is ${JSON.stringify(unclear)}`, () => {
      const before = { name: 'A', addressConfidential: true };
      assert.doesNotMatch(JSON.stringify(readService({ address, addressConfidential: unclear }, before).value), /Elm/);
    });
  it('is one only where something says so', () => {
    assert.equal(readService({ address }).value.address, address);
    assert.equal(readService({ address, addressConfidential: false }).value.address, address);
  });
});
