import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Primer, PrimerSection, Statement } from '../../content/schema.js';
import { primerSection } from '../../content/sections/csec-primer.js';
import { ContentController } from '../../controllers/content.js';
import { base } from '../../styles/base.styles.js';
import { disclosure } from '../../templates/disclosure.js';
import { draftNote, head, note } from '../../templates/head.js';
import { heading } from '../../templates/heading.js';
import { bookOpen, scale } from '../../templates/icons.js';
import { lines, paragraphs } from '../../templates/statements.js';
import { withEnglish } from '../../templates/with-english.js';
import { definitionBoxes, lawBoxes } from './boxes.js';
import { styles } from './csec-primer.styles.js';

const saidOfLaws = ({ sections }: Primer): readonly Statement[] =>
  sections.flatMap(({ laws }) => laws.flatMap(({ says }) => says));

/**
 * What commercial sexual exploitation of children is, in six sections: `what`, `exchange`, `forms`, `who`, `experience`, and `law`.
 * All sections are always open, so people can read, search, and print them. A link to `#csec-primer-law` goes to the `law` section. If
 * the element has its own `id`, use that instead of `csec-primer`.
 *
 * @summary What CSEC is, section by section.
 * @element csec-primer
 * @slot - Shown until the content has loaded, and if it can’t load. Put a phone number here.
 * @slot note - The agency’s own text, below the sections.
 * @fires {ContentErrorEvent} content-error - Some content or an attribute couldn’t be used.
 * @csspart title - The heading of the element, or of the section if there is only one.
 * @csspart contents - The links to the sections.
 * @csspart section - One section.
 * @csspart definition - What one source says, if the sources differ.
 * @csspart law - A law, with its place and date.
 */
export class CsecPrimer extends LitElement {
  static override styles = [base, styles];

  static override properties = {
    section: {},
    sections: {},
    withoutContents: { type: Boolean, attribute: 'without-contents' },
    headingLevel: { type: Number, attribute: 'heading-level' },
    src: {},
    content: { attribute: false },
  };

  /** The `id` of the only section to show. Overrides `sections`. If empty or unknown, all sections are shown. */
  declare section: string;

  /** The ids of the sections to show, in this order, separated by spaces. If empty, or if none is known, all sections are shown. */
  declare sections: string;

  /** Leaves out the list of links to the sections. Links on the page still go to them. */
  declare withoutContents: boolean;

  /** The level of the heading, from 1 to 6. Headings inside the element follow it. */
  declare headingLevel: number;

  /** The address of a pack with the agency’s own sections (JSON). If empty, the default content is used. */
  declare src: string;

  /** A pack with the agency’s own sections, as an object. Overrides `src`. If empty, the default content is used. */
  declare content: unknown;

  readonly #content = new ContentController(this, primerSection);
  #arrived = false;
  /** The section that is read now, as far as one can tell: the one at the top of the window. Empty: the first. */
  #inView = '';
  #watch: IntersectionObserver | undefined;

  constructor() {
    super();
    this.section = '';
    this.sections = '';
    this.withoutContents = false;
    this.headingLevel = 2;
    this.src = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#watchSections();
    addEventListener('hashchange', this);
    addEventListener('click', this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this);
    removeEventListener('click', this);
    this.#watch?.disconnect();
  }

  protected override render(): TemplateResult {
    const { fallback, value, lang, draft, say } = this.#content;
    if (fallback) return html`<slot></slot>`;
    const shown = this.#shown();
    const [only, more] = shown;
    const alone = only && !more;
    const contents = !alone && only && !this.withoutContents;
    return html`
      <div class="surface stack" lang=${lang || nothing}>
        ${head(bookOpen, this.headingLevel, alone ? only.name : value.title)} ${draftNote(draft ? say('draft') : '')}
        <div class=${contents ? 'primer' : ''}>
          ${contents ? this.#renderContents(shown) : nothing}
          <div>
            ${shown.map((section) => this.#renderSection(section, this.headingLevel + (alone ? 0 : 1), !alone))}
          </div>
        </div>
        <slot name="note"></slot>
      </div>
    `;
  }

