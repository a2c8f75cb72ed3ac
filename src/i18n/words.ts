import { intl, orPlain } from './intl.js';

/** A word or sentence; or one for each plural category of `Intl.PluralRules` that the language has. */
export type Word = string | { readonly other: string; readonly [category: string]: string };

/** What stands in the braces of a word. `count` chooses the plural. */
export type Values = Readonly<Record<string, string | number>>;

/** The word with its values in place. A missing value leaves nothing. */
export function fill(word: Word, language: string, values: Values = {}): string {
  const form = typeof word === 'string' ? word : (word[plural(Number(values['count']), language)] ?? word.other);
  return form.replace(/\{(\w+)\}/g, (_, key: string) => `${values[key] ?? ''}`);
}

// A browser that does not know a language would count in its own, silently: then the general form is the honest one.
// One that knows no plurals at all can still tell one from many.
const plural = (count: number, language: string): string =>
  orPlain(
    () =>
      Intl.PluralRules.supportedLocalesOf(language).length ? intl('PluralRules', language).select(count) : 'other',
    count === 1 ? 'one' : 'other',
  );
