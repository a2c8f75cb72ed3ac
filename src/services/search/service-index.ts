import type { Service } from '../schema.js';
import type { TextColumn } from './columns.js';
import type { Choices, Filters, Found, Query, Results, Widening } from '../directory-contract.js';
import { Facets, filterNames } from './facets.js';
import { Matching } from './matching.js';
import { serviceAt, type Chunk } from './snapshot-read.js';

const mostAtOnce = 500;

/** Everything that is loaded of a directory, ready to be searched. */
export class ServiceIndex {
  #matching = new Matching();
  #facets = new Facets();
  #chunks: Chunk[] = [];
  /** For each service, its chunk and its row there. */
  #chunkOf: number[] = [];
  #rowOf: number[] = [];
  #names: string[] = [];
  /** The services by name, and for each service its place among them. */
  #byName: number[] = [];
  #rank = new Int32Array(0);
  #copies = new Set<number>();
  #settled = true;
  /** The services stand in the order in which somebody else ranked them. */
  readonly #ranked: boolean;

  constructor({ ranked = false }: { readonly ranked?: boolean } = {}) {
    this.#ranked = ranked;
  }

  /** How many services there are. */
  get count(): number {
    return this.#chunkOf.length;
  }

  /** How many different opening hours there are. */
  get hours(): number {
    return this.#facets.hours;
  }

  /** Works one of the opening hours out, ahead of the first question. */
  reckon(at: number, now: number): void {
    this.#facets.reckon(at, now);
  }

  /** Takes in a chunk. Left out are services that are no more, those without a name, and what another area brought already. */
  add(chunk: Chunk): void {
    const [status, name] = ['status', 'name'].map((key) => chunk.columns.of.get(key) as TextColumn | undefined);
    const docs = new Int32Array(chunk.rows).fill(-1);
    for (let row = 0; row < chunk.rows; row++) {
      const copy = chunk.copies.get(row);
      const state = status?.values[status.at[row]!];
      const called = name?.values[name.at[row]!];
      if (!called || state === 'inactive' || state === 'defunct') continue;
      if (copy !== undefined && this.#copies.has(copy)) continue;
      if (copy !== undefined) this.#copies.add(copy);
      docs[row] = this.count;
      this.#chunkOf.push(this.#chunks.length);
      this.#rowOf.push(row);
      this.#names.push(sortable(called));
    }
    this.#chunks.push(chunk);
    this.#matching.add(chunk, docs);
    this.#facets.add(chunk, docs);
    this.#settled = false;
  }

  /** Makes what was added ready. The next question does it too. */
  settle(): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#matching.settle();
    this.#sortByName();
  }

  /** What can be chosen over all. */
  choices(now: number): Choices {
    const tally = this.#facets.tally(now);
    for (let doc = 0; doc < this.count; doc++) tally.take(doc, 0);
    return tally.choices();
  }

