/** Does `alongside-elements-cli check` find what the page would refuse, at the right line and in words that an agency understands? */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import * as check from '../../cli/commands/check.js';
import { checkPack } from '../../cli/pack/check-pack.js';
import { nearest } from '../../cli/pack/nearest.js';
import { nodeAt, readPack, valueOf } from '../../cli/pack/read-pack.js';
import { names, sectionsFor } from '../../cli/pack/sections.js';
import { reasons } from '../../cli/pack/sentences.js';
import { parse } from '../../dist/schema/parse.js';
import { runs } from '../thorough.js';
import { runCommand, temporaryFolder } from './console.js';
import { contentFile, readJson, root } from './texts.js';

const { folder, put } = temporaryFolder();
const bytes = (content) => Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
const problemsOf = async (content, options) =>
  (await checkPack(bytes(content), { section: 'stages', ...options })).problems;

describe('a problem', () => {
  const pack = `{
  "title": 5,
  "titel": "Ours",
  "intro": [
    "fine",
    { "text": "<b>no</b>" }
  ],
  "stages": [
    { "id": "acton" },
    { "id": "action" }, { "id": "action" },
    { "id": "Our own", "name": "Ours" },
    { "id": "own", "name": "${'x'.repeat(90)}", "signs": "one" }
  ]
}`;
  const expected = [
    ['2:3', '$.title', 'type', /"title" is a number\. It has to be a text in quotes\./],
    ['3:3', '$.titel', 'unknown', /A pack has no key "titel".* Did you mean "title"\?/],
    ['6:7', '$.intro[1].text', 'markup', /"text" contains HTML/],
    [
      '9:5',
      '$.stages[0].name',
      'missing',
      /The stage has no "name"\. Its id "acton" is not in the default content.* Did you mean "action"\?/,
    ],
    ['10:25', '$.stages[2]', 'duplicate', /The id "action" appears twice, first on line 10\./],
    ['11:7', '$.stages[3].id', 'not-id', /Did you mean "our-own"\?/],
    ['12:20', '$.stages[4].name', 'too-long', /has 90 characters\. It can have 80\./],
    [`12:${32 + 90}`, '$.stages[4].signs', 'type', /"signs" is a text\. It has to be a list in \[ \]\./],
  ];
  it('is told with its line and column, its path and a sentence', async () => {
    const found = await problemsOf(pack);
    assert.deepEqual(
      found.map(({ line, column, path, reason }) => [`${line}:${column}`, path, reason]),
      expected.map(([place, path, reason]) => [place, path, reason]),
    );
    for (const [index, [, , , sentence]] of expected.entries()) assert.match(found[index].sentence, sentence);
  });
  it('is printed with its file and the line that it is in, a mark below the place', async () => {
    const file = put('stages.json', pack);
    const { code, out } = await runCommand(check, file);
    assert.equal(code, 1);
    assert.ok(out.includes(`${file}:2:3: $.title: "title" is a number.`), out);
    assert.ok(out.includes('     3 |   "titel": "Ours",\n       |   ^'), out);
    assert.match(out, /stages\.json \(stages\): 8 problems\.$/);
  });
  it('is found where the parser finds one, in any pack', async () => {
    const { stages } = await import('../../dist/content/schema.js');
    const known = parse(stages, contentFile('stages').content).value;
    const key = fc.constantFrom(
      'title',
      'intro',
      'stages',
      'id',
      'name',
      'text',
      'x',
      '__proto__',
      'a.b',
      'a[0]',
      'signs.x',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('ok', '', '<b>', 'action', 1, true, null),
        tie('list'),
        tie('object'),
      ),
      list: fc.array(tie('tree'), { maxLength: 3 }),
      object: fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
    }));
    await fc.assert(
      fc.asyncProperty(tree, async (value) => {
        const text = JSON.stringify(value, null, 1);
        const found = (await problemsOf(text)).filter(({ reason }) => reason !== 'not-language');
        const told = ({ path, reason }) => `${path} ${reason}`;
        assert.deepEqual(found.map(told).sort(), parse(stages, JSON.parse(text), known).problems.map(told).sort());
        const lines = text.split('\n');
        for (const { line, column, sentence } of found) {
          assert.ok(column >= 1 && column <= lines[line - 1].length, `${line}:${column} in ${text}`);
          assert.doesNotMatch(sentence, /undefined|\[object|NaN/);
        }
      }),
      { numRuns: runs(1000) },
    );
  });
  it('names no id that is no text', async () => {
    const found = (await problemsOf({ stages: [{ id: {} }] })).map(({ path, sentence }) => `${path}: ${sentence}`);
    assert.deepEqual(found, [
      '$.stages[0].name: The stage has no "name".',
      '$.stages[0].id: "id" is an object. It has to be a text in quotes.',
    ]);
  });
  it('has a sentence for every reason of the parser', () => {
    const source = readFileSync(join(root, 'src/schema/parse.ts'), 'utf8');
    const [, union] = /export type ProblemReason =([^;]+);/.exec(source);
    const all = [...union.matchAll(/'([\w-]+)'/g)].map(([, reason]) => reason);
    const kinds = ['text', 'id', 'link', 'phone', 'date', 'choice'];
    const whole = all.filter((reason) => !kinds.includes(reason)).concat(kinds.map((kind) => `not-${kind}`));
    assert.deepEqual([...reasons].sort(), whole.sort());
  });
  it('does not let a file give orders to the terminal', async () => {
    const { out } = await runCommand(
      check,
      put('orders.json', '{ "stages": [], "\\u001b[2Jx\u009b": "\u202ered" }'),
      '--section',
      'stages',
    );
    // eslint-disable-next-line no-control-regex
    assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
  it('is counted, and not explained, from some number on', async () => {
    const pack = { stages: [], ...Object.fromEntries(Array.from({ length: 40_000 }, (_, at) => [`key${at}`, 1])) };
    const { code, out } = await runCommand(check, put('many.json', pack));
    assert.equal(code, 1);
    assert.match(out, /… and 39900 more\.\n.*: 40000 problems\.$/);
  });
});

