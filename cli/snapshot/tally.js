import { ownText } from '../read/own-text.js';

/** So many places of each kind stand in a report. How many there are is always counted. */
const mostExamples = 10_000;

/** An example without a hold on the feed, of which it may have a text. */
function owned(example) {
  for (const key of ['id', 'detail']) if (typeof example[key] === 'string') example[key] = ownText(example[key]);
  return example;
}

/** Counts what there is to tell, by kind, and keeps the places. */
export class Tally {
  #kinds = new Map();

  #of(kind) {
    let known = this.#kinds.get(kind);
    if (!known) this.#kinds.set(kind, (known = { count: 0, examples: [] }));
    return known;
  }

  /**
   * @param {string} kind
   * @param {() => { file?: string, row?: number, path?: string, detail?: string }} example Where it was. Asked for only if there is room.
   * @returns {boolean} Whether there is room for more of this kind.
   */
  tell(kind, example) {
    const known = this.#of(kind);
    known.count++;
    if (known.examples.length < mostExamples) known.examples.push(owned(example()));
    return known.examples.length < mostExamples;
  }

  /** Tells all that another one was told, after what this one was. */
  append(other) {
    for (const [kind, { count, examples }] of other.#kinds) {
      const known = this.#of(kind);
      known.count += count;
      known.examples.push(...examples.slice(0, mostExamples - known.examples.length));
    }
  }

  /** How many there are of a kind. */
  count(kind) {
    return this.#kinds.get(kind)?.count ?? 0;
  }

  /** Everything by kind, the most frequent first. */
  get kinds() {
    return [...this.#kinds].sort(([, one], [, other]) => other.count - one.count);
  }
}
