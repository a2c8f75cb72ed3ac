import { attribute } from './find.js';
import { forPaper, paperOf } from './print-form.js';
import { every, hasClass, htmlOf, removeAttributes, replace, setAttribute, treeOf } from './tree.js';

const isControl = ({ tagName }) => ['button', 'fieldset', 'input', 'textarea', 'select', 'label'].includes(tagName);

/** What does nothing in an element until its script is there. */
const needsScript = {
  // In a shadow root, the browser finds no place for an address.
  'csec-primer': ({ tagName }) => tagName === 'nav',
  'stage-guide': (node) => isControl(node) || attribute(node, 'role') === 'tablist' || isInvitation(node),
};

/** The sentence above the stages that says to choose one. */
const isInvitation = (node) =>
  node.tagName === 'p' &&
  node.parentNode.childNodes.find(({ tagName }) => tagName) === node &&
  node.parentNode.childNodes.some((one) => one.tagName && hasClass(one, 'stage'));

/**
 * Makes of a rendered element what can stand in a page before its script is there, and without any: what needs the script is `hidden` and
 * `inert`. Styles show it where scripts run (see `styles.js`); it can be used once the element takes over.
 *
 * @param {string} tag
 * @param {import('./shadow.js').Shadow} shadow
 */
export function still(tag, { html, say }) {
  const tree = treeOf(html);
  const marked = new Set();
  const mark = (node) => {
    marked.add(node);
    setAttribute(node, 'hidden');
    setAttribute(node, 'inert');
  };
  if (forPaper.includes(tag)) {
    const [surface] = every(tree, (one) => hasClass(one, 'surface'));
    const isSlot = ({ tagName }) => tagName === 'slot';
    const paper = paperOf(tag, surface, say);
    for (const node of surface.childNodes) if (node.tagName && !isSlot(node)) mark(node);
    // The page's own words stay where they are in both.
    const [note] = every(surface, isSlot);
    replace(note, paper, note);
  } else {
    const inMarked = (node) => !!node.parentNode && (marked.has(node.parentNode) || inMarked(node.parentNode));
    for (const node of every(tree, needsScript[tag] ?? isControl)) if (!inMarked(node)) mark(node);
  }
  // A panel without its tabs is a section with a heading.
  for (const node of every(tree, (one) => attribute(one, 'role') === 'tabpanel'))
    removeAttributes(node, 'role', 'tabindex', 'aria-labelledby');
  for (const node of every(tree, () => true)) {
    // Of `@lit-labs/ssr`: for a way of taking over that is not ours, for browsers before the standard, and for a box that is not ticked.
    removeAttributes(
      node,
      'defer-hydration',
      'shadowroot',
      ...(attribute(node, 'checked') === 'false' ? ['checked'] : []),
    );
    node.attrs = node.attrs.filter(
      ({ name, value }) => value || !['id', 'class', 'part', 'lang', 'value'].includes(name),
    );
  }
  return htmlOf(tree);
}