describe('a file that is not what it should be', () => {
  const whole = '{\n  "title": "Ours",\n  "intro": ["One."]\n}\n';
  const cases = {
    'cut short': [whole.slice(0, 30), 'not-json', /ends too early/],
    'cut short in a text': [whole.slice(0, 16), 'not-json', /text has no end/],
    'without a comma': ['{\n "title": "Ours"\n "intro": [] }', 'not-json', /comma belongs here/, '3:2'],
    'with a comma too many': ['{ "title": "Ours", }', 'not-json', /comma|key/],
    'with curly quotes': ['{ “title”: "Ours" }', 'not-json', /straight quotes/, '1:3'],
    'with a line break in a text': ['{ "title": "Our\nown" }', 'not-json', /text has no end/],
    'with something behind it': ['{} {}', 'not-json', /more text follows/, '1:4'],
    'with a number that JSON has not': ['{ "title": 01 }', 'not-json', /./],
    'an HTML page': ['<!doctype html><title>Sorry</title>', 'not-json', /not JSON/, '1:1'],
    empty: ['', 'not-json', /file is empty/],
    'nothing but white space': [' \n\t ', 'not-json', /file is empty/],
    'UTF-16': [Buffer.from(`\ufeff${whole}`, 'utf16le'), 'encoding', /UTF-16/],
    'UTF-16 without a mark': [Buffer.from(whole, 'utf16le'), 'encoding', /UTF-16/],
    'UTF-16 the other way round': [Buffer.from(`\ufeff${whole}`, 'utf16le').swap16(), 'encoding', /UTF-16/],
    'Latin letters of another encoding': [
      Buffer.from('{ "title": "Prácticas" }', 'latin1'),
      'encoding',
      /not saved as UTF-8/,
    ],
    huge: [JSON.stringify({ title: 'x'.repeat(1_000_001) }), 'too-large', /A page accepts 1000000/],
    'as deep as nobody writes': ['['.repeat(200_000), 'not-json', /nested far deeper/],
    'with comments': ['{\n  // Ours.\n  "title": "Ours" }', 'comment', /cannot read a file with comments/, '2:3'],
    'with a key twice': [
      '{ "title": "One",\n "title": "Two" }',
      'duplicate-key',
      /"title" appears twice, first on line 1/,
      '2:2',
    ],
    'with a key twice in an entry': [
      '{ "again": { "text": "a", "text": "b" } }',
      'duplicate-key',
      /Only this one counts/,
      '1:27',
    ],
  };
  for (const [what, [content, reason, sentence, place]] of Object.entries(cases))
    it(`is told: ${what}`, async () => {
      const { problems } = await checkPack(Buffer.from(content), { section: 'stages' });
      assert.equal(problems.length, 1);
      assert.equal(problems[0].reason, reason);
      assert.match(problems[0].sentence, sentence);
      if (place) assert.equal(`${problems[0].line}:${problems[0].column}`, place);
      const { code } = await runCommand(check, put('not.json', Buffer.from(content)), '--section', 'stages');
      assert.equal(code, 1);
    });
  it('is read where it has a byte order mark, as a page does', async () =>
    assert.deepEqual(await problemsOf(`\ufeff${whole}`), []));
  it('is taken for JSON just where a browser does', () => {
    const unit = fc.constantFrom(...'{}[]:,"\\ \n\t01.-+eEtruefalsnl/*\u0007u');
    const isJson = (text) => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit, maxLength: 12 }), fc.json()), (text) => {
        const { tree, wrong } = readPack(bytes(text));
        const right = !!tree && wrong.every(({ reason }) => reason === 'duplicate-key');
        assert.equal(right, isJson(text), text);
        if (right) assert.deepEqual(valueOf(tree), JSON.parse(text));
      }),
      { numRuns: runs(3000) },
    );
  });
  it('does nothing to prototypes', async () => {
    const problems = await problemsOf('{ "__proto__": { "title": "Theirs" }, "constructor": {} }');
    assert.deepEqual(
      problems.map(({ path, reason }) => `${path} ${reason}`),
      ['$.__proto__ unknown', '$.constructor unknown'],
    );
    assert.equal({}.title, undefined);
  });
});

