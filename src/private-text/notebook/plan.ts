import type { NotebookPart } from './notebook.js';

/** One thing in the plan, in the person's own words. */
interface Item {
  id: string;
  text: string;
  note: string;
  /** The person marked it as in place. */
  inPlace: boolean;
  /** The `id` of the starter idea that it was taken from. Empty: their own. */
  idea: string;
}

/** Somebody in the phone tree. Every field can stay empty. */
interface Person {
  id: string;
  name: string;
  number: string;
  note: string;
}

/** A safety plan, as it can be edited. */
export interface Plan {
  items: Item[];
  people: Person[];
  ride: { who: string; where: string };
  /** Where the person says that they are now: the `id` of what they chose, and words of their own. Both empty: left out. */
  now: { stage: string; words: string };
  /** Ids of starter ideas that the person set aside. */
  notForMe: string[];
}

/** The safety plan's part of the notebook. */
export const planPart: NotebookPart<Plan> = {
  name: 'plan',
  shape: {
    items: [{ id: '', text: '', note: '', inPlace: false, idea: '' }],
    people: [{ id: '', name: '', number: '', note: '' }],
    ride: { who: '', where: '' },
    now: { stage: '', words: '' },
    notForMe: [''],
  },
};
