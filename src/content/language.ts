/** The languages that the library's own words come in. English is built in; the others are loaded when needed. */
export const languages = ['en', 'es'] as const;
/** One of the library's languages, as a BCP 47 tag. */
export type Language = (typeof languages)[number];

/** The language of ours that serves the primary part of a BCP 47 tag. English where there is none. */
export const servedBy = (primary: string): Language => languages.find((language) => language === primary) ?? 'en';

/** A word or sentence; or one for each plural category of `Intl.PluralRules` that the language has. */
export type Word = string | { readonly other: string; readonly [category: string]: string };

/** A section of the content and the interface words of the element that shows it, in one language. */
export interface LanguageFile {
  /** The section, to be parsed. What translators left out was filled up with English when it was built. */
  readonly content: unknown;
  readonly words: Readonly<Record<string, Word>>;
  /** Keys of words that a person's safety can hang on. While a translation is a draft, the English stands beside them. */
  readonly critical: readonly string[];
  /** `reviewed`, or a draft; a changed English text makes a reviewed one a draft again when it is built. Absent in English. */
  readonly translation?: { readonly status: string };
}

/**
 * The file of a section in another language, which stands beside this one. Asked for only when a page needs it.
 * `undefined` when it cannot be had: then the English is shown.
 */
export async function loadLanguage(language: Language, name: string): Promise<LanguageFile | undefined> {
  try {
    return ((await import(`./${language}/${name}.js`)) as { default: LanguageFile }).default;
  } catch {
    return;
  }
}
