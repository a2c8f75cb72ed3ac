/** Does the check of layers find what it is there for? It runs on small repositories that break one rule each. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { importRules, noDomAtLoad } from '../../eslint.config.js';
import { layerProblems, problemsOfTable, roomOf } from '../../tools/check-layers.js';

const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A repository whose files are as they should be, with some more, or others, on top. */
function repository(files) {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-layers-'));
  folders.push(folder);
  const all = {
    'package.json': '{ "name": "alongside-elements", "type": "module" }',
    'node_modules/lit/package.json': '{ "name": "lit", "type": "module", "exports": "./index.js" }',
    'node_modules/lit/index.js': 'export class LitElement {}\n',
    'src/schema/parse.ts': 'export type Problem = string;\nexport const parse = 1;\n',
    'src/content/schema.ts':
      "import { parse } from '../schema/parse.js';\nexport type Stage = string;\nexport const stages = parse;\n",
    'src/private-text/notebook/model.ts':
      "import type { Stage } from '../../content/schema.js';\nexport type Note = Stage;\n",
    'src/elements/stage-guide/stage-guide.ts':
      "import { LitElement } from 'lit';\nimport { stages } from '../../content/schema.js';\nexport class StageGuide extends LitElement { s = stages; }\n",
    'src/elements/source-note/source-note.ts':
      "import { StageGuide } from '../stage-guide/stage-guide.js';\nexport class SourceNote { static uses = [StageGuide]; }\n",
    'src/register/define.ts': 'export const define = 1;\n',
    'src/define/stage-guide.ts':
      "import { StageGuide } from '../elements/stage-guide/stage-guide.js';\nimport { define } from '../register/define.js';\nexport const all = [StageGuide, define];\n",
    'src/index.ts':
      "export { define } from './register/define.js';\nexport { StageGuide } from './elements/stage-guide/stage-guide.js';\n",
    'stories/stage-guide.stories.ts': "import '../src/define/stage-guide.js';\n",
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const wrong = {
  'a layer without Lit imports Lit': {
    'src/private-text/vault/vault.ts': "import { LitElement } from 'lit';\nexport const x = LitElement;\n",
  },
  'a layer imports one above it': {
    'src/schema/text.ts': "export { StageGuide } from '../elements/stage-guide/stage-guide.js';\n",
  },
  'a layer imports more than types of content': {
    'src/private-text/vault/vault.ts': "import { stages } from '../../content/schema.js';\nexport const x = stages;\n",
  },
  'what reads feeds imports more of content than the shape of a service': {
    'src/page/own-content.ts': 'export const load = 1;\n',
    'src/services/hsds/from-hsds.ts': "import { load } from '../../content/load.js';\nexport const x = load;\n",
  },
  'a controller imports more than types of lit': {
    'src/controllers/locale.ts': "import { LitElement } from 'lit';\nexport const x = LitElement;\n",
  },
  'a layer imports another package': {
    'node_modules/other/package.json': '{ "name": "other", "main": "index.js" }',
    'node_modules/other/index.js': '',
    'src/elements/stage-guide/more.ts': "import 'other';\n",
  },
  'an element reaches into another': {
    'src/elements/stage-guide/part.ts': 'export const part = 1;\n',
    'src/elements/source-note/source-note.ts':
      "import { part } from '../stage-guide/part.js';\nexport const SourceNote = part;\n",
  },
  'index registers': { 'src/index.ts': "import './define/stage-guide.js';\n" },
  'a story reaches past the public API': { 'stories/x.stories.ts': "import '../src/content/schema.js';\n" },
  'two modules import each other': {
    'src/schema/a.ts': "import { b } from './b.js';\nexport const a = () => b;\n",
    'src/schema/b.ts': "import { a } from './a.js';\nexport const b = () => a;\n",
  },
  'an import leads nowhere': { 'src/schema/text.ts': "export { gone } from './gone.js';\n" },
  'a folder that no layer knows': { 'src/misc/x.ts': 'export const x = 1;\n' },
  'a room that its wing does not know': { 'src/private-text/x/x.ts': 'export const x = 1;\n' },
  'two functions have one name': {
    'src/schema/a.ts': 'export const folded = (text: string) => text.trim();\n',
    'src/content/b.ts': 'export function folded(text: string) { return text.toLowerCase(); }\n',
  },
  'a folder with a vague name': { 'src/schema/utils/x.ts': 'export const x = 1;\n' },
};

describe('the check of layers', () => {
  it('finds nothing in what follows the rules', async () => {
    assert.deepEqual(await layerProblems(repository({})), []);
  });
  for (const [what, files] of Object.entries(wrong)) {
    it(`finds: ${what}`, async () => {
      const problems = await layerProblems(repository(files));
      assert.equal(problems.length, 1, problems.join('\n'));
    });
  }
});

describe('the table of rooms', () => {
  it('lets no room import from one that is not above it', () => {
    assert.deepEqual(problemsOfTable(), []);
    const table = { schema: {}, page: { may: ['schema', 'leave'] }, leave: { types: ['leave'] } };
    assert.equal(problemsOfTable(table).length, 2);
  });
  it('knows the room of a file', () => {
    const rooms = [
      'src/services/directory-contract.ts',
      'src/services/search/facets.ts',
      'src/events.ts',
      'src/misc/x.ts',
    ];
    assert.deepEqual(
      rooms.map((path) => roomOf(path)),
      ['services/directory-contract.ts', 'services/search', 'events.ts', undefined],
    );
  });
});

describe('the lint of imports and of the DOM', () => {
  const lint = (code) =>
    new Linter().verify(
      code,
      {
        files: ['**/*.ts'],
        languageOptions: { parser: tseslint.parser },
        rules: { 'no-restricted-syntax': ['error', ...importRules, noDomAtLoad] },
      },
      'src/schema/x.ts',
    ).length;

  const bad = [
    "import { a } from './a';",
    "import { a } from './a.ts';",
    "export * from '../a';",
    "const a = await import('./a');",
    'export default 1;',
    'const page = document;',
    'export const wide = window.innerWidth > 1;',
    'class A extends HTMLElement {}',
    'class A { static page = document; }',
    'if (navigator.onLine) go();',
  ];
  const good = [
    "import { a } from './a.js';",
    "import en from './en/words.json';",
    "import { html } from 'lit';",
    'export const page = () => document;',
    'export function wide() { return window.innerWidth; }',
    'class A { page = document; #w = window.x; at() { return location; } }',
    "export const server = typeof document === 'undefined';",
    'export type Host = HTMLElement; export interface B { document: Document; location: string; host: Element }',
    'const a = { location: 1 }; a.location;',
  ];
  for (const code of bad) it(`finds: ${code}`, () => assert.equal(lint(code), 1));
  for (const code of good) it(`allows: ${code}`, () => assert.equal(lint(code), 0));
});
