/**
 * Does the default English content say what the sources say, all of it, and nothing in their sentences? The facts of the
 * sources are listed in tests/fixtures/facts.json. Elements that do not exist yet have no content to check.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { statementsIn } from '../../tools/sentences.js';
import { beside, contentFile, readJson, sections, sectionsOf, skipWithout, tags, textsOf } from './texts.js';

const { facts, sources } = readJson('tests/fixtures/facts.json');

/** Every fact id cited in a value, with the path of the entry that cites it. */
const citations = (value) => statementsIn(value).flatMap(({ path, facts }) => facts.map((id) => ({ id, path })));

/** What is wrong with how contents (by section) cite facts. `elements` says which sections each element shows. */
function factProblems(contents, elements, known = facts) {
  const cited = Object.entries(contents).flatMap(([section, content]) =>
    citations(content).map((citation) => ({ section, ...citation })),
  );
  const problems = [];
  for (const { element, id, fact } of known) {
    const own = elements[element];
    if (own && !cited.some((citation) => citation.id === id && own.includes(citation.section)))
      problems.push(`${id} is cited nowhere in ${own.join()}: ${fact}`);
  }
  const ids = new Set(known.map(({ id }) => id));
  for (const { id, section, path } of cited)
    if (!ids.has(id)) problems.push(`${section}${path} cites ${id}: no such fact`);
  return problems;
}

/** Whether sections have anything in them that the sources could say. Words about the software itself rest on no source. */
const hasContent = (contents, own) => own.some((section) => Object.keys(contents[section]).length > 0);

/** Facts that a section cites though the element's entry in `sources.json` does not name their source. */
function sourceProblems(contents, elements, basis) {
  return Object.entries(elements).flatMap(([element, own]) => {
    const told = basis.find((entry) => entry.element === element)?.sources;
    if (!told) return hasContent(contents, own) ? [`${element} is not in the list of elements of sources.json`] : [];
    return own
      .flatMap((section) => citations(contents[section]).map((citation) => ({ section, ...citation })))
      .filter(({ id }) => !told.includes(id.split('.')[0]))
      .map(
        ({ section, id, path }) =>
          `${section}${path} cites ${id}, and sources.json does not say that ${element} rests on it`,
      );
  });
}

