import { html as literal } from 'lit';
import { ElementRenderer, render as renderValue } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { tags } from 'alongside-elements/define/all.js';
import { still } from './static-markup.js';
import { stylesOf } from './styles.js';
import { htmlOf, treeOf } from './tree.js';

/**
 * What an element is rendered from.
 *
 * @typedef {object} Given
 * @property {string} tag
 * @property {ReadonlyMap<string, string>} attributes
 * @property {string} lang the language that it stands in.
 * @property {unknown} content the agency's own content, parsed from JSON. `undefined`: the default.
 * @property {ReadonlySet<string>} tags the tags of the page around.
 * @property {ReadonlySet<string>} ids the ids of the page around.
 */

/**
 * What an element is with it.
 *
 * @typedef {object} Shadow
 * @property {string} html the inside of its shadow root. Empty: there is nothing to show but its light DOM.
 * @property {string} css the styles of the element.
 * @property {readonly import('alongside-elements/internal/schema/parse.js').Problem[]} problems
 * @property {(word: string) => readonly string[]} say a word in all the ways in which the element says it.
 * @property {boolean} failed whether the content given could not be used at all.
 */

const nothing = { querySelectorAll: () => [] };

/** The class of a tag, so that an element of it is made on a server: it keeps hold of what works for it. */
const onServer = (Class) =>
  class extends Class {
    addController(controller) {
      (this.workers ??= []).push(controller);
      super.addController(controller);
    }
  };

const classes = new Map();

function make(/** @type {Given} */ { tag, attributes, lang, content, tags: around, ids }) {
  if (!classes.has(tag)) {
    const Class = onServer(tags[tag]);
    Class.__localName = tag;
    classes.set(tag, Class);
  }
  const Class = classes.get(tag);
  const element = new Class();
  let failed = false;
  // What the elements ask of the page around.
  const page = {
    localName: tag,
    id: attributes.get('id') ?? '',
    isConnected: true,
    ownerDocument: { querySelector: (name) => (around.has(name) ? nothing : null) },
    closest: () => ({ getAttribute: () => lang }),
    getRootNode: () => ({ getElementById: (id) => (ids.has(id) ? nothing : []) }),
    querySelector: () => null,
  };
  for (const [name, value] of Object.entries(page)) Object.defineProperty(element, name, { value });
  // Asked for only where content failed altogether, to know what to show in its place.
  Object.defineProperty(element, 'childNodes', { get: () => ((failed = true), []) });
  for (const [name, value] of attributes) {
    element.setAttribute(name, value);
    if (Class.observedAttributes.includes(name)) element.attributeChangedCallback(name, null, value);
  }
  // What is false in JavaScript is no content to an element: a list, which cannot be used either, is told.
  if (content !== undefined) element.content = content || [];
  return { element, css: Class.elementStyles.map(({ cssText }) => cssText).join(''), hasFailed: () => failed };
}

/** Waits until a translation is there. They are files beside us. */
async function untilReady(workers) {
  for (let rounds = 0; rounds < 1000 && workers.some(({ fallback }) => fallback); rounds++)
    await new Promise((resolve) => setTimeout(resolve, rounds && 5));
}

/** What stands in the template of an element: its styles, and what it shows before its script is there. */
export const inside = (tag, shadow) => `<style>${stylesOf(tag, shadow.css)}</style>${still(tag, shadow)}`;

/** Elements of ours inside of another one's shadow root. */
const nested = (/** @type {Given} */ given, problems) =>
  class extends ElementRenderer {
    static matchesClass = (_, tag) => Object.hasOwn(tags, tag);
    #attributes = new Map();
    #properties = {};
    setAttribute(name, value) {
      this.#attributes.set(name.toLowerCase(), String(value));
    }
    setProperty(name, value) {
      this.#properties[name] = value;
    }
    renderAttributes() {
      return [...this.#attributes].map(([name, value]) => ` ${name}="${escaped(value)}"`);
    }
    renderShadow() {
      const lang = this.#attributes.get('lang') ?? given.lang;
      return [
        async () => {
          const shadow = await shadowOf(
            { ...given, tag: this.tagName, attributes: this.#attributes, lang, content: undefined },
            this.#properties,
          );
          problems.push(...shadow.problems);
          return shadow.html ? inside(this.tagName, shadow) : '<slot></slot>';
        },
      ];
    }
  };

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/**
 * Renders the inside of an element, as it is when it has just come into a page.
 *
 * @param {Given} given
 * @param {object} [properties] to be set on it.
 * @returns {Promise<Shadow>}
 */
export async function shadowOf(given, properties = {}) {
  const { element, css, hasFailed } = make(given);
  Object.assign(element, properties);
  const workers = element.workers ?? [];
  const words = workers.filter((worker) => 'say' in worker && 'fallback' in worker);
  const problems = [];
  for (const worker of words) worker.report = (more) => problems.push(...more);
  for (const worker of words) worker.hostUpdate();
  await untilReady(words);
  // What an element makes of its content before it is drawn, it makes once that is there.
  for (const worker of workers) if (!words.includes(worker)) worker.hostUpdate?.();
  const shown = await collectResult(
    renderValue(literal`${element.render()}`, {
      elementRenderers: [nested(given, problems)],
      customElementHostStack: [{}],
    }),
  );
  // Its comments are for a way of taking over that is not ours.
  const html = htmlOf(treeOf(shown)).trim();
  const say = (word) => words.map((worker) => worker.say(word)).filter(Boolean);
  return { html: html === '<slot></slot>' ? '' : html, css, problems, say, failed: hasFailed() };
}
