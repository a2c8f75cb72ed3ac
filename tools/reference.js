/**
 * `npm run reference` writes docs/elements/: a page for each element, from custom-elements.json, so from the comments in its class. With
 * `--check` it writes nothing and fails where a page is not what it would write. The comments are read when the library is built.
 */
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sections } from './catalogue.js';
import { root, runAsTool } from './made-files.js';

const folder = 'docs/elements';
const read = (path) => readFileSync(join(root, path), 'utf8');

const call = 'National Human Trafficking Hotline: <a href="tel:18883737888">1-888-373-7888</a>';

/** What has to stand in an element for it to be of use: attributes, and something else than a number to call between its tags. */
const examples = {
  'private-frame': { attributes: ' tag="safety-checklist" audience="youth"' },
  'quick-exit': {
    attributes: ' href="https://www.wikipedia.org/"',
    inside: '<a href="https://www.wikipedia.org/" rel="noreferrer noopener">Leave this site</a>',
  },
  'resource-card': { attributes: ' resource-id="national-human-trafficking-hotline"' },
  'resource-directory': { attributes: ' src="/services.json"' },
};

const oneLine = (text) => text.replace(/\s+/g, ' ').trim();
/** In a cell of a table, a bar would end the cell. */
const cell = (text) => oneLine(text).replaceAll('|', '\\|');
const code = (text) => (text ? `\`${cell(text)}\`` : '');

/** As it goes on after a colon: `CSEC` stays. */
const onlyFirstLower = (text) => (/^[A-Z][a-z ]/.test(text) ? text[0].toLowerCase() + text.slice(1) : text);

/** A table, or nothing where there is nothing in it. */
function table(title, columns, rows) {
  if (rows.length === 0) return [];
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [`## ${title}`, '', line(columns), line(columns.map(() => '---')), ...rows.map(line), ''];
}

const isPublic = ({ privacy = 'public' }) => privacy === 'public';

/** The fields of an element, and attributes that come from no field of the manifest, each once: `{ attribute, property, type, default, description }`. */
function settingsOf({ members = [], attributes = [] }) {
  const fields = members.filter((member) => member.kind === 'field' && isPublic(member) && !member.static);
  const named = new Map(attributes.map((attribute) => [attribute.fieldName ?? attribute.name, attribute]));
  const own = fields.map((field) => {
    const kebab = field.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const attribute = field.attribute ?? named.get(field.name)?.name ?? named.get(kebab)?.name;
    return { ...field, attribute, property: field.name };
  });
  const known = new Set(own.map(({ attribute }) => attribute));
  return [...own, ...attributes.filter(({ name }) => !known.has(name)).map((one) => ({ ...one, attribute: one.name }))];
}

function exampleOf(tag) {
  const { attributes = '', inside = call } = examples[tag] ?? {};
  return ['```html', `<${tag}${attributes}>`, `  ${inside}`, `</${tag}>`, '```', ''];
}

/** Where an element gets its words, and how an agency replaces them. */
function contentOf(tag) {
  const section = sections.find((one) => one.tag === tag);
  if (!section) return [];
  const { pack } = section;
  return [
    '## Content',
    '',
    `The default content is in [\`src/content/en/${pack}.json\`](../../src/content/en/${pack}.json). To change it, write a pack and name its address in \`src\`. [The schema](../../schemas/${pack}.json) describes every key. This command writes a pack to start from:`,
    '',
    '```sh',
    `npx alongside-elements-cli new-pack ${pack}`,
    '```',
    '',
  ];
}

function pageOf(element) {
  const { tagName: tag, summary, description, members = [] } = element;
  const methods = members.filter((member) => member.kind === 'method' && isPublic(member));
  const types = (parameters = []) =>
    parameters.map(({ name, type }) => `${name}: ${type?.text ?? 'unknown'}`).join(', ');
  return [
    `# \`<${tag}>\``,
    '',
    `<!-- Made by \`npm run reference\` from the comments in src/elements/${tag}/${tag}.ts. Change those, not this file. -->`,
    '',
    summary,
    '',
    oneLine(description),
    '',
    `<img src="../pictures/${tag}.png" width="300" alt="On a phone: ${onlyFirstLower(cell(summary))}">`,
    '',
    ...exampleOf(tag),
    ...table(
      'Attributes and properties',
      ['Attribute', 'Property', 'Type', 'Default', 'What it does'],
      settingsOf(element).map((one) => [
        code(one.attribute),
        code(one.property),
        code(one.type?.text?.replace(' | undefined', '')),
        code(one.default),
        cell(one.description ?? ''),
      ]),
    ),
    ...table(
      'Slots',
      ['Slot', 'What goes there'],
      (element.slots ?? []).map(({ name, description }) => [name ? code(name) : '(default)', cell(description)]),
    ),
    ...table(
      'Events',
      ['Event', 'Type', 'When it fires'],
      (element.events ?? []).map(({ name, type, description }) => [code(name), code(type.text), cell(description)]),
    ),
    ...table(
      'Methods',
      ['Method', 'What it does'],
      methods.map((one) => [
        code(`${one.static ? `${element.name}.` : ''}${one.name}(${types(one.parameters)})`),
        cell(one.description),
      ]),
    ),
    ...table(
      'CSS parts',
      ['Part', 'What it is'],
      (element.cssParts ?? []).map(({ name, description }) => [code(name), cell(description)]),
    ),
    ...table(
      'CSS custom properties',
      ['Property', 'What it sets'],
      (element.cssProperties ?? []).map(({ name, description }) => [code(name), cell(description)]),
    ),
    ...contentOf(tag),
    'Colors, type, and spacing come from the tokens in [`src/styles/tokens.css`](../../src/styles/tokens.css). Storybook shows every state of the element. [All elements](README.md)',
  ];
}

/** The elements of the manifest, as they were built. */
function builtElements() {
  const manifest = JSON.parse(read('custom-elements.json'));
  return manifest.modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
}

const index = (elements) => [
  '# Elements',
  '',
  '<!-- Made by `npm run reference`. -->',
  '',
  '| Element | What it is |',
  '| --- | --- |',
  ...elements.map(({ tagName, summary }) => `| [\`<${tagName}>\`](${tagName}.md) | ${cell(summary)} |`),
  '',
  'Every element fires `content-error` if it can’t use something that the page gave it. `event.problems` is a list of `{ path, reason, detail }`, in reading order; `path` says where the problem is, `reason` what it is, such as `missing`, `type`, or `unknown-id`, and `detail` what was expected.',
  'The typings list every reason (`ProblemReason`). An address that has no element, such as a wrong `plan`, isn’t reported. Events bubble, aren’t composed, and never contain anything that a person typed.',
];

const files = () => {
  const elements = builtElements();
  return {
    [`${folder}/README.md`]: index(elements),
    ...Object.fromEntries(elements.map((element) => [`${folder}/${element.tagName}.md`, pageOf(element)])),
  };
};

/** Pages of elements that are there no more. */
function left() {
  const made = files();
  return existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .map((name) => `${folder}/${name}`)
        .filter((path) => !Object.hasOwn(made, path))
    : [];
}

await runAsTool(import.meta.url, files, 'reference', 'The pages of the elements say what their comments say.', {
  left,
  remove: (path) => rmSync(join(root, path)),
});
