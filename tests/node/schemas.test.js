/**
 * Do the published JSON Schemas say what the parser does? A pack that an editor marks as right is read without a word, one that
 * it marks as wrong is reported: checked on our own content, on examples, and on thousands of made-up packs with a slip in them.
 */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import * as sections from '../../dist/content/schema.js';
import { parse } from '../../dist/schema/parse.js';
import { service } from '../../dist/services/schema.js';
import { jsonSchemas, staleSchemas } from '../../tools/json-schemas.js';
import { contentFile, readJson, root } from './texts.js';

/** Each published schema with the parser's rules and what the library knows already. */
const names = ['stages', 'safety-plan', 'options', 'goals', 'practice', 'resources', 'sources', 'primer', 'principles'];
const published = [...names, 'service'].map((name) => {
  const rules = { ...sections, service }[name === 'safety-plan' ? 'safetyPlan' : name];
  const known = name === 'service' ? undefined : parse(rules, contentFile(name).content).value;
  return { name, rules, known, json: readJson(`schemas/${name}.json`) };
});

const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
const validator = (json) => ajv.getSchema(json.$id) ?? ajv.compile(json);
const accepts = (rules, known) => (pack) => parse(rules, pack, known).problems.length === 0;

const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

describe('the published schemas', () => {
  it('are those of the source', async () => assert.deepEqual(await staleSchemas(), []));
  it('are found to be stale when one is changed, missing, or too many', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'alongside-schemas-'));
    folders.push(folder);
    cpSync(join(root, 'schemas'), folder, { recursive: true });
    assert.deepEqual(await staleSchemas(folder), []);
    writeFileSync(join(folder, 'stages.json'), readFileSync(join(folder, 'stages.json'), 'utf8').replace('120', '121'));
    rmSync(join(folder, 'service.json'));
    writeFileSync(join(folder, 'other.json'), '{}');
    assert.deepEqual(await staleSchemas(folder), ['stages.json', 'service.json', 'other.json']);
  });
  it('stand at the address of this version', () => {
    const { version } = readJson('package.json');
    for (const { name, json } of published)
      assert.equal(json.$id, `https://unpkg.com/alongside-elements@${version}/schemas/${name}.json`);
  });
  it('describe every key', async () => {
    const bare = [];
    const look = (value, path) => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inside] of Object.entries(value)) {
        if (key === 'properties' && !path.endsWith('.if'))
          for (const [name, of] of Object.entries(inside)) if (!of.description) bare.push(`${path}.${name}`);
        look(inside, `${path}.${key}`);
      }
    };
    for (const [file, schema] of Object.entries(await jsonSchemas())) look(schema, file);
    assert.deepEqual(bare, []);
  });
  it('take descriptions from the comments on the keys', () => {
    const { $defs } = published[0].json;
    assert.match(
      readFileSync(join(root, 'src/content/schema.ts'), 'utf8'),
      /\/\*\* What you may notice in this stage\. \*\//,
    );
    assert.equal($defs.stage.properties.signs.description, 'What you may notice in this stage.');
  });
  it('let an editor name them in the pack', () => {
    for (const { json, known } of published) if (known) assert.equal(validator(json)({ $schema: json.$id }), true);
  });
});

describe('our own content', () => {
  for (const { name, json, known } of published.filter(({ known }) => known)) {
    it(`is right by the published schema: ${name}`, () => {
      assert.ok(known && existsSync(join(root, `schemas/${name}.json`)));
      const right = validator(json);
      assert.ok(right(contentFile(name).content), JSON.stringify(right.errors));
    });
  }
  it('has services that are right by themselves', () => {
    const right = validator(published.at(-1).json);
    for (const service of contentFile('resources').content.resources)
      assert.ok(right(service), JSON.stringify(right.errors));
  });
});

