/** What is wrong with a pack, in plain sentences. Every reason that the parser gives has one. */
import { nearest } from './nearest.js';

/** What an entry of a list is called, by the key of the list. Of others it is called an entry. */
const entryNames = {
  stages: 'stage',
  ideas: 'idea',
  areas: 'area',
  lenses: 'lens',
  questions: 'question',
  ownQuestions: 'question',
  sections: 'section',
  definitions: 'definition',
  laws: 'law',
  ownLaws: 'law',
  sets: 'set',
  principles: 'principle',
  resources: 'service',
  phones: 'phone',
  sources: 'source',
  locations: 'location',
  schedules: 'schedule',
};

/** What a JSON value is, for a sentence. */
function kindOf(value) {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return { string: 'a text', number: 'a number', boolean: 'true or false', object: 'an object' }[typeof value];
}

const wanted = {
  text: 'a text in quotes',
  list: 'a list in [ ]',
  object: 'an object in { }',
  whole: 'a whole number, 0 or more, without quotes',
  number: 'a number, without quotes',
  flag: 'true or false, without quotes',
};

const quoted = (words) => words.map((word) => `"${word}"`).join(', ');
const meant = (word, words) => {
  const near = typeof word === 'string' && nearest(word, words);
  return near ? ` Did you mean "${near}"?` : '';
};
const a = (noun) => `${/^[aeio]/.test(noun) ? 'An' : 'A'} ${noun}`;
/** An id made of a text, or nothing. */
const idOf = (text) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);

/**
 * Each takes what is known of the place: `it`, what to call the value; `key`; `owner`, what it stands in; `value`, what is there;
 * `rules`, the parser's for it; `detail`, of the problem; `keys`, all that the owner can have; `first`, the line of the first of
 * two; `ids`, those of the default content.
 */
const sentences = {
  type: ({ it, value, detail }) => `${it} is ${kindOf(value)}. It has to be ${wanted[detail] ?? 'something else'}.`,
  missing: ({ key, owner, id, ids }) =>
    `The ${owner} has no "${key}".${id === undefined || ids.length === 0 ? '' : ` Its id "${id}" is not in the default content, so nothing fills in for it.${meant(id, ids)}`}`,
  unknown: ({ key, owner, keys }) =>
    `${a(owner)} has no key "${key}", so no one will see it.${meant(key, keys) || ` It can have: ${keys.join(', ')}.`}`,
  duplicate: ({ owner, first, id }) =>
    `The id "${id}" appears twice, first on line ${first}. This ${owner} is left out.`,
  empty: ({ it }) => `${it} is empty. Write something, or leave the key out.`,
  markup: ({ it }) => `${it} contains HTML. Text is shown as it is, so write it without tags.`,
  'too-long': ({ it, value, detail }) => `${it} has ${value.length} characters. It can have ${detail}.`,
  'too-many': ({ it, value, detail }) => `${it} has ${value.length} entries. Only the first ${detail} are shown.`,
  'not-text': ({ it }) => `${it} contains nothing that can be shown.`,
  'not-id': ({ it, value }) => {
    const id = idOf(value);
    return `${it} can contain only lowercase letters from a to z, digits, and hyphens.${id && ` Did you mean "${id}"?`}`;
  },
  'not-link': ({ it }) =>
    `${it} is not a web address. It has to begin with https:// and contain no spaces, user name, or password.`,
  'not-phone': ({ it }) => `${it} has fewer than three digits, so no one can dial it.`,
  'not-date': ({ it }) => `${it} is not a date. Write the year, month, and day with hyphens, such as 2026-03-01.`,
  'not-choice': ({ it, value, rules }) => `${it} can be ${quoted(rules.of)}.${meant(value, rules.of)}`,
  'unknown-id': ({ it, value, ids }) => `${it} names "${value}", which does not exist.${meant(value, ids)}`,
  'not-json': ({ it }) => `${it} is not JSON.`,
  status: ({ detail }) => `The server answered with ${detail}.`,
  network: () => 'The address could not be reached.',
  timeout: () => 'There was no answer in time.',
  'too-large': () => 'It is larger than a page accepts.',
};

/** Every reason that has a sentence. */
export const reasons = Object.keys(sentences);

/** The sentence for a problem, with what is known of its place. */
export const sentenceFor = (reason, about) => sentences[reason](about);

/** What a value stands in is called: by the last list on its path, or `whole` where there is none. */
export function ownerOf(keys, whole) {
  const at = keys.findLastIndex((key) => typeof key === 'number');
  if (at < 0) return whole;
  return at === 0 ? 'service' : (entryNames[keys[at - 1]] ?? 'entry');
}
