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

const known = new Map();

/** How a key stands in a path; `undefined`: nothing is said of it. Each record has the same few keys. */
function stepOf(key) {
  if (known.has(key)) return known.get(key);
  const step = isStructure(key) ? undefined : isName(key) ? `.${key}` : '';
  if (known.size < 1000) known.set(key, step);
  return step;
}

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
   * @param {unknown} data
   * @returns {string[]}
   */
  others(data) {
    const found = [];
    const seen = new Set();
    const steps = ['$'];
    const into = (value) => {
      if (typeof value !== 'object' || value === null || seen.has(value)) return;
      seen.add(value);
      if (!isRecord(value)) {
        for (let index = 0; index < value.length; index++) {
          if (typeof value[index] !== 'object') continue;
          steps.push(`[${index}]`);
          into(value[index]);
          steps.pop();
        }
        return;
      }
      const asked = this.#keys.get(value);
      for (const key of Object.keys(value)) {
        const step = stepOf(key);
        if (step === undefined || saysNothing(value[key])) continue;
        const isAsked = asked?.has(key);
        if (isAsked && typeof value[key] !== 'object') continue;
        steps.push(step);
        if (isAsked) into(value[key]);
        else found.push(steps.join(''));
        steps.pop();
      }
    };
    into(data);
    return found;
  }
}
