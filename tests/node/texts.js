/** The texts of the content files, one by one, for tests that read them: where each stands, whom it speaks to, which facts it cites. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** Sections of the content, such as `stages`. */
export const sections = readdirSync(join(root, 'src/content/en')).map((file) => file.replace('.json', ''));

/** The content file of a section. */
export const contentFile = (section, language = 'en') => readJson(`src/content/${language}/${section}.json`);

/** Tags of the library, from the table that registers them. */
export const tags = [
  ...readFileSync(join(root, 'src/define/all.ts'), 'utf8').matchAll(/^ {2}'([a-z-]+)': \w+,$/gm),
].map(([, tag]) => tag);

/**
 * The sections that an element shows: its class names the one that it parses, and src/content/sections.ts says which file that is. What
 * is loaded ahead of the rest imports the files of its words itself, through a module of its own in src/content/.
 */
export function sectionsOf(tag) {
  const folder = join(root, 'src/elements', tag);
  const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const table = readFileSync(join(root, 'src/content/sections.ts'), 'utf8');
  const parsed = sources.flatMap((source) => {
    const name = /new ContentController\(this, (\w+)\)/.exec(source)?.[1];
    const english = new RegExp(`const ${name} = \\{[^}]*?english: (\\w+)`).exec(table)?.[1];
    return new RegExp(`import ${english} from './en/([\\w-]+)\\.json'`).exec(table)?.[1] ?? [];
  });
  const ahead = sources
    .flatMap((source) => [...source.matchAll(/^import \{.* from '\.\.\/\.\.\/content\/(\w+)\.js';$/gm)])
    .map(([, module]) => readFileSync(join(root, `src/content/${module}.ts`), 'utf8'))
    .filter((module) => module !== table)
    .flatMap((module) => [...module.matchAll(/'\.\/en\/([\w-]+)\.json'/g)].map(([, section]) => section));
  return [...new Set([...parsed, ...ahead])];
}

/** Keys whose value is no text for a visitor. */
const notText = new Set(
  ['id', 'facts', 'lang', 'language', 'url', 'chatUrl', 'phones', 'languages', 'element', 'written', 'reviewed'].concat(
    ['assuredDate', 'area', 'lens'],
  ),
);

/**
 * Whom a text speaks to. What both may read counts as youth-facing: a card's words, and the words around a safety plan.
 * Where an entry comes from, and where sources differ, is told to those who use the library.
 */
function audienceOf(section, path) {
  if (['stages', 'sources', 'primer', 'principles', 'practice'].includes(section)) return 'advocate';
  if (/\.advocate\w*/.test(path)) return 'advocate';
  return /\.(source|notes)\b/.test(path) && path.startsWith('content') ? 'advocate' : 'youth';
}

/**
 * Every text of a section: `{ section, path, text, facts, audience, isName }`. `facts` are those of the nearest entry
 * around it that has any. Names of organisations and titles of documents are marked by `isName`.
 */
export function textsOf(section, data = contentFile(section)) {
  const found = [];
  const walk = (value, path, key, facts) => {
    if (typeof value === 'string') {
      const named = { resources: 'name', sources: 'name', primer: 'source' };
      const isName = key === named[section] && path.startsWith('content');
      if (value) found.push({ section, path, text: value, facts, audience: audienceOf(section, path), isName });
    } else if (Array.isArray(value)) {
      value.forEach((entry) => typeof entry === 'object' && walk(entry, `${path}[${entry.id ?? ''}]`, key, facts));
    } else if (value && typeof value === 'object') {
      for (const [name, inside] of Object.entries(value))
        if (!notText.has(name) || path.startsWith('words')) walk(inside, `${path}.${name}`, name, value.facts ?? facts);
    }
  };
  walk(data.content, 'content', '', []);
  walk(data.words, 'words', '', []);
  return found;
}
