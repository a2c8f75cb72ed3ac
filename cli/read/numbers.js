import { ownText } from './own-text.js';

/** A list of numbers that takes the room of the numbers alone. */
export class NumberList {
  #numbers;

  /** How many there are. */
  length = 0;

  /** @param {Int32ArrayConstructor | Uint32ArrayConstructor | Float64ArrayConstructor} [kind] */
  constructor(kind = Int32Array) {
    this.#numbers = new kind(1024);
  }

  push(number) {
    this.set(this.length, number);
  }

  /** Puts a number in its place. Places before it that nobody has filled are 0. */
  set(index, number) {
    if (index >= this.#numbers.length) {
      const larger = new this.#numbers.constructor(2 * index);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[index] = number;
    this.length = Math.max(this.length, index + 1);
  }

  at(index) {
    return this.#numbers[index];
  }

  /** All of them, in an array that has no room for more. */
  get all() {
    return this.#numbers.slice(0, this.length);
  }
}

/** Numbers for texts, from 1 on: the same one for the same text. 0 stands for none. */
export class TextNumbers {
  #numbers = new Map();
  #texts = [''];

  /** How many there are, and the 0. */
  get size() {
    return this.#texts.length;
  }

  /** @param {string} text */
  of(text) {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      const own = ownText(text);
      this.#numbers.set(own, (number = this.#texts.length));
      this.#texts.push(own);
    }
    return number;
  }

  /** The text that a number stands for. 0: `undefined`. */
  text(number) {
    return number === 0 ? undefined : this.#texts[number];
  }
}

/**
 * Puts positions in order of the groups they belong to.
 *
 * @param {Int32Array} groupOf For each position the number of its group. Negative: it is in none.
 * @param {number} groups How many there are.
 * @returns {{ order: Int32Array, starts: Int32Array }} `order`: all positions, group by group, in their own order inside of each;
 *   `starts`: where each group begins in it, and at the end where the last one ends.
 */
export function sorted(groupOf, groups) {
  const starts = new Int32Array(groups + 1);
  for (const group of groupOf) if (group >= 0) starts[group + 1]++;
  for (let group = 0; group < groups; group++) starts[group + 1] += starts[group];
  const order = new Int32Array(starts[groups]);
  const next = starts.slice();
  for (let at = 0; at < groupOf.length; at++) if (groupOf[at] >= 0) order[next[groupOf[at]]++] = at;
  return { order, starts };
}