describe('what a pack is for', () => {
  it('is told by its keys', () => {
    assert.deepEqual(sectionsFor({ title: 'x', stages: [] }), ['stages']);
    assert.deepEqual(sectionsFor({ ideas: [], more: 'x' }), ['safety-plan']);
    assert.deepEqual(sectionsFor({ resources: [] }), ['resources']);
    assert.deepEqual(sectionsFor({ name: 'x', phones: [] }), ['service']);
    assert.deepEqual(sectionsFor([{ name: 'x' }]), ['service']);
    assert.deepEqual(sectionsFor({ stagse: [] }), ['stages']);
  });
  it('is told by its schema before its keys', () => {
    assert.deepEqual(
      sectionsFor({ $schema: 'https://unpkg.com/alongside-elements@0.1.0/schemas/goals.json', stages: [] }),
      ['goals'],
    );
    assert.deepEqual(sectionsFor(readJson('tests/fixtures/packs/stages.json')), ['stages']);
  });
  it('is asked for where nothing tells it', async () => {
    const both = await runCommand(check, put('ideas.json', { ideas: [], localNotes: [] }));
    assert.equal(both.code, 2);
    assert.match(both.err, /could be for goals or options\. Say which with --section/);
    const none = await runCommand(check, put('none.json', { title: 'x' }));
    assert.equal(none.code, 2);
    assert.match(none.err, /none of its keys is known/);
    assert.equal(
      (await runCommand(check, '--section', 'goals', put('ideas.json', { ideas: [], localNotes: [] }))).code,
      0,
    );
  });
  it('can be each section that has a published schema', () => {
    for (const name of names) assert.ok(existsSync(join(root, `schemas/${name}.json`)), name);
  });
});

describe('right packs', () => {
  for (const name of names.filter((one) => one !== 'service'))
    for (const language of ['en', 'es'])
      it(`have no problem: our own ${name}, ${language}`, async () => {
        const { content } = contentFile(name, language);
        const { problems } = await checkPack(bytes({ language, ...content }), { section: name, strict: true });
        // The English facts that allow "rescue" stand in the English file only; translations carry the same ids.
        assert.deepEqual(problems, []);
      });
  it('have none with services by themselves, and with lists of them', async () => {
    const { resources } = contentFile('resources').content;
    assert.deepEqual((await checkPack(bytes(resources), { strict: true })).problems, []);
    assert.deepEqual((await checkPack(bytes(resources[0]))).problems, []);
    const list = await checkPack(bytes([resources[0], { description: 'No name.' }, 5]));
    assert.deepEqual(
      list.problems.map(({ path, reason, sentence }) => [path, reason, sentence]),
      [
        ['$[1].name', 'missing', 'The service has no "name".'],
        ['$[2]', 'type', 'This service is a number. It has to be an object in { }.'],
      ],
    );
  });
});

