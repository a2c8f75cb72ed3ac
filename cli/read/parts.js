/**
 * Documents that can be read again and again, some at a time.
 *
 * @typedef {object} Source
 * @property {number} length How many there are.
 * @property {(index: number) => number} weight How much is read for one, in bytes.
 * @property {(indices: number[]) => import('./input.js').Document[]} load Reads some; the indices ascend.
 */

/** Documents that are there, as a source: as many as there are, without weight. */
export const heldSource = (documents) => ({
  length: documents.length,
  weight: () => 0,
  load: (indices) => indices.map((index) => documents[index]),
});

/** Where each of several things begins that follow one another, and at last where all of them end. */
export const startsOf = (parts) => parts.reduce((starts, { length }) => [...starts, starts.at(-1) + length], [0]);

/** Several sources one after the other. */
export class Parts {
  #sources;
  #starts;

  /** @param {readonly Source[]} sources */
  constructor(sources) {
    this.#sources = sources;
    this.#starts = startsOf(sources);
    this.length = this.#starts.at(-1);
  }

  weight = (index) => {
    const source = this.#sourceOf(index);
    return this.#sources[source].weight(index - this.#starts[source]);
  };

  load(indices) {
    const documents = [];
    for (let from = 0; from < indices.length;) {
      const source = this.#sourceOf(indices[from]);
      const [start, end] = this.#starts.slice(source, source + 2);
      const own = [];
      for (; from < indices.length && indices[from] < end; from++) own.push(indices[from] - start);
      for (const document of this.#sources[source].load(own)) documents.push(document);
    }
    return documents;
  }

  #sourceOf(index) {
    return this.#starts.findLastIndex((start) => start <= index);
  }
}
