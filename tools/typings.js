/**
 * Types that are made from what was built, for pages in TypeScript and for frameworks:
 *
 * - `querySelector('stage-guide')` and `addEventListener('stage-change', …)` know their types once the class or its define file is imported
 * - dist/tags.d.ts: for each tag its class, properties, attributes and events. The files in frameworks/ make from it what each framework reads
 * - dist/react.js and its types: a component for each element
 *
 * A new element needs no line here.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneLine, readElements } from './elements.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const write = (path, lines) => writeFileSync(join(root, path), `${lines.flat(9).join('\n')}\n`);
const from = (path) => `./${posix.relative('dist', path)}`;
const pascal = (event) => event.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
const doc = (text, indent = '') => (text ? `${indent}/** ${oneLine(text)} */` : []);

/** What an attribute takes. To leave a boolean one away is to give `undefined`: some frameworks write `false` as a word. */
const attributeTypes = { boolean: "true | ''", number: 'number | `${number}`' };

function tagsTypes(elements) {
  const events = [...new Set(elements.flatMap((element) => element.events.map(({ type }) => type)))].sort();
  return [
    elements.map((element) => `import type { ${element.class} } from '${from(element.path)}';`),
    `import type { ${events.join(', ')} } from './events.js';`,
    '',
    '/** Every tag of the library: its class, what a page may set on it, and what it fires. */',
    'export interface Tags {',
    elements.map((element) => [
      doc(element.summary, '  '),
      `  '${element.tag}': {`,
      `    element: ${element.class};`,
      '    properties: {',
      element.properties.map(({ name, description }) => [
        doc(description, '      '),
        `      ${name}?: ${element.class}['${name}'] | undefined;`,
      ]),
      '    };',
      '    attributes: {',
      element.attributes
        .filter(({ name, property }) => name !== property)
        .map(({ name, type, description }) => [
          doc(description, '      '),
          `      '${name}'?: ${attributeTypes[type] ?? type} | undefined;`,
        ]),
      '    };',
      '    events: {',
      element.events.map(({ name, type, description }) => [doc(description, '      '), `      '${name}': ${type};`]),
      '    };',
      '  };',
    ]),
    '}',
  ];
}

/** The class's own types also say which tag it has, and bring the events that it fires. */
function addTag(element) {
  const path = element.path.replace(/js$/, 'd.ts');
  const events = posix.relative(posix.dirname(path), 'dist/events.js');
  const lines = [
    `import '${events}';`,
    'declare global {',
    '  interface HTMLElementTagNameMap {',
    `    '${element.tag}': ${element.class};`,
    '  }',
    '}',
  ];
  appendFileSync(join(root, path), `${lines.join('\n')}\n`);
  write(`dist/define/${element.tag}.d.ts`, [`import '.${from(element.path)}';`, 'export {};']);
}

const reactCode = (elements) => [
  "'use client';",
  "import * as react from 'react';",
  "import { createComponent } from '@lit/react';",
  "import { define } from './register/define.js';",
  elements.map((element) => `import { ${element.class} as ${element.class}Element } from '${from(element.path)}';`),
  '',
  '// Registers the element too. Marked as pure, so that a bundler leaves out what a page does not use.',
  'function component(tagName, elementClass, events) {',
  '  define(tagName, elementClass);',
  '  return createComponent({ react, tagName, elementClass, events });',
  '}',
  '',
  elements.map((element) => {
    const events = element.events.map(({ name }) => `on${pascal(name)}: '${name}'`).join(', ');
    return `export const ${element.class} = /* @__PURE__ */ component('${element.tag}', ${element.class}Element, { ${events} });`;
  }),
];

const reactTypes = (elements) => [
  "import type { ReactComponent } from '../frameworks/react.js';",
  '',
  elements.map((element) => [
    doc(element.summary),
    `export declare const ${element.class}: ReactComponent<'${element.tag}'>;`,
  ]),
];

const elements = await readElements(root);
for (const element of elements) addTag(element);
write('dist/tags.d.ts', tagsTypes(elements));
write('dist/react.js', reactCode(elements));
write('dist/react.d.ts', reactTypes(elements));
