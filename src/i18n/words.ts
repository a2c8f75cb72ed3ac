/** A word or sentence of an element; or one for each plural category of `Intl.PluralRules` that the language has. */
export type Word = string | { readonly other: string; readonly [category: string]: string };

/** The interface words of one element in one language. */
export interface Catalogue {
  readonly words: Readonly<Record<string, Word>>;
  /** Keys of lines that a person's safety can hang on. While a translation is a draft, the English stands beside them. */
  readonly critical?: readonly string[];
  /** Absent in English. */
  readonly translation?: { readonly status: string };
}

/** What stands in the braces of a word. `count` chooses the plural. */
export type Values = Readonly<Record<string, string | number>>;

/** The word with its values in place. A missing value leaves nothing. */
export function fill(word: Word, language: string, values: Values = {}): string {
  const form = typeof word === 'string' ? word : (word[plural(Number(values['count']), language)] ?? word.other);
  return form.replace(/\{(\w+)\}/g, (_, key: string) => `${values[key] ?? ''}`);
}

// A browser that does not know a language would count in its own, silently: then the general form is the honest one.
const plural = (count: number, language: string): string =>
  Intl.PluralRules.supportedLocalesOf(language).length ? new Intl.PluralRules(language).select(count) : 'other';
