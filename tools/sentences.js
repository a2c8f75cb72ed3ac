/**
 * `npm run sentences -- <folder> [section …]` puts every statement of the default content beside the sentences of the sources that
 * it rests on, for those who review it. The documents are not part of this repository: `<folder>` holds them, as text.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMain } from './is-main.js';
import { shortHash } from './translations.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** What a sentence is known by, since its text is not here: see `tests/fixtures/sentences.json`. */
export const hashOfSentence = (text) => shortHash(text.toLowerCase());

const plain = (text) => text.replaceAll('**', '').replace(/[“”]/g, '"').replace(/[‘’]/g, "'");

/**
 * Finds numbered sentences in the documents.
 *
 * @param documents Texts, in Markdown or plain.
 * @param known Hashes by number.
 * @returns The text of each that was found, by its number.
 */
export function findSentences(documents, known) {
  const numbers = new Map(Object.entries(known).map(([number, hash]) => [hash, number]));
  const found = {};
  const note = (text) => {
    const number = numbers.get(hashOfSentence(text));
    if (number) found[number] ??= text;
  };
  for (const document of documents)
    for (const paragraph of plain(document).split(/\n\s*\n|\n\s*(?=[-•*] )/)) {
      // A sentence goes on over lines, and a line can be one by itself.
      const pieces = paragraph
        .split(/\n|(?<=[.!?:]["')]?)\s+|\s+(?=[-–—] )/)
        .map((piece) => piece.replace(/^[\s#]*([-•*–—]\s+)?/, '').trim())
        .filter(Boolean);
      for (let first = 0; first < pieces.length; first++)
        for (let last = first + 1; last <= Math.min(pieces.length, first + 4); last++)
          note(pieces.slice(first, last).join(' ').replace(/\s+/g, ' '));
    }
  return found;
}

/** Every statement in content, with what it rests on: `{ path, text, facts, from }`. `text` is all that the entry says by itself. */
export function statementsIn(value, path = '') {
  if (Array.isArray(value)) return value.flatMap((entry) => statementsIn(entry, `${path}[${entry?.id ?? ''}]`));
  if (typeof value !== 'object' || value === null) return [];
  const { facts, from, text, advocate, youth, meaning, description, name } = value;
  const said = [text, advocate, youth, meaning, description].filter((one) => typeof one === 'string');
  const own = facts ? [{ path, text: said.join(' / ') || name, facts, from }] : [];
  return own.concat(Object.entries(value).flatMap(([key, inside]) => statementsIn(inside, `${path}.${key}`)));
}

/** The statements of a section of the default content. Their paths begin with its name. */
export const statementsOf = (section) => statementsIn(readJson(`src/content/en/${section}.json`).content, section);

function main([folder, ...wanted]) {
  if (!folder) throw new Error('Name the folder that has the two documents as text: npm run sentences -- <folder>');
  const documents = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const texts = findSentences(documents, readJson('tests/fixtures/sentences.json').sentences);
  const all = readdirSync(join(root, 'src/content/en')).map((file) => file.replace('.json', ''));
  const unknown = wanted.filter((section) => !all.includes(section));
  if (unknown.length) throw new Error(`There is no section called ${unknown.join(', ')}. They are ${all.join(', ')}.`);
  for (const section of wanted.length ? wanted : all)
    for (const { path, text, from = [] } of statementsOf(section)) {
      console.log(`\n${path}\n  we say      ${text}`);
      for (const number of from) console.log(`  ${number.padEnd(10)}  ${texts[number] ?? '(not in these documents)'}`);
    }
}

if (isMain(import.meta.url)) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
