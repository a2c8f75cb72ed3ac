/** One thing in the plan, in the person's own words. */
export interface Item {
  text: string;
  note: string;
  /** The person marked it as in place. */
  inPlace: boolean;
  /** The `id` of the starter idea that it was taken from. Empty: their own. */
  idea: string;
}

/** Somebody in the phone tree. Every field can stay empty. */
export interface Person {
  name: string;
  number: string;
  note: string;
}

/** A safety plan, as it can be edited. */
export interface Plan {
  items: Item[];
  people: Person[];
  ride: { who: string; where: string };
  /** Ids of starter ideas that the person set aside. */
  notForMe: string[];
}

/** The lists of a plan whose entries can be moved, changed and taken out. */
export type ListName = 'items' | 'people';

const emptyPlan: Plan = { items: [], people: [], ride: { who: '', where: '' }, notForMe: [] };

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

/** A plan in memory, and the way back through its changes. */
export class PlanHistory {
  /** The plan as it is now. It is changed through `edit` only. */
  now: DeepReadonly<Plan> = emptyPlan;
  #past: { readonly plan: DeepReadonly<Plan>; readonly what: string }[] = [];

  /** Whether there is something to undo. */
  get canUndo(): boolean {
    return !!this.#past.length;
  }

  /**
   * Makes a change, on a copy: the plan as it was stays as it was.
   *
   * @param what Names what is changed, where typing changes it again and again: changes of the same name, one right
   *   after the other, are undone as one. Empty: a change of its own.
   */
  edit(change: (plan: Plan) => unknown, what = ''): void {
    if (!what || this.#past.at(-1)?.what !== what) this.#past.push({ plan: this.now, what });
    const plan = structuredClone(this.now) as Plan;
    change(plan);
    this.now = plan;
  }

  /** Empties the plan. That can be undone, until `forget`. */
  clear(): void {
    this.#past.push({ plan: this.now, what: '' });
    this.now = emptyPlan;
  }

  /** Takes the last change back. Nothing to take back: nothing happens. */
  undo(): void {
    this.now = this.#past.pop()?.plan ?? this.now;
  }

  /** Lets go of everything that could be taken back, so that only `now` is in memory. */
  forget(): void {
    this.#past = [];
  }
}

/** Adds an entry at the end of the plan. */
export const addItem = (plan: Plan, text: string, idea = ''): unknown =>
  plan.items.push({ text, note: '', inPlace: false, idea });

/** Moves an entry to another place of its list. */
export const move = (entries: unknown[], from: number, to: number): unknown =>
  entries.splice(to, 0, ...entries.splice(from, 1));

/** Writes a value at a path such as `items.0.note` or `ride.who`. */
export function write(plan: Plan, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop()!;
  let inside = plan as unknown as Record<string, unknown>;
  for (const key of keys) inside = inside[key] as Record<string, unknown>;
  inside[last] = value;
}
