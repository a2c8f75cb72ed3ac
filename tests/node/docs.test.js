/**
 * Is everything right that the docs tell people to paste, to run and to set? Each code block is given to what reads its language:
 * our parser, our command, our manifest, the compiler. tests/pages/docs.test.js opens those that a browser reads.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { blocksIn, docBlocks, docFiles, docText, nameOf } from './docs/blocks.js';
import { codeProblems, componentProblems } from './docs/code.js';
import { headerProblems, jsonProblems, yamlProblems } from './docs/data.js';
import { elements } from './docs/elements.js';
import { cssProblems, htmlProblems } from './docs/markup.js';
import { shellProblems } from './docs/shell.js';
import { readJson, root } from './texts.js';

const checks = {
  css: cssProblems,
  html: htmlProblems,
  http: headerProblems,
  js: (code) => codeProblems(code, 'js'),
  json: jsonProblems,
  sh: shellProblems,
  svelte: componentProblems,
  ts: (code) => codeProblems(code, 'ts'),
  tsx: (code) => codeProblems(code, 'tsx'),
  vue: componentProblems,
  yaml: yamlProblems,
};

const problemsOf = async ({ language, code }) =>
  Object.hasOwn(checks, language) ? checks[language](code) : [`nobody checks the language "${language}"`];

describe('a code block', () => {
  it('is there in every kind of doc', () => {
    for (const start of ['README', 'CONTRIBUTING', 'docs/', 'stories/guide-'])
      assert.ok(
        docBlocks.some(({ file }) => file.startsWith(start)),
        start,
      );
  });
  for (const block of docBlocks)
    it(`is right: ${nameOf(block)}`, async () => assert.deepEqual(await problemsOf(block), []));
});

/** For each language: what is wrong, and what is to be said about it. */
const wrong = {
  '': [['text', /nobody checks/]],
  cobol: [['DISPLAY', /nobody checks/]],
  html: [
    ['<stage-guid></stage-guid>', /no such element/],
    ['<stage-guide stages="action"></stage-guide>', /no attribute stages/],
    ['<private-frame tag="safety-checklist" stage="action"></private-frame>', /no attribute stage/],
    ['<stage-guide>', /never closed/],
    ['<stage-guide stage="a" stage="b"></stage-guide>', /duplicate-attribute/],
    ['<stage-guide><p slot="notes">A note</p></stage-guide>', /no slot notes/],
    ['<resource-card resource-id="989"></resource-card>', /no service 989/],
    ['<stage-guide plan="my-plan"></stage-guide>', /nothing has the id my-plan/],
    ['<script src="/cdn/every.js"></script>', /no file \/cdn\/every\.js/],
    ['<script src="/cdn/all.js"></script><stage-guide>Call us</stage-guide>', /no number to call/],
    ['<a href="tel:1-888">Call</a>', /more than digits/],
    ['<stage-guide><script type="application/json">{"stages": 5}</script></stage-guide>', /\$\.stages: type/],
    ['<script type="module">import "/cdn/every.js";</script>', /no file \/cdn\/every\.js/],
  ],
  css: [
    ['stage-guide { color }', /./],
    ['stage-guid { color: red }', /no element stage-guid/],
    [':root { --alongside-hue-accent: red }', /nothing reads --alongside-hue-accent/],
    ['stage-guide::part(cycle) { color: red }', /stage-guide has no part cycle/],
    ['::part(title) { color: red }', /no part title/],
  ],
  js: [
    ['const = 1', /line 1/],
    ["import { render } from 'alongside-elements/renders';", /no address/],
    ["import { renders } from 'alongside-elements/render';", /exports no renders/],
    ["import 'alongside-elements/define/stages-guide.js';", /no address/],
    ["import { parse } from 'alongside-elements/internal/schema/parse.js';", /our own command line/],
    ["import 'alongside-elements/render';\nthrow new Error('no');", /no/],
  ],
  ts: [
    ["import type { StageChange } from 'alongside-elements';", /exports no StageChange/],
    [
      "import 'alongside-elements/define/stage-guide.js';\ndocument.querySelector('stage-guide')!.stage = 5;",
      /not assignable/,
    ],
  ],
  tsx: [
    ["import { StagesGuide } from 'alongside-elements/react';", /exports no StagesGuide/],
    ['<StageGuide stages={stage} />;', /no stages/],
    ['<stage-guide onstage-changed={() => {}} />;', /no onstage-changed/],
  ],
  vue: [
    ['<template></template>', /no script/],
    ["<script setup>import 'alongside-elements/vu';</script>", /no address/],
    ['<script setup></script><template><stage-guide :stages="stage" /></template>', /no :stages/],
  ],
  svelte: [
    ['<script></script><stage-guide {stage} {pack} onstage-change={(event) => event}></stage-guide>', /no pack/],
  ],
  sh: [
    ['npm run verifies', /no script verifies/],
    ['npm starts', /no script starts/],
    ['npx alongside-elements-cli checks pack.json', /no command checks/],
    ['npx alongside-elements-cli check pack.json --stricts', /no option --stricts/],
    ['npx alongside-elements-cli render pages.html', /ends with 3/],
    // On npm that name belongs to nobody, so anybody could take it.
    ['npx alongside check pack.json', /nobody knows npx alongside/],
    ['npx alongsides', /nobody knows npx/],
    ['npm start && node tools/checks.js', /no file tools\/checks\.js/],
    ['0 3 * * * cd /srv && curl example.org', /nobody knows the command curl/],
  ],
  json: [
    ['{', /JSON/],
    ['{ "things": [] }', /nobody reads/],
    ['{ "stage": [] }', /no key "stage"/],
    ['{ "stages": [{ "id": "action", "signs": 5 }] }', /signs/],
    ['{ "columns": { "A": { "to": "name", "as": "text" } } }', /not known/],
    ['{ "html.customData": ["./node_modules/alongside-elements/dist/none.json"] }', /no file/],
    ['{ "translation": { "status": "fine" } }', /says this of itself/],
    ['{ "id": "any-stage", "text": "Another.", "facts": ["S9.none"] }', /no statement[^]*no fact S9/],
  ],
  yaml: [
    ['a: [', /./],
    ['steps: [{ run: npm run verifies }]', /no script verifies/],
  ],
  http: [
    ['Cache-Controls: no-store', /nobody knows the header/],
    ['Cache-Control: no-storing', /no-storing/],
    ["Content-Security-Policy: scripts-src 'self'", /no directive scripts-src/],
    ['Content-Security-Policy: script-src self', /takes no self/],
    ["Content-Security-Policy: img-src 'none' 'self'", /says nothing/],
    ['Content-Security-Policy: sandbox allow-all', /takes no allow-all/],
  ],
};

