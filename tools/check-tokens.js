/**
 * Do the custom properties add up? Inside names (`--_x`) that are used must be defined in the same shadow root: in the
 * base styles or in the element's own folder; and those defined must be used. Public names (`--alongside-…` and
 * `--<tag>-…`) that are read must be documented, in tokens.css or with @cssprop, and those documented must be read.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMain } from './is-main.js';

function textsUnder(folder, endings) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

function namesIn(texts, pattern) {
  return new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1])));
}

const union = (...sets) => new Set(sets.flatMap((set) => [...set]));
const without = (set, other) => [...set].filter((name) => !other.has(name)).sort();

const comments = /\/\*[\s\S]*?\*\//g;
const withoutComments = (texts) => texts.map((text) => text.replace(comments, ''));
/** A name before a colon in CSS, or as the key of a style map, or given to setProperty. */
const defined = /(?<![\w-])['"]?(--_[\w-]+)['"]?\s*[:,](?!:)/g;
const used = /var\(\s*(--_[\w-]+)/g;
const publicRead = /var\(\s*(--[a-z][\w-]*)/g;
const publicDefined = /(?<![\w-])(--[a-z][\w-]*)\s*:/g;
/** What sites set for their own style sheets, and ours read: how high WordPress's admin bar is. */
const ofSites = new Set(['--wp-admin--admin-bar--height']);
const documented = /@cssprop(?:erty)?\s+(?:\{[^}]*\}\s+)?\[?(--[\w-]+)/g;

/** @returns one line for each name that does not add up, for the repository in `folder`. */
export function tokenProblems(folder) {
  const src = join(folder, 'src');
  const tags = readdirSync(join(src, 'elements'));
  const elements = tags.map((tag) => ({ tag, texts: textsUnder(join(src, 'elements', tag), ['.ts']) }));
  const everywhere = ['styles', 'templates', 'controllers'].flatMap((name) =>
    readdirSync(src).includes(name) ? textsUnder(join(src, name), ['.ts']) : [],
  );
  const tokens = textsUnder(join(src, 'styles'), ['.css']);

  const problems = [];
  const say = (where, names, what) => problems.push(...names.map((name) => `${where}: ${name} ${what}`));

  const base = withoutComments(everywhere);
  const baseDefined = namesIn(base, defined);
  const usedAnywhere = namesIn(base, used);
  const documentedAnywhere = union(
    namesIn(tokens, publicDefined),
    ...elements.map(({ texts }) => namesIn(texts, documented)),
  );
  const readAnywhere = namesIn(base, publicRead);
  say('src/styles', without(usedAnywhere, baseDefined), 'is used and not defined');
  say('src/styles', without(readAnywhere, documentedAnywhere), 'is read and not documented');

  for (const { tag, texts } of elements) {
    const code = withoutComments(texts);
    const own = namesIn(code, defined);
    const uses = namesIn(code, used);
    const reads = namesIn(code, publicRead);
    const documents = union(namesIn(tokens, publicDefined), namesIn(texts, documented), ofSites);
    say(tag, without(uses, union(own, baseDefined)), 'is used and not defined');
    say(tag, without(own, union(uses, namesIn(base, used))), 'is defined and not used');
    say(tag, without(reads, documents), 'is read and not documented: add it to tokens.css or as @cssprop');
    for (const name of uses) usedAnywhere.add(name);
    for (const name of reads) readAnywhere.add(name);
    // A public name of the element's own is to be read by it; tokens of the whole library may be listed for the reader.
    const ownNames = [...namesIn(texts, documented)].filter((name) => !name.startsWith('--alongside-'));
    say(tag, without(new Set(ownNames), reads), 'is documented and not read');
  }
  say('src/styles', without(baseDefined, usedAnywhere), 'is defined and not used');
  say('src/styles/tokens.css', without(namesIn(tokens, publicDefined), readAnywhere), 'is documented and not read');
  return problems;
}

if (isMain(import.meta.url)) {
  const problems = tokenProblems(dirname(dirname(fileURLToPath(import.meta.url))));
  for (const problem of problems) console.log(problem);
  console.log(
    problems.length === 0 ? 'Tokens: all defined, used and documented.' : `Tokens: ${problems.length} wrong.`,
  );
  process.exitCode = problems.length > 0 ? 1 : 0;
}
