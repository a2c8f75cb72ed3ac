import { attribute } from './find.js';
import { copyOf, element, every, hasClass, removeAttributes, replace, setAttribute, takeOut, textOf } from './tree.js';

const blank = () => element('p', 'rule', '\u00a0');

/** What is said of typing, and of controls, by its key. */
const ofControls = {
  'safety-checklist': ['memory', 'readable', 'trace'],
  'options-explorer': ['memory', 'readable', 'togetherAbout'],
  'goal-planner': ['memory', 'readable'],
  'practice-check': ['memory', 'readable', 'includeAbout'],
};

/** The tags of the elements in which a person types. */
export const forPaper = Object.keys(ofControls);

/**
 * What an element with private text is to somebody without JavaScript: ideas and questions to read, and lines to write on, once it is printed.
 * There is nothing to type in: what was typed could not be let go of when the person leaves.
 *
 * @param {string} tag
 * @param surface what the element draws.
 * @param {(word: string) => readonly string[]} say
 */
export function paperOf(tag, surface, say) {
  const paper = copyOf(surface);
  setAttribute(paper, 'class', 'stack paper');
  for (const node of every(paper, ({ tagName }) => tagName === 'slot')) takeOut(node);
  const none = say('none');
  const left = ofControls[tag].flatMap(say);
  for (const node of every(paper, ({ tagName }) => tagName === 'p')) {
    const words = textOf(node).trim();
    if (none.includes(words)) replace(node, blank(), blank(), blank());
    else if (left.some((one) => words.startsWith(one)) || attribute(node, 'role') === 'status') takeOut(node);
  }
  for (const node of every(paper, ({ tagName }) => tagName === 'details')) takeOut(node);
  for (const node of every(paper, (one) => hasClass(one, 'check'))) takeOut(node);
  for (const field of every(paper, (one) => hasClass(one, 'field'))) {
    // Where something of one's own is added to a list that has lines already.
    if (every(field, (one) => attribute(one, 'data-at') === 'own').length) takeOut(field);
    else replace(field, element('p', '', textOf(field).trim()), blank(), blank());
  }
  for (const button of every(paper, ({ tagName }) => tagName === 'button')) {
    if (attribute(button, 'data-do') === 'choose') replace(button, element('span', '', `☐ ${textOf(button).trim()}`));
    else takeOut(button);
  }
  for (const row of every(paper, (one) => hasClass(one, 'row'))) if (!textOf(row).trim()) takeOut(row);
  for (const node of [paper, ...every(paper, () => true)]) removeAttributes(node, 'id', 'data-at', 'data-do');
  return paper;
}
