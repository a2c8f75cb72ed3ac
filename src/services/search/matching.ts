import type { ListColumn, Column, TextColumn } from './columns.js';
import { Postings } from './postings.js';
import type { Chunk } from './snapshot-read.js';
import { Vocabulary, type Meaning } from './vocabulary.js';
import { eachWord, stopWords, wordsOf } from './tokenize.js';

/** The fields that are searched, by how much a word in them counts. Each list of keys is a path through columns. */
const fields: readonly { readonly weight: number; readonly paths: readonly (readonly string[])[] }[] = [
  { weight: 10, paths: [['name']] },
  { weight: 6, paths: [['alternateName'], ['organization']] },
  { weight: 6, paths: [['taxonomyTerms']] },
  {
    weight: 4,
    paths: [['address'], ['serviceAreas'], ...['name', 'address', 'city', 'region'].map((key) => ['locations', key])],
  },
  { weight: 2, paths: [['description'], ['eligibilityDescription']] },
];
const inName = 1;

/** How much a word counts that stands in a set of fields: the best of them, and a little for each other one. */
const weights = Float32Array.from({ length: 1 << fields.length }, (_, set) => {
  const of = fields.filter((__, bit) => set & (1 << bit)).map(({ weight }) => weight);
  return of.length ? 0.75 * Math.max(...of) + 0.25 * of.reduce((sum, weight) => sum + weight) : 0;
});

const mostWords = 12;
const mostSpellings = 40;

/** Services that fit a text, and how well. Valid until the next question. */
export interface Matches {
  readonly count: number;
  readonly docs: Int32Array;
  /** For each service there is, whether in `docs` or not. */
  readonly scores: Float32Array;
}

interface Asked {
  readonly word: string;
  /** It is still being typed. */
  readonly begun: boolean;
  meanings: Meaning[];
  spelled: boolean;
}

/** Finds services by words. */
export class Matching {
  #vocabulary = new Vocabulary();
  #postings = new Postings();
  #stopWords: number;
  #nameLengths = new Uint8Array(0);
  #docs = 0;
  // Kept from one question to the next, so that none of them takes memory anew.
  #scores = new Float32Array(0);
  #best = new Float32Array(0);
  #marks = new Int32Array(0);
  #counts = new Uint8Array(0);
  #touched = new Int32Array(0);
  #touchedNow = new Int32Array(0);
  #mark = 0;

