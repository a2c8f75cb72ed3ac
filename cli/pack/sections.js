/** The sections of the content that a pack can be for, and how to tell which one a pack is for. */
import { service as serviceRules } from 'alongside-elements/internal/services/schema.js';
import { sections } from 'alongside-elements/internal/content/sections.js';
import { parse } from 'alongside-elements/internal/schema/parse.js';
import { nearest } from './nearest.js';

/** By the name that the published schema has: the element that shows it, the parser's rules, the default content by language. */
export { sections };

/** The name that stands for a service by itself, or a list of them. It is no section, and no default stands behind it. */
export const service = 'service';

/** What can be named: every section, and `service`. */
export const names = [...Object.keys(sections), service];

/** The parser's rules for a section, or for a service by itself. */
export const rulesOf = (name) => (name === service ? serviceRules : sections[name].schema);

/** The default content of a section as the page has it, in English or another language that there is: parsed and frozen. */
export async function defaultOf(name, language = 'en') {
  const { schema, english, others } = sections[name];
  const file = Object.hasOwn(others, language) ? (await others[language]()).default : english;
  return parse(schema, file.content).value;
}

/** More than any section has: what is there beyond tells nothing more. */
const mostKeys = 100;

// Every section has them, so they tell nothing.
const inAll = new Set(['$schema', 'language', 'title']);

/**
 * Which section a pack is for, told by its `$schema`, else by its keys.
 *
 * @param value The pack as it was read.
 * @returns The names that fit best: one where it is clear, several where they fit equally well, none where nothing fits.
 */
export function sectionsFor(value) {
  if (Array.isArray(value)) return [service];
  if (typeof value !== 'object' || value === null) return [];
  const named = /([\w-]+)\.json$/.exec(value.$schema)?.[1];
  if (names.includes(named)) return [named];
  const keys = Object.keys(value)
    .filter((key) => !inAll.has(key))
    .slice(0, mostKeys);
  const scores = names.map((name) => {
    const known = Object.keys(rulesOf(name).of);
    // A misspelt key tells less than one that is right.
    return keys.reduce((sum, key) => sum + (known.includes(key) ? 1 : nearest(key, known) ? 0.5 : 0), 0);
  });
  const best = Math.max(...scores);
  return best > 0 ? names.filter((_, index) => scores[index] === best) : [];
}
