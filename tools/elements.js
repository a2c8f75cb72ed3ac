/**
 * What custom-elements.json says of each element, put in the order in which generators of types and of editor data need it.
 * Reads what was built, so that a new element needs no line here.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const camel = (attribute) => attribute.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** One line, for a comment: text that would end the comment is kept from it. */
export const oneLine = (text = '') => text.replace(/\s+/g, ' ').replaceAll('*/', '*\\/').trim();

function elementOf(declaration, path, prototype) {
  const { name, tagName: tag, summary, description, events = [], slots = [] } = declaration;
  const { cssParts: parts = [], cssProperties = [], attributes = [] } = declaration;
  // What is not there before the element is connected cannot be set by a framework, which looks before it sets.
  const properties = (declaration.members ?? []).filter(
    (member) => member.kind === 'field' && !member.static && !member.readonly && member.name in prototype,
  );
  const known = new Map(properties.map((property) => [property.name, property]));
  return {
    tag,
    class: name,
    path,
    summary: oneLine(summary),
    description,
    properties,
    attributes: attributes.map((attribute) => ({
      ...attribute,
      type: attribute.type.text.replace(' | undefined', ''),
      description: attribute.description || known.get(attribute.fieldName)?.description,
      property: known.get(attribute.fieldName ?? camel(attribute.name))?.name,
    })),
    events: events.map((event) => ({ ...event, type: event.type.text })),
    slots,
    parts,
    cssProperties,
  };
}

/**
 * Every element, in the order of its tag. `path` is that of the class in the package, such as `dist/elements/x-y/x-y.js`.
 * Needs dist/ and custom-elements.json.
 */
export async function readElements(root) {
  const manifest = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
  const classes = await import(pathToFileURL(join(root, 'dist/index.js')).href);
  const elements = manifest.modules.flatMap(({ path, declarations = [] }) =>
    declarations
      .filter(({ customElement, tagName }) => customElement && tagName)
      .map((declaration) => {
        const { observedAttributes, prototype } = classes[declaration.name];
        // Asking for them is what makes Lit put the properties on the prototype.
        void observedAttributes;
        return elementOf(declaration, path, prototype);
      }),
  );
  return elements.sort((a, b) => (a.tag < b.tag ? -1 : 1));
}