  /** Answers a question. */
  search({ text, filters, sort, near, now, first, size }: Query): Results {
    this.settle();
    const matches = this.#matching.match(text);
    const failing = this.#facets.failing(filters, now);
    const tally = this.#facets.tally(now);
    const candidates = matches ? matches.count : this.count;
    const hits = new Int32Array(candidates);
    const without = new Map<number, number>();
    let total = 0;
    for (let at = 0; at < candidates; at++) {
      const doc = matches ? matches.docs[at]! : at;
      const fails = failing(doc);
      // A service that fails one filter counts for what can be chosen in it; one that fails more is of no use.
      if (fails & (fails - 1)) continue;
      tally.take(doc, fails);
      if (!fails) hits[total++] = doc;
      else without.set(fails, (without.get(fails) ?? 0) + 1);
    }
    const distance = near && sort === 'distance' ? (doc: number) => this.#facets.distance(doc, near) : undefined;
    const byScore = matches && ((doc: number) => -matches.scores[doc]!);
    const inOrder = this.#ranked ? (doc: number) => doc : (doc: number) => this.#rank[doc]!;
    const worse = distance ?? (sort === 'name' ? (doc: number) => this.#rank[doc]! : (byScore ?? inOrder));
    const shown = smallest(hits.subarray(0, total), worse, inOrder, first + Math.min(size, mostAtOnce)).slice(first);
    return {
      total,
      found: shown.flatMap((doc) => this.#found(doc, near)),
      choices: tally.choices(),
      widen: total ? [] : this.#widenings(matches ? filters : undefined, without, now),
    };
  }

  /** What was taken in as a service. `undefined`: it cannot be shown. */
  service(doc: number): Service | undefined {
    return serviceAt(this.#chunks[this.#chunkOf[doc]!]!, this.#rowOf[doc]!);
  }

  #found(doc: number, near: Query['near']): Found[] {
    const service = this.service(doc);
    const distance = near ? this.#facets.distance(doc, near) : Infinity;
    return service ? [{ service, distance: Number.isFinite(distance) ? distance : undefined }] : [];
  }

  /** @param filters What is asked for beside a text. `undefined`: there is no text. */
  #widenings(filters: Filters | undefined, without: ReadonlyMap<number, number>, now: number): Widening[] {
    const widenings: Widening[] = [...without].map(([bit, count]) => ({
      without: filterNames[Math.log2(bit)]!,
      count,
    }));
    if (filters) {
      const failing = this.#facets.failing(filters, now);
      let count = 0;
      for (let doc = 0; doc < this.count; doc++) if (!failing(doc)) count++;
      if (count) widenings.push({ without: 'text', count });
    }
    return widenings.sort((one, two) => two.count - one.count);
  }

  /** Sorts what is new, and puts it between what is there. */
  #sortByName(): void {
    const old = this.#byName;
    const before = (one: number, two: number) => {
      const [first, second] = [this.#names[one]!, this.#names[two]!];
      return first < second ? -1 : first > second ? 1 : one - two;
    };
    const added = Array.from({ length: this.count - old.length }, (_, at) => old.length + at).sort(before);
    const merged: number[] = [];
    for (let [left, right] = [0, 0]; left < old.length || right < added.length;) {
      const fromOld = right === added.length || (left < old.length && before(old[left]!, added[right]!) < 0);
      merged.push(fromOld ? old[left++]! : added[right++]!);
    }
    this.#byName = merged;
    this.#rank = new Int32Array(this.count);
    for (const [rank, doc] of merged.entries()) this.#rank[doc] = rank;
  }
}

/** A name to be sorted by: as it is written, but without case, accents and what stands before the first letter. */
function sortable(name: string): string {
  const lower = name.toLowerCase();
  const plain = /[^\0-\x7f]/.test(lower) ? lower.normalize('NFD').replace(/\p{M}/gu, '') : lower;
  return plain.replace(/^[^\p{L}\p{N}]+/u, '');
}

/** The first of some services, in order of a number of theirs and, where it is the same, of another one. */
function smallest(
  docs: Int32Array,
  number: (doc: number) => number,
  next: (doc: number) => number,
  count: number,
): number[] {
  // A heap with the last of those that are kept on top: for most services one look at it is all.
  const kept: { doc: number; key: number }[] = [];
  const after = (one: { doc: number; key: number }, two: { doc: number; key: number }) =>
    one.key > two.key || (one.key === two.key && next(one.doc) > next(two.doc));
  const sink = (from: number) => {
    for (let at = from; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let last = at;
      if (left < kept.length && after(kept[left]!, kept[last]!)) last = left;
      if (right < kept.length && after(kept[right]!, kept[last]!)) last = right;
      if (last === at) return;
      [kept[at], kept[last]] = [kept[last]!, kept[at]!];
      at = last;
    }
  };
  for (const doc of docs) {
    const one = { doc, key: number(doc) };
    if (kept.length < count) {
      kept.push(one);
      if (kept.length === count) for (let at = count >> 1; at >= 0; at--) sink(at);
    } else if (count && after(kept[0]!, one)) {
      kept[0] = one;
      sink(0);
    }
  }
  return kept.sort((one, two) => (after(one, two) ? 1 : -1)).map(({ doc }) => doc);
}
