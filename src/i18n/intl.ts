const known = new Map<string, unknown>();

/** Making an Intl object is slow, so each is made once. */
function once<T>(key: string, make: () => T): T {
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as T;
}

/** What `Intl` says; or something plainer, where an engine lacks that part of it or refuses a language. */
export function orPlain<T>(ask: () => T, plain: T): T {
  try {
    return ask();
  } catch {
    return plain;
  }
}

/** Names of languages as a list in words, such as "English and Spanish". What has no name here stays a tag. */
export function languageList(tags: readonly string[], language: string): string {
  const names = orPlain(
    () => once(`names ${language}`, () => new Intl.DisplayNames(language, { type: 'language' })),
    undefined,
  );
  const all = tags.map((tag) => orPlain(() => names!.of(tag), tag) ?? tag);
  return orPlain(() => once(`list ${language}`, () => new Intl.ListFormat(language)).format(all), all.join(', '));
}
