import { attribute } from './find.js';
import { copyOf, element, every, removeAttributes, replace, says, setAttribute, takeOut, textOf } from './tree.js';

const blank = () => element('p', 'rule', '\u00a0');

const isInput = ({ tagName }) => ['input', 'textarea'].includes(tagName);

/** The fields and boxes of a label, or whatever else has some in it. */
const inputsIn = (node) => every(node, isInput);

const isStack = (node) => attribute(node, 'class') === 'stack';

const isBar = (node) => (attribute(node, 'class') ?? '').split(' ').includes('notebook');

const isBox = (input) => attribute(input, 'type') === 'checkbox';

/**
 * What an element with private text is to somebody without JavaScript: ideas and questions to read, and lines to write on, once it is printed.
 * There is nothing to type in: what was typed could not be let go of when the person leaves.
 *
 * @param surface what the element draws.
 * @param {import('alongside-elements/internal/page/static-element.js').StaticElement} facts
 */
export function paperOf(surface, { aboutControls = [] }) {
  const paper = copyOf(surface);
  setAttribute(paper, 'class', 'stack paper');
  /** What held a control, and may hold nothing any more. */
  const holders = new Set();
  const takeControl = (node) => {
    holders.add(node.parentNode);
    takeOut(node);
  };
  for (const node of every(paper, ({ tagName }) => tagName === 'slot')) takeOut(node);
  // Where words live says nothing where nobody can type.
  for (const node of every(paper, isBar)) takeOut(node);
  for (const node of every(paper, ({ tagName }) => tagName === 'p')) {
    if (says(node, ['none'])) replace(node, blank(), blank(), blank());
    else if (says(node, aboutControls) || attribute(node, 'aria-live')) takeOut(node);
  }
  for (const node of every(paper, ({ tagName }) => tagName === 'details')) {
    // What is only folded is read on paper; what is opened to do something in is not there.
    const [folded] = attribute(node, 'class') === 'more' ? every(node, isStack) : [];
    if (folded) replace(node, folded);
    else takeOut(node);
  }
  for (const label of every(paper, ({ tagName }) => tagName === 'label')) {
    // A box to tick, and a field that adds something of one's own to a list that has lines already.
    if (inputsIn(label).every(isBox) || says(label, aboutControls)) takeControl(label);
    else replace(label, element('p', '', textOf(label).trim()), blank(), blank());
  }
  for (const button of every(paper, ({ tagName }) => tagName === 'button')) {
    // One of a few things to choose.
    if (attribute(button, 'aria-pressed')) replace(button, element('span', '', `☐ ${textOf(button).trim()}`));
    else takeControl(button);
  }
  const hasRules = (node) => every(node, (one) => attribute(one, 'class') === 'rule').length > 0;
  for (const node of holders) if (node !== paper && !textOf(node).trim() && !hasRules(node)) takeOut(node);
  for (const node of [paper, ...every(paper, () => true)]) {
    const ofScripts = node.attrs.map(({ name }) => name).filter((name) => name.startsWith('data-'));
    // On paper there is no tab to press: all of it is in sight.
    removeAttributes(node, 'id', 'hidden', ...ofScripts);
  }
  return paper;
}