  // The browser looked for the section that the address names before it was there.
  protected override updated(): void {
    this.#watchSections();
    if (this.#arrived || this.#content.fallback) return;
    this.#arrived = true;
    this.#goThere();
  }

  /** Says in the contents which section is at the top of the window. */
  #watchSections() {
    if (!this.renderRoot.querySelector('nav')) return;
    this.#watch ??= new IntersectionObserver(
      (entries) => {
        const entry = entries.find(({ isIntersecting }) => isIntersecting);
        if (!entry) return;
        this.#inView = entry.target.id.replace('section-', '');
        this.requestUpdate();
      },
      { rootMargin: '-15% 0px -80%' },
    );
    // Those that it watches already it watches on.
    for (const section of this.renderRoot.querySelectorAll('section')) this.#watch.observe(section);
  }

  #renderContents(sections: readonly PrimerSection[]) {
    const { say } = this.#content;
    const now = sections.find(({ id }) => id === this.#inView) ?? sections[0];
    const links = sections.map(
      (section) =>
        html`<li>
          <a
            href="#${this.#fragment(section.id)}"
            lang=${section.lang ?? nothing}
            aria-current=${section === now ? 'true' : nothing}
            @click=${this.#onLink}
            >${section.name}</a
          >
        </li>`,
    );
    return html`
      <nav part="contents" aria-label=${say('contents')}>
        ${disclosure(
          say('contents'),
          html`<ul>
            ${links}
          </ul>`,
        )}
      </nav>
    `;
  }

  #renderSection(section: PrimerSection, level: number, isNamed: boolean) {
    const { id, name, definitions, text, points, laws, ownPoints, ownLaws, ownNotes, lang } = section;
    const own = ownPoints.length || ownLaws.length || ownNotes.length;
    const areShort = points.every((point) => point.text.length < 32);
    return html`
      <section id="section-${id}" part="section" lang=${lang ?? nothing}>
        ${isNamed ? heading(level, name) : nothing}
        <div class=${areShort ? 'stack short' : 'stack'}>
          ${definitionBoxes(definitions)} ${paragraphs(text)} ${lines(points)}
          ${laws.length || ownLaws.length ? this.#renderCaution() : nothing} ${lawBoxes(laws, level + 1, this.#english)}
          ${
            own
              ? html`<div class="own stack">
                  ${heading(level + 1, this.#content.say('own'))} ${lines(ownPoints)}
                  ${lawBoxes(ownLaws, level + 2, this.#english)} ${paragraphs(ownNotes)}
                </div>`
              : nothing
          }
        </div>
      </section>
    `;
  }

  /** The English of what a law says, while its translation is a draft: a right can hang on it. Empty for what a pack says in its place. */
  readonly #english = ({ id, text }: Statement): string | undefined => {
    const [draft = [], english = []] = this.#content.drafted?.map(saidOfLaws) ?? [];
    return draft.find((one) => one.text === text) && english.find((one) => one.id === id && one.text !== text)?.text;
  };

  #renderCaution() {
    const { say } = this.#content;
    return note(scale, withEnglish(say('placeOnly'), this.#content.englishBesideDraft('placeOnly')));
  }

  /** The sections that the page asks for, in its order. Tells of names that the content lacks. */
  #shown(): readonly PrimerSection[] {
    const { sections } = this.#content.value;
    const path = this.section ? 'section' : 'sections';
    const names = (this[path] || '').split(/[\s,]+/).filter(Boolean);
    const shown = [...new Set(names)].flatMap((name) => {
      const found = sections.find(({ id }) => id === name);
      if (!found) this.#content.report([{ path, reason: 'unknown-id', detail: name }]);
      return found ?? [];
    });
    return shown.length ? shown : sections;
  }

  /** What stands after the `#` of a link to a section. */
  #fragment(section: string): string {
    return `${this.id || this.localName}-${section}`;
  }

  // Where the page has a <base>, the browser would take `#…` alone for a place in another page.
  #onLink(event: Event) {
    const { hash, href } = event.currentTarget as HTMLAnchorElement;
    if (href === new URL(hash, location.href).href) return;
    event.preventDefault();
    location.hash = hash;
  }

  /** @internal Called by the browser when the address has another `#`, and when a link to the one that it has already is followed. */
  handleEvent(event: Event): void {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (event.type === 'hashchange' || (link && link.href === location.href)) this.#goThere();
  }

  /** The section that the address names, if it is here. */
  #named(): PrimerSection | undefined {
    return this.#shown().find(({ id }) => location.hash === `#${encodeURI(this.#fragment(id))}`);
  }

  /**
   * Goes to the section that the address names, as the browser would where it could see into the element. Where several elements
   * have it under the same name, the first in the page is meant.
   */
  #goThere() {
    const root = this.getRootNode() as ShadowRoot;
    const all = [...root.querySelectorAll(this.localName)];
    if (all.find((one) => one instanceof CsecPrimer && one.#named()) !== this) return;
    const section = this.renderRoot.querySelector(`#section-${this.#named()!.id}`);
    // Where it is the only one, its name is the title of the whole.
    const own = section?.querySelector<HTMLElement>(':scope > [role=heading]');
    const title = own ?? this.renderRoot.querySelector<HTMLElement>('.title');
    if (!section || !title) return;
    (own ? section : this).scrollIntoView();
    // Reading and the Tab key go on from here.
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }
}
