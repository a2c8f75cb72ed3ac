/** The name of the method by which an element draws itself into an empty root, when what it had drawn is no good any more. */
export const redraw: unique symbol = Symbol('redraw');

/** An element that can do so. */
export interface Redrawable {
  /**
   * @param draw Draws the element.
   * @throws whatever drawing throws.
   */
  [redraw]?(draw: () => void): void;
}
