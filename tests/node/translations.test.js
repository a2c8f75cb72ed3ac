/**
 * Are the translations whole, are they what their files say they are, and does what is built from them keep the fact that
 * nobody has reviewed them? A change of the English is noticed, and a slip of a translator is, too.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import * as data from '../../dist/content/schema.js';
import { parse } from '../../dist/schema/parse.js';
import { checkFile, differences, translatedFiles, update } from '../../tools/check-translations.js';
import { built, hashOf } from '../../tools/translations.js';
import { contentFile, root, sections } from './texts.js';

const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A content folder of its own to change things in: `{ en, es, at(language, section), change(language, section, how) }`. */
function copyOfContent() {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-translations-'));
  folders.push(folder);
  const content = join(folder, 'content');
  for (const language of ['en', 'es'])
    cpSync(join(root, 'src/content', language), join(content, language), { recursive: true });
  const at = (language, section) => join(content, language, `${section}.json`);
  return {
    content,
    at,
    change(language, section, how) {
      const data = JSON.parse(readFileSync(at(language, section), 'utf8'));
      how(data);
      writeFileSync(at(language, section), JSON.stringify(data));
    },
  };
}

describe('the Spanish translation', () => {
  for (const section of sections) {
    const file = join(root, `src/content/es/${section}.json`);
    it(`is there, whole and of today's English: ${section}`, () => {
      const { problems, missing, changed } = checkFile(file);
      assert.deepEqual({ problems, missing }, { problems: [], missing: [] });
      assert.equal(changed, false, 'the English has changed: go through it, then npm run translations -- --update');
    });
    it(`is a draft, and says so: ${section}`, () => {
      const { translation, words } = contentFile(section, 'es');
      assert.deepEqual([translation.status, translation.reviewer], ['draft', null]);
      assert.match(words.draft, /borrador/);
    });
    it(`is its own, and no English is left in it: ${section}`, () => {
      const texts = (value) => (typeof value === 'object' ? Object.values(value ?? {}).flatMap(texts) : [value]);
      const english = new Set(texts(contentFile(section)).filter((text) => / \w+ /.test(text)));
      const same = texts(contentFile(section, 'es')).filter((text) => english.has(text));
      assert.deepEqual(same, []);
    });
  }
  it('has no file that the English lacks', () => {
    const files = translatedFiles().map((file) => relative(join(root, 'src/content'), file).split(sep));
    for (const [language, file] of files)
      assert.ok(sections.includes(file.replace('.json', '')), `${language} ${file}`);
    assert.equal(files.filter(([language]) => language === 'es').length, sections.length);
  });
});

