/**
 * Writes cdn/builder.json, all that the snippet builder (demo/builder/) knows of the library: its version, the elements with their attributes
 * from custom-elements.json and what the README says of each, the default look from src/styles/tokens.css, and from src/content the languages, the lines to call that stand in
 * every snippet, and the words of the way out. So the builder has no fact of its own that could grow old.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { statics } from '../dist/statics.js';
import { built, languages, shownFiles } from './translations.js';

const read = (path) => readFileSync(path, 'utf8');
const json = (path) => JSON.parse(read(path));

/** Whom a snippet names where its widget is not there. */
const lines = ['national-human-trafficking-hotline', '988'];

/** What the README says that each element does, in its order and without links: `{ 'stage-guide': 'The five stages …' }`. */
const words = Object.fromEntries(
  [...read('README.md').matchAll(/^\| `<([\w-]+)>` \| (.*?) \|/gm)].map(([, tag, text]) => [
    tag,
    text.replace(/ \(\[[^\]]*\]\([^)]*\)\)/g, '').replaceAll('`', ''),
  ]),
);

const declarations = json('custom-elements.json').modules.flatMap(({ declarations }) => declarations ?? []);

/** The elements, in the order of the README. */
const elements = Object.fromEntries(
  Object.keys(words)
    .map((tag) => declarations.find(({ tagName }) => tagName === tag))
    .map(({ tagName, attributes = [] }) => [
      tagName,
      {
        words: words[tagName],
        start: statics[tagName].start ?? {},
        attributes: attributes.map(({ name, description, type }) => ({
          name,
          description: description.replace(/\s+/g, ' '),
          type: type.text.replace(' | undefined', ''),
        })),
      },
    ]),
);

/** `{ 'color-text': ['#28231e', '#f3ede5'], radius: ['0.75rem'], … }`: for colors, in light and in dark. */
const look = Object.fromEntries(
  [...read('src/styles/tokens.css').matchAll(/--alongside-([\w-]+): (?:light-dark\((.*)\)|(.*));/g)].map(
    ([, name, both, one]) => [name, both ? both.split(', ') : [one]],
  ),
);

const english = json('src/content/en/resources.json').content.resources;

function wordsOf(language) {
  // What a page cannot show in the language yet, it shows in English.
  const file = (name) => `src/content/${shownFiles[language]?.includes(name) ? language : 'en'}/${name}.json`;
  const resources = built(file('resources'));
  const own = (id) => resources.content.resources.find((entry) => entry.id === id);
  const phones = (id, type) =>
    english
      .find((entry) => entry.id === id)
      .phones.filter((phone) => phone.type === type)
      .map(({ number }) => number);
  return {
    draft: resources.translation ? resources.translation.status !== 'reviewed' : false,
    call: resources.words.call,
    text: resources.words.text,
    leave: built(file('leaving')).words.leave,
    lines: lines.map((id) => ({
      name: own(id)?.name ?? english.find((entry) => entry.id === id).name,
      call: phones(id, 'voice'),
      text: phones(id, 'text'),
    })),
  };
}

const facts = {
  version: json('package.json').version,
  languages: Object.fromEntries(languages.map((language) => [language, wordsOf(language)])),
  look,
  elements,
};
writeFileSync('cdn/builder.json', `${JSON.stringify(facts, null, 2)}\n`);
