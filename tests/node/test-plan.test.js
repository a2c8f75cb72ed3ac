/** Does `npm test` run what it was asked for, and does nothing fall between `npm test` and what a build server runs after it? */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { affectedBy, testsOf } from '../../tools/affected.js';
import { changedFiles, dealOut, planOf } from '../../tools/test-plan.js';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const engines = ['chromium', 'firefox', 'webkit'];
const stories = 'tests/pages/stories.test.js';

/** What runs, as `file engine` and, for stories, `file look`. */
async function runs(args, these = engines) {
  const { parts } = await planOf(args, these);
  return parts.flatMap(({ files, env }) =>
    files.flatMap((file) => {
      const looks = { one: ['first'], others: ['second'], differing: ['first', 'second'] };
      if (file === stories) return looks[env.STORY_LOOKS].map((look) => `${file} ${look}`);
      return env.BROWSERS.split(',').map((engine) => `${file} ${engine}`);
    }),
  );
}

describe('what npm test runs', () => {
  const files = ['node', 'elements', 'pages', 'consumers'].flatMap((part) =>
    readdirSync(join(root, 'tests', part))
      .filter((name) => /\.test\.[jt]s$/.test(name))
      .map((name) => `tests/${part}/${name}`),
  );

  it('is every file of tests', async () => {
    const { parts } = await planOf([], ['chromium']);
    assert.deepEqual(parts.flatMap(({ files }) => files).toSorted(), files.toSorted());
  });

  it('and what a build server runs after it are together all there is, and nothing twice', async () => {
    const [first, rest, all] = await Promise.all([runs([], ['chromium']), runs(['--all', '--rest']), runs(['--all'])]);
    assert.equal(new Set([...first, ...rest]).size, first.length + rest.length);
    const missing = all.filter((run) => !first.includes(run) && !rest.includes(run));
    // These open pages in one engine, whichever are asked for.
    const once = /^tests\/(node|consumers)\/|docs\.test\.js /;
    assert.deepEqual(
      missing.filter((run) => !once.test(run)),
      [],
    );
  });

  it('is dealt out to a few processes, each file once, and about as much to each', () => {
    const pages = files.filter((file) => file.startsWith('tests/pages/'));
    const lanes = dealOut(pages, 3);
    assert.equal(lanes.length, 3);
    assert.deepEqual(lanes.flat().toSorted(), pages.toSorted());
    const counts = lanes.map(({ length }) => length);
    assert.ok(Math.min(...counts) > pages.length / 8, `${counts}`);
    assert.deepEqual(dealOut(pages.slice(0, 2), 3).length, 2);
  });

  it('in one engine is in that one only', async () => {
    const { parts, engines: needed } = await planOf(['pages'], ['firefox']);
    assert.deepEqual([needed, parts.map(({ env }) => env.BROWSERS)], [['firefox'], ['firefox']]);
  });

  it('needs no browser for tests in Node alone', async () => assert.deepEqual((await planOf(['node'])).engines, []));

  it('can be one part, one element with its stories, or a piece of a path', async () => {
    const filesOf = async (word) => (await planOf([word], ['chromium'])).parts.flatMap(({ files }) => files);
    assert.deepEqual(await filesOf('consumers'), [
      'tests/consumers/consumers.test.js',
      'tests/consumers/installed.test.js',
    ]);
    assert.deepEqual(await filesOf('elements/stage-guide.test.ts'), ['tests/elements/stage-guide.test.ts']);
    assert.deepEqual(await filesOf('stage-guide'), ['tests/elements/stage-guide.test.ts', stories]);
    assert.ok((await filesOf('private-frame')).includes('tests/pages/frame-blocked.test.js'));
    const { parts } = await planOf(['stage-guide'], ['chromium']);
    assert.equal(parts.at(-1).env.STORY_TAGS, 'stage-guide');
  });

  it('is nothing where that is not known, and says what there is', async () => {
    await assert.rejects(planOf(['stage-gide'], ['chromium']), /no part, element or test called stage-gide/);
    await assert.rejects(planOf(['--change'], ['chromium']), /no option --change/);
  });
});

