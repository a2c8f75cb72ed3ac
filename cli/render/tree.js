import { parseFragment, serialize } from 'parse5';

/** Characters that no text has: Unicode gives them away for such a use. */
const [before, after] = ['\uFDD0', '\uFDD1'];
const marks = new RegExp(`${before}(\\w+)${after}`, 'g');

/** A word of an element, marked with the key that it was asked for by, so that it can be found again wherever it is drawn. Empty: it says nothing. */
export const marked = (/** @type {string} */ key, /** @type {string} */ text) =>
  text && `${before}${key}${after}${text}`;

/** Takes the marks out of a node and its attributes. What stood in its text, the element around knows from then on, as `words`. */
function takeMarks(node) {
  for (const one of node.attrs ?? []) one.value = one.value.replace(marks, '');
  for (const one of node.childNodes ?? []) {
    if (one.nodeName !== '#text') continue;
    const keys = [...one.value.matchAll(marks)].map(([, key]) => key);
    if (!keys.length) continue;
    node.words = [...(node.words ?? []), ...keys];
    one.value = one.value.replace(marks, '');
  }
  node.childNodes &&= node.childNodes.filter(({ nodeName, value }) => nodeName !== '#text' || value);
}

/** Whether an element says one of the words that have these keys. */
export const says = (node, keys) =>
  [node, ...everyNode(node)].some(({ words }) => words?.some((word) => keys.includes(word)));

/**
 * A piece of HTML as a tree, in which each element knows the keys of the words that it says. Of its comments only those stay that part two
 * texts, and they are empty: where texts are one, letters stand a fraction of a pixel elsewhere.
 */
export function treeOf(html) {
  const tree = parseFragment(html);
  for (const node of [tree, ...everyNode(tree)]) {
    takeMarks(node);
    const { childNodes } = node;
    if (!childNodes) continue;
    const isText = (one) => one?.nodeName === '#text';
    const isComment = ({ nodeName }) => nodeName === '#comment';
    node.childNodes = childNodes.filter((one, index) => {
      if (!isComment(one)) return true;
      one.data = '';
      return isText(childNodes[index - 1]) && isText(childNodes.slice(index).find((next) => !isComment(next)));
    });
  }
  return tree;
}

export const htmlOf = (/** @type {object} */ tree) => serialize(tree);

/** Every node inside of another one, parents first, also in templates. */
function everyNode(node) {
  const inside = [...(node.childNodes ?? []), ...(node.content ? [node.content] : [])];
  return inside.flatMap((child) => [child, ...everyNode(child)]);
}

/** Every element inside of a node for which `is` holds. */
export const every = (node, is) => everyNode(node).filter((one) => one.tagName && is(one));

export function setAttribute(node, name, value = '') {
  removeAttributes(node, name);
  node.attrs.push({ name, value });
}

export function removeAttributes(node, ...names) {
  node.attrs = node.attrs.filter(({ name }) => !names.includes(name));
}

export function takeOut(node) {
  replace(node);
}

/** Puts other nodes in the place of one. */
export function replace(node, ...others) {
  const { childNodes } = node.parentNode;
  childNodes.splice(childNodes.indexOf(node), 1, ...others);
  for (const other of others) other.parentNode = node.parentNode;
}

/** The words in a node, with single spaces. */
export function textOf(node) {
  const text = node.nodeName === '#text' ? node.value : (node.childNodes ?? []).map(textOf).join('');
  return text.replace(/\s+/g, ' ');
}

/** An element with words in it. */
export function element(tagName, className, words) {
  const [node] = parseFragment(`<${tagName}></${tagName}>`).childNodes;
  if (className) setAttribute(node, 'class', className);
  node.childNodes = [{ nodeName: '#text', value: words, parentNode: node }];
  return node;
}

/** A copy of a node, with all that is in it. */
export function copyOf(node) {
  const copy = { ...node };
  if (node.attrs) copy.attrs = node.attrs.map((one) => ({ ...one }));
  if (node.content) copy.content = copyOf(node.content);
  copy.childNodes &&= node.childNodes.map((child) => Object.assign(copyOf(child), { parentNode: copy }));
  return copy;
}
