import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { sourcesSection } from '../../content/sections/source-note.js';
import { ContentController } from '../../controllers/content.js';
import { monthOf } from '../../i18n/month.js';
import { base } from '../../styles/base.styles.js';
import { disclosure } from '../../templates/disclosure.js';
import { draftNote, head } from '../../templates/head.js';
import { quote } from '../../templates/icons.js';
import { paragraphs } from '../../templates/statements.js';
import { styles } from './source-note.styles.js';

/**
 * Where the words in the elements on the page come from: credits, disclaimer, license, and when they were last reviewed.
 * It finds elements on the page by their tags. For elements in frames or in other shadow roots, list them in `elements`.
 *
 * @summary Credits and disclaimer for the elements on the page.
 * @element source-note
 * @slot - Shown until the content has loaded, and if it can’t load.
 * @slot note - The agency’s own text, below the note.
 * @fires {ContentErrorEvent} content-error - Some content couldn’t be used.
 * @csspart title - The heading.
 */
export class SourceNote extends LitElement {
  static override styles = [base, styles];

  static override properties = {
    elements: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    src: {},
    content: { attribute: false },
  };

  /** The tags of the elements to credit, separated by spaces. If empty, the elements found on the page, or all of them if none is found. */
  declare elements: string;

  /** The level of the heading, from 1 to 6. Headings inside the element follow it. */
  declare headingLevel: number;

  /** The address of a pack with the agency’s own credits (JSON). If empty, the default content is used. */
  declare src: string;

  /** A pack with the agency’s own credits, as an object. Overrides `src`. If empty, the default content is used. */
  declare content: unknown;

  readonly #content = new ContentController(this, sourcesSection);
  #page: MutationObserver | undefined;
  #seen = '';

  constructor() {
    super();
    this.elements = '';
    this.headingLevel = 2;
    this.src = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Pages change all the time; only the coming and going of an element of ours matters.
    this.#page = new MutationObserver(() => this.#seen !== this.#names() && this.requestUpdate());
    this.#page.observe(this.ownerDocument, { childList: true, subtree: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#page?.disconnect();
  }

  protected override render(): TemplateResult {
    const { fallback, value, lang, draft, say } = this.#content;
    if (fallback) return html`<slot></slot>`;
    const shown = this.#shown();
    this.#seen = this.#names();
    const rested = value.sources.filter(({ id }) => shown.some(({ sources }) => sources.includes(id)));
    const months = new Set(
      shown.map(({ written, reviewed }) =>
        reviewed
          ? say('reviewed', { month: monthOf(written, say), reviewed: monthOf(reviewed, say) })
          : say('written', { month: monthOf(written, say) }),
      ),
    );
    return html`
      <div class="surface stack" lang=${lang || nothing}>
        ${head(quote, this.headingLevel, value.title)} ${draftNote(draft ? say('draft') : '')}
        <p>${say('sources')}</p>
        <ul class="sources">
          ${rested.map(
            (source) =>
              html`<li class="stack">
                <cite translate="no" lang=${source.lang ?? 'en'}>${source.name}</cite>${paragraphs(source.credits)}
              </li>`,
          )}
        </ul>
        <div>
          ${disclosure(say('disclaimer'), paragraphs(value.disclaimer))}
          ${disclosure(say('licence'), paragraphs(value.licence))}
        </div>
        ${[...months].map((words) => html`<p class="muted">${words}</p>`)}
        <slot name="note"></slot>
      </div>
    `;
  }

  #names(): string {
    return this.#shown()
      .map(({ element }) => element)
      .join();
  }

  #shown() {
    const known = this.#content.value.elements;
    const named = this.elements.split(/[\s,]+/).filter(Boolean);
    const page = this.isConnected ? this.ownerDocument : undefined;
    const shown = known.filter(({ element }) =>
      named.length ? named.includes(element) : page?.querySelector(element),
    );
    return shown.some(({ element }) => element !== 'source-note') ? shown : known;
  }
}
