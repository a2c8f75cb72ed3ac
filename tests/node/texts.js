/** The content files, for tests that read them: sections, tags, and their texts one by one. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { textsOf as textsIn } from '../../cli/language/texts.js';

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
 * is loaded ahead of the rest imports the files of its words itself, through a module of its own in src/content/sections/.
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
    .flatMap((source) => [...source.matchAll(/^import \{.* from '\.\.\/\.\.\/content\/sections\/([\w-]+)\.js';$/gm)])
    .map(([, module]) => readFileSync(join(root, `src/content/sections/${module}.ts`), 'utf8'))
    .flatMap((module) => [...module.matchAll(/'\.\.\/en\/([\w-]+)\.json'/g)].map(([, section]) => section));
  return [...new Set([...parsed, ...ahead])];
}

/** Every text of a section: see `cli/language/texts.js`. Without `data`, of our own English. */
export const textsOf = (section, data = contentFile(section)) => textsIn(section, data);
