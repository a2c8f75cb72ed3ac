/** So many places of each kind stand in a report. How many there are is always counted. */
const mostExamples = 10_000;

/** Counts what there is to tell, by kind, and keeps the places. */
export class Tally {
  #kinds = new Map();

  /**
   * @param {string} kind
   * @param {() => { file?: string, row?: number, path?: string, detail?: string }} example Where it was. Asked for only if there is room.
   */
  tell(kind, example) {
    let known = this.#kinds.get(kind);
    if (!known) this.#kinds.set(kind, (known = { count: 0, examples: [] }));
    known.count++;
    if (known.examples.length < mostExamples) known.examples.push(example());
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
