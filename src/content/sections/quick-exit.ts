import { critical, words } from '../en/leaving.json';
import { leave, leaving, limits as otherLimits } from '../leave-languages.js';
import type { LanguageFile } from '../section.js';

type Languages = Readonly<Record<string, () => Promise<{ readonly default: LanguageFile }>>>;

// The words of `quick-exit` stand apart from the other sections: it is loaded first, and takes nothing along that it can do without.

/** What it says in English at the moment when it is used. */
export { words as leavingWords };

/** The same, with the names of those that safety can hang on. */
export const leavingEnglish = { words, critical };

/** What a file of a language has, but for the section of the content: there is none. */
export type LeavingFile = Omit<LanguageFile, 'content'>;

/** The words on the button in the language of a primary tag, with the English beside those of a draft; or in English. */
export const leaveIn = (language: string): string =>
  Object.hasOwn(leave, language) ? leave[language as keyof typeof leave] : words.leave;

/** All that it says in other languages. */
export const leavingOthers: Languages = leaving;

/** What it can do and what it cannot. Loaded once the button is there. */
export const limits: Languages = { en: () => import('../en/limits.json'), ...otherLimits };
