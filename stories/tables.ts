/** What the tables of the guides say, out of the manifest and the style sheet of tokens: nothing in them is typed by hand. */

interface Named {
  name: string;
  description?: string;
}
interface Declaration extends Named {
  tagName?: string;
  members?: (Named & { kind: string; privacy?: string; static?: boolean })[];
  attributes?: Named[];
  events?: (Named & { type: { text: string } })[];
  slots?: Named[];
  cssParts?: Named[];
  cssProperties?: (Named & { default?: string })[];
}

/** As much of custom-elements.json as the tables need. */
export interface Manifest {
  modules: { declarations?: Declaration[] }[];
}

/** As plain text, on one line: a table shows no Markdown. */
const oneLine = (text = '') => text.replaceAll('`', '').replace(/\s+/g, ' ').trim();
const declarationsIn = ({ modules }: Manifest) => modules.flatMap(({ declarations = [] }) => declarations);
const namesOf = (list: Named[] = []) => list.map(({ name }) => name).filter(Boolean);

const taggedIn = (manifest: Manifest) =>
  declarationsIn(manifest)
    .flatMap((declaration) => (declaration.tagName ? [{ ...declaration, tag: declaration.tagName }] : []))
    .sort((a, b) => (a.tag < b.tag ? -1 : 1));

/** Every element: the names of its attributes, public methods and named slots. */
export const elementsIn = (manifest: Manifest) =>
  taggedIn(manifest).map(({ tag, attributes, members = [], slots }) => ({
    tag,
    attributes: namesOf(attributes),
    methods: members
      .filter(({ kind, privacy, static: ofClass }) => kind === 'method' && privacy !== 'private' && !ofClass)
      .map(({ name }) => `${name}()`),
    slots: namesOf(slots),
  }));

/** Every event: when it fires and what it carries, as its class says, and the elements that fire it. */
export function eventsIn(manifest: Manifest) {
  const elements = taggedIn(manifest);
  const types = new Map(
    elements.flatMap(({ events = [] }) => events.map(({ name, type }) => [name, type.text] as const)),
  );
  return [...types].map(([name, type]) => {
    const { description, members = [] } =
      declarationsIn(manifest).find((declaration) => declaration.name === type) ?? {};
    return {
      name,
      description: oneLine(description),
      fields: members
        .filter(({ kind }) => kind === 'field')
        .map((field) => ({ ...field, description: oneLine(field.description) })),
      tags: elements.filter(({ events }) => namesOf(events).includes(name)).map(({ tag }) => tag),
    };
  });
}

/** Every part of every element. */
export const partsIn = (manifest: Manifest) =>
  taggedIn(manifest).flatMap(({ tag, cssParts = [] }) =>
    cssParts.map(({ name, description }) => ({ tag, name, meaning: oneLine(description) })),
  );

/** The custom properties that belong to one element. */
export const ownPropertiesIn = (manifest: Manifest) =>
  taggedIn(manifest).flatMap(({ cssProperties = [] }) =>
    cssProperties.map(({ name, description, default: value = '' }) => ({ name, meaning: oneLine(description), value })),
  );

/** The tokens of the library, each with the comment before it. */
export const tokensIn = (css: string) =>
  [...css.matchAll(/\/\*((?:(?!\*\/).)*)\*\/\s*(--[\w-]+):\s*([^;]+);/gs)].map(
    ([, meaning, name = '', value = '']) => ({
      name,
      meaning: oneLine(meaning),
      value: oneLine(value),
    }),
  );
