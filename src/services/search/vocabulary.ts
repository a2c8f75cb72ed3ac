import { grown } from './grown.js';
import { eachWord, longestWord } from './tokenize.js';

/** Something that a word of a query can mean: a word of the vocabulary, and how near it is, up to 1. */
export interface Meaning {
  readonly word: number;
  readonly nearness: number;
}

const bits = (mask: number): number => {
  let count = 0;
  for (let rest = mask; rest; rest &= rest - 1) count++;
  return count;
};

/** One bit for each letter a to z; digits and other letters share the rest. */
const letterBit = (code: number): number => 1 << (code >= 97 && code < 123 ? code - 97 : 26 + (code % 6));

/**
 * All words of a directory, each with a number from 0 on. They stand one behind the other in one array of characters, so that
 * hundreds of thousands can be gone through for each key that is pressed.
 */
export class Vocabulary {
  /** How many words there are. */
  size = 0;
  #characters = new Uint16Array(1 << 16);
  #starts = new Uint32Array(1 << 12);
  #letters = new Int32Array(1 << 12);
  #hashes = new Int32Array(1 << 12);
  #table = new Int32Array(1 << 13).fill(-1);

  /** The number of a word, which is added if it is new. */
  add(codes: Uint16Array, length: number, hash: number): number {
    let slot = this.#slot(codes, length, hash);
    const known = this.#table[slot]!;
    if (known >= 0) return known;
    if (this.size * 2 >= this.#table.length) {
      this.#widen();
      slot = this.#slot(codes, length, hash);
    }
    const word = this.size++;
    this.#starts = grown(this.#starts, word + 2);
    this.#letters = grown(this.#letters, word + 1);
    this.#hashes = grown(this.#hashes, word + 1);
    const start = this.#starts[word]!;
    this.#characters = grown(this.#characters, start + length);
    let letters = 0;
    for (let at = 0; at < length; at++) {
      this.#characters[start + at] = codes[at]!;
      letters |= letterBit(codes[at]!);
    }
    this.#starts[word + 1] = start + length;
    this.#letters[word] = letters;
    this.#hashes[word] = hash;
    this.#table[slot] = word;
    return word;
  }

  /** The number of a word; -1: nobody has it. */
  find(word: string): number {
    let found = -1;
    eachWord(word, (codes, length, hash) => (found = this.#table[this.#slot(codes, length, hash)]!));
    return found;
  }

  /** Words that begin with some letters and go on. */
  beginningWith(letters: string): Meaning[] {
    const found: Meaning[] = [];
    const first = letters.charCodeAt(0);
    for (let word = 0; word < this.size; word++) {
      const start = this.#starts[word]!;
      const length = this.#starts[word + 1]! - start;
      if (length <= letters.length || this.#characters[start] !== first) continue;
      let at = 1;
      while (at < letters.length && this.#characters[start + at] === letters.charCodeAt(at)) at++;
      if (at === letters.length) found.push({ word, nearness: 0.4 + (0.5 * letters.length) / length });
    }
    return found;
  }

  /**
   * Words that are spelled nearly so: one edit away from four letters on, two from eight. An edit adds, leaves out or
   * replaces a letter, or swaps two. The nearest come first.
   *
   * @param begun The word may go on: then what it begins with counts.
   */
  spelledLike(letters: string, begun: boolean): Meaning[] {
    const most = letters.length < 4 ? 0 : letters.length < 8 ? 1 : 2;
    if (!most) return [];
    let mask = 0;
    for (let at = 0; at < letters.length; at++) mask |= letterBit(letters.charCodeAt(at));
    const found: Meaning[] = [];
    for (let word = 0; word < this.size; word++) {
      const other = this.#letters[word]!;
      if (bits(mask & ~other) > most || (!begun && bits(other & ~mask) > most)) continue;
      const length = this.#starts[word + 1]! - this.#starts[word]!;
      if (length < letters.length - most || (!begun && length > letters.length + most)) continue;
      const whole = this.#edits(letters, word, length, most, false);
      const edits = whole > most && begun ? this.#edits(letters, word, length, most, true) + 0.5 : whole;
      if (edits <= most + 0.5) found.push({ word, nearness: 0.7 / (1 + edits) });
    }
    return found.sort((one, two) => two.nearness - one.nearness);
  }

  /** How many edits lie between; more than `most`: too many. Only what differs by at most that is looked at. */
  #edits(letters: string, word: number, length: number, most: number, begun: boolean): number {
    const start = this.#starts[word]!;
    const columns = begun ? Math.min(length, letters.length + most) : length;
    let [before, last, row] = rows as [Uint8Array, Uint8Array, Uint8Array];
    for (let column = 0; column <= columns; column++) last[column] = column;
    for (let at = 1; at <= letters.length; at++) {
      const code = letters.charCodeAt(at - 1);
      const from = Math.max(1, at - most);
      const to = Math.min(columns, at + most);
      row[from - 1] = from === 1 ? at : 99;
      let least = row[from - 1]!;
      for (let column = from; column <= to; column++) {
        const other = this.#characters[start + column - 1]!;
        let edits = last[column - 1]! + (code === other ? 0 : 1);
        if (column < at + most && last[column]! + 1 < edits) edits = last[column]! + 1;
        if (row[column - 1]! + 1 < edits) edits = row[column - 1]! + 1;
        const swapped =
          at > 1 &&
          column > 1 &&
          code === this.#characters[start + column - 2] &&
          other === letters.charCodeAt(at - 2) &&
          code !== other;
        if (swapped && before[column - 2]! + 1 < edits) edits = before[column - 2]! + 1;
        row[column] = edits;
        if (edits < least) least = edits;
      }
      if (least > most) return most + 1;
      [before, last, row] = [last, row, before];
    }
    if (!begun) return Math.abs(columns - letters.length) > most ? most + 1 : last[columns]!;
    let least = most + 1;
    for (let column = Math.max(0, letters.length - most); column <= columns; column++)
      if (last[column]! < least) least = last[column]!;
    return least;
  }

  #slot(codes: Uint16Array, length: number, hash: number): number {
    const mask = this.#table.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let word = this.#table[slot]!; word >= 0; word = this.#table[slot]!) {
      if (this.#hashes[word] === hash && this.#isSame(word, codes, length)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #isSame(word: number, codes: Uint16Array, length: number): boolean {
    const start = this.#starts[word]!;
    if (this.#starts[word + 1]! - start !== length) return false;
    for (let at = 0; at < length; at++) if (this.#characters[start + at] !== codes[at]) return false;
    return true;
  }

  #widen(): void {
    this.#table = new Int32Array(this.#table.length * 2).fill(-1);
    const mask = this.#table.length - 1;
    for (let word = 0; word < this.size; word++) {
      const hash = this.#hashes[word]!;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (this.#table[slot]! >= 0) slot = (slot + 1) & mask;
      this.#table[slot] = word;
    }
  }
}

const rows = Array.from({ length: 3 }, () => new Uint8Array(longestWord + 4));
