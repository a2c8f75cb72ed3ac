/**
 * The name of the method by which an element lets go, at once and for good, of all that a person typed. Registered for the whole
 * program, so that files of this library that know nothing of each other find it.
 */
export const forget: unique symbol = Symbol.for('alongside');

/** An element that keeps something of a person. */
export interface Forgetful {
  [forget](): void;
}

/** The database that private text is kept in, if a person has asked for that. It tells nothing to who reads the name. */
export const databaseName = '_ae';

/** Deletes what is kept on this device, also where no element is in the page that would know of it. Tabs that have it open are told by the browser. */
export function forgetStored(): void {
  try {
    indexedDB.deleteDatabase(databaseName);
  } catch {
    // Storage is off, or the page has changed it.
  }
}
