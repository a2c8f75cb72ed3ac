import { parse, parseFragment } from 'parse5';

/**
 * An element of ours in a page, and where it stands there.
 *
 * @typedef {object} Found
 * @property {string} tag
 * @property {ReadonlyMap<string, string>} attributes
 * @property {string | undefined} lang the `lang` that it stands in; `undefined`: none is set.
 * @property {string | undefined} json what stands in a child `<script type="application/json">`.
 * @property {boolean} light whether anything between its tags is seen in place of what it draws.
 * @property {boolean} link whether a link is between its tags.
 * @property {number} nameEnd where the name in its start tag ends.
 * @property {number} start where its start tag ends.
 * @property {readonly [from: number, to: number] | undefined} rendered where an earlier rendering stands.
 * @property {number} line the line of its start tag, from 1.
 */

/**
 * A page, as far as it matters here.
 *
 * @typedef {object} Page
 * @property {readonly Found[]} found in the order of the page.
 * @property {ReadonlySet<string>} tags every tag in it, outside of templates.
 * @property {ReadonlySet<string>} ids every `id` in it.
 * @property {boolean} hasBase whether it has a `<base href>`.
 */

const isWhole = (/** @type {string} */ html) => /^\uFEFF?(\s|<!--[\s\S]*?-->)*<(!doctype|html|head|body)\b/i.test(html);

/** The value of an attribute in a parsed tree. */
export const attribute = (node, name) => node.attrs?.find((one) => one.name === name)?.value;

const isRendered = (node) => node.nodeName === 'template' && attribute(node, 'shadowrootmode') !== undefined;

const isJson = (node) => node.nodeName === 'script' && attribute(node, 'type') === 'application/json';

/** Whether a child is seen in place of what the element draws: the same rule as in `src/page/light-content.ts`. */
const isShown = (node) =>
  node.nodeName === '#text'
    ? node.value.trim() !== ''
    : !!node.tagName && node.tagName !== 'template' && !isJson(node) && !attribute(node, 'slot');

const hasLink = (node) => node.nodeName === 'a' || (node.childNodes ?? []).some(hasLink);

/**
 * The elements of ours in a page or in a piece of one. What stands in a `<template>` or a `<noscript>` is no part of the page; what stands in the
 * declarative shadow root of another element is.
 *
 * @param {string} html
 * @param {(tag: string) => boolean} isOurs
 * @returns {Page}
 */
export function find(html, isOurs) {
  const tree = (isWhole(html) ? parse : parseFragment)(html, { sourceCodeLocationInfo: true });
  const found = [];
  const tags = new Set();
  const ids = new Set();
  let hasBase = false;

  const look = (node, around) => {
    const lang = attribute(node, 'lang') || attribute(node, 'xml:lang') || (attribute(node, 'lang') ?? around);
    const place = node.sourceCodeLocation;
    if (node.tagName) {
      tags.add(node.tagName);
      ids.add(attribute(node, 'id'));
      hasBase ||= node.tagName === 'base' && attribute(node, 'href') !== undefined;
    }
    if (isOurs(node.tagName) && place?.startTag) {
      const rendered = node.childNodes.find(isRendered)?.sourceCodeLocation;
      found.push({
        tag: node.tagName,
        attributes: new Map(node.attrs.map(({ name, value }) => [name, value])),
        lang,
        json: node.childNodes.find(isJson)?.childNodes[0]?.value,
        light: node.childNodes.some(isShown),
        link: node.childNodes.some(hasLink),
        nameEnd: place.startTag.startOffset + 1 + node.tagName.length,
        start: place.startTag.endOffset,
        rendered: rendered && [rendered.startOffset, rendered.endOffset],
        line: place.startTag.startLine,
      });
    }
    const ours = isOurs(node.tagName);
    for (const child of node.childNodes ?? []) {
      if (child.nodeName !== 'template') look(child, lang);
      else if (isRendered(child) && !ours) look(child.content, lang);
    }
  };
  look(tree, undefined);
  return { found, tags, ids, hasBase };
}
