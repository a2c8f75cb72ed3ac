import { attribute } from './find.js';
import { paperOf } from './print-form.js';
import { every, htmlOf, removeAttributes, replace, says, setAttribute, takeOut } from './tree.js';

const isControl = ({ tagName }) => ['button', 'fieldset', 'input', 'textarea', 'select', 'label'].includes(tagName);

/** What does nothing in an element until its script is there: its controls, and what its facts name. */
const needsScript =
  ({ needsScript: parts = [], aboutControls = [] }) =>
  (node) =>
    isControl(node) || parts.includes(attribute(node, 'part')) || (node.tagName === 'p' && says(node, aboutControls));

/**
 * Makes of a rendered element what can stand in a page before its script is there, and without any: what needs the script is `hidden` and
 * `inert`. Styles show it where scripts run (see `styles.js`); it can be used once the element takes over.
 *
 * @param {import('alongside-elements/internal/page/static-element.js').StaticElement} facts
 * @param {import('./shadow.js').Shadow} shadow
 */
export function still(facts, { tree }) {
  const marked = new Set();
  const inMarked = (node) => !!node.parentNode && (marked.has(node.parentNode) || inMarked(node.parentNode));
  const mark = (node) => {
    marked.add(node);
    setAttribute(node, 'hidden');
    setAttribute(node, 'inert');
  };
  if (facts.shows === 'form') {
    const surface = tree.childNodes.find(({ tagName }) => tagName);
    const isSlot = ({ tagName }) => tagName === 'slot';
    const paper = paperOf(surface, facts);
    for (const node of [...surface.childNodes]) {
      if (!node.tagName || isSlot(node)) continue;
      // What the element does not show at first is in the paper already.
      if (node.attrs.some(({ name }) => name === 'hidden')) takeOut(node);
      else mark(node);
    }
    // The page's own words stay where they are in both.
    const [note] = every(surface, isSlot);
    replace(note, paper, note);
  } else {
    for (const node of every(tree, needsScript(facts))) if (!inMarked(node)) mark(node);
  }
  // A panel without its tabs is a section with a heading.
  for (const node of every(tree, (one) => attribute(one, 'role') === 'tabpanel'))
    if (!marked.has(node) && !inMarked(node)) removeAttributes(node, 'role', 'tabindex', 'aria-labelledby');
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