describe('a wrong code block', () => {
  for (const [language, blocks] of Object.entries(wrong))
    for (const [code, said] of blocks)
      it(`is found: ${language || 'no language'}: ${code.split('\n').at(-1)}`, async () =>
        assert.match((await problemsOf({ language, code })).join('\n'), said));
  it('of each language has been seen', () => {
    for (const language of Object.keys(checks)) assert.ok(wrong[language], language);
  });
  it('that is never closed is found', () => {
    assert.throws(() => blocksIn('```sh\nnpm start\n', 'x.md'), /x\.md:1/);
  });
});

describe('the name of the command line', () => {
  const folders = ['cli', 'demo', 'docs', 'src', 'stories'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
  );
  /** Run from npm, or told by its old name. */
  const bare = /npx (?:--?\S+ )*alongside(?![\w-])|`alongside (?:check|new-pack|render|snapshot)\b/;

  it('is that of its package everywhere: on npm, the name of its old command belongs to nobody', () => {
    for (const file of [...files, join(root, 'README.md'), join(root, 'CONTRIBUTING.md')]) {
      // This one says what was, and what to write instead.
      if (file.endsWith('docs/upgrading.md')) continue;
      assert.doesNotMatch(readFileSync(file, 'utf8'), bare, file);
    }
  });
  it('is looked for in what tells people to run it', () => {
    for (const line of ['Run `npx alongside check`.', 'npx --yes alongside', 'npx alongside', '`alongside snapshot`'])
      assert.match(line, bare);
    for (const line of ['npx alongside-elements-cli check', '`alongside-elements-cli check`'])
      assert.doesNotMatch(line, bare);
  });
});

/** The ids that Storybook gives to its pages of docs, as addresses of the guides have them. */
const storyIds = docFiles
  .filter((file) => file.endsWith('.mdx'))
  .map((file) => /<Meta title="([^"]+)"/.exec(docText(file))[1])
  .map((title) => `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}--docs`);

describe('a link in the docs', () => {
  const anchors = (text) =>
    [...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
      title
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .trim()
        .replaceAll(' ', '-'),
    );
  const linksIn = (text) => [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);

  for (const file of docFiles) {
    it(`leads somewhere: ${file}`, () => {
      for (const link of linksIn(docText(file))) {
        if (/^https?:/.test(link) || link.startsWith('./builder/')) continue;
        const [, story] = /^\?path=\/(?:docs|story)\/(.+)$/.exec(link) ?? [];
        if (story) {
          const tag = story.split('--')[0];
          const known = storyIds.includes(story) || existsSync(join(root, `stories/${tag}.stories.ts`));
          assert.ok(known, `${link}: no page of Storybook`);
          continue;
        }
        const [path, anchor] = link.split('#');
        const target = path ? join(root, dirname(file), path) : join(root, file);
        assert.ok(existsSync(target), `${link}: no file`);
        if (anchor) assert.ok(anchors(readFileSync(target, 'utf8')).includes(anchor), `${link}: no such heading`);
      }
    });
    it(`in words names a file that is there: ${file}`, () => {
      for (const [, path] of docText(file).matchAll(/`((?:src|docs|cli|tools|tests|demo|schemas|cdn)\/[\w./-]+)`/g))
        assert.ok(existsSync(join(root, path)), path);
    });
  }
});

describe('the tables of the guides', () => {
  const manifest = readJson('custom-elements.json');
  let tables;
  before(async () => {
    const entryPoints = [join(root, 'stories/tables.ts')];
    const { outputFiles } = await build({ entryPoints, format: 'esm', write: false });
    tables = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  });
  it('have every token, each with what it is and its default', () => {
    const css = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8');
    const rows = tables.tokensIn(css);
    assert.deepEqual(
      rows.map(({ name }) => name),
      [...css.matchAll(/^\s*(--[\w-]+):/gm)].map(([, name]) => name),
    );
    for (const { name, meaning, value } of rows) assert.ok(meaning && value && !value.includes('/*'), name);
  });
  it('have every element, part, property and event', () => {
    const known = [...elements.values()];
    assert.deepEqual(
      tables.elementsIn(manifest).map(({ tag, attributes }) => [tag, attributes]),
      known.map(({ tag, attributes }) => [tag, attributes.map(({ name }) => name)]),
    );
    const { methods } = tables.elementsIn(manifest).find(({ tag }) => tag === 'quick-exit');
    assert.deepEqual(methods, ['leave()']);
    assert.deepEqual(
      tables.partsIn(manifest).map(({ tag, name }) => `${tag} ${name}`),
      known.flatMap(({ tag, parts }) => parts.map(({ name }) => `${tag} ${name}`)),
    );
    assert.deepEqual(
      tables.ownPropertiesIn(manifest).map(({ name }) => name),
      known.flatMap(({ cssProperties }) => cssProperties.map(({ name }) => name)),
    );
    const events = tables.eventsIn(manifest);
    const fired = new Set(known.flatMap((element) => element.events.map(({ name }) => name)));
    assert.deepEqual(new Set(events.map(({ name }) => name)), fired);
    for (const { name, description, fields, tags } of events)
      assert.ok(description && fields.length > 0 && tags.length > 0, name);
  });
});

describe('the README', () => {
  it('stays one page', () => {
    assert.ok(docText('README.md').split('\n').length <= 95);
  });
});

describe('the picture of an element', () => {
  for (const tag of elements.keys())
    it(`${tag}: is as wide as a phone, not heavy, and on the page of the element`, () => {
      const picture = readFileSync(join(root, `docs/pictures/${tag}.png`));
      assert.equal(picture.toString('latin1', 1, 4), 'PNG');
      const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
      assert.equal(width, 585);
      assert.ok(height >= 150 && height <= 1050, `${height} pixels high`);
      assert.ok(picture.length < 200_000, `${picture.length} bytes`);
      assert.match(docText(`docs/elements/${tag}.md`), new RegExp(`pictures/${tag}\\.png`));
    });
});
