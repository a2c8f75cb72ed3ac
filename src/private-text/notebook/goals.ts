import type { Supporter } from './supporter.js';
import type { NotebookPart } from './notebook.js';

/** A small step. */
interface Step {
  id: string;
  text: string;
  /** The person did it. */
  did: boolean;
}

/** Something that the person wants from life, in their own words. */
interface Goal {
  id: string;
  text: string;
  /** The `id` of the idea that it was taken from. Empty: their own. */
  idea: string;
  /** It rests for now. */
  aside: boolean;
  /** The person got there. */
  there: boolean;
  steps: Step[];
  /** Who or what can support it. */
  support: string;
  helpers: Supporter[];
  /** A day or a time, in words. */
  when: string;
  /** How they want to celebrate. */
  cheer: string;
}

/** Goals, as they can be edited. */
export interface Goals {
  goals: Goal[];
  /** Ids of ideas that the person set aside. */
  notForMe: string[];
}

/** The part of the notebook for goals. */
export const goalsPart: NotebookPart<Goals> = {
  name: 'goals',
  shape: {
    goals: [
      {
        ...{ id: '', text: '', idea: '', aside: false, there: false, steps: [{ id: '', text: '', did: false }] },
        ...{ support: '', helpers: [{ id: '', name: '' }], when: '', cheer: '' },
      },
    ],
    notForMe: [''],
  },
};
