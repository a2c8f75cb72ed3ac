/**
 * What editors know of the elements, made from custom-elements.json: tags, attributes, parts and custom properties complete and explain
 * themselves. dist/vscode.html-data.json and dist/vscode.css-data.json are named in the settings of VS Code, dist/web-types.json
 * is found by JetBrains' editors through package.json. A new element needs no line here.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readElements } from './elements.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const write = (path, value) => writeFileSync(join(root, path), `${JSON.stringify(value, null, 1)}\n`);

/** Each token with the comment above it, and with what it is when nobody sets it. */
function readTokens() {
  const css = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8');
  return [...css.matchAll(/\/\* ([^*]+) \*\/\s+(--[\w-]+): ([^;]+);/g)].map(([, description, name, value]) => ({
    name,
    description,
    default: value,
  }));
}

const markdown = (value) => ({ kind: 'markdown', value });
const fires = (events) => events.map(({ name, description }) => `- \`${name}\`: ${description}`).join('\n');
const inSlots = (slots) =>
  slots.map(({ name, description }) => `- ${name ? `\`${name}\`` : 'inside'}: ${description}`).join('\n');

function htmlData(elements) {
  return {
    version: 1.1,
    tags: elements.map(({ tag, description, attributes, events, slots }) => ({
      name: tag,
      description: markdown(`${description}\n\n**Slots**\n${inSlots(slots)}\n\n**Events**\n${fires(events)}`),
      attributes: attributes.map(({ name, description, type }) => ({
        name,
        description,
        // 'v' is what VS Code calls an attribute without a value.
        ...(type === 'boolean' && { valueSet: 'v' }),
      })),
    })),
  };
}

function cssData(elements, tokens) {
  const properties = [...tokens, ...elements.flatMap(({ cssProperties }) => cssProperties)];
  const parts = new Map();
  for (const { tag, parts: list } of elements)
    for (const { name, description } of list) parts.set(name, [...(parts.get(name) ?? []), `${tag}: ${description}`]);
  return {
    version: 1.1,
    properties: properties.map((property) => ({
      name: property.name,
      description: `${property.description}${property.default ? ` Default: ${property.default}` : ''}`,
    })),
    pseudoElements: [...parts].map(([name, lines]) => ({ name: `::part(${name})`, description: lines.join('\n') })),
  };
}

function webTypes(elements, tokens, { name, version }) {
  const css = ({ name, description, default: value }) => ({ name, description, ...(value && { default: value }) });
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map((element) => ({
          name: element.tag,
          description: element.description,
          attributes: element.attributes.map(({ name, description, type }) => ({
            name,
            description,
            value: { type },
          })),
          slots: element.slots.map(({ name, description }) => ({ name, description })),
          js: {
            properties: element.properties.map(({ name, description, type }) => ({
              name,
              description,
              type: type.text,
            })),
            events: element.events.map(({ name, description, type }) => ({ name, description, type })),
          },
          css: {
            parts: element.parts.map(({ name, description }) => ({ name, description })),
            properties: element.cssProperties.map(css),
          },
        })),
      },
      css: { properties: tokens.map(css) },
    },
  };
}

const elements = await readElements(root);
const tokens = readTokens();
write('dist/vscode.html-data.json', htmlData(elements));
write('dist/vscode.css-data.json', cssData(elements, tokens));
write('dist/web-types.json', webTypes(elements, tokens, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))));
