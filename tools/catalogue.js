/**
 * `npm run catalogue` writes every list of elements, from the table in src/define/all.ts and from what stands in the folder of each: the files
 * that register one, the classes of src/index.ts, `sideEffects` of package.json, the sections that a page can bring content of its own for,
 * what each element is without a script, and what can stand in a private frame. With `--check` it writes nothing and fails where a file
 * is not what it would write, or where an element lacks something that is written by hand.
 */
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { camel, madeBy, pascal, root, runAsTool } from './made-files.js';

const read = (path) => readFileSync(join(root, path), 'utf8');
const made = madeBy('catalogue');

/** Every tag, as the table has them. */
export const tags = [...read('src/define/all.ts').matchAll(/^ {2}'([a-z][a-z\d-]*)': \w+,$/gm)].map(([, tag]) => tag);

/** What stands in the folder of an element. */
const folderOf = (tag) => `src/elements/${tag}`;
const sourcesOf = (tag) =>
  existsSync(join(root, folderOf(tag)))
    ? readdirSync(join(root, folderOf(tag))).map((file) => read(`${folderOf(tag)}/${file}`))
    : [];

/** What an element is without a script, as its `static.ts` says. Empty: there is no such file. */
async function readStatic(tag) {
  const path = `${folderOf(tag)}/static.ts`;
  if (!existsSync(join(root, path))) return {};
  const { code } = transformSync(read(path), { loader: 'ts' });
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)).staticElement;
}

/** By tag, what an element is without a script. */
export const statics = Object.fromEntries(await Promise.all(tags.map(async (tag) => [tag, await readStatic(tag)])));

/** The tags of the elements in which a person writes in private. */
export const privateTags = tags.filter((tag) => statics[tag].shows === 'form');

/** The section that an element shows and that a page can bring: its names in the source and in a page. Empty: it has none. */
function sectionOf(tag) {
  const path = `src/content/sections/${tag}.ts`;
  if (!existsSync(join(root, path))) return [];
  const source = read(path);
  const [, name] = /export const (\w+Section) = /.exec(source) ?? [];
  const [, pack] = /from '\.\.\/en\/([\w-]+)\.json'/.exec(source) ?? [];
  const [, schema = 'schema'] = /\bschema: (\w+)/.exec(source) ?? [];
  // With `false` behind it, what is shown is never the page's own.
  const shown = sourcesOf(tag).some((code) => code.includes(`new ContentController(this, ${name})`));
  return shown ? [{ tag, path, name, pack, schema, own: source.includes(`const ${schema} =`) }] : [];
}

/** Sections for which a page can bring content of its own: `{ tag, path, name, pack, schema, own }`, where `own` says that its rules stand in its file. */
export const sections = tags.flatMap(sectionOf);

/** The tags of elements that an element draws inside of itself: their classes have to be imported for it. */
const drawn = (tag) =>
  tags.filter((other) =>
    sourcesOf(tag).some((code) => new RegExp(`^import (?!type).*'\\.\\./${other}/`, 'm').test(code)),
  );

/** The way out has to be there before anything else, and contains its own failures. */
const containsItself = ['quick-exit'];

function define(tag) {
  const all = [...drawn(tag), tag];
  const contained = (one) => (containsItself.includes(one) ? pascal(one) : `contained(${pascal(one)})`);
  const isContained = all.some((one) => !containsItself.includes(one));
  return [
    made,
    all.map((one) => `import { ${pascal(one)} } from '../elements/${one}/${one}.js';`),
    ...(isContained ? ["import { contained } from '../register/contain.js';"] : []),
    "import { define } from '../register/define.js';",
    '',
    all.map((one) => `define('${one}', ${contained(one)});`),
  ];
}

/** A file of which only the lines that `pattern` finds are made. */
function within(path, pattern, lines) {
  const text = read(path);
  if (!pattern.test(text)) throw new Error(`${path}: the lines that the catalogue writes are not there`);
  return text.replace(pattern, () => `${lines.flat(9).join('\n')}\n`);
}

