/** Do the checks of tokens, manifest and sizes, and the counting of tests, find what they are there for? */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { playwrightOff } from '../../tools/browser-settings.js';
import { isStale } from '../../tools/build-if-stale.js';
import { manifestProblems } from '../../tools/check-manifest.js';
import { renderedParts } from '../../tools/rendered-parts.js';
import { measureAll } from '../../tools/check-sizes.js';
import { tokenProblems } from '../../tools/check-tokens.js';
import { serve } from '../../tools/serve.js';
import { countSessions } from '../../tools/totals-reporter.js';

const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function folderWith(files) {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-checks-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe('the check of tokens', () => {
  const problems = (element, base = '--_text: var(--alongside-color-text); color: var(--_text);') =>
    tokenProblems(
      folderWith({
        'src/styles/tokens.css': ':root { --alongside-color-text: #000; }',
        'src/styles/base.styles.ts': base,
        'src/elements/stage-guide/stage-guide.styles.ts': element,
      }),
    );
  const cases = {
    '': 0,
    'color: var(--_text);': 0,
    '--_own: 1px; width: var(--_own);': 0,
    'html`<i style="--_turn: ${x}"></i>`; rotate: var(--_turn);': 0,
    'color: var(--_typo);': 1,
    '--_own: 1px;': 1,
    'color: var(--alongside-color-typo);': 1,
    'color: var(--stage-guide-accent);': 1,
    '/** @cssprop {<color>} [--stage-guide-accent=red] - Open. */ color: var(--stage-guide-accent);': 0,
    '/** @cssprop --stage-guide-accent - Open. */': 1,
  };
  for (const [code, count] of Object.entries(cases)) {
    it(`${count === 0 ? 'allows' : 'finds'}: ${code || 'nothing'}`, () => assert.equal(problems(code).length, count));
  }
  it('finds a token that nobody reads, and one that is made and not used', () => {
    assert.equal(problems('', '--_a: 1px;').length, 2);
  });
});

describe('the check of the manifest', () => {
  const element = (changes) => ({
    kind: 'class',
    customElement: true,
    tagName: 'stage-guide',
    summary: 'A guide.',
    description: 'A guide to stages.',
    members: [{ kind: 'field', name: 'stage', description: 'The open one.' }],
    events: [{ name: 'stage-change', type: { text: 'StageChangeEvent' }, description: 'Opened.' }],
    ...changes,
  });
  const problems = (changes, parts = (changes.cssParts ?? []).map(({ name }) => name)) =>
    manifestProblems(
      { modules: [{ path: 'dist/elements/stage-guide/stage-guide.js', declarations: [element(changes)] }] },
      ['stage-guide'],
      () => parts,
    ).length;

  it('finds nothing where all is described', () => assert.equal(problems({}), 0));
  it('finds a class without a comment', () => assert.equal(problems({ description: '' }), 1));
  it('finds a missing summary', () => assert.equal(problems({ summary: undefined }), 1));
  it('finds a tag that is not that of the folder', () => assert.equal(problems({ tagName: 'stage-gide' }), 1));
  it('finds a member without words', () => assert.equal(problems({ members: [{ name: 'stage' }] }), 1));
  it('finds a slot and a part without words', () =>
    assert.equal(problems({ slots: [{ name: '' }], cssParts: [{ name: 'x' }] }), 2));
  it('finds a part that is rendered and not described, and one that is described and not rendered', () => {
    const cssParts = [{ name: 'title', description: 'The heading.' }];
    assert.equal(problems({ cssParts }, ['title']), 0);
    assert.equal(problems({ cssParts }, ['noticing', 'title']), 1);
    assert.equal(problems({ cssParts }, []), 1);
    assert.equal(problems({}, ['noticing']), 1);
  });
  it('knows the parts in the templates of an element, and in those that it borrows', () => {
    const src = folderWith({
      'elements/a-b/a-b.ts': `import { heading } from '../../templates/heading.js';
        import type { Other } from '../../templates/types-only.js';
        import { CD } from '../c-d/c-d.js';
        const box = (words, name = '') => html\`<div part=\${name}>\${words}</div>\`;
        export class AB { render() { return [heading(2, 'Words', 'title'), box('x', 'box'), box('x'), html\`<p class="x" part="one two"></p>\`]; } }`,
      'elements/a-b/later.ts': `Object.assign(make('p'), { part: 'late' }); frame.part.add('frame'); svg\`<g part="drawn"></g>\`;`,
      'elements/c-d/c-d.ts': 'export const CD = html`<p part="of-another"></p>`;',
      'templates/heading.ts': `import './row.js';
        export const heading = (level, words, name = '') => html\`<h2 part=\${name} id=\${name}>\${words}</h2>\`;
        heading(2, 'Words'); // part="in-a-comment"`,
      'templates/row.ts': 'export function row() { return html`<li part="row"></li>`; }',
      'templates/types-only.ts': 'export const other = html`<p part="unused"></p>`;',
    });
    assert.deepEqual(renderedParts(src, 'a-b'), ['box', 'drawn', 'frame', 'late', 'one', 'row', 'title', 'two']);
    assert.deepEqual(renderedParts(src, 'c-d'), ['of-another']);
    const unknown = folderWith({ 'elements/a-b/a-b.ts': 'html`<p part=${somewhere.name}></p>`;' });
    assert.throws(() => renderedParts(unknown, 'a-b'), /nobody knows which/);
  });
  it('finds an event without a type', () => assert.equal(problems({ events: [{ name: 'x', description: 'X.' }] }), 1));
  it('finds a missing element', () =>
    assert.equal(manifestProblems({ modules: [] }, ['stage-guide'], () => []).length, 1));
});

describe('the check of sizes', () => {
  const text = 'export const a = 1;';
  const entry = {
    file: 'stage-guide.js',
    bytes: text.length,
    brotli: brotliCompressSync(text).length,
    integrity: `sha384-${createHash('sha384').update(text).digest('base64')}`,
  };
  const problems = (changes, content = text) =>
    measureAll(
      folderWith({ 'manifest.json': JSON.stringify([{ ...entry, ...changes }]), 'stage-guide.js': content }),
    ).flatMap((row) => row.problems).length;

  it('finds nothing in a small file', () => assert.equal(problems({}), 0));
  it('finds a wrong hash', () => assert.equal(problems({ integrity: 'sha384-x' }), 1));
  it('finds a changed file', () => assert.equal(problems({}, `${text} export const b = 22;`), 3));
  it('finds a file that is not there', () => assert.equal(problems({ file: 'gone.js' }), 1));
  it('finds a file over its budget', () => {
    const big = Array.from({ length: 30_000 }, (_, i) => createHash('md5').update(String(i)).digest('base64')[0]).join(
      '',
    );
    const [row] = measureAll(folderWith({ 'manifest.json': JSON.stringify([entry]), 'stage-guide.js': big }));
    assert.ok(row.problems.some((problem) => problem.endsWith('over its budget')));
  });
});

describe('the counting of browser tests', () => {
  const passes = { name: 'one', passed: true, skipped: false };
  const fails = { name: 'two', passed: false, skipped: false, error: { message: '1 is not 2' } };
  const skips = { name: 'three', passed: false, skipped: true };
  const session = (passed, ...tests) => ({
    passed,
    browser: { name: 'Firefox' },
    testFile: resolve('tests/a.test.ts'),
    testResults: {
      tests: [],
      suites: [{ name: 'a-guide', tests, suites: [{ name: 'in', tests: [passes], suites: [] }] }],
    },
  });

  it('counts tests in suites, failures and skips, and says what failed', () => {
    assert.deepEqual(countSessions([session(false, passes, fails, skips), session(true)]), {
      passed: 3,
      failed: 1,
      skipped: 1,
      failures: [{ where: 'tests/a.test.ts > Firefox > a-guide > two', message: '1 is not 2' }],
    });
  });
  it('counts a file that did not load as one failure', () => {
    const errors = [{ message: 'no such file' }];
    assert.deepEqual(countSessions([{ ...session(false), testResults: undefined, errors }]), {
      passed: 0,
      failed: 1,
      skipped: 0,
      failures: [{ where: 'tests/a.test.ts > Firefox', message: 'no such file' }],
    });
  });
});

describe('the counting of tests in Node', () => {
  const counted = (code) => {
    const file = join(
      folderWith({ 'a.test.mjs': `import { before, describe, it } from 'node:test';\n${code}` }),
      'a.test.mjs',
    );
    const reporter = new URL('../../tools/node-totals.js', import.meta.url);
    // Within a test, Node would take it for a part of this one.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const args = ['--test', `--test-reporter=${reporter}`, '--test-reporter-destination=stdout', file];
    const { failures, ...counts } = JSON.parse(spawnSync(process.execPath, args, { env, encoding: 'utf8' }).stdout);
    return { ...counts, failures: failures.map(({ where, message }) => [where.replace(/^.*mjs/, 'a'), message]) };
  };

  it('counts tests in suites, failures and skips, and says what failed', () => {
    const code = `
      describe('all', () => {
        it('one', () => {});
        describe('in', () => { it.skip('two', () => {}); it('three', () => {}); });
        it('four', () => { throw new Error('1 is not 2'); });
      });
      it('five', () => { throw new Error('nor 3'); });`;
    const failures = [
      ['a > all > four', '1 is not 2'],
      ['a > five', 'nor 3'],
    ];
    assert.deepEqual(counted(code), { passed: 2, failed: 2, skipped: 1, failures });
  });
  it('counts what comes before the tests of a suite, where it fails', () => {
    const { failed, failures } = counted(
      `describe('all', () => { before(() => { throw new Error('no'); }); it('one', () => {}); });`,
    );
    assert.deepEqual([failed, failures[1]], [2, ['a > all', 'no']]);
  });
  it('counts a file that crashes as one failure', () => {
    const { failed, failures } = counted(`process.exit(3);`);
    assert.deepEqual([failed, failures.length], [1, 1]);
  });
});

describe('the freshness of a build', () => {
  const parts = { last: 'cdn/manifest.json', outputs: ['dist/index.js'], sources: ['src'] };
  const built = { 'src/a.ts': '', 'dist/index.js': '', 'cdn/manifest.json': '' };
  it('is stale when anything that is built is missing', () => {
    assert.equal(isStale(parts, folderWith({ 'src/a.ts': '', 'dist/index.js': '' })), true);
    assert.equal(isStale(parts, folderWith({ 'src/a.ts': '', 'cdn/manifest.json': '' })), true);
  });
  it('is fresh after a build, and stale after a file is changed or deleted', async () => {
    const folder = folderWith(built);
    assert.equal(isStale(parts, folder), false);
    await new Promise((resolve) => setTimeout(resolve, 20));
    rmSync(join(folder, 'src/a.ts'));
    assert.equal(isStale(parts, folder), true);
  });
});

describe('the server', () => {
  const files = {
    'demo/index.html': '<p>Hello</p>',
    'cdn/all.js': 'let a;',
    'secret.txt': 's',
    'demo/.hidden': 'h',
    'demo/in/index.html': 'in',
  };
  async function withServer(test) {
    const folder = folderWith(files);
    const site = await serve({ root: join(folder, 'demo'), folders: { '/cdn/': join(folder, 'cdn') } });
    try {
      await test((path, options) => fetch(site.address + path, { redirect: 'manual', ...options }));
    } finally {
      await site.close();
    }
  }
  it('serves pages, folders and what lies elsewhere', () =>
    withServer(async (get) => {
      const page = await get('/');
      assert.equal(await page.text(), '<p>Hello</p>');
      assert.equal(page.headers.get('cache-control'), 'no-store');
      assert.equal((await get('/cdn/all.js')).headers.get('content-type'), 'text/javascript; charset=utf-8');
      assert.equal((await get('/in')).headers.get('location'), '/in/');
      assert.equal((await get('/in/')).status, 200);
    }));
  it('gives nothing outside its folders, and nothing hidden', () =>
    withServer(async (get) => {
      const paths = [
        '/..%2fsecret.txt',
        '/%2e%2e/secret.txt',
        '/cdn/..%2f..%2fsecret.txt',
        '/.hidden',
        '/%2ehidden',
        '/..%5csecret.txt',
        '/%',
        '/cdn/',
        '/none',
      ];
      for (const path of paths) assert.equal((await get(path)).status, 404, path);
      assert.equal((await get('/', { method: 'POST' })).status, 405);
    }));
});

describe('the switch that spares Chromium work', () => {
  it('also names what Playwright turns off, since only the last such switch counts', () => {
    const playwright = createRequire(import.meta.url).resolve('playwright-core');
    const code = readFileSync(join(dirname(playwright), 'lib/coreBundle.js'), 'utf8');
    const [, list] = /\bdisabledFeatures = \[([^\]]*)\]/.exec(code);
    const theirs = [...list.replace(/\/\/.*/g, '').matchAll(/"(\w+)"/g)].map(([, name]) => name);
    assert.ok(theirs.length > 5);
    assert.deepEqual(playwrightOff.toSorted(), theirs.toSorted());
  });
});

