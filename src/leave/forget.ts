/**
 * The name of the method by which an element lets go, at once and for good, of all that a person typed. Registered for the whole
 * program, so that files of this library that know nothing of each other find it.
 */
export const forget: unique symbol = Symbol.for('alongside');

/** An element that keeps something of a person. */
export interface Forgetful {
  [forget](): void;
}

/** The name of the database in which this library keeps what a person has asked it to keep. It says nothing to who reads it. */
export const database = '_ae';

/** Deletes what is kept on this device. Also where no element of ours is in the page that would know of it; other tabs are told by the browser. */
export function forgetStored(): void {
  try {
    indexedDB.deleteDatabase(database);
  } catch {
    // Storage is off, or the page has changed it.
  }
}

/** Every element of a document, also in open shadow roots. */
export function* everyElement(root: Document | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everyElement(element.shadowRoot);
  }
}
