// A piece of markup as plain data, written as HTML, or made as nodes of a document. Both from the same, so that a preview shows what is pasted.

/** An element: its tag, its attributes (`true` for one without a value; empty, false or missing ones are left out), what is inside. */
export const element = (tag, attributes = {}, ...inside) => ({
  tag,
  attributes: Object.entries(attributes).filter(([, value]) => value),
  inside,
});

const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const startOf = ({ tag, attributes }) =>
  `<${tag}${attributes.map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(value)}"`)).join('')}>`;

const blocks = ['p', 'ul', 'li'];

/** As HTML. Paragraphs, lists and what is in them have lines of their own. */
export function toHtml(node, indent = '') {
  if (typeof node === 'string') return escaped(node);
  const { tag, inside } = node;
  if (tag === 'br') return '<br>';
  if (!inside.some((one) => blocks.includes(one.tag)))
    return `${indent}${startOf(node)}${inside.map((one) => toHtml(one)).join('')}</${tag}>`;
  const lines = inside.map((one) => toHtml(one, `${indent}  `));
  return [`${indent}${startOf(node)}`, ...lines, `${indent}</${tag}>`].join('\n');
}

/** As nodes of a document, without any markup being read. */
export function toNode(node, document) {
  if (typeof node === 'string') return document.createTextNode(node);
  const made = document.createElement(node.tag);
  for (const [name, value] of node.attributes) made.setAttribute(name, value === true ? '' : value);
  made.append(...node.inside.map((one) => toNode(one, document)));
  return made;
}
