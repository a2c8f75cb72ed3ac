/** What the engine does not bring together by itself, or might not: three letters, names as Windows has them, and two tags for one language. */
const known: Readonly<Record<string, string>> = {
  spa: 'es',
  spanish: 'es',
  español: 'es',
  eng: 'en',
  english: 'en',
  no: 'nb',
};

/**
 * The language that a tag means, as its shortest BCP 47 code, such as `es` of `es-MX`. It is read however sites write it: `es_MX`,
 * `es_ES.UTF-8`, `spa`, ` ES `. Empty: the tag names no language, as `C`, `POSIX` and `x-default` do not. Never throws.
 */
export function primary(tag: string): string {
  // Whatever stands between the parts, the language comes first.
  const first = (/\p{L}+/u.exec(tag)?.[0] ?? '').toLowerCase();
  if (Object.hasOwn(known, first)) return known[first]!;
  if (!/^[a-z]{2,3}$/.test(first)) return '';
  try {
    return new Intl.Locale(first).language;
  } catch {
    return first;
  }
}

/** A tag as it can stand in our own markup: itself where it is well formed and as short as it can be; else its language alone. */
export function validTag(tag: string): string {
  const language = primary(tag);
  return language && new RegExp(`^${language}(-[a-z\\d]{1,8})*$`, 'i').test(tag) ? tag : language;
}

/** The `lang` that an element stands in: its own, or the nearest around it, also outside of shadow roots. Empty: none is set. */
export function nearestLanguage(element: Element): string {
  // Old pages have it as `xml:lang` alone, which browsers heed in XHTML only.
  const near = element.closest('[*|lang],[xml\\:lang]');
  const { host } = element.getRootNode() as ShadowRoot;
  if (near) return near.getAttribute('lang') || near.getAttribute('xml:lang') || '';
  return host ? nearestLanguage(host) : '';
}

/** Lets an observer notice whenever a `lang` changes around the element, also outside of the shadow roots it stands in. */
export function observeLanguage(observer: MutationObserver, element: Element): void {
  for (let near: Element | undefined = element; near;) {
    const root = near.getRootNode() as ShadowRoot;
    observer.observe(root, { attributeFilter: ['lang', 'xml:lang'], subtree: true });
    near = root.host;
  }
}
