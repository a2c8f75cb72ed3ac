/**
 * Is everything public described? Reads custom-elements.json (`npm run build` or `cem analyze` makes it) and lists what
 * has no words: elements, their attributes, properties, methods, events, slots, parts and custom properties, and events. The parts that are
 * described are those that the templates render, and no others.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMain } from './is-main.js';
import { renderedParts } from './rendered-parts.js';

/** Lists of an element's declaration whose entries need a description, and what one entry is called. */
const lists = {
  members: 'member',
  attributes: 'attribute',
  events: 'event',
  slots: 'slot',
  cssParts: 'part',
  cssProperties: 'custom property',
  cssStates: 'state',
};

/** @param rendered the names of the parts that the element renders. */
function problemsOfParts(element, tag, rendered) {
  const described = (element.cssParts ?? []).map(({ name }) => name);
  return [
    ...rendered
      .filter((name) => !described.includes(name))
      .map((name) => `<${tag}>: the part "${name}" is rendered, and has no @csspart`),
    ...described
      .filter((name) => !rendered.includes(name))
      .map((name) => `<${tag}>: the part "${name}" has a @csspart, and nothing renders it`),
  ];
}

function problemsOfElement(element, tag) {
  const problems = [];
  const say = (what) => problems.push(`<${tag}>: ${what}`);
  if (!element.description?.trim()) say('the class has no comment');
  if (!element.summary?.trim()) say('no @summary');
  if (element.tagName !== tag) say(`@element is ${element.tagName ?? 'missing'}, the folder says ${tag}`);
  for (const [list, kind] of Object.entries(lists)) {
    for (const entry of element[list] ?? []) {
      const name = entry.name || entry.fieldName || 'default';
      if (!entry.description?.trim()) say(`the ${kind} "${name}" has no description`);
      if (list === 'events' && !entry.type?.text) say(`the event "${name}" has no type: @fires {XEvent} ${name} - …`);
    }
  }
  return problems;
}

function problemsOfEvent(event) {
  const described = event.description?.trim() ? [] : [`${event.name}: the class has no comment`];
  const fields = (event.members ?? []).filter((member) => !member.static && !member.description?.trim());
  return [...described, ...fields.map(({ name }) => `${event.name}: "${name}" has no description`)];
}

/**
 * @param tags the elements that there must be.
 * @param partsOf the names of the parts that an element renders, by its tag.
 * @returns one line for each thing without words, and for each part that is described or rendered only.
 */
export function manifestProblems(manifest, tags, partsOf) {
  const classes = manifest.modules.flatMap((module) =>
    (module.declarations ?? [])
      .filter(({ kind }) => kind === 'class')
      .map((declaration) => ({ ...declaration, path: module.path })),
  );
  const elements = classes.filter(({ customElement }) => customElement);
  const byTag = new Map(
    elements.map((element) => [
      element.path
        .split('/')
        .at(-1)
        .replace(/\.[jt]s$/, ''),
      element,
    ]),
  );
  const missing = tags
    .filter((tag) => !byTag.has(tag))
    .map((tag) => `<${tag}>: there is no such element in the manifest`);
  const events = classes.filter(({ path }) => /(^|\/)events\.[jt]s$/.test(path));
  return [
    ...missing,
    ...[...byTag].flatMap(([tag, element]) => [
      ...problemsOfElement(element, tag),
      ...problemsOfParts(element, tag, partsOf(tag)),
    ]),
    ...events.flatMap(problemsOfEvent),
  ];
}

if (isMain(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const file = join(root, 'custom-elements.json');
  if (!existsSync(file)) {
    console.log('There is no custom-elements.json. npm run build makes it.');
    process.exit(1);
  }
  const tags = readdirSync(join(root, 'src/elements'));
  const partsOf = (tag) => renderedParts(join(root, 'src'), tag);
  const problems = manifestProblems(JSON.parse(readFileSync(file, 'utf8')), tags, partsOf);
  for (const problem of problems) console.log(problem);
  console.log(
    problems.length === 0 ? `Manifest: ${tags.length} elements, all described.` : `Manifest: ${problems.length} wrong.`,
  );
  process.exitCode = problems.length > 0 ? 1 : 0;
}