const classes = (word) => tags.map((tag) => `${word} { ${pascal(tag)} } from './elements/${tag}/${tag}.js';`);

function sideEffects() {
  const text = read('package.json');
  const [, , others] = /"sideEffects": \[(\s*"\.\/dist\/define\/[^"]+",)*([^\]]*)\]/.exec(text);
  const ours = ['all', ...tags].map((name) => `\n    "./dist/define/${name}.js",`);
  return text.replace(/"sideEffects": \[[^\]]*\]/, () => `"sideEffects": [${ours.join('')}${others}]`);
}

const framed = () =>
  privateTags.map((tag) => [
    `  '${tag}': {`,
    `    load: async () => (await import('../${tag}/${tag}.js')).${pascal(tag)},`,
    '  },',
  ]);

/** Every file that this makes: `{ path: text }`. */
export const files = () => ({
  'src/define/all.ts': within(
    'src/define/all.ts',
    /(?:import \{ \w+ \} from '\.\.\/elements\/.*\n)+/,
    tags.map((tag) => `import { ${pascal(tag)} } from '../elements/${tag}/${tag}.js';`),
  ),
  ...Object.fromEntries(tags.map((tag) => [`src/define/${tag}.ts`, define(tag)])),
  'src/index.ts': within('src/index.ts', /(?:export \{ \w+ \} from '\.\/elements\/.*\n)+/, classes('export')),
  'package.json': sideEffects(),
  'src/content/sections.ts': [
    made,
    sections.map(({ tag, name }) => `import { ${name} } from './sections/${tag}.js';`),
    '',
    '/** What a page can bring content of its own for, by the name of its published schema: the element that shows it, and the section. */',
    'export const sections = {',
    sections.map(({ tag, name, pack }) => `  '${pack}': { element: '${tag}', ...${name} },`),
    '};',
  ],
  'src/statics.ts': [
    made,
    "import type { StaticElement } from './page/static-element.js';",
    tags.map((tag) => `import { staticElement as ${camel(tag)} } from './elements/${tag}/static.js';`),
    '',
    '/** By tag, what an element is where no script runs. */',
    'export const statics: Readonly<Record<string, StaticElement>> = {',
    tags.map((tag) => `  '${tag}': ${camel(tag)},`),
    '};',
  ],
  'src/elements/private-frame/framed.ts': within(
    'src/elements/private-frame/framed.ts',
    /(?<=\n)(?: {2}'[\w-]+': \{\n {4}load: .*\n {2}\},\n)+/,
    framed(),
  ),
});

/** Files that a tag has left behind: those that register it. */
const left = () =>
  readdirSync(join(root, 'src/define'))
    .map((file) => file.replace('.ts', ''))
    .filter((name) => name !== 'all' && !tags.includes(name))
    .map((name) => `src/define/${name}.ts`);

/** What an element has that nobody can make for it, one line for each thing that is missing. */
function problems() {
  const readme = read('README.md');
  const table = read('src/define/all.ts');
  const folders = readdirSync(join(root, 'src/elements'));
  return [
    ...folders.filter((name) => !tags.includes(name)).map((name) => `${folderOf(name)}: no row in src/define/all.ts`),
    ...tags.flatMap((tag) => {
      const needs = [`${folderOf(tag)}/${tag}.ts`, `${folderOf(tag)}/static.ts`, `stories/${tag}.stories.ts`];
      return [
        ...[...needs, `tests/elements/${tag}.test.ts`]
          .filter((path) => !existsSync(join(root, path)))
          .map((path) => `<${tag}>: there is no ${path}`),
        ...(table.includes(`'${tag}': ${pascal(tag)},`) ? [] : [`<${tag}>: its class is called ${pascal(tag)}`]),
        ...(readme.includes(`| \`<${tag}>\` |`) ? [] : [`<${tag}>: the table in README.md has no row for it`]),
      ];
    }),
  ];
}

await runAsTool(import.meta.url, files, 'catalogue', `Catalogue: ${tags.length} elements, in every list.`, {
  problems,
  left,
  remove: (path) => rmSync(join(root, path)),
});