const examples = {
  stages: {
    right: [
      {},
      { title: 'Ours' },
      { title: null },
      { stages: [{ id: 'action', ownSigns: ['Smiles.'] }] },
      { intro: [] },
    ].concat([
      { stages: [{ id: 'our-own', name: 'Our own' }] },
      { again: 'Round and round.' },
      { intro: [{ text: 'a < b' }] },
    ]),
    wrong: [
      [],
      'stages',
      null,
      { titel: 'Ours' },
      { title: '' },
      { title: '\u200b ' },
      { title: 'x'.repeat(121) },
      { stages: {} },
    ].concat([
      { stages: [{ name: 'No id' }] },
      { stages: [{ id: 'our-own' }] },
      { stages: [{ id: 'Our own', name: 'Our own' }] },
      { intro: ['<b>Bold</b>'] },
      { intro: [{ text: 'x', html: '' }] },
      { intro: Array(501).fill('x') },
    ]),
  },
  principles: {
    right: [
      {
        sets: [
          { id: 'trauma-informed', principles: [{ id: 'choice', examples: ['We ask first.'] }, { id: 'safety' }] },
        ],
      },
      { sets: [{ id: 'our-own', name: 'Ours', principles: [{ id: 'calm', name: 'Calm', meaning: 'Be calm.' }] }] },
    ],
    wrong: [
      { sets: [{ id: 'trauma-informed', principles: [{ id: 'calm', name: 'Calm' }] }] },
      { sets: [{ id: 'our-own', principles: [] }] },
    ],
  },
  primer: {
    right: [{ sections: [{ id: 'law', laws: [{ id: 'california-sb-1322' }], ownPoints: ['Ours.'] }] }].concat([
      { sections: [{ id: 'law', ownLaws: [{ id: 'a', place: 'A', name: 'Act', dated: 'May 2020', says: ['x'] }] }] },
      { sections: [{ id: 'what', definitions: [{ id: 'ours', source: 'Our handbook', says: ['x'] }] }] },
    ]),
    wrong: [
      { sections: [{ id: 'law', ownLaws: [{ id: 'a', place: 'A', name: 'Act', says: ['x'] }] }] },
      { sections: [{ id: 'law', ownLaws: [{ id: 'a', name: 'Act', dated: 'May 2020' }] }] },
      { sections: [{ id: 'what', definitions: [{ id: 'ours', says: ['x'] }] }] },
    ],
  },
  practice: {
    right: [
      { ownQuestions: [{ id: 'ours', area: 'confidentiality', lens: 'survivor-focused', text: 'What do we ask?' }] },
      { questions: [{ id: 'trust' }] },
    ],
    wrong: [
      { ownQuestions: [{ id: 'ours', area: 'confidentiality', text: 'What do we ask?' }] },
      { ownQuestions: [{ id: 'trust' }] },
      { questions: [{ id: 'ours', text: 'What do we ask?' }] },
    ],
  },
  goals: {
    right: [{ ideas: [{ id: 'ours', text: 'A goal.' }], localNotes: ['Here.'] }],
    wrong: [{ ideas: [{ id: 'ours' }] }, { ideas: ['A goal.'] }],
  },
  service: {
    right: [{ name: 'A' }, { name: 'A', url: 'https://a.org', assuredDate: null }, { name: 'A', minimumAge: 0 }].concat(
      [{ name: 'A', phones: [{ number: '988', type: 'text', keyword: 'HELLO' }] }],
    ),
    wrong: [{}, { url: 'https://a.org' }, { name: null }, { name: 'A', url: 'javascript:alert(1)' }].concat([
      { name: 'A', url: 'https://me:secret@a.org' },
      { name: 'A', minimumAge: -1 },
      { name: 'A', minimumAge: 1.5 },
      { name: 'A', minimumAge: '12' },
      { name: 'A', assuredDate: '1 March 2026' },
      { name: 'A', addressConfidential: 'yes' },
      { name: 'A', phones: [{ number: '988' }] },
      { name: 'A', phones: [{ number: '12', type: 'text' }] },
      { name: 'A', phones: [{ number: '988', type: 'fax' }] },
    ]),
  },
};

describe('examples of packs', () => {
  for (const [name, { right, wrong }] of Object.entries(examples)) {
    const { rules, known, json } = published.find((one) => one.name === name);
    for (const [packs, expected] of [
      [right, true],
      [wrong, false],
    ])
      for (const pack of packs)
        it(`${name}, ${expected ? 'right' : 'wrong'}: ${JSON.stringify(pack).slice(0, 80)}`, () => {
          assert.equal(validator(json)(pack), expected, 'the published schema');
          assert.equal(accepts(rules, known)(pack), expected, 'the parser');
        });
  }
});

