import type { Word } from '../i18n/words.js';
import type { ObjectSchema } from '../schema/parse.js';

/** A section of the content and the interface words of the element that shows it, in one language. */
export interface LanguageFile {
  /** The section, to be parsed. What translators left out was filled up with English when it was built. */
  readonly content: unknown;
  readonly words: Readonly<Record<string, Word>>;
  /** Keys of words that a person's safety can hang on. While a translation is a draft, the English stands beside them. */
  readonly critical?: readonly string[];
  /** `reviewed`, or a draft; a changed English text makes a reviewed one a draft again when it is built. Absent in English. */
  readonly translation?: { readonly status: string };
}

/** All that an element has to say, in every language: English is built in, the others are loaded when a page needs them. */
export interface Section<S extends ObjectSchema = ObjectSchema, K extends string = string> {
  readonly schema: S;
  readonly english: LanguageFile & { readonly words: Readonly<Record<K, unknown>> };
  /** By primary language tag. Written out one by one, so that every bundler sees which files there are. */
  readonly others: Readonly<Record<string, () => Promise<{ readonly default: LanguageFile }>>>;
}
