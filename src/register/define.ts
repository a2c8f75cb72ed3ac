/**
 * Registers an element under a tag, unless the tag is taken: by this library loaded twice, by another version of it or
 * by the page. Then the first one stays, and nothing is thrown. Where there is no registry (a server), nothing happens.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  try {
    if (!globalThis.customElements?.get(tag)) globalThis.customElements?.define(tag, element);
  } catch (error) {
    // A registry that the page has patched, or a class that is registered under another tag already: the fallback stays on screen.
    console.warn(tag, error);
  }
}