describe('what has changed since main', () => {
  const answers =
    (known) =>
    (...args) =>
      known[args.join(' ')];
  const inside = 'rev-parse --is-inside-work-tree';

  it('is what differs from where the branch began, and what git does not know yet', () => {
    const git = answers({
      [inside]: 'true\n',
      'merge-base HEAD main': 'abc\n',
      'diff --name-only --no-renames abc': 'src/a.ts\nsrc/b.ts\n',
      'ls-files --others --exclude-standard': 'src/c.ts\n',
    });
    assert.deepEqual(changedFiles(git), ['src/a.ts', 'src/b.ts', 'src/c.ts']);
  });

  it('is compared with the one of the server where there is no main here', () => {
    const git = answers({
      [inside]: 'true\n',
      'merge-base HEAD origin/main': 'abc\n',
      'diff --name-only --no-renames abc': '',
      'ls-files --others --exclude-standard': '',
    });
    assert.deepEqual(changedFiles(git), []);
  });

  it('cannot be told without git, and not without main: both are said', () => {
    assert.throws(() => changedFiles(answers({})), /there is no git, or this folder is no repository/);
    assert.throws(() => changedFiles(answers({ [inside]: 'true\n' })), /the branch main, and there is none/);
  });
});

describe('what a change can affect', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-affected-'));
  after(() => rmSync(folder, { recursive: true }));
  const repository = {
    'src/index.ts': `export { StageGuide } from './elements/stage-guide/stage-guide.js';
      export { SourceNote } from './elements/source-note/source-note.js';`,
    'src/define/stage-guide.ts': `import '../elements/stage-guide/stage-guide.js';`,
    'src/define/source-note.ts': `import '../elements/source-note/source-note.js';`,
    'src/elements/stage-guide/stage-guide.ts': `import { text } from '../../content/late.js'; export class StageGuide {}`,
    'src/elements/source-note/source-note.ts': `export class SourceNote {}`,
    'src/content/late.ts': `import './gone.js'; export const text = () => import('./es/words.json');`,
    'src/content/es/words.json': '{}',
    'src/resources/hours.ts': '',
    'cli/render/render.js': '',
    'docs/a.md': '',
    'tests/node/hours.test.js': `import { bundled } from './bundled.js'; bundled('resources/hours');`,
    'tests/node/bundled.js': '// Of src/, such as `src/content`.',
    'tests/node/docs.test.js': `readdirSync('docs')`,
    'tests/node/dist.test.js': `import('../../dist/content/late.js')`,
    'tests/elements/source-note.test.ts': `import { SourceNote } from 'alongside-elements';`,
    'tests/elements/stage-guide.test.ts': `import 'alongside-elements/define/stage-guide.js';`,
    'tests/pages/partner.test.js': `import { site } from './site.js';`,
    'tests/pages/site.js': `'/cdn/all.js'`,
    'tests/pages/note.test.js': `'<script src="/cdn/source-note.js"></script>'`,
    [stories]: '',
    'stories/stage-guide.stories.ts': `import 'alongside-elements/define/stage-guide.js'; import './parts.js';`,
    'stories/parts.ts': '',
  };
  for (const [path, text] of Object.entries(repository)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const files = Object.keys(repository).filter((path) => path.includes('.test.'));
  const short = (path) => path.replace(/^tests\/(.*)\.test\..*$/, '$1');
  const affected = (...changed) => affectedBy(changed, files, folder).files.map(short);

  for (const [path, wanted] of Object.entries({
    'src/resources/hours.ts': ['node/hours'],
    'src/content/gone.ts': ['node/dist', 'elements/stage-guide', 'pages/stories'],
    'docs/a.md': ['node/docs'],
    'src/content/es/words.json': ['node/dist', 'elements/stage-guide', 'pages/stories'],
    'src/elements/source-note/source-note.ts': ['elements/source-note', 'pages/note', 'pages/stories'],
    'tests/pages/site.js': ['pages/partner'],
    'tests/pages/note.test.js': ['pages/note'],
    'stories/parts.ts': ['pages/stories'],
    'bench/page/run.js': [],
    'package.json': files.map(short),
  }))
    it(`of ${path}: ${wanted.length} of ${files.length} files`, () => {
      assert.deepEqual(affected(path).toSorted(), wanted.toSorted());
    });

  it('is looked at in the stories of that element, and says what was left out', () => {
    const { tags, left } = affectedBy(['src/content/late.ts'], files, folder);
    assert.deepEqual([tags, left.map(short)], [['stage-guide'], ['pages/partner', 'pages/note']]);
  });

  it('of every element is all pages', () => {
    const both = ['src/elements/source-note/source-note.ts', 'src/elements/stage-guide/stage-guide.ts'];
    assert.deepEqual(affectedBy(both, files, folder).left, []);
  });

  it('and what is about one element have the tests of its name in common', () => {
    assert.deepEqual(testsOf('source-note', files, folder).map(short).toSorted(), [
      'elements/source-note',
      'pages/note',
      'pages/stories',
    ]);
    assert.equal(testsOf('no-such', files, folder), undefined);
  });
});
