/** What an element is where no script runs, and what can be said of it without making one. Data only. */
export interface StaticElement {
  /**
   * What `alongside-elements-cli render` writes into a page for it:
   *
   * - `all`: what the element shows, to read
   * - `form`: a form to print and to write on. A person writes in this element in private, so it can stand in a private frame, too
   * - `link`: a link between its tags that leads out without a script
   * - `light`: nothing. What stands between its tags is shown until the script is there
   */
  readonly shows: 'all' | 'form' | 'link' | 'light';
  /** CSS parts that do nothing until the script is there, beside buttons and fields. Left out: none. */
  readonly needsScript?: readonly string[];
  /** Keys of the words that speak of a control, or label one: they say nothing where it is not there. Left out: none. */
  readonly aboutControls?: readonly string[];
  /** Styles that it has only while its script is not there. Left out: none. */
  readonly css?: string;
  /** Attributes to begin with, for the snippet builder and for pages rendered ahead. Left out: it needs none. */
  readonly start?: Readonly<Record<string, string>>;
}
