import { critical, words } from '../en/leaving.json';
import { englishBesideDraft } from '../english-beside-draft.js';
import { leave, leaving, limits as otherLimits } from '../leave-languages.js';
import type { LanguageFile } from '../section.js';

type Languages = Readonly<Record<string, () => Promise<{ readonly default: LanguageFile }>>>;

// The words of `quick-exit` stand apart from the other sections: it is loaded first, and takes nothing along that it can do without.

/** What it says in English at the moment when it is used. */
export const leavingEnglish = { words, critical };

/** What a file of a language has, but for the section of the content: there is none. */
export type LeavingFile = Omit<LanguageFile, 'content'>;

const languages: Readonly<Record<string, LeavingFile>> = leave;

/** The words on the button in the language of a primary tag, with the English beside those of a draft; or in English. */
export function leaveIn(language: string): string {
  const file: LeavingFile = Object.hasOwn(languages, language) ? languages[language]! : leavingEnglish;
  const said = file.words['leave'] as string;
  const english = englishBesideDraft(leavingEnglish, file, 'leave') as string | undefined;
  return english ? `${said} · ${english}` : said;
}

/** All that it says in other languages. */
export const leavingOthers: Languages = leaving;

/** What it can do and what it cannot. Loaded once the button is there. */
export const limits: Languages = { en: () => import('../en/limits.json'), ...otherLimits };
