import type { NotebookPart } from './notebook.js';

/** What an advocate notes about one area through one lens. */
interface PracticeNote {
  /** The area and the lens: their `id`s, with a hyphen between. */
  id: string;
  text: string;
  /** Where they say that they are with it. Empty: they do not say. */
  where: string;
  /** It goes on paper. */
  include: boolean;
}

/** An advocate's reflection, as it can be edited. */
export interface Practice {
  notes: PracticeNote[];
}

/** The reflection's part of the notebook. */
export const practicePart: NotebookPart<Practice> = {
  name: 'practice',
  shape: { notes: [{ id: '', text: '', where: '', include: false }] },
};
