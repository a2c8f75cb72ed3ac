import { merge } from './merge.js';
import { same } from './json.js';
import { fit, type DeepReadonly, type Shape, type ShapeOf } from './shape.js';

/** What the notebook holds for one kind of element, such as a safety plan. */
export interface NotebookPart<T extends object> {
  /** Names it in the notebook, for good. */
  readonly name: string;
  /** What it looks like, by example. */
  readonly shape: ShapeOf<T>;
}

/** Any part, where it does not matter what it looks like. */
type AnyNotebookPart = Pick<NotebookPart<object>, 'name'>;

/** All that is in a notebook, by names of parts. Parts that nobody on the page knows are kept as they came. */
export type NotebookValues = Readonly<Record<string, unknown>>;

interface Step {
  readonly before: unknown;
  readonly what: string;
}

/** Names the step in which all was cleared. No path in a part is written like that. */
const clearing = ' ';

/**
 * What people type on a page, in memory, and the way back through their changes. All elements of a page share one. It stores nothing,
 * sends nothing and tells only those who follow it that something has changed.
 */
export class Notebook {
  /** How often everything was let go of. */
  generation = 0;
  /** How often all was cleared. */
  clearings = 0;

  #values: NotebookValues = {};
  #past: Record<string, Step[]> = {};
  readonly #followers = new Set<() => void>();

  /** All of it, never changed in place. */
  get values(): NotebookValues {
    return this.#values;
  }

  /** Calls back after every change, at once. Returns how to stop that. */
  follow(changed: () => void): () => void {
    this.#followers.add(changed);
    return () => this.#followers.delete(changed);
  }

  /** A part as it is now. The same object as long as nothing in it changes. */
  read<T extends object>({ name, shape }: NotebookPart<T>): DeepReadonly<T> {
    const known = read.get(shape) ?? new WeakMap<object, unknown>();
    read.set(shape, known);
    const value = this.#values[name] ?? nothing;
    if (!known.has(value)) known.set(value, fit(shape as Shape, value));
    return known.get(value) as DeepReadonly<T>;
  }

  /**
   * Changes a part, on a copy: what `read` gave before stays as it was.
   *
   * @param what Names what is changed, where typing changes it again and again: changes of the same name, one right after the
   *   other, are undone as one. Empty: a change of its own.
   */
  edit<T extends object>(part: NotebookPart<T>, change: (value: T) => unknown, what = ''): void {
    const past = (this.#past[part.name] ??= []);
    if (!what || past.at(-1)?.what !== what) past.push({ before: this.read(part), what });
    const value = structuredClone(this.read(part)) as T;
    change(value);
    this.#set({ ...this.#values, [part.name]: value });
  }

  /** Whether a change of a part can be taken back. */
  canUndo({ name }: AnyNotebookPart): boolean {
    return !!this.#past[name]?.length;
  }

  /** Takes the last change of a part back. Nothing to take back: nothing happens. */
  undo({ name }: AnyNotebookPart): void {
    const step = this.#past[name]?.pop();
    if (step) this.#set({ ...this.#values, [name]: step.before });
  }

  /** Empties every part, whoever knows it. That can be undone, until `forgetCleared`. */
  clearAll(): void {
    for (const [name, before] of Object.entries(this.#values))
      (this.#past[name] ??= []).push({ before, what: clearing });
    this.clearings++;
    this.#set({});
  }

  /** Whether what was cleared at once can be brought back, all of it or what of it was not undone by itself. */
  get canUndoClear(): boolean {
    return Object.values(this.#past).some((past) => past.some(isClearing));
  }

  /** Brings back what was cleared at once. What was written since then stays beside it. */
  undoClear(): void {
    const values = { ...this.#values };
    for (const [name, past] of Object.entries(this.#past)) {
      const at = past.findLastIndex(isClearing);
      if (at < 0) continue;
      const [{ before }, ...since] = past.splice(at) as [Step, ...Step[]];
      // As it was right after it was cleared.
      const base = since[0]?.before;
      const beside = (value: unknown) => merge(base, value, before);
      past.push(...since.map((step) => ({ ...step, before: beside(step.before) })));
      values[name] = since.length > 0 ? beside(values[name]) : before;
    }
    this.#set(values);
  }

  /** Lets go of what was cleared at once. */
  forgetCleared(): void {
    for (const past of Object.values(this.#past)) past.splice(0, past.findLastIndex(isClearing) + 1);
    this.#changed();
  }

  /** Puts other values in place of all there is, as they came from a store or a file. What could be taken back in a part that changes is let go of. */
  replace(values: NotebookValues): void {
    if (same(values, this.#values)) return;
    for (const name of Object.keys(this.#past)) if (!same(values[name], this.#values[name])) delete this.#past[name];
    this.#set(values);
  }

  /** Adds values to what is there: nothing of either is lost. See `merge`. */
  add(values: NotebookValues, base: NotebookValues = {}): void {
    this.replace(merge(base, this.#values, values) as NotebookValues);
  }

  /** Lets go of everything. */
  forget(): void {
    this.generation++;
    this.#past = {};
    this.#set({});
  }

  #set(values: NotebookValues) {
    this.#values = values;
    this.#changed();
  }

  #changed() {
    for (const changed of this.#followers) changed();
  }
}

const isClearing = ({ what }: Step) => what === clearing;

const nothing = {};
/** Parts that have been read, by shape and value: a value never changes. */
const read = new WeakMap<object, WeakMap<object, unknown>>();
