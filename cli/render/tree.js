import { parseFragment, serialize } from 'parse5';
import { attribute } from './find.js';

/**
 * A piece of HTML as a tree. Of its comments only those stay that part two texts, and they are empty: where texts are one, letters
 * stand a fraction of a pixel elsewhere.
 */
export function treeOf(html) {
  const tree = parseFragment(html);
  for (const node of [tree, ...everyNode(tree)]) {
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

export const hasClass = (node, name) => (attribute(node, 'class') ?? '').split(' ').includes(name);

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

/** A copy of a node, with all that is in it, as it would be parsed. */
export const copyOf = (node) =>
  parseFragment(serialize({ nodeName: '#document-fragment', childNodes: [node] })).childNodes[0];
