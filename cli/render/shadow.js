import { html as literal } from 'lit';
import { ElementRenderer, render as renderValue } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { tags } from 'alongside-elements/define/all.js';
import { statics } from 'alongside-elements/internal/statics.js';
import { still } from './static-markup.js';
import { stylesOf } from './styles.js';
import { htmlOf, marked, treeOf } from './tree.js';

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
 * @property {boolean} [follows] another element in which a person writes stands before it: that one has the bar of the notebook.
 */

/**
 * What an element is with it.
 *
 * @typedef {object} Shadow
 * @property {object} [tree] the inside of its shadow root, as `treeOf` has it. Absent: there is nothing to show but its light DOM.
 * @property {string} css the styles of the element.
 * @property {readonly import('alongside-elements/internal/schema/parse.js').Problem[]} problems
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
  // What the elements ask of the page around.
  const page = {
    localName: tag,
    id: attributes.get('id') ?? '',
    isConnected: true,
    ownerDocument: { querySelector: (name) => (around.has(name) ? nothing : null) },
    closest: () => ({ getAttribute: () => lang }),
    getRootNode: () => ({ getElementById: (id) => (ids.has(id) ? nothing : []) }),
    querySelector: () => null,
    // Whether something is between its tags matters only where its content cannot be used: see `templateFor`.
    childNodes: [],
  };
  for (const [name, value] of Object.entries(page)) Object.defineProperty(element, name, { value });
  for (const [name, value] of attributes) {
    element.setAttribute(name, value);
    if (Class.observedAttributes.includes(name)) element.attributeChangedCallback(name, null, value);
  }
  // What is false in JavaScript is no content to an element: a list, which cannot be used either, is told.
  if (content !== undefined) element.content = content || [];
  return { element, css: Class.elementStyles.map(({ cssText }) => cssText).join('') };
}

/** Waits until a translation is there. They are files beside us. */
async function untilReady(workers) {
  for (let rounds = 0; rounds < 1000 && workers.some(({ fallback }) => fallback); rounds++)
    await new Promise((resolve) => setTimeout(resolve, rounds && 5));
}

/** What stands in the template of an element: its styles, and what it shows before its script is there. */
export function inside(tag, shadow) {
  const facts = statics[tag] ?? { shows: 'all' };
  return `<style>${stylesOf(facts, shadow.css)}</style>${still(facts, shadow)}`;
}

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
          return shadow.tree ? inside(this.tagName, shadow) : '<slot></slot>';
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
  const { element, css } = make(given);
  Object.assign(element, properties);
  const workers = element.workers ?? [];
  const words = workers.filter((worker) => 'say' in worker && 'fallback' in worker);
  if (given.follows)
    for (const worker of workers) if ('isHere' in worker) Object.defineProperty(worker, 'isHere', { value: false });
  const problems = [];
  for (const worker of words) {
    worker.report = (more) => problems.push(...more);
    const { say } = worker;
    worker.say = (key, values) => marked(key, say(key, values));
  }
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
  const tree = treeOf(shown.trim());
  const isEmpty = ['', '<slot></slot>'].includes(htmlOf(tree).trim());
  return { tree: isEmpty ? undefined : tree, css, problems, failed: words.some(({ failed }) => failed) };
}
