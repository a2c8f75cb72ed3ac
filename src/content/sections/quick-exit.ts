import { words } from '../en/leaving.json';
import { leaving, limits as otherLimits } from '../leave-languages.js';
import type { LanguageFile } from '../section.js';

type Languages = Readonly<Record<string, () => Promise<{ readonly default: LanguageFile }>>>;

// The words of `quick-exit` stand apart from the other sections: it is loaded first, and takes nothing along that it can do without.

/** What it says in English at the moment when it is used. */
export const leavingEnglish = words;

export { leaveOthers } from '../leave-languages.js';

/** All that it says in other languages. */
export const leavingOthers: Languages = leaving;

/** What it can do and what it cannot. Loaded once the button is there. */
export const limits: Languages = { en: () => import('../en/limits.json'), ...otherLimits };