describe('what the page cannot know', () => {
  it('is told of an address that is to be withheld and lies open in the file', async () => {
    const entry = { id: 'own', name: 'Ours', address: 'Somewhere', latitude: 1, addressConfidential: true };
    const { problems } = await checkPack(bytes({ resources: [entry] }));
    assert.deepEqual(
      problems.map(({ path, reason }) => `${path} ${reason}`),
      [
        '$.resources[0].address confidential-address',
        '$.resources[0].latitude unknown',
        '$.resources[0].latitude confidential-address',
      ],
    );
    assert.match(problems[0].sentence, /anyone can open the file/);
    const kept = await checkPack(bytes({ resources: [{ ...entry, address: null, latitude: null }] }));
    assert.ok(kept.problems.every(({ reason }) => reason !== 'confidential-address'));
  });
  it('is told of tags that name no language', async () => {
    const problems = await problemsOf({
      language: 'English!',
      intro: [{ text: 'x', lang: 'e' }],
      again: { text: 'x', lang: 'es' },
    });
    assert.deepEqual(
      problems.map(({ path, reason }) => `${path} ${reason}`),
      ['$.language not-language', '$.intro[0].lang not-language'],
    );
    const services = await checkPack(bytes([{ name: 'x', languages: ['en', 'Spanish, English'] }]));
    assert.deepEqual(
      services.problems.map(({ path }) => path),
      ['$[0].languages[1]'],
    );
  });
  it('is told of questions that nobody would see', async () => {
    const question = { id: 'a', area: 'relationships', lens: 'survivor-focused', text: 'How?' };
    const { problems } = await checkPack(bytes({ ownQuestions: [question] }), { section: 'practice' });
    assert.deepEqual(
      problems.map(({ path, sentence }) => [path, sentence]),
      [['$.ownQuestions[0].area', '"area" names "relationships", which does not exist. Did you mean "relationship"?']],
    );
  });
});

describe('--strict', () => {
  const hard =
    'Confidentiality considerations necessitate individualized documentation of every communication between participating organizations.';
  it('finds texts that are hard to read, with their lines', async () => {
    const pack = { stages: [{ id: 'action', ownSigns: ['May be here now.', hard] }] };
    assert.deepEqual(await problemsOf(pack), []);
    const [problem, ...more] = await problemsOf(JSON.stringify(pack, null, 1), { strict: true });
    assert.deepEqual(more, []);
    assert.deepEqual([problem.path, problem.line, problem.reason], ['$.stages[0].ownSigns[1]', 7, 'readability']);
    assert.match(problem.sentence, /hard to read for advocates: Flesch-Kincaid grade \d+\.\d, wanted ≤ 9 on average/);
  });
  it('asks more of what a young person reads', async () => {
    const text = 'You can ask the people around you what they think about your different options for tomorrow.';
    const ideas = (key) => [{ id: 'own', advocate: 'Ask.', youth: 'Ask.', [key]: text }];
    const of = async (key) =>
      (await checkPack(bytes({ ideas: ideas(key) }), { section: 'safety-plan', strict: true })).problems.map(
        ({ path }) => path,
      );
    assert.deepEqual(await of('advocate'), []);
    assert.deepEqual(await of('youth'), ['$.ideas[0].youth']);
  });
  it('measures Spanish as Spanish, and says what it cannot measure', async () => {
    const spanish =
      'Las consideraciones de confidencialidad imposibilitan la documentación individualizada de comunicaciones interinstitucionales.';
    const [problem] = await problemsOf({ language: 'es-MX', intro: [spanish] }, { strict: true });
    assert.match(problem.sentence, /INFLESZ/);
    assert.equal((await problemsOf({ intro: [{ text: spanish, lang: 'es' }] }, { strict: true })).length, 1);
    const other = await checkPack(bytes({ language: 'tl', intro: [spanish] }), { section: 'stages', strict: true });
    assert.deepEqual(other.problems, []);
    assert.match(other.notes.join(), /"tl" were not measured/);
  });
  it('finds words that are not to be used', async () => {
    const found = async (pack, section) =>
      (await checkPack(bytes(pack), { section, strict: true })).problems.map(
        ({ path, sentence }) => `${path} ${sentence}`,
      );
    assert.match(
      (await found({ intro: ['We rescue them.'] }, 'stages')).join(),
      /^\$\.intro\[0\] "rescue" is a word.*speaks of rescue/,
    );
    assert.equal((await found({ stages: [{ id: 'action', help: ['They should call.'] }] }, 'stages')).length, 0);
    assert.match((await found({ ideas: [{ id: 'a', text: 'You should call.' }] }, 'goals')).join(), /command/);
    assert.match((await found({ language: 'es', intro: ['Borra tu historial.'] }, 'stages')).join(), /claims/);
  });
  it('is needed for that: without it, only the form counts', async () => {
    assert.deepEqual(await problemsOf({ intro: ['We rescue them.'] }), []);
  });
});

