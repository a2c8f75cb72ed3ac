/**
 * Registers an element under a tag, unless the tag is taken: by this library loaded twice, by another version of it or
 * by the page. Then the first one stays, and nothing is thrown. Where there is no registry (a server), nothing happens.
 */
export function register(tag: string, element: CustomElementConstructor): void {
  try {
    if (!globalThis.customElements?.get(tag)) globalThis.customElements?.define(tag, element);
  } catch (error) {
    // A registry that the page has patched, or a class that is registered under another tag already: the fallback stays on screen.
    console.warn(tag, error);
  }
}

/** What the browser calls, and what Lit calls when nobody waits for it: an error in one of them would reach the page. */
const called = ['connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'performUpdate'] as const;

/**
 * Registers an element as `register` does, and contains it: where it fails, because the page has changed what elements are made with,
 * its light DOM is shown, the error is on the console, and the page hears of none.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const methods = element.prototype as Record<string, unknown>;
  for (const name of called) {
    const act = methods[name];
    if (typeof act === 'function')
      methods[name] = function (this: HTMLElement, ...given: unknown[]) {
        try {
          return act.apply(this, given) as unknown;
        } catch (error) {
          console.warn(tag, error);
          const { renderRoot } = this as { renderRoot?: ShadowRoot };
          if (!renderRoot) return;
          renderRoot.textContent = '';
          renderRoot.appendChild(document.createElement('slot')).className = 'failed';
        }
      };
  }
  register(tag, element);
}
