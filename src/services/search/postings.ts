import { grown } from './grown.js';

// Which word stands in which service, and where in it: for each word a run of services, in three arrays of numbers.

/** Collects what stands where, and sorts it by word when it is settled. */
export class Postings {
  /** For each word, where its run begins; its end is where the next one begins. Words that came later have none. */
  starts = new Int32Array(1);
  /** The services of all runs. Within a run they are in order. */
  docs = new Int32Array(0);
  /** In which fields: one bit each. */
  fields = new Uint8Array(0);
  #count = 0;
  #words = new Int32Array(1 << 14);
  #docs = new Int32Array(1 << 14);
  #fields = new Uint8Array(1 << 14);
  /** For each word, the service that it was last seen in, counted from 1, and the pair that says so. */
  #lastDoc = new Int32Array(1 << 12);
  #lastPair = new Int32Array(1 << 12);

  /** A word stands in a field of a service. Services come in order. */
  note(word: number, doc: number, field: number): void {
    if (word >= this.#lastDoc.length) {
      this.#lastDoc = grown(this.#lastDoc, word + 1);
      this.#lastPair = grown(this.#lastPair, word + 1);
    }
    if (this.#lastDoc[word] === doc + 1) {
      this.#fields[this.#lastPair[word]!]! |= field;
      return;
    }
    const pair = this.#count++;
    if (pair >= this.#words.length) {
      this.#words = grown(this.#words, pair + 1);
      this.#docs = grown(this.#docs, pair + 1);
      this.#fields = grown(this.#fields, pair + 1);
    }
    this.#words[pair] = word;
    this.#docs[pair] = doc;
    this.#fields[pair] = field;
    this.#lastDoc[word] = doc + 1;
    this.#lastPair[word] = pair;
  }

  /** In how many services a word stands. */
  frequency(word: number): number {
    return word + 1 < this.starts.length ? this.starts[word + 1]! - this.starts[word]! : 0;
  }

  /** Makes what was noted part of the runs. */
  settle(words: number): void {
    if (!this.#count) return;
    const starts = new Int32Array(words + 1);
    for (let pair = 0; pair < this.#count; pair++) starts[this.#words[pair]! + 1]!++;
    for (let word = 0; word < words; word++) starts[word + 1]! += starts[word]! + this.frequency(word);
    const docs = new Int32Array(starts[words]!);
    const fields = new Uint8Array(docs.length);
    const next = starts.slice(0, words);
    for (let word = 0; word + 1 < this.starts.length; word++) {
      const [from, to] = [this.starts[word]!, this.starts[word + 1]!];
      for (let at = from; at < to; at++) {
        const place = next[word]!++;
        docs[place] = this.docs[at]!;
        fields[place] = this.fields[at]!;
      }
    }
    for (let pair = 0; pair < this.#count; pair++) {
      const place = next[this.#words[pair]!]!++;
      docs[place] = this.#docs[pair]!;
      fields[place] = this.#fields[pair]!;
    }
    [this.starts, this.docs, this.fields] = [starts, docs, fields];
    this.#count = 0;
    this.#words = new Int32Array(1 << 14);
    this.#docs = new Int32Array(1 << 14);
    this.#fields = new Uint8Array(1 << 14);
  }
}