describe('--out', () => {
  it('writes plain JSON from a file with comments', async () => {
    const file = put('own.jsonc', '{\n // Ours.\n "title": "Ours", /* and */ "intro": ["One.",],\n}\n');
    const out = join(folder, 'own.json');
    const { code } = await runCommand(check, file, '--section', 'stages', '--out', out);
    assert.equal(code, 0);
    assert.equal(readFileSync(out, 'utf8'), '{\n  "title": "Ours",\n  "intro": [\n    "One."\n  ]\n}\n');
    assert.equal((await runCommand(check, out, '--section', 'stages')).code, 0);
  });
  it('leaves what is there where something is wrong', async () => {
    const out = put('kept.json', 'before');
    const { code, err } = await runCommand(
      check,
      put('bad.jsonc', '{ "title": 5 }'),
      '--section',
      'stages',
      '--out',
      out,
    );
    assert.equal(code, 1);
    assert.match(err, /was not written/);
    assert.equal(readFileSync(out, 'utf8'), 'before');
  });
  it('says where it cannot write', async () => {
    const right = put('right.json', { stages: [] });
    const { code, err } = await runCommand(check, right, '--out', join(folder, 'no/where.json'));
    assert.deepEqual([code, /could not be written \(ENOENT\)/.test(err)], [3, true]);
  });
});

describe('the command', () => {
  const right = put('one.json', { stages: [] });
  it('gives 0 where nothing is wrong', async () => {
    const { code, out } = await runCommand(check, right);
    assert.deepEqual([code, out], [0, `${right} (stages): no problems found.`]);
  });
  it('gives 2 where it is used wrongly', async () => {
    const wrong = [
      [],
      ['--nothing'],
      [right, '--section', 'none'],
      [right, right, '--out', 'x.json'],
      [right, '--section'],
    ];
    for (const args of wrong) assert.equal((await runCommand(check, ...args)).code, 2, args.join(' '));
  });
  it('gives 3 where a file cannot be read, and checks the others', async () => {
    const { code, out, err } = await runCommand(
      check,
      join(folder, 'none-such.json'),
      right,
      put('two.json', { stages: 1 }),
    );
    assert.equal(code, 3);
    assert.match(err, /none-such\.json could not be read \(ENOENT\)/);
    assert.match(out, /one\.json \(stages\): no problems found[^]*two\.json \(stages\): 1 problem\./);
    assert.equal((await runCommand(check, folder)).code, 3);
  });
  it('prints JSON for machines', async () => {
    const { code, out } = await runCommand(check, '--json', '--strict', put('bad.json', { stages: 1 }), right);
    const [bad, good] = JSON.parse(out);
    assert.equal(code, 1);
    assert.deepEqual(bad, {
      file: join(folder, 'bad.json'),
      section: 'stages',
      problems: [
        {
          path: '$.stages',
          line: 2,
          column: 3,
          reason: 'type',
          sentence: '"stages" is a number. It has to be a list in [ ].',
        },
      ],
      more: 0,
      notes: [],
    });
    assert.deepEqual([good.section, good.problems], ['stages', []]);
  });
  it('can say what it does', async () => {
    const { code, out } = await runCommand(check, '--help');
    assert.equal(code, 0);
    for (const option of ['--section', '--strict', '--out', '--json']) assert.ok(out.includes(option));
    assert.match(check.summary, /^[a-z].*[^.]$/);
  });
  it('runs in a process of its own', () => {
    const script = `import { run } from '${join(root, 'cli/commands/check.js')}'; process.exitCode = await run([${JSON.stringify(right)}]);`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    assert.deepEqual([status, stdout, stderr], [0, `${right} (stages): no problems found.\n`, '']);
  });
});

describe('the word that was meant', () => {
  it('is one that is near', () => {
    const words = ['title', 'intro', 'stages', 'ownSigns', 'localNotes'];
    const pairs = {
      titel: 'title',
      Title: 'title',
      'own-signs': 'ownSigns',
      local_notes: 'localNotes',
      stage: 'stages',
      itnro: 'intro',
    };
    for (const [word, near] of Object.entries(pairs)) assert.equal(nearest(word, words), near, word);
  });
  it('is none where none is near', () => {
    for (const word of ['color', 'x', '', 'x'.repeat(100_000)])
      assert.equal(nearest(word, ['title', 'intro', 'id']), undefined);
  });
});

describe('a place in a file', () => {
  it('is found also where keys have dots and brackets in them', () => {
    const { tree, text } = readPack(bytes('{ "a.b": 1, "a": { "b": 2 }, "c[0]": 3, "c": [4] }'));
    const at = (path) => text.slice(nodeAt(tree, path).place.offset).slice(0, 6);
    assert.equal(at('$.a.b'), '"a.b":');
    assert.equal(at('$.c[0]'), '"c[0]"');
  });
});
