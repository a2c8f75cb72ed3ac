import { framingSection } from '../../content/sections/private-frame.js';
import { primary } from '../../page/language.js';

/** What the element says, in one language. */
export interface FrameWords {
  /** What the frame is called. */
  readonly title: string;
  /** That the frame did not come, and what this means; then the English, and that this is a draft, where it is. */
  readonly blocked: readonly { readonly lang: string; readonly text: string }[];
}

/** The words in the language of a BCP 47 tag, or in English. Never rejects. */
export async function frameWords(tag: string): Promise<FrameWords> {
  const { english, others } = framingSection;
  const language = primary(tag);
  const file = Object.hasOwn(others, language) ? await others[language]!().catch(() => undefined) : undefined;
  const { words, translation } = file?.default ?? english;
  const lang = file ? language : 'en';
  const blocked = [{ lang, text: words['blocked'] as string }];
  // Safety can hang on it: the English stands beside a draft.
  if (translation && translation.status !== 'reviewed')
    blocked.push({ lang: 'en', text: english.words['blocked'] as string }, { lang, text: words['draft'] as string });
  return { title: words['title'] as string, blocked };
}
