import { critical, words } from '../en/leaving.json';
import { translation, words as spanish } from '../es/leaving.json';
import { englishBesideDraft } from '../english-beside-draft.js';
import type { LanguageFile } from '../section.js';

type Languages = Readonly<Record<string, () => Promise<{ readonly default: LanguageFile }>>>;

// The words of `quick-exit` stand apart from the other sections: it is loaded first, and takes nothing along that it can do without.

/** What it says in English at the moment when it is used. */
export const leavingEnglish = { content: {}, words, critical };

const english = englishBesideDraft(leavingEnglish, { translation }, 'leave') as string | undefined;

/**
 * The words on the button in other languages, with the English beside a draft. Built in: files beside a script are not found where a tool of the site
 * has copied the script elsewhere.
 */
export const leaveOthers: Readonly<Record<string, string>> = {
  es: english ? `${spanish.leave} · ${english}` : spanish.leave,
};

/** All that it says in other languages. */
export const leavingOthers: Languages = { es: () => import('../es/leaving.json') };

/** What it can do and what it cannot. Loaded once the button is there. */
export const limits: Languages = { en: () => import('../en/limits.json'), es: () => import('../es/limits.json') };
