import english from '../en/framing.json';
import { framing as others } from '../languages.js';
import type { LanguageFile } from '../section.js';

// Apart from the other sections: it is for an element that is made without what those are read with.

/** What `private-frame` says itself. */
export const framingSection = {
  english: english as LanguageFile,
  others: others as Readonly<Record<string, () => Promise<{ readonly default: LanguageFile }>>>,
};
