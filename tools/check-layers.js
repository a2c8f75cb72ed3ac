/**
 * Who may import whom in src/, and that nothing goes in circles. The table below is the rule; dependency-cruiser reads
 * the imports. What a single import line must look like is linted instead, in eslint.config.js.
 *
 * A file that has a line of its own is no part of its folder's. A folder or file directly in src/ that the table does not have is an error: decide first where it belongs.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import ts from 'typescript';
import { isMain } from './is-main.js';

const lit = 'node_modules/(lit|lit-html|lit-element|@lit)/';

/** Packages that are folders of this repository: in node_modules there are links to them. */
const workspaces = { 'alongside-elements-cli': '^cli/' };

const ground = ['schema', 'i18n', 'content', 'events.ts', 'page'];
const services = ['hours', 'hsds', 'search', 'directory'].map((room) => `services/${room}`);
const servicesFiles = ['schema', 'directory-contract', 'ways-to-reach'].map((name) => `services/${name}.ts`);
const privateText = ['notebook', 'vault', 'file'].map((room) => `private-text/${room}`);
const frame = ['frame/protocol', 'frame/host'];
const belowLit = [...ground, ...servicesFiles, ...services, 'leave', ...privateText, ...frame];
const drawing = ['styles', 'templates', 'controllers'];
const writing = ['fields', 'keep', 'form'].map((room) => `private-text/${room}`);

/**
 * The rooms, from the ground up: each imports only from rows above it, and the check fails where a row says otherwise.
 *
 * `about`: what it holds. `may`: what it imports, apart from itself. `types`: of what it imports types only.
 * `lit`: `true`, `'types'` or nothing. `packages`: what else it imports. No room imports any other package.
 */
export const layers = {
  schema: { about: 'the parser, and rules for text and links' },
  i18n: { about: 'words with their values and plurals, months, and `Intl`' },
  content: {
    about: 'what elements say: sections with their schemas, and a folder for each language',
    may: ['schema'],
    types: ['i18n'],
  },
  'events.ts': { about: 'every event', types: ['schema', 'content'] },
  page: {
    about: "the browser's page: its language, its elements, what it gives an element, tasks, timers, reports",
    may: ['schema', 'i18n', 'events.ts'],
    types: ['content'],
  },
  // A service of a feed is a pack's entry, and more.
  'services/schema.ts': {
    about: 'the rules for a service of a feed or a directory, its hours and places',
    may: ['schema', 'content/schema.ts'],
    types: [],
  },
  'services/hours': {
    about: 'opening hours: schedules, time zones, whether a service is open',
    may: ['schema', 'i18n'],
    types: ['services/schema.ts', 'content'],
  },
  'services/directory-contract.ts': {
    about: 'what a directory can be asked, and what it answers',
    types: ['schema', 'services/schema.ts', 'services/hours'],
  },
  'services/ways-to-reach.ts': {
    about: 'the ways to reach a service, in order',
    may: ['schema'],
    types: ['services/schema.ts', 'content'],
  },
  'services/hsds': {
    about: 'reads feeds, and withholds addresses that nobody may know',
    may: ['schema', 'i18n', 'services/schema.ts'],
    types: ['services/schema.ts', 'content'],
  },
  'services/search': {
    about: 'finds services; reads and writes snapshots',
    may: ['schema', 'i18n', 'services/schema.ts', 'services/directory-contract.ts', 'services/hours'],
    types: ['services/schema.ts', 'content'],
  },
  'services/directory': {
    about: 'opens a directory and answers, in a worker or in the page; asks live servers',
    may: ['schema', 'services/schema.ts', 'page', ...servicesFiles, 'services/hsds', 'services/search'],
    types: ['services/schema.ts', 'content'],
  },
  leave: { about: 'leaving a page', may: ['schema', 'page'], types: ['content'] },
  'private-text/notebook': {
    about: 'what people type, in memory: a file for each part',
    may: ['schema'],
    types: ['content'],
  },
  // What is kept is deleted when somebody leaves: the name of the database stands there.
  'private-text/vault': {
    about: 'keeps a notebook on the device, sealed',
    may: ['schema', 'leave', 'private-text/notebook'],
    types: ['content'],
    packages: ['idb'],
  },
  'private-text/file': {
    about: 'carries a notebook away in a file, and takes it in',
    may: ['schema', 'private-text/notebook'],
    types: ['content'],
    packages: ['age-encryption', '@noble/(ciphers|hashes)'],
  },
  'frame/protocol': {
    about: 'what a page and a private frame say to each other',
    may: ['schema', 'leave'],
    types: ['content', 'private-text/vault'],
  },
  'frame/host': {
    about: "the page's side of a private frame",
    may: ['schema', 'page', 'private-text/vault', 'frame/protocol'],
    types: ['content'],
  },
  styles: { about: 'tokens, and what every element looks like', lit: true },
  templates: { about: 'what several elements draw alike', may: [...belowLit, 'styles'], lit: true },
  controllers: {
    about: 'content for an element, and nodes that somebody else has changed',
    may: belowLit,
    lit: 'types',
  },
  'private-text/fields': {
    about: "an element's part of the notebook, and its fields",
    may: [...belowLit, ...drawing],
    lit: true,
  },
  'private-text/keep': {
    about: 'the panel in which a person keeps, saves, takes in or wipes',
    may: [...belowLit, ...drawing, 'private-text/fields'],
    lit: true,
  },
  'private-text/form': {
    about: 'everything else that elements with private text share',
    may: [...belowLit, ...drawing, 'private-text/fields', 'private-text/keep'],
    lit: true,
  },
  elements: { about: 'a folder for each element', may: [...belowLit, ...drawing, ...writing], lit: true },
  register: {
    about: 'registers elements and contains their failures; divs that stand for elements',
    may: ['page', 'controllers'],
  },
  define: { about: 'one entry for each tag, and one for all', may: ['elements', 'register'] },
  'frame-page': {
    about: 'what runs inside of a private frame',
    may: [...belowLit, 'controllers', 'private-text/fields', 'elements', 'register'],
  },
  'statics.ts': { about: 'what each element is without a script', may: ['elements'], types: ['page'] },
  // What the package says in Node: where the command line is, which is a package of its own.
  'command-line': {
    about: 'leads to the package of the command line',
    types: ['schema'],
    packages: ['alongside-elements-cli'],
  },
  'index.ts': { about: 'what the package exports', may: [...belowLit, ...drawing, 'elements', 'register'] },
};