/** A value that the rules accept. Ids are none of the default content's. */
function rightValue(rules) {
  const text = (max) =>
    fc
      .string({ unit: fc.constantFrom(...'aZ9 ñ字—"<&>\u0007\u202e'), maxLength: Math.min(max, 30) - 1 })
      .map((more) => `a${more}`.replaceAll('<', '< ').slice(0, max));
  const own = fc.nat(1e9).map((number) => `own-${number}`);
  const of = {
    text: () => text(rules.max),
    id: () => own,
    link: () => fc.webUrl(),
    phone: () => fc.constantFrom('988', '1-888-373-7888', '+1 (415) 555 0100', '233733'),
    date: () => fc.constantFrom('2026-03-01', '1999-12-31'),
    choice: () => fc.constantFrom(...(rules.of ?? [])),
    whole: () => fc.nat(120),
    number: () => fc.double({ noNaN: true, noDefaultInfinity: true }),
    flag: () => fc.boolean(),
    list: () => fc.array(rightValue(rules.of), { maxLength: 3 }),
    object() {
      const keys = Object.entries(rules.of).map(([key, inside]) => [key, rightValue(inside)]);
      const requiredKeys = Object.keys(rules.of).filter(
        (key) => !rules.of[key].optional && rules.of[key].kind !== 'list',
      );
      const object = fc.record(Object.fromEntries(keys), { requiredKeys });
      return rules.short ? fc.oneof(rightValue(rules.of[rules.short]), object) : object;
    },
  };
  return of[rules.kind]();
}

/** Values that are wrong in most places, and right in some. */
const odd = [
  null,
  true,
  false,
  0,
  12,
  -1,
  1.5,
  '',
  ' ',
  '\u200b\u202e',
  'ok',
  'Not an id',
  '-x',
  'x',
  'a<b>b',
  'a < b',
  '</p',
].concat(
  [
    '<!--',
    'javascript:alert(1)',
    'https://example.org/',
    'HTTP://EXAMPLE.ORG',
    'https://a:b@example.org',
    '//example.org',
  ],
  [
    'https://example.org/a b',
    'data:text/html,x',
    'ftp://example.org',
    '2026-03-01',
    '2026-13-01',
    '2026-3-1',
    '12',
    '911',
  ],
  [
    'call 988',
    'voice',
    'VOICE',
    'x'.repeat(9),
    'x'.repeat(700),
    'x'.repeat(2500),
    [],
    {},
    [[]],
    ['ok'],
    { text: 'ok' },
  ],
  [{ text: '<b>' }, { id: 'ok' }, { _$litType$: 1, strings: ['<b>'], values: [] }, Array(501).fill('ok')],
);

/** Every place in a value: `[parent, key]`. */
function places(value) {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [[value, key], ...places(value[key])]);
}

/** A copy of a pack with one slip: a value replaced, a key gone, or one too many. Some entries take up an id of the defaults. */
function withSlip(pack, { at, kind, value, key, taken }, { rules, known }) {
  const root = { pack: structuredClone(pack) };
  const all = places(root);
  const [parent, name] = all[at % all.length];
  if (taken)
    for (const [list, entries] of Object.entries(known ?? {})) {
      const entry = Array.isArray(root.pack[list]) && root.pack[list][0];
      if (entry?.id && entries[0]?.id && !rules.of[list].of.short) entry.id = entries[0].id;
    }
  if (kind === 'replace') parent[name] = structuredClone(value);
  else if (kind === 'remove' && parent !== root) Array.isArray(parent) ? parent.splice(name, 1) : delete parent[name];
  else if (kind === 'add' && typeof parent[name] === 'object' && parent[name] && !Array.isArray(parent[name]))
    Object.defineProperty(parent[name], key, { value: 'ok', enumerable: true, configurable: true });
  return root.pack;
}

