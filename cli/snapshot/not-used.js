import { isRecord } from '../read/json.js';

/** Keys that bind records together, and hours that tables of locations have read already. */
const isStructure = (key) => /^(?:\$schema|link_(?:type|entity)|x_schedule)$|(?:^|_)ids?$/.test(key);

const saysNothing = (value) =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** A name of a field. Anything else may be a value that an export has made a key of, and is not repeated. */
const isName = (key) => /^[a-z_]\w{0,60}$/i.test(key);

/** Remembers which keys of which records were asked for while a document was read. */
export class Asked {
  #keys = new Map();

  /** @param {unknown} record @param {string} key */
  add(record, key) {
    const keys = this.#keys.get(record);
    if (keys) keys.add(key);
    else this.#keys.set(record, new Set([key]));
  }

  /**
   * The fields of a document that nobody asked for, as JSON paths. What several records share is looked at once.
   *
   * @param {unknown} value
   * @param {string} path
   * @param {Set<object>} seen
   * @returns {Generator<string>}
   */
  *others(value, path = '$', seen = new Set()) {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (!isRecord(value)) {
      for (let index = 0; index < value.length; index++) yield* this.others(value[index], `${path}[${index}]`, seen);
      return;
    }
    const asked = this.#keys.get(value);
    for (const key of Object.keys(value)) {
      if (isStructure(key) || saysNothing(value[key])) continue;
      const at = isName(key) ? `${path}.${key}` : path;
      if (asked?.has(key)) yield* this.others(value[key], at, seen);
      else yield at;
    }
  }
}
