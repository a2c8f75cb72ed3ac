import { sessionOf, keepIn } from '../../private-text/fields/notebook-controller.js';
import { keepsNothing } from '../../frame/host/broker.js';
import type { Pair } from '../../frame/protocol/read.js';
import type { Framed } from './framed.js';

/**
 * Puts the element itself into the page, where the frame did not come, and keeps nothing of it.
 *
 * @returns the element, or `undefined`: it could not be had, could not draw, or it is one of which it is not known what it keeps.
 */
export async function showInPage(tag: string, { load }: Framed, root: Node): Promise<HTMLElement | undefined> {
  try {
    if (!customElements.get(tag)) {
      const loaded = await load();
      if (loaded && !customElements.get(tag)) customElements.define(tag, loaded);
    }
  } catch {
    return undefined;
  }
  const element = root.appendChild(document.createElement(tag));
  const session = sessionOf(element);
  if (!session) {
    element.remove();
    return undefined;
  }
  keepIn(session, () => keepsNothing);
  await (element as { updateComplete?: Promise<unknown> }).updateComplete;
  // The page lets it draw nothing, and it holds the slot of a failed element alone: what Lit draws has a comment beside it.
  if (element.shadowRoot?.childNodes.length === 1) {
    element.remove();
    return undefined;
  }
  return element;
}

/** Gives an element attributes and the agency's own content, as the frame does. */
export function give(element: HTMLElement, attributes: readonly Pair[], json: string): void {
  for (const name of element.getAttributeNames())
    if (!attributes.some((pair) => pair[0] === name)) element.removeAttribute(name);
  for (const [name, value] of attributes) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  if (given.get(element) === json) return;
  given.set(element, json);
  (element as { content?: unknown }).content = json ? (JSON.parse(json) as unknown) : undefined;
}

/** The content that each element has, as JSON: an equal one is no new one. */
const given = new WeakMap<HTMLElement, string>();
