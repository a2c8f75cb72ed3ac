import type { Word } from '../i18n/words.js';
import type { LanguageFile } from './section.js';

/** Whether the words of a file are a translation that nobody has reviewed yet. */
export const isDraft = ({ translation }: Pick<LanguageFile, 'translation'>): boolean =>
  !!translation && translation.status !== 'reviewed';

/**
 * The English that has to stand beside a line. A draft can be wrong, and where somebody's safety hangs on a line, a wrong one can hurt them: so people
 * get to see the original as well. `undefined`: the line is English or has been reviewed, or nobody's safety hangs on it.
 */
export const englishBesideDraft = (
  english: Pick<LanguageFile, 'words' | 'critical'>,
  shown: Pick<LanguageFile, 'translation'>,
  key: string,
): Word | undefined => (isDraft(shown) && english.critical?.includes(key) ? english.words[key] : undefined);