/** How imports are read. */
const reading = {
  // Keeps imports of types, which are gone after compilation.
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^(dist|cdn)/' },
  enhancedResolveOptions: { conditionNames: ['types', 'import', 'default'], exportsFields: ['exports'] },
};

const forbiddenFolders = ['utils', 'helpers', 'common', 'shared'];

const pathOf = (name) => (name.endsWith('.ts') ? `^src/${name.replace('.', '\\.')}$` : `^src/${name}/`);

function rulesOf([name, { may = [], types = [], lit: usesLit, packages = [] }]) {
  const apart = Object.keys(layers).filter((other) => other.startsWith(`${name}/`));
  const from = { path: pathOf(name), pathNot: apart.map(pathOf) };
  const own = [name, ...may].map(pathOf);
  const typesOnly = types.filter((type) => type !== name && !may.includes(type)).map(pathOf);
  const rules = [
    { name: `${name} imports its own layer and: ${[...may, ...types].join(', ') || 'nothing else'}`, from },
    { name: `${name} imports no other package`, from },
  ];
  rules[0].to = { path: '^src/', pathNot: [...own, ...typesOnly] };
  const known = packages.map((one) => workspaces[one] ?? `node_modules/${one}/`);
  rules[1].to = { pathNot: ['^src/', ...(usesLit ? [lit] : []), ...known], couldNotResolve: false };
  if (typesOnly.length > 0) {
    rules.push({
      name: `${name} imports types only from there`,
      from,
      to: { path: typesOnly, pathNot: own, dependencyTypesNot: ['type-only'] },
    });
  }
  if (usesLit === 'types') {
    rules.push({
      name: `${name} imports types only from lit`,
      from,
      to: { path: lit, dependencyTypesNot: ['type-only'] },
    });
  }
  return rules;
}

