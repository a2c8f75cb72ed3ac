/**
 * Does every statement name the sentences of the sources that it rests on, and does every sentence have its statement? The documents are not
 * here: the sentences are known by numbers and hashes, and where the documents lie beside the repository they are compared.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { findSentences, hashOfSentence, statementsOf } from '../../tools/sentences.js';
import { temporaryFolder } from './console.js';
import { beside, readJson, root, sections, skipWithout } from './texts.js';

const { sentences } = readJson('tests/fixtures/sentences.json');
const statements = sections.flatMap((section) => statementsOf(section));
const documents = join(beside, 'seeds');

/** What is wrong with what statements rest on: numbers that are missing or wrong, and sentences that nobody uses. */
function problemsOf(all, known) {
  const problems = [];
  const used = new Set(all.flatMap(({ from = [] }) => from));
  for (const { path, facts, from = [] } of all) {
    if (from.length === 0) problems.push(`${path} rests on no sentence`);
    for (const number of from) {
      if (!Object.hasOwn(known, number)) problems.push(`${path} rests on ${number}: no such sentence`);
      const document = number.split(':')[0];
      if (!facts.some((fact) => fact.startsWith(`${document}.`)))
        problems.push(`${path} rests on ${number}, and cites no fact of ${document}`);
    }
    for (const fact of facts)
      if (from.length && !from.some((number) => number.startsWith(`${fact.split('.')[0]}:`)))
        problems.push(`${path} cites ${fact}, and rests on no sentence of that document`);
  }
  for (const number of Object.keys(known)) if (!used.has(number)) problems.push(`${number} is used nowhere`);
  return problems;
}

describe('the sentences of the sources', () => {
  it('are behind every statement, and all are used', () => {
    assert.ok(statements.length > 110 && Object.keys(sentences).length === 99);
    assert.deepEqual(problemsOf(statements, sentences), []);
  });
  it('are missed where a statement names none, one that is not there, or one of another document; and where nobody uses one', () => {
    const [first, second, third, ...rest] = statements;
    const wrong = [{ ...first, from: [] }, { ...second, from: ['S1:99'] }, { ...third, from: ['S2:28'] }, ...rest];
    const found = problemsOf(wrong, { ...sentences, 'S3:1': 'x' });
    for (const [path, part] of [
      [first.path, 'rests on no sentence'],
      [second.path, 'no such sentence'],
      [third.path, 'cites no fact of S2'],
      ['S3:1', 'is used nowhere'],
    ])
      assert.ok(
        found.some((line) => line.startsWith(path) && line.includes(part)),
        `${path} ${part}: ${found}`,
      );
  });
  it('stay behind when the content is built', () => {
    for (const section of sections) {
      const file = join(root, `dist/content/en/${section}.js`);
      if (existsSync(file)) assert.doesNotMatch(readFileSync(file, 'utf8'), /S[12]:\d|"?from"?: ?\[/, section);
    }
  });
  it('are those of the documents', { skip: skipWithout('seeds') }, () => {
    const texts = readdirSync(documents).map((file) => readFileSync(join(documents, file), 'utf8'));
    const found = findSentences(texts, sentences);
    assert.deepEqual(
      Object.keys(sentences).filter((number) => !Object.hasOwn(found, number)),
      [],
    );
    for (const [number, text] of Object.entries(found)) assert.equal(hashOfSentence(text), sentences[number], number);
  });
});

describe('npm run sentences', () => {
  const { folder } = temporaryFolder();
  const run = (...args) =>
    spawnSync(process.execPath, ['tools/sentences.js', ...args], { cwd: root, encoding: 'utf8' });
  it('finds a sentence over two lines, in a list, in bold and with other quotes', () => {
    const known = Object.fromEntries(
      ['One runs over two lines.', 'in a list', 'It says "so".'].map((text, at) => [`S1:${at}`, hashOfSentence(text)]),
    );
    const text = 'Before. One **runs**\nover two lines. After.\n\n• in a list\n• another\n\n- It says “so”.';
    assert.deepEqual(Object.keys(findSentences([text], known)), ['S1:0', 'S1:1', 'S1:2']);
  });
  it('puts statements beside what it finds, and says what is missing', () => {
    writeFileSync(join(folder, 'document.txt'), 'Nothing that is known.');
    const { stdout, status } = run(folder, 'stages');
    assert.equal(status, 0);
    assert.match(stdout, /stages\.again\n {2}we say {6}The cycle can .*\n {2}S2:30 {7}\(not in these documents\)/);
    assert.doesNotMatch(stdout, /primer/);
  });
  it('asks for the folder, and names the sections there are', () => {
    assert.match(run().stderr, /^Name the folder/);
    assert.match(run(folder, 'nothing').stderr, /no section called nothing\. They are directory, /);
  });
});
