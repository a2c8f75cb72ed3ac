import { englishBesideDraft } from '../../content/english-beside-draft.js';
import { framingSection } from '../../content/sections/private-frame.js';
import { primary } from '../../page/language.js';

/** What the element says, in one language. */
export interface FrameWords {
  /** What the frame is called. */
  readonly title: string;
  /** That the frame is on its way. */
  readonly waiting: string;
  /** The language of both. */
  readonly lang: string;
  /** That the frame did not come, and what this means; then the English, and that this is a draft, where it is. */
  readonly blocked: readonly { readonly lang: string; readonly text: string }[];
}

/** The words in the language of a BCP 47 tag, or in English. Never rejects. */
export async function frameWords(tag: string): Promise<FrameWords> {
  const { english, others } = framingSection;
  const language = primary(tag);
  const translated = Object.hasOwn(others, language) ? await others[language]!().catch(() => undefined) : undefined;
  const file = translated?.default ?? english;
  const words = file.words as Readonly<Record<string, string>>;
  const lang = translated ? language : 'en';
  const blocked = [{ lang, text: words['blocked']! }];
  const beside = englishBesideDraft(english, file, 'blocked') as string | undefined;
  if (beside) blocked.push({ lang: 'en', text: beside }, { lang, text: words['draft']! });
  return { title: words['title']!, waiting: words['waiting']!, lang, blocked };
}
