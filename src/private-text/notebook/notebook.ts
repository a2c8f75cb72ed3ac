import { merge } from './merge.js';
import { emptyOf, fit, same, type DeepReadonly, type Shape, type ShapeOf } from './shape.js';

/** What the notebook holds for one kind of element, such as a safety plan. */
export interface Part<T extends object> {
  /** Names it in the notebook, for good. */
  readonly name: string;
  /** What it looks like, by example. */
  readonly shape: ShapeOf<T>;
}

/** Any part, where it does not matter what it looks like. */
type AnyPart = Pick<Part<object>, 'name'>;

/** All that is in a notebook, by names of parts. Parts that nobody on the page knows are kept as they came. */
export type Pages = Readonly<Record<string, unknown>>;

interface Step {
  readonly before: unknown;
  readonly what: string;
}

/**
 * What people type on a page, in memory, and the way back through their changes. All elements of a page share one. It stores nothing,
 * sends nothing and tells only those who follow it that something has changed.
 */
export class Notebook {
  /** How often everything was let go of. */
  age = 0;

  #pages: Pages = {};
  #past: Record<string, Step[]> = {};
  readonly #followers = new Set<() => void>();

  /** All of it, never changed in place. */
  get pages(): Pages {
    return this.#pages;
  }

  /** Calls back after every change, at once. Returns how to stop that. */
  follow(changed: () => void): () => void {
    this.#followers.add(changed);
    return () => this.#followers.delete(changed);
  }

  /** A part as it is now. The same object as long as nothing in it changes. */
  read<T extends object>({ name, shape }: Part<T>): DeepReadonly<T> {
    const known = read.get(shape) ?? new WeakMap<object, unknown>();
    read.set(shape, known);
    const page = this.#pages[name] ?? nothing;
    if (!known.has(page)) known.set(page, fit(shape as Shape, page));
    return known.get(page) as DeepReadonly<T>;
  }

  /**
   * Changes a part, on a copy: what `read` gave before stays as it was.
   *
   * @param what Names what is changed, where typing changes it again and again: changes of the same name, one right after the
   *   other, are undone as one. Empty: a change of its own.
   */
  edit<T extends object>(part: Part<T>, change: (page: T) => unknown, what = ''): void {
    const past = (this.#past[part.name] ??= []);
    if (!what || past.at(-1)?.what !== what) past.push({ before: this.read(part), what });
    const page = structuredClone(this.read(part)) as T;
    change(page);
    this.#set({ ...this.#pages, [part.name]: page });
  }

  /** Whether a change of a part can be taken back. */
  canUndo({ name }: AnyPart): boolean {
    return !!this.#past[name]?.length;
  }

  /** Takes the last change of a part back. Nothing to take back: nothing happens. */
  undo({ name }: AnyPart): void {
    const step = this.#past[name]?.pop();
    if (step) this.#set({ ...this.#pages, [name]: step.before });
  }

  /** Empties a part. That can be undone, until `forgetPast`. */
  clear(part: Part<object>): void {
    (this.#past[part.name] ??= []).push({ before: this.read(part), what: '' });
    this.#set({ ...this.#pages, [part.name]: emptyOf(part.shape as Shape) });
  }

  /** Lets go of what could be taken back in a part, so that only what is there now is in memory. */
  forgetPast({ name }: AnyPart): void {
    delete this.#past[name];
    this.#changed();
  }

  /** Puts other pages in place of all there is, as they came from a store or a file. What could be taken back is let go of. */
  replace(pages: Pages): void {
    if (same(pages, this.#pages)) return;
    this.#past = {};
    this.#set(pages);
  }

  /** Adds pages to what is there: nothing of either is lost. See `merge`. */
  add(pages: Pages, base: Pages = {}): void {
    this.replace(merge(base, this.#pages, pages) as Pages);
  }

  /** Lets go of everything. */
  forget(): void {
    this.age++;
    this.#past = {};
    this.#set({});
  }

  #set(pages: Pages) {
    this.#pages = pages;
    this.#changed();
  }

  #changed() {
    for (const changed of this.#followers) changed();
  }
}

const nothing = {};
/** Parts that have been read, by shape and page: a page never changes. */
const read = new WeakMap<object, WeakMap<object, unknown>>();
