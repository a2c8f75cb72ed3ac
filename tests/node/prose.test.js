/** Do the docs, the guides, and the words on screen read like American English? Turns of phrase that crept in before, and are not to come back. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { contentFile, root, sections, textsOf } from './texts.js';

/** Each turn, and what to write. */
const turns = [
  [/\b(?:is|are|was|were) told\b(?! apart)/i, 'is reported, learns'],
  [/\btells? of\b/i, 'reports, says'],
  [/\bways? out\b/i, 'quick exit, quick-exit button'],
  [/\b(?:of|like) (?:ours|yours|theirs)\b/i, 'our, your, their'],
  [/\b(?!which)\w+ of (?:its|your|our|an agency['’]s) own\b/i, 'its own, your own'],
  [/\bbut for\b/i, 'except for'],
  [/\bin (?:its|their) place\b/i, 'instead'],
  [/\bstands? (?:in|at|on|for|beside|between|below|above|first|there|alone)\b/i, 'is, appears, goes'],
  [/\b(?:is|are) to (?:stand|be (?:shown|told|mixed|inferred))\b/i, 'goes, can be'],
  [/\banew\b/i, 'again'],
  [/\bwill do\b/i, 'works'],
  [/\blets? go of\b/i, 'clears'],
  [/\bleads? away\b/i, 'goes to another site'],
  [/\b(?:has|have) come\b/i, 'has loaded'],
  [/\b(?:does|did|do) not come\b/i, 'fails to load'],
  [/\bnobody\b/i, 'no one'],
  [/\bsomebody\b/i, 'someone'],
];

/** Documents made from the titles of tests, and the ones that only those who work on the library read. */
const others = [];
const documents = [
  'README.md',
  'CHANGELOG.md',
  ...['docs', 'docs/elements'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md') && !others.includes(name))
      .map((name) => `${folder}/${name}`),
  ),
  ...readdirSync(join(root, 'stories'))
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => `stories/${name}`),
];

/** What people read of a document: no code. */
const proseOf = (text) => text.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, '`…`');

/** The turns in a text, each with what to write. */
const found = (text) =>
  turns.flatMap(([pattern, better]) => {
    const [turn] = pattern.exec(text) ?? [];
    return turn ? [`“${turn}”: ${better}`] : [];
  });

describe('turns of phrase that no editor would leave', () => {
  it('are found, and what is right is not', () => {
    const wrong = [
      'A way out.',
      'The person is told.',
      'It stands beside the field.',
      'a page of its own',
      'Nobody knows.',
    ];
    for (const text of wrong) assert.equal(found(text).length, 1, text);
    assert.deepEqual(found('Each has its own page, and no one has to stay. Which of your own?'), []);
  });
  for (const document of documents)
    it(`are not in ${document}`, () => {
      const lines = proseOf(readFileSync(join(root, document), 'utf8')).split('\n');
      assert.deepEqual(
        lines.flatMap((line, at) => found(line).map((what) => `${what} (${at + 1}: ${line.slice(0, 80)})`)),
        [],
      );
    });
  for (const section of sections)
    it(`are not on screen: ${section}`, () => {
      const said = textsOf(section, contentFile(section)).flatMap(({ path, text }) =>
        found(text).map((what) => `${what} (${path})`),
      );
      assert.deepEqual(said, []);
    });
});