/** What no JSON Schema can say, or the published ones leave out on purpose; see the head of tools/json-schemas.js. */
function beyond(pack, { rules, known }) {
  if (parse(rules, pack, known).problems.some(({ reason }) => reason === 'duplicate')) return true;
  if (typeof pack !== 'object' || pack === null || !known) return false;
  return Object.entries(known).some(([key, before]) => {
    const given = pack[key];
    // A statement that is taken up without its text.
    if (before.text)
      return typeof given === 'object' && given !== null && !Array.isArray(given) && (given.text ?? null) === null;
    if (!Array.isArray(before) || !Array.isArray(given)) return false;
    // A null, or a statement without text, in an entry that the default content knows.
    const entries = given.filter((entry) => entry?.id && before.some(({ id }) => id === entry.id));
    const lacks = (value, of) =>
      value === null || (of.short === 'text' && typeof value === 'object' && (value.text ?? null) === null);
    return entries.some((entry) =>
      Object.entries(rules.of[key].of.of).some(
        ([name, of]) => Object.hasOwn(entry, name) && !of.optional && lacks(entry[name], of),
      ),
    );
  });
}

const slips = fc.record({
  at: fc.nat(1000),
  kind: fc.constantFrom('none', 'replace', 'replace', 'replace', 'remove', 'add'),
  value: fc.constantFrom(...odd),
  key: fc.constantFrom('color', '__proto__', 'constructor', 'toString', '_$litType$'),
  taken: fc.boolean(),
});

/** The property: for any pack, the published schema and the parser give the same answer. `count` hears of each answer. */
function agreement(schema, json, count = () => {}) {
  const right = validator(json);
  return fc.property(rightValue(schema.rules), slips, (made, slip) => {
    const pack = withSlip(made, slip, schema);
    fc.pre(!beyond(pack, schema));
    const byParser = accepts(schema.rules, schema.known)(pack);
    count(byParser);
    assert.equal(right(pack), byParser, JSON.stringify(parse(schema.rules, pack, schema.known).problems));
  });
}

describe('the parser and the published schemas', () => {
  for (const schema of published) {
    it(`agree on any pack: ${schema.name}`, () => {
      const answers = { true: 0, false: 0 };
      fc.assert(
        agreement(schema, schema.json, (answer) => (answers[answer] += 1)),
        { numRuns: 500 },
      );
      assert.ok(answers.true > 100 && answers.false > 50, JSON.stringify(answers));
    });
  }
  it('accept what was made to be right', () => {
    for (const { rules, known, json } of published) {
      const right = validator(json);
      fc.assert(
        fc.property(rightValue(rules), (pack) => {
          const problems = parse(rules, pack, known).problems.filter(({ reason }) => reason !== 'duplicate');
          assert.deepEqual(problems, []);
          assert.ok(right(pack), JSON.stringify(right.errors));
        }),
        { numRuns: 100 },
      );
    }
  });

  const breaks = {
    'markup is let through': (text) => text.replaceAll(/\(\?!\[[^)]*\)/g, ''),
    'unknown keys are let through': (text) =>
      text.replaceAll('"additionalProperties":false', '"additionalProperties":true'),
    'nothing is required': (text) => text.replaceAll('"required"', '"examples"').replaceAll('"else"', '"$comment0"'),
    'a length is another': (text) => text.replaceAll('"maxLength":600', '"maxLength":900'),
    'a number is any number': (text) => text.replaceAll('"minimum":0', '"minimum":-5'),
    'a link is any text': (text) => text.replaceAll('^[Hh][Tt][Tt][Pp][Ss]?://', ''),
    'null is no answer': (text) => text.replaceAll(/\["(\w+)","null"\]/g, '"$1"'),
  };
  for (const [what, change] of Object.entries(breaks))
    it(`are found to differ when ${what}`, () => {
      const schema = published.at(-1);
      const text = change(JSON.stringify(schema.json));
      assert.notEqual(text, JSON.stringify(schema.json));
      const lax = { ...JSON.parse(text.replaceAll('"$comment0":{', '"$defs0":{')) };
      const right = new Ajv2020({ strict: false }).compile(lax);
      const differs = fc.property(rightValue(schema.rules), slips, (made, slip) => {
        const pack = withSlip(made, slip, schema);
        fc.pre(!beyond(pack, schema));
        return right(pack) === accepts(schema.rules)(pack);
      });
      assert.equal(fc.check(differs, { numRuns: 3000, seed: 1 }).failed, true);
    });
});
