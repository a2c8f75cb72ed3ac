/** A new element and a new language, begun by one command each in a copy of the repository; and lists that are stale, which are noticed. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { scratchCopy } from '../../tools/scratch-copy.js';
import { contentFile } from './texts.js';

const folder = scratchCopy();
after(() => rmSync(folder, { recursive: true }));
const read = (path) => readFileSync(join(folder, path), 'utf8');
const json = (path) => JSON.parse(read(path));

const run = (...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  return { code: status, said: `${stdout}${stderr}` };
};
const check = (tool) => run(`tools/${tool}.js`, '--check');
const passes = (tool) => {
  const { code, said } = check(tool);
  assert.equal(code, 0, said);
};

/** Does something to a file of the copy, and puts it back. */
function changed(path, change, then) {
  const text = read(path);
  const now = change(text);
  assert.notEqual(now, text, path);
  if (now === undefined) rmSync(join(folder, path));
  else writeFileSync(join(folder, path), now);
  then();
  writeFileSync(join(folder, path), text);
}

describe('a list that is stale', () => {
  const gone = () => undefined;
  const without = (pattern) => (text) => text.replace(pattern, '');
  const cases = [
    ['catalogue', 'package.json', without(/ {4}"\.\/dist\/define\/stage-guide\.js",\n/), /^package\.json is stale/m],
    ['catalogue', 'src/index.ts', without(/export \{ StageGuide \}.*\n/), /^src\/index\.ts is stale/m],
    ['catalogue', 'src/define/stage-guide.ts', gone, /^src\/define\/stage-guide\.ts is stale/m],
    ['catalogue', 'src/define/all.ts', without(/ {2}'stage-guide': .*\n/), /^src\/define\/stage-guide\.ts is stale/m],
    ['catalogue', 'src/define/all.ts', without(/ {2}'stage-guide': .*\n/), /src\/elements\/stage-guide: no row/],
    [
      'catalogue',
      'src/elements/practice-check/static.ts',
      (text) => text.replace("'form'", "'all'"),
      /^src\/elements\/private-frame\/framed\.ts is stale/m,
    ],
    ['catalogue', 'stories/stage-guide.stories.ts', gone, /<stage-guide>: there is no stories/],
    ['catalogue', 'tests/elements/stage-guide.test.ts', gone, /<stage-guide>: there is no tests/],
    ['catalogue', 'README.md', without(/\| `<stage-guide>` \|.*\n/), /<stage-guide>: the table in README\.md/],
    ['languages', 'src/content/es/goals.json', gone, /^src\/content\/languages\.ts is stale/m],
    [
      'languages',
      'src/content/es/leaving.json',
      (text) => text.replace(/"draft": "/, '"draft": "en: '),
      /^src\/content\/leave-languages\.ts is stale/m,
    ],
  ];
  for (const [tool, path, change, says] of cases)
    it(`is noticed: ${tool}, ${path}, ${says.source}`, () =>
      changed(path, change, () => {
        const { code, said } = check(tool);
        assert.equal(code, 1, said);
        assert.match(said, says);
      }));
  it('is none where nothing was changed', () => ['catalogue', 'languages', 'json-schemas'].forEach(passes));
});

describe('a new language', () => {
  it('is a file for each file in English, a draft without a reviewer, with every text in English and marked', () => {
    assert.equal(run('tools/new-language.js', 'vi').code, 0);
    const files = readdirSync(join(folder, 'src/content/en'));
    assert.deepEqual(readdirSync(join(folder, 'src/content/vi')), files);
    for (const file of files) {
      const { translation, words, content } = json(`src/content/vi/${file}`);
      assert.deepEqual([translation.status, translation.reviewer], ['draft', null]);
      const texts = (value) => (typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(texts));
      const ids = (value) =>
        typeof value === 'object' && value ? [value.id ?? [], Object.values(value).map(ids)].flat(9) : [];
      const own = texts([words, content]).filter((text) => !ids(content).includes(text));
      assert.ok(own.length > 0);
      for (const text of own) assert.match(text, /^en: ./, `${file}: ${text}`);
    }
    const { words } = json('src/content/vi/leaving.json');
    assert.equal(words.leave, `en: ${contentFile('leaving').words.leave}`);
  });
  it('is begun only once, and by a code', () => {
    for (const code of ['vi', 'en', '', '../x', 'Vietnamese']) assert.equal(run('tools/new-language.js', code).code, 1);
  });
  it('is checked: all of it is missing, and nothing is wrong', () => {
    const { code, said } = run('tools/check-translations.js');
    assert.equal(code, 0, said);
    assert.match(said, /^src\/content\/vi\/stages\.json +draft +— .* [1-9]\d* *$/m);
    assert.match(said, /^src\/content\/vi\/stages\.json: pages show English in its place/m);
  });
  it('is on no page before the sentence is translated that says that it is a draft', () => {
    passes('languages');
    const some = (text) => text.replace('"en: Whole cycle"', '"Example"').replace(/"en: [^"]*"/, '"Example"');
    changed('src/content/vi/stages.json', some, () => {
      const { code, said } = run('tools/check-translations.js');
      assert.equal(code, 1);
      assert.match(said, /^src\/content\/vi\/stages\.json: words\.draft: comes first/m);
      passes('languages');
    });
  });
  it('is loaded then, and what is still marked is English in it', async () => {
    const draft = (text) => text.replace(/"draft": "en: [^"]*"/, '"draft": "Example of a draft"');
    changed('src/content/vi/stages.json', draft, () => {
      assert.match(check('languages').said, /^src\/content\/languages\.ts is stale/m);
      const built =
        "import { built } from './tools/translations.js'; console.log(JSON.stringify(built('src/content/vi/stages.json')))";
      const { said } = run('--input-type=module', '--eval', built.replace("'src/", "process.cwd() + '/src/"));
      const { words, content, translation } = JSON.parse(said);
      const english = contentFile('stages');
      assert.equal(translation.status, 'draft');
      assert.deepEqual(words, { ...english.words, draft: 'Example of a draft' });
      assert.equal(content.title, english.content.title);
      assert.equal(content.stages[0].lang, 'en');
      assert.doesNotMatch(said, /en: /);
    });
  });
});

describe('a new element', () => {
  it('is its folder, its section, a story, a test and two rows', () => {
    const { code, said } = run('tools/new-element.js', 'scratch-note');
    assert.equal(code, 0, said);
    for (const path of [
      ...['scratch-note.ts', 'scratch-note.styles.ts', 'static.ts'].map((file) => `src/elements/scratch-note/${file}`),
      'src/content/en/scratch-note.json',
      'src/content/es/scratch-note.json',
      'src/content/sections/scratch-note.ts',
      'stories/scratch-note.stories.ts',
      'tests/elements/scratch-note.test.ts',
    ])
      assert.ok(existsSync(join(folder, path)), path);
    assert.match(read('README.md'), /^\| `<scratch-note>` \| [^|]+\. \| \|$/m);
  });
  it('is in every list', () => {
    ['catalogue', 'languages', 'json-schemas'].forEach(passes);
    assert.match(read('src/define/all.ts'), /'scratch-note': ScratchNote,\n {2}'source-note'/);
    assert.ok(json('package.json').sideEffects.includes('./dist/define/scratch-note.js'));
    assert.match(read('src/define/scratch-note.ts'), /define\('scratch-note', contained\(ScratchNote\)\)/);
    assert.match(read('src/index.ts'), /export \{ ScratchNote \}/);
    assert.match(
      read('src/content/sections.ts'),
      /'scratch-note': \{ element: 'scratch-note', \.\.\.scratchNoteSection \}/,
    );
    assert.equal(json('schemas/scratch-note.json').properties.intro.description, 'What to know first.');
  });
  it('is typed and linted as all others are', () => {
    const types = run('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.build.json');
    assert.equal(types.code, 0, types.said);
    const lint = run('node_modules/eslint/bin/eslint.js', 'src/elements/scratch-note', 'src/content', 'src/define');
    assert.equal(lint.code, 0, lint.said);
  });
  it('is begun only once, and by a tag', () => {
    for (const tag of ['scratch-note', 'note', '', 'Scratch-Note', '../x-y'])
      assert.equal(run('tools/new-element.js', tag).code, 1, tag);
  });
});