const forbidden = [
  ...Object.entries(layers).flatMap(rulesOf),
  {
    name: 'an element knows of another element only its class',
    from: { path: '^src/elements/([^/]+)/' },
    to: { path: '^src/elements/([^/]+)/', pathNot: ['^src/elements/$1/', '^src/elements/([^/]+)/\\1\\.ts$'] },
  },
  {
    name: 'stories and element tests use the public API, and the words that they look for',
    from: { path: '^(stories|tests/elements)/' },
    to: { path: '^src/', pathNot: '^src/(index\\.ts$|define/|content/[a-z]+/.*\\.json$)' },
  },
  { name: 'no circle of imports', from: { path: '^src/' }, to: { circular: true } },
  { name: 'every import leads somewhere', from: { path: '^src/' }, to: { couldNotResolve: true } },
].map((rule) => ({ ...rule, severity: 'error' }));

function problemsOfNames(folder) {
  const src = join(folder, 'src');
  const known = Object.keys(layers);
  const unknown = readdirSync(src)
    // A wing whose rooms have lines of their own has no other rooms.
    .flatMap((name) =>
      !known.includes(name) && known.some((other) => other.startsWith(`${name}/`))
        ? readdirSync(join(src, name)).map((room) => `${name}/${room}`)
        : [name],
    )
    .filter((name) => !known.includes(name))
    .map((name) => `src/${name}: belongs to no layer in tools/check-layers.js`);
  const vague = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && forbiddenFolders.includes(entry.name))
    .map(
      (entry) => `${join(entry.parentPath, entry.name).slice(folder.length + 1)}: a folder is named for what it holds`,
    );
  return [...unknown, ...vague];
}

/** The functions that stand directly in a file. */
function functionsIn(path) {
  const { statements } = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement)) return statement.name?.text ?? [];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations
      .filter(
        ({ initializer }) => initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
      )
      .map(({ name }) => name.text);
  });
}

/** A name that two functions have makes a reader think that they do the same. */
function problemsOfFunctions(folder) {
  const places = new Map();
  for (const entry of readdirSync(join(folder, 'src'), { recursive: true }))
    if (entry.endsWith('.ts'))
      for (const name of functionsIn(join(folder, 'src', entry)))
        places.set(name, [...(places.get(name) ?? []), `src/${entry}`]);
  return [...places]
    .filter(([, files]) => files.length > 1)
    .map(([name, files]) => `${files.join(', ')}: functions of one name, ${name}`);
}

/** Where the table lets a room import from one that is not above it: then imports could run back up. */
export function problemsOfTable(table = layers) {
  const rooms = Object.keys(table);
  const rowOf = (name) => rooms.findIndex((room) => name === room || name.startsWith(`${room}/`));
  return Object.entries(table).flatMap(([room, { may = [], types = [] }], row) =>
    [...may, ...types]
      .filter((name) => rowOf(name) < 0 || rowOf(name) >= row)
      .map((name) => `tools/check-layers.js: ${room} → ${name}, which is not above it`),
  );
}

/** The room of a file: that with the longest name that fits. */
export const roomOf = (path, table = layers) =>
  Object.keys(table)
    .filter((name) => path === `src/${name}` || path.startsWith(`src/${name}/`))
    .sort((one, other) => other.length - one.length)[0];

/** Every import from a file of src/: `{ from, to, isType }`, with paths in the repository. */
export async function importsOf(folder) {
  const { output } = await cruise(['src'], { ...reading, baseDir: folder });
  return output.modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved, dependencyTypes }) => ({
      from: source,
      to: resolved,
      isType: dependencyTypes.includes('type-only'),
    })),
  );
}

/** @returns one line for each thing that breaks a rule, for the repository in `folder`. */
export async function layerProblems(folder) {
  const start = ['src', 'stories', 'tests/elements'].filter((name) => existsSync(join(folder, name)));
  const { output } = await cruise(start, {
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden },
    ...reading,
  });
  const wrong = output.summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`);
  return [...problemsOfTable(), ...problemsOfNames(folder), ...problemsOfFunctions(folder), ...wrong];
}

if (isMain(import.meta.url)) {
  const problems = await layerProblems(dirname(dirname(fileURLToPath(import.meta.url))));
  for (const problem of problems) console.log(problem);
  console.log(problems.length === 0 ? 'Layers: every import goes the right way.' : `Layers: ${problems.length} wrong.`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
