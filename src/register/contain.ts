import { redraw, type Redrawable } from '../controllers/redraw.js';

/**
 * Contains an element: where it fails, because something else has changed what it had drawn, it draws itself into an empty root; where that fails
 * too, because the page has changed what elements are made with, its light DOM is shown, the error is on the console, and the page hears of
 * none. Gives the same class.
 */
export function contained<E extends CustomElementConstructor>(element: E): E {
  const methods = element.prototype as Record<
    string,
    ((this: { renderRoot?: ShadowRoot } & Redrawable) => void) | undefined
  >;
  // What the browser calls, and what Lit calls when nobody waits for it: an error in one of them would reach the page.
  for (const name of ['connectedCallback', 'performUpdate']) {
    const act = methods[name];
    if (act)
      methods[name] = function () {
        try {
          act.call(this);
        } catch (error) {
          try {
            if (name !== 'performUpdate' || !this[redraw]) throw error;
            this[redraw](() => act.call(this));
          } catch {
            console.warn(error);
            this.renderRoot?.replaceChildren(document.createElement('slot'));
          }
        }
      };
  }
  return element;
}