describe('the check of translations', () => {
  const english = {
    content: {
      title: 'A',
      stages: [{ id: 'one', name: 'One', signs: [{ id: 'x', text: 'Seen {n} times.', facts: ['S2.a'] }] }],
    },
    words: { many: { one: '{count} thing', other: '{count} things' }, go: 'Go to {place}', draft: '' },
  };
  const good = () => ({
    content: { title: 'A.', stages: [{ id: 'one', name: 'Uno', signs: [{ id: 'x', text: '{n} veces.' }] }] },
    words: { many: { one: '{count} cosa', other: '{count} cosas' }, go: 'Ir a {place}', draft: 'Borrador.' },
  });
  const check = (how) => {
    const translated = good();
    how(translated);
    const { problems, missing } = differences(english, translated, 'es');
    return [problems.length, missing.length];
  };
  const cases = {
    'all is well': [() => {}, [0, 0]],
    'a text is missing': [(data) => delete data.words.go, [0, 1]],
    'an entry is missing': [(data) => data.content.stages.pop(), [0, 2]],
    'all content is missing': [(data) => delete data.content, [0, 3]],
    'a draft does not say so': [(data) => (data.words.draft = ''), [0, 1]],
    'an unknown key': [(data) => (data.words.stop = 'Alto'), [1, 0]],
    'an unknown entry': [(data) => data.content.stages.push({ id: 'two' }), [1, 0]],
    'an entry twice': [
      (data) => data.content.stages.push({ id: 'one', name: 'Uno', signs: good().content.stages[0].signs }),
      [1, 0],
    ],
    'a placeholder is lost': [(data) => (data.words.go = 'Ir'), [1, 0]],
    'a placeholder is another': [(data) => (data.words.go = 'Ir a {lugar}'), [1, 0]],
    'a placeholder is lost in one plural': [(data) => (data.words.many.one = 'una cosa'), [1, 0]],
    'a plural that the language lacks': [(data) => (data.words.many.few = '{count} cosas'), [1, 0]],
    'a plural of its own': [(data) => (data.words.many.many = '{count} de cosas'), [0, 0]],
    'a plural became a text': [(data) => (data.words.many = '{count} cosas'), [1, 0]],
    'a text became an object': [(data) => (data.words.go = {}), [1, 0]],
    'a list became an object': [(data) => (data.content.stages = {}), [1, 2]],
    'facts are repeated': [(data) => (data.content.stages[0].signs[0].facts = ['S2.a']), [1, 0]],
  };
  for (const [what, [how, expected]] of Object.entries(cases))
    it(`tells: ${what}`, () => assert.deepEqual(check(how), expected));

  it('leaves names of organizations and titles of documents alone, and refuses them in a translation', () => {
    const from = { content: { resources: [{ id: 'a', name: 'A Place', source: 'A Place' }] }, words: { draft: '' } };
    const to = (entry) => ({ content: { resources: [{ id: 'a', ...entry }] }, words: { draft: 'x' } });
    assert.equal(differences(from, to({}), 'es').missing.length, 0);
    assert.equal(differences(from, to({ name: 'Un lugar' }), 'es').problems.length, 1);
  });

  it('fails when a reviewed translation is behind the English, and only then', () => {
    const copy = copyOfContent();
    const file = copy.at('es', 'stages');
    copy.change('es', 'stages', (data) => Object.assign(data.translation, { status: 'reviewed', reviewer: 'A team' }));
    assert.deepEqual(checkFile(file).problems, []);
    copy.change('en', 'stages', (data) => (data.words.invite = 'Choose a stage.'));
    assert.equal(checkFile(file).problems.length, 1);
    update(file);
    assert.deepEqual(checkFile(file).problems, []);
    copy.change('es', 'stages', (data) => (data.translation.reviewer = ''));
    assert.equal(checkFile(file).problems.length, 1);
    copy.change('es', 'stages', (data) => Object.assign(data.translation, { status: 'done', date: 'today' }));
    assert.equal(checkFile(file).problems.length, 2);
  });
  it('changes the fingerprint only, when it is asked to', () => {
    const copy = copyOfContent();
    const file = copy.at('es', 'stages');
    const before = readFileSync(file, 'utf8');
    copy.change('en', 'stages', (data) => (data.content.title = 'Stages'));
    const { now } = update(file);
    assert.equal(now, hashOf(JSON.parse(readFileSync(copy.at('en', 'stages'), 'utf8'))));
    assert.equal(readFileSync(file, 'utf8'), before.replace(/("of": ")\w+/, `$1${now}`));
    assert.notEqual(readFileSync(file, 'utf8'), before);
  });
  it('ends with a code that CI understands', () => {
    const run = (...args) =>
      spawnSync(process.execPath, ['tools/check-translations.js', ...args], { cwd: root, encoding: 'utf8' });
    const { status, stdout } = run();
    assert.equal(status, 0);
    assert.match(stdout, /src\/content\/es\/stages\.json +draft +— +\d{4}-\d\d-\d\d +the same/);
    assert.notEqual(run('--update').status, 0);
  });
});

/** The parser's rules for each section. What has words of the widget's own only has none. */
const rulesOf = (section) => data[section === 'safety-plan' ? 'safetyPlan' : section];
const withRules = sections.filter(rulesOf);

describe('what is built from translations', () => {
  for (const section of withRules)
    it(`is read without a word, in every language: ${section}`, () => {
      for (const language of ['en', 'es']) {
        const { content } = built(join(root, `src/content/${language}/${section}.json`));
        assert.deepEqual(parse(rulesOf(section), content).problems, [], language);
      }
    });
  it('is nothing but words where no rules are', () => {
    assert.equal(withRules.length, 10);
    for (const section of sections.filter((name) => !rulesOf(name)))
      for (const language of ['en', 'es'])
        assert.deepEqual(built(join(root, `src/content/${language}/${section}.json`)).content, {}, section);
  });
  it('can be matched with the English: each statement has an id', () => {
    const bare = (value) =>
      typeof value === 'object' && value !== null
        ? [...(typeof value.text === 'string' && !value.id ? [value.text] : []), ...Object.values(value).flatMap(bare)]
        : [];
    for (const section of sections) assert.deepEqual(bare(contentFile(section).content), [], section);
  });
  it('is English where the translation has nothing, and says so to a screen reader', () => {
    const copy = copyOfContent();
    copy.change('es', 'stages', (data) => {
      data.content.stages.shift();
      delete data.words.invite;
    });
    const { content, words } = built(copy.at('es', 'stages'));
    assert.equal(words.invite, contentFile('stages').words.invite);
    assert.deepEqual([content.stages[0].name, content.stages[0].lang], ['Pre-contemplation', 'en']);
    assert.deepEqual([content.stages[1].name, content.stages[1].lang], ['Contemplación', undefined]);
  });
  it('is a draft again when the English has changed, whoever reviewed it', () => {
    const copy = copyOfContent();
    const status = () => built(copy.at('es', 'stages')).translation.status;
    assert.equal(status(), 'draft');
    copy.change('es', 'stages', (data) => (data.translation.status = 'reviewed'));
    assert.equal(status(), 'reviewed');
    copy.change('en', 'stages', (data) => (data.content.intro[0].text += ' More.'));
    assert.equal(status(), 'draft');
  });

  for (const kind of ['dist/content', 'cdn'])
    for (const section of sections) {
      it(`is in ${kind}/es, whole, without facts and marked as a draft: ${section}`, async () => {
        const file = join(root, kind, `es/${section}.js`);
        assert.ok(existsSync(file), 'npm run build makes it');
        const text = readFileSync(file, 'utf8');
        assert.doesNotMatch(text, /\bimport\b|S[12]\./);
        const { default: data } = await import(pathToFileURL(file));
        assert.deepEqual(JSON.parse(JSON.stringify(data)), built(join(root, `src/content/es/${section}.json`)));
        assert.equal(data.translation.status, 'draft');
        assert.equal(data.words.draft, contentFile(section, 'es').words.draft);
      });
    }

  // English is built in, except where it is long and can come later.
  for (const kind of ['dist/content', 'cdn'])
    it(`is in ${kind}/en where English is loaded as well: limits`, async () => {
      const { default: data } = await import(pathToFileURL(join(root, kind, 'en/limits.js')));
      assert.deepEqual(JSON.parse(JSON.stringify(data)), built(join(root, 'src/content/en/limits.json')));
    });
});
