const known = new Map<string, unknown>();

/** Making an Intl object is slow, so each is made once. */
function once<T>(key: string, make: () => T): T {
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as T;
}

/** The month and year of a `YYYY-MM-DD` day, such as "March 2026". */
export const monthOf = (day: string, language: string): string =>
  once(
    `month ${language}`,
    () => new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  ).format(new Date(day));

/** Names of languages as a list in words, such as "English and Spanish". A tag that is no tag stays as it is. */
export function languageList(tags: readonly string[], language: string): string {
  const names = once(`names ${language}`, () => new Intl.DisplayNames(language, { type: 'language' }));
  const name = (tag: string) => {
    try {
      return names.of(tag) ?? tag;
    } catch {
      return tag;
    }
  };
  return once(`list ${language}`, () => new Intl.ListFormat(language)).format(tags.map(name));
}
