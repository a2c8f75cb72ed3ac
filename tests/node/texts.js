/** The content files, for tests that read them: sections, tags, and their texts one by one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { textsOf as textsIn } from '../../cli/language/texts.js';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const readJson = (path, reviver) => JSON.parse(readFileSync(join(root, path), 'utf8'), reviver);

/** A folder beside the repository, with what is not ours to publish. It need not be there. */
export const beside = join(root, '../shared');

/** What a test is skipped with where something is not beside the repository. */
export const skipWithout = (path) =>
  existsSync(join(beside, path)) ? false : `../shared/${path} is not beside the repository`;

/** Sections of the content, such as `stages`. */
export const sections = readdirSync(join(root, 'src/content/en')).map((file) => file.replace('.json', ''));

/** What reviewers need beside our own statements, and no pack has: the sentences that they are based on, and what is to be reviewed. */
const forReviewers = (key, value) => (key === 'review' || (key === 'from' && Array.isArray(value)) ? undefined : value);

/** The content file of a section, as a pack could have it. */
export const contentFile = (section, language = 'en') =>
  readJson(`src/content/${language}/${section}.json`, forReviewers);

/** Tags of the library, from the table that registers them. */
export const tags = [
  ...readFileSync(join(root, 'src/define/all.ts'), 'utf8').matchAll(/^ {2}'([a-z-]+)': \w+,$/gm),
].map(([, tag]) => tag);

/**
 * The sections that an element shows: its folder imports their modules from src/content/sections/, and those say which English files they
 * read. A module that has the name of another element is for what that one says.
 */
export function sectionsOf(tag) {
  const folder = join(root, 'src/elements', tag);
  const english = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .flatMap((source) => [...source.matchAll(/^import \{.* from '\.\.\/\.\.\/content\/sections\/([\w-]+)\.js';$/gm)])
    .filter(([, module]) => module === tag || !tags.includes(module))
    .map(([, module]) => readFileSync(join(root, `src/content/sections/${module}.ts`), 'utf8'))
    .flatMap((module) => [...module.matchAll(/'\.\.\/en\/([\w-]+)\.json'/g)].map(([, section]) => section));
  return [...new Set(english)];
}

/** Every text of a section: see `cli/language/texts.js`. Without `data`, of our own English. */
export const textsOf = (section, data = contentFile(section)) => textsIn(section, data);