  constructor() {
    for (const word of stopWords)
      eachWord(word, (codes, length, hash) => void this.#vocabulary.add(codes, length, hash));
    this.#stopWords = this.#vocabulary.size;
  }

  /** Takes in the rows of a chunk. `docs` says which service each row is; -1: none. */
  add(chunk: Chunk, docs: Int32Array): void {
    const sources = fields.flatMap(({ paths }, bit) =>
      paths.flatMap((path) => {
        const found = textAt(chunk.columns, path);
        return found ? { ...found, ...this.#read(found.text), bit: 1 << bit } : [];
      }),
    );
    for (const doc of docs) this.#docs = Math.max(this.#docs, doc + 1);
    if (this.#docs > this.#nameLengths.length) {
      const lengths = new Uint8Array(Math.max(this.#docs, 2 * this.#nameLengths.length));
      lengths.set(this.#nameLengths);
      this.#nameLengths = lengths;
    }
    for (let row = 0; row < chunk.rows; row++) {
      const doc = docs[row]!;
      if (doc < 0) continue;
      for (const { list, text, words, starts, bit } of sources) {
        const position = list ? list.at[row]! : 0;
        if (position < 0) continue;
        const from = list ? list.starts[position]! : row;
        const to = list ? Math.min(list.starts[position + 1]!, from + list.max) : row + 1;
        for (let entry = from; entry < to; entry++) {
          const value = text.at[entry]!;
          if (value < 0) continue;
          const end = starts[value + 1]!;
          for (let at = starts[value]!; at < end; at++) this.#postings.note(words[at]!, doc, bit);
          if (bit === inName) this.#nameLengths[doc] = Math.min(255, end - starts[value]!);
        }
      }
    }
  }

  /** What was added can be found from here on. */
  settle(): void {
    this.#postings.settle(this.#vocabulary.size);
    if (this.#scores.length >= this.#docs) return;
    this.#scores = new Float32Array(this.#docs);
    this.#best = new Float32Array(this.#docs);
    this.#marks = new Int32Array(this.#docs);
    this.#counts = new Uint8Array(this.#docs);
    this.#touched = new Int32Array(this.#docs);
    this.#touchedNow = new Int32Array(this.#docs);
    this.#mark = 0;
  }

  /**
   * Services that have all words of a text. Words that nobody has are taken for what is spelled like them. Where no service
   * has them all, misspellings are thought of for each; then those with most of the words are taken.
   *
   * @returns `undefined`: the text has no words.
   */
  match(text: string): Matches | undefined {
    const asked = this.#ask(text);
    if (!asked.length) return;
    let found = this.#score(asked);
    if (found.most < asked.length && asked.some(({ spelled }) => !spelled)) {
      for (const one of asked) if (!one.spelled) this.#spell(one);
      found = this.#score(asked);
    }
    const [docs, counts] = [this.#touched, this.#counts];
    let count = 0;
    for (let at = 0; at < found.touched; at++) {
      const doc = docs[at]!;
      if (counts[doc] === found.most) docs[count++] = doc;
    }
    return { count, docs, scores: this.#scores };
  }

  #read({ values }: TextColumn): { words: Int32Array; starts: Int32Array } {
    const words: number[] = [];
    const starts = new Int32Array(values.length + 1);
    for (const [at, value] of values.entries()) {
      eachWord(value, (codes, length, hash) => {
        const word = this.#vocabulary.add(codes, length, hash);
        if (word >= this.#stopWords) words.push(word);
      });
      starts[at + 1] = words.length;
    }
    return { words: Int32Array.from(words), starts };
  }

  #ask(text: string): Asked[] {
    const words = wordsOf(text).slice(0, mostWords);
    const begun = /[\p{L}\p{M}\p{N}]$/u.test(text) ? words.length - 1 : -1;
    const asked = words.map((word, at) => ({ word, begun: at === begun, meanings: [], spelled: false }));
    const telling = asked.filter(({ word }, at) => !stopWords.includes(word) && words.lastIndexOf(word) === at);
    // Nothing but words such as "the": then perhaps "therapy" is being typed.
    const kept: Asked[] = telling.length ? telling : asked.slice(-1);
    for (const one of kept) {
      one.meanings = this.#meaningsOf(one);
      if (!one.meanings.some(({ word }) => this.#postings.frequency(word))) this.#spell(one);
    }
    return kept;
  }

  #meaningsOf({ word, begun }: Asked): Meaning[] {
    const meanings: Meaning[] = [{ word: this.#vocabulary.find(word), nearness: 1 }];
    // One and many, in English and Spanish.
    const singular = [/ies$/, /es$/, /s$/].flatMap((ending, at) =>
      word.length > 4 && ending.test(word) ? word.replace(ending, at ? '' : 'y') : [],
    );
    for (const one of singular) meanings.push({ word: this.#vocabulary.find(one), nearness: 0.9 });
    if (begun || word.length > 3)
      for (const { word: other, nearness } of this.#vocabulary.beginningWith(word))
        meanings.push({ word: other, nearness: begun ? nearness : nearness * 0.8 });
    return meanings.filter((meaning) => meaning.word >= 0);
  }

  /** Adds words that are spelled nearly so. The most frequent are the most likely. */
  #spell(asked: Asked): void {
    asked.spelled = true;
    const like = this.#vocabulary.spelledLike(asked.word, asked.begun);
    const known = new Set(asked.meanings.map(({ word }) => word));
    const nearest = like.filter(({ word }) => this.#postings.frequency(word) > 0 && !known.has(word));
    const near = nearest.filter(({ nearness }) => nearness >= nearest[0]!.nearness * 0.75);
    near.sort((one, two) => this.#likelihood(two) - this.#likelihood(one));
    asked.meanings.push(...near.slice(0, mostSpellings));
  }

  #likelihood({ word, nearness }: Meaning): number {
    return nearness * Math.log(1 + this.#postings.frequency(word));
  }

  /** Adds up what each service has of what is asked, and says how many of the words the best have. */
  #score(asked: readonly Asked[]): { touched: number; most: number } {
    let touched = 0;
    let most = 0;
    const { starts, docs, fields } = this.#postings;
    const [marks, best, counts, scores] = [this.#marks, this.#best, this.#counts, this.#scores];
    const [all, now, lengths] = [this.#touched, this.#touchedNow, this.#nameLengths];
    const rarity = (frequency: number) => Math.log(1 + this.#docs / (1 + frequency));
    // Afterwards a second round begins anew.
    counts.fill(0);
    for (const { meanings } of asked) {
      const mark = ++this.#mark;
      let found = 0;
      const together = meanings.reduce((sum, { word }) => sum + this.#postings.frequency(word), 0);
      for (const { word, nearness } of meanings) {
        const frequency = this.#postings.frequency(word);
        if (!frequency) continue;
        const worth = nearness * (nearness === 1 ? rarity(frequency) : rarity(together));
        const to = starts[word + 1]!;
        for (let at = starts[word]!; at < to; at++) {
          const doc = docs[at]!;
          const set = fields[at]!;
          let score = worth * weights[set]!;
          // The fewer other words a name has, the more it is meant.
          if (set & inName) score *= 1 + 1 / lengths[doc]!;
          if (marks[doc] !== mark) {
            marks[doc] = mark;
            best[doc] = score;
            now[found++] = doc;
          } else if (score > best[doc]!) best[doc] = score;
        }
      }
      for (let at = 0; at < found; at++) {
        const doc = now[at]!;
        if (counts[doc] === 0) {
          all[touched++] = doc;
          scores[doc] = 0;
        }
        const count = ++counts[doc]!;
        scores[doc]! += best[doc]!;
        if (count > most) most = count;
      }
    }
    return { touched, most };
  }
}

/** The text at the end of a path, and the list that it is in, if it is in one. */
function textAt(
  columns: Column,
  path: readonly string[],
): { list: ListColumn | undefined; text: TextColumn } | undefined {
  let list: ListColumn | undefined;
  let column: Column | undefined = columns;
  for (const key of [...path, '']) {
    if (column?.kind === 'object' && key) column = column.of.get(key);
    if (column?.kind === 'list') {
      list = column;
      column = column.of;
    }
  }
  return column?.kind === 'text' ? { list, text: column } : undefined;
}

/** The rows of a list's entries, up to as many as are read. */
export function eachEntry({ at, starts, max }: ListColumn, row: number, take: (entry: number) => void): void {
  const position = at[row]!;
  if (position < 0) return;
  const from = starts[position]!;
  const to = Math.min(starts[position + 1]!, from + max);
  for (let entry = from; entry < to; entry++) take(entry);
}