/** Statements of practice that cite no fact: nothing about practice, law or signs is invented. */
const uncited = (section, data = contentFile(section)) =>
  textsOf(section, data)
    .filter(({ path, facts }) => /^content\.[^.[]*([[.])/.test(path) && facts.length === 0)
    // Says no words: which heading a sign stands under.
    .filter(({ path }) => !path.endsWith('.kind'))
    .filter(
      ({ path, isName }) => !isName && !/^content\.(stages|sections|sets|areas|lenses)\[[^\]]*\]\.name$/.test(path),
    )
    .map(({ path, text }) => `${section} ${path}: ${text}`);

const elements = Object.fromEntries(tags.map((tag) => [tag, sectionsOf(tag)]));
const contents = Object.fromEntries(sections.map((section) => [section, contentFile(section).content]));
const cited = new Set(Object.values(contents).flatMap((content) => citations(content).map(({ id }) => id)));
after(() => {
  for (const tag of new Set(facts.map(({ element }) => element))) {
    const own = facts.filter(({ element }) => element === tag);
    const done = own.filter(({ id }) => cited.has(id)).length;
    console.log(
      `facts  ${tag.padEnd(20)} ${elements[tag] ? `${done} of ${own.length} cited` : `${own.length}, no element yet`}`,
    );
  }
});

describe('the facts of the sources', () => {
  it('are known for every element that exists', () => {
    assert.ok(tags.length >= 5 && tags.every((tag) => elements[tag].length > 0), JSON.stringify(elements));
    const known = tags.filter((tag) => facts.some(({ element }) => element === tag));
    assert.deepEqual(
      known,
      tags.filter((tag) => hasContent(contents, elements[tag])),
    );
  });
  it('are cited by the content of their own element, and no other id is', () => {
    assert.deepEqual(factProblems(contents, elements), []);
  });
  it('stand where the sources that they come from are told', () => {
    assert.deepEqual(sourceProblems(contents, elements, contents.sources.elements), []);
  });
  for (const section of ['stages', 'safety-plan', 'options', 'goals', 'practice', 'primer', 'principles'])
    it(`stand behind every statement: ${section}`, () => assert.deepEqual(uncited(section), []));
  it('of a definition are those of the document that it is named with', () => {
    const definitions = contents.primer.sections.flatMap(({ definitions = [] }) => definitions);
    assert.equal(definitions.length, 2);
    for (const definition of definitions)
      for (const { id } of citations(definition)) assert.equal(sources[id.split('.')[0]].title, definition.source, id);
  });
  it('are cited by entries of the two sources that are told', () => {
    assert.deepEqual(
      contents.sources.sources.map(({ id, name }) => ({ id, name })),
      Object.entries(sources).map(([id, { title }]) => ({ id, name: title })),
    );
  });

  it('are missed when nothing cites them', () => {
    const without = { ...contents, stages: { ...contents.stages, again: { text: 'Round.' }, intro: [] } };
    const problems = factProblems(without, elements);
    assert.deepEqual(
      problems.map((problem) => problem.split(' ')[0]),
      ['S2.any-stage', 'S2.cyclical'],
    );
  });
  it('are missed when only another section cites them', () => {
    const { again, ...stages } = contents.stages;
    const moved = { ...contents, stages: { ...stages, intro: stages.intro.slice(0, 1) } };
    moved.practice = { ...contents.practice, more: again };
    assert.ok(
      factProblems(moved, elements).some((problem) => problem.startsWith('S2.cyclical is cited nowhere in stages')),
    );
    assert.ok(
      sourceProblems(moved, elements, contents.sources.elements).some((problem) => problem.includes('S2.cyclical')),
    );
  });
  it('are asked of an element as soon as it has content', () => {
    const problems = (content) => sourceProblems({ words: content }, { 'x-y': ['words'] }, []);
    assert.deepEqual(problems({}), []);
    assert.deepEqual(problems({ intro: [] }), ['x-y is not in the list of elements of sources.json']);
  });
  it('are told from ids that do not exist', () => {
    const wrong = { stages: { intro: [{ text: 'x', facts: ['S2.any-stages'] }] } };
    assert.deepEqual(factProblems(wrong, {}), ['stages.intro[] cites S2.any-stages: no such fact']);
  });
  it('are missed behind a statement that cites none', () => {
    const data = contentFile('stages');
    delete data.content.stages[2].signs[0].facts;
    delete data.content.again.facts;
    assert.equal(uncited('stages', data).length, 2);
  });
  it('are the same as in the list beside the repository', { skip: skipWithout('content/facts.json') }, () => {
    assert.deepEqual(
      readJson('tests/fixtures/facts.json'),
      JSON.parse(readFileSync(join(beside, 'content/facts.json'), 'utf8')),
    );
  });
});

/** Names and titles: they have no other words. Each counts as one word. */
const names = [
  'Child Abuse Training and Technical Assistance Center',
  'Center for Innovation and Resources, Inc.',
  'Governor’s Office of Emergency Services',
  'San Francisco Collaborative Against Human Trafficking',
  'National Human Trafficking Hotline',
  'Alameda County District Attorney',
  'CSEC: Meeting Victims Where They Are',
];
const longest = 7;

/** A text as its words, in lower case, names as one word. */
function wordsOf(text) {
  const plain = names.reduce((rest, name, index) => rest.replaceAll(name, `name${index}`), text);
  return (
    plain
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[a-z0-9]+(?:'[a-z]+)?/g) ?? []
  );
}

/** Runs of words in `text` that are longer than `longest` and stand in `source` as well. */
function copied(text, source) {
  const words = wordsOf(text);
  const there = ` ${wordsOf(source).join(' ')} `;
  const runs = words.slice(longest).map((_, start) => words.slice(start, start + longest + 1).join(' '));
  return runs.filter((run) => there.includes(` ${run} `));
}

describe('the sentences of the content', () => {
  it('are told from copied ones', () => {
    const source = 'Advocates can help, in many ways, with a plan that is their own.';
    assert.equal(copied('Help in many ways with a plan that is theirs.', source).length, 2);
    assert.equal(copied('Help in many ways with a plan.', source).length, 0);
    assert.equal(
      copied('Is from the Child Abuse Training and Technical Assistance Center.', `By the ${names[0]}.`).length,
      0,
    );
  });
  it(`share no run of more than ${longest} words with the sources`, { skip: skipWithout('seeds') }, () => {
    const seeds = readdirSync(join(beside, 'seeds')).map((file) => readFileSync(join(beside, 'seeds', file), 'utf8'));
    assert.equal(seeds.length, 2);
    const found = sections.flatMap((section) =>
      textsOf(section)
        .filter(({ isName }) => !isName)
        .flatMap(({ path, text }) =>
          seeds.flatMap((seed) => copied(text, seed)).map((run) => `${section} ${path}: ${run}`),
        ),
    );
    assert.deepEqual(found, []);
  });
});