describe('the check for what nobody uses', () => {
  const found = (files) => {
    const folder = folderWith({
      'package.json': JSON.stringify({
        name: 'a',
        type: 'module',
        devDependencies: { 'axe-core': '1', jquery: '1', vue: '1' },
      }),
      'knip.config.js': readFileSync('knip.config.js', 'utf8'),
      'src/index.ts': "export { used } from './leave/used.js';",
      'src/leave/used.ts': 'export const used = 1;\nexport const tested = 2;',
      'tests/node/used.test.js':
        "import { tested } from '../../dist/leave/used.js';\ntested('node_modules/axe-core/axe.min.js');",
      'tests/pages/page.test.js': "const script = 'src=/packages/jquery/jquery.js'; import 'vue';",
      ...files,
    });
    const knip = join(process.cwd(), 'node_modules/knip/bin/knip.js');
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [knip, '--directory', folder, '--no-config-hints', '--reporter', 'symbols'],
      { encoding: 'utf8' },
    );
    assert.equal(stderr, '');
    return stdout.replace(/\s+/g, ' ').trim();
  };
  it('finds nothing where all is used, if only by a test of the built copy, or as a file that is served', () =>
    assert.equal(found({}), ''));
  it('finds a file, an export, a type and a dependency', () => {
    assert.match(found({ 'src/leave/dead.ts': 'export const dead = 1;' }), /Unused files.*dead\.ts/);
    const extra =
      'export const used = 1;\nexport const tested = 2;\nexport const dead = 3;\nexport interface Dead { a: 1 }';
    const said = found({ 'src/leave/used.ts': extra, 'tests/pages/page.test.js': "import 'vue';" });
    assert.match(said, /Unused devDependencies \(1\) jquery/);
    assert.match(said, /Unused exports \(1\) dead/);
    assert.match(said, /Unused exported types \(1\) Dead/);
  });
});
