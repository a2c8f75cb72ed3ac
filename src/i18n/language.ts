/** The primary part of a BCP 47 tag, such as `es` of `es-MX`. */
export const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** The `lang` that an element stands in: its own, or the nearest around it, also outside of shadow roots. Empty: none is set. */
export function nearestLanguage(element: Element): string {
  const near = element.closest<HTMLElement>('[lang]');
  const { host } = element.getRootNode() as ShadowRoot;
  return near?.getAttribute('lang') ?? (host ? nearestLanguage(host) : '');
}

/** Lets an observer notice whenever a `lang` changes around the element, also outside of the shadow roots it stands in. */
export function observeLanguage(observer: MutationObserver, element: Element): void {
  for (let near: Element | undefined = element; near;) {
    const root = near.getRootNode() as ShadowRoot;
    observer.observe(root, { attributeFilter: ['lang'], subtree: true });
    near = root.host;
  }
}
