/** docs/works-with.md is made from the titles of tests, without running them: what is read, what is refused. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gather, pageOf, rowsIn, testsIn } from '../../tools/works-with.js';
import { worksWith as titleOf } from '../works-with.js';
import { root } from './texts.js';

const call = (more = '', name = "'A tool'") =>
  `test(worksWith({ kind: 'minifier', name: ${name}, condition: 'it runs', result: 'all is well', engines: 'Chromium', ${more} }), () => {});\n`;

describe('a row', () => {
  it('is read from the title of a test, whatever else the file holds', () => {
    const { rows, problems } = rowsIn(
      'tests/a.test.ts',
      `const x: number = 1;\ndescribe('a', () => {\n  ${call("limit: 'Not\\n in `b`.'")}});`,
    );
    assert.deepEqual(problems, []);
    assert.equal(rows.length, 1);
    const [{ line, ...row }] = rows;
    assert.equal(line, 3);
    assert.deepEqual(row, {
      file: 'tests/a.test.ts',
      kind: 'minifier',
      name: 'A tool',
      condition: 'it runs',
      result: 'all is well',
      engines: 'Chromium',
      limit: 'Not in `b`.',
    });
  });
  it('may be put together from plain strings', () => {
    assert.equal(rowsIn('a.test.js', call('', "'A ' + ('long' + ` tool`)")).rows[0].name, 'A long tool');
  });
  it('is only what is called so: not a comment, a string, or a method of something else', () => {
    const code = `// ${call()}const text = ${JSON.stringify(call())};\nother.worksWith(1);\nimport { worksWith } from '../works-with.js';`;
    assert.deepEqual(rowsIn('a.test.js', code), { rows: [], problems: [] });
  });
  const wrong = {
    'a name that is a variable': [call('', 'tool'), /^a\.test\.js:1: name is not a plain string$/],
    'a name with a gap': [call('', '`A ${tool}`'), /name is not a plain string/],
    'a name that is computed': [call("['limit']: 'x'"), /limit.* is not a plain string/],
    'properties of another object': [call('...more'), /is not a plain string/],
    'a short form': [call('limit'), /limit is not a plain string/],
    'a variable in place of the object': [
      '\n\ntest(worksWith(row), () => {});',
      /^a\.test\.js:3: worksWith\(\) takes one object/,
    ],
    nothing: ['worksWith()', /takes one object/],
    'two objects': ['worksWith({}, {})', /takes one object/],
    'a key that there is not': [call("limits: 'x'"), /there is no "limits"/],
    'an empty limit': [call("limit: ' '"), /limit is empty/],
    'a kind that there is not': [call().replace('minifier', 'toaster'), /there is no kind "toaster"/],
    'a missing result': [call().replace(/result: '[^']*',/, ''), /^a\.test\.js:1: result is missing$/],
    'the same key twice': [call("name: 'B'"), /name is there twice/],
  };
  for (const [what, [code, problem]] of Object.entries(wrong))
    it(`is refused with its file and line: ${what}`, () => {
      const { rows, problems } = rowsIn('a.test.js', code);
      assert.deepEqual(rows, []);
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0], problem);
      assert.match(problems[0], /^a\.test\.js:\d+: /);
    });
  it('is refused where another has the same title, in the same file or in another', () => {
    const { problems } = gather([
      { file: 'a.test.js', code: call() },
      { file: 'b.test.js', code: `\n${call()}` },
    ]);
    assert.deepEqual(problems, ['b.test.js:2: the same row as a.test.js:1']);
    assert.equal(gather([{ file: 'a.test.js', code: call() + call() }]).problems.length, 1);
  });
  it('has the title that the test has', () => {
    const row = { kind: 'minifier', name: 'A tool', condition: 'it runs', result: 'all is well', engines: 'Chromium' };
    assert.equal(titleOf(row), 'A tool: it runs: all is well');
  });
});

describe('the page', () => {
  const rowsOf = (code) => rowsIn('tests/pages/a.test.js', code).rows;
  it('has a table for each kind that there is, in a fixed order, sorted by name', () => {
    const page = pageOf(
      rowsOf(call('', "'Zed'") + call('', "'Alpha'") + call('', "'Morph'").replace('minifier', 'page library')),
    );
    assert.deepEqual(
      [...page.matchAll(/^## (.*)$|^\| (Zed|Alpha|Morph) /gm)].map(([, heading, name]) => heading ?? name),
      ['Page libraries', 'Morph', 'Minifiers', 'Alpha', 'Zed'],
    );
    assert.doesNotMatch(page, /## Hosts/);
  });
  it('links each row to its test, and keeps markup and bars out of the table', () => {
    const page = pageOf(rowsOf(call("limit: 'a | b <script>'")));
    assert.ok(page.includes('[a.test.js](../tests/pages/a.test.js)'));
    assert.ok(page.includes('A \\| b &lt;script>.'));
  });
});

describe('npm run works-with', () => {
  let folder;
  const tool = (...args) =>
    spawnSync(process.execPath, [join(root, 'tools/works-with.js'), folder, ...args], { encoding: 'utf8' });
  const test = (name, code) => writeFileSync(join(folder, 'tests', name), code);
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'works-with-'));
    for (const name of ['tests', 'docs']) mkdirSync(join(folder, name));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('writes the page, finds it in order, and finds it stale once a test has gone', () => {
    test('a.test.js', call());
    test('b.test.js', call('', "'Another tool'"));
    assert.equal(tool('--check').status, 1);
    assert.equal(tool().status, 0);
    const page = () => readFileSync(join(folder, 'docs/works-with.md'), 'utf8');
    assert.match(page(), /Another tool/);
    assert.equal(tool('--check').status, 0);
    rmSync(join(folder, 'tests/b.test.js'));
    const stale = tool('--check');
    assert.equal(stale.status, 1);
    assert.match(stale.stderr, /run npm run works-with/);
    assert.equal(tool().status, 0);
    assert.doesNotMatch(page(), /Another tool/);
  });
  it('writes nothing where a row cannot be read', () => {
    const before = readFileSync(join(folder, 'docs/works-with.md'), 'utf8');
    test('c.test.js', call('', 'tool'));
    const { status, stderr } = tool();
    assert.equal(status, 1);
    assert.match(stderr, /^tests\/c\.test\.js:1: name is not a plain string$/m);
    assert.equal(readFileSync(join(folder, 'docs/works-with.md'), 'utf8'), before);
  });
});

describe('docs/works-with.md', () => {
  it('is what the tests of this repository say', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'tools/works-with.js'), '--check'], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  });
  it('has its rows from tests that are there', () => {
    const { rows, problems } = gather(testsIn(root));
    assert.deepEqual(problems, []);
    assert.ok(rows.length > 3);
  });
});
