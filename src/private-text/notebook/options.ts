import type { NotebookPart } from './notebook.js';
import type { Supporter } from './supporter.js';

/** What is said about one thing: in the person's own words, and in those of somebody who is there with them. */
export interface Voices {
  mine: string;
  theirs: string;
}

/** One way that the person could go. */
export interface Option {
  id: string;
  text: string;
  /** The `id` of the idea that it was taken from. Empty: their own. */
  idea: string;
  /** It is not looked at for now. */
  aside: boolean;
  good: Voices;
  hard: Voices;
  /** What they would want to know. */
  ask: Voices;
  /** Who or what could help. */
  help: Voices;
  helpers: Supporter[];
  /** What one side of them says, and what the other says. */
  one: string;
  other: string;
  /** Where they are between the two, as one of `places`. Empty: they have not said so. */
  place: string;
}

/** Options that a person looks at, as they can be edited. */
export interface Options {
  /** Somebody is there with them, whose words have a room of their own. */
  together: boolean;
  matters: Voices;
  known: Voices;
  options: Option[];
  /** What they have decided, if anything. */
  decision: string;
  /** Ids of ideas that they set aside. */
  notForMe: string[];
}

/** What there is to say about an option. */
export const aspects = ['good', 'hard', 'ask', 'help'] as const;

/** Where somebody can be between two sides, from the one to the other. */
export const places = ['one', 'moreOne', 'between', 'moreOther', 'other'] as const;

const voices = { mine: '', theirs: '' };

/** The part of the notebook for options. */
export const optionsPart: NotebookPart<Options> = {
  name: 'options',
  shape: {
    together: false,
    matters: voices,
    known: voices,
    options: [
      {
        ...{ id: '', text: '', idea: '', aside: false, good: voices, hard: voices, ask: voices, help: voices },
        ...{ helpers: [{ id: '', name: '' }], one: '', other: '', place: '' },
      },
    ],
    decision: '',
    notForMe: [''],
  },
};
