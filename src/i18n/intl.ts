const known = new Map<string, unknown>();

/** Making an Intl object is slow, so each is made once. */
function once<T>(key: string, make: () => T): T {
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as T;
}

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
