import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Principle, PrincipleSet } from '../../content/schema.js';
import { principlesSection } from '../../content/sections/practice-principles.js';
import { ContentController } from '../../controllers/content.js';
import { base } from '../../styles/base.styles.js';
import { draftNote, head } from '../../templates/head.js';
import { heading } from '../../templates/heading.js';
import {
  flag,
  footprints,
  handHeart,
  handshake,
  heartHandshake,
  house,
  lightbulb,
  printer,
  signpost,
  sparkles,
  sprout,
  users,
  type Icon,
} from '../../templates/icons.js';
import { printAlone } from '../../templates/print-alone.js';
import { lines, paragraphs } from '../../templates/statements.js';
import { styles } from './practice-principles.styles.js';

/** By the ids of the principles. All are of one size and color: none comes first. */
const icons: Readonly<Record<string, Icon>> = {
  safety: house,
  trustworthiness: handshake,
  choice: signpost,
  collaboration: users,
  empowerment: sprout,
  'self-efficacy': footprints,
  'life-goals': flag,
  expertise: lightbulb,
  relationships: heartHandshake,
  resiliency: sparkles,
};

/**
 * Principles for anyone who responds to CSEC: five that are trauma-informed and five that are survivor-centered, each in one or two
 * sentences. They fit on one printed page to hang up.
 *
 * @summary Trauma-informed and survivor-centered principles.
 * @element practice-principles
 * @slot - Shown until the content has loaded, and if it can’t load. Put a phone number here.
 * @slot note - The agency’s own text, below the principles.
 * @fires {ContentErrorEvent} content-error - Some content or an attribute couldn’t be used.
 * @csspart title - The heading.
 * @csspart sheet - What is printed.
 * @csspart set - One set of principles.
 * @csspart principle - One principle.
 */
export class PracticePrinciples extends LitElement {
  static override styles = [base, styles];

  static override properties = {
    set: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    src: {},
    content: { attribute: false },
  };

  /** The `id` of the only set to show: `trauma-informed` or `survivor-centered`. If empty or unknown, both are shown. */
  declare set: string;

  /** The level of the heading, from 1 to 6. Headings inside the element follow it. */
  declare headingLevel: number;

  /** The address of a pack with the agency’s own principles (JSON). If empty, the default content is used. */
  declare src: string;

  /** A pack with the agency’s own principles, as an object. Overrides `src`. If empty, the default content is used. */
  declare content: unknown;

  readonly #content = new ContentController(this, principlesSection);

  constructor() {
    super();
    this.set = '';
    this.headingLevel = 2;
    this.src = '';
  }

  protected override render(): TemplateResult {
    const { fallback, value, lang, draft, say } = this.#content;
    if (fallback) return html`<slot></slot>`;
    return html`
      <div class="surface stack" lang=${lang || nothing}>
        <div class="stack" part="sheet" lang=${lang || nothing}>
          ${head(handHeart, this.headingLevel, value.title, value.philosophy)} ${draftNote(draft ? say('draft') : '')}
          <div class="sets">${this.#shown().map((set) => this.#renderSet(set))}</div>
          <div class="foot">
            <button @click=${this.#onPrint}>${printer()}${say('print')}</button>
            <div class="small muted">${paragraphs(value.credits)}</div>
          </div>
        </div>
        <slot name="note"></slot>
      </div>
    `;
  }

  #renderSet({ name, principles, lang }: PrincipleSet) {
    return html`
      <section part="set" lang=${lang ?? nothing}>
        ${heading(this.headingLevel + 1, name)}
        <ul class="principles">
          ${principles.map((principle) => this.#renderPrinciple(principle))}
        </ul>
      </section>
    `;
  }

  #renderPrinciple({ id, name, meaning, examples, lang }: Principle) {
    const icon = Object.hasOwn(icons, id) ? icons[id]! : handHeart;
    return html`
      <li part="principle" lang=${lang ?? nothing}>
        <span class="emblem">${icon()}</span>
        ${heading(this.headingLevel + 2, name)}
        <p>${meaning}</p>
        ${
          examples.length
            ? html`<div class="own">
                <p class="muted">${this.#content.say('example')}</p>
                ${lines(examples)}
              </div>`
            : nothing
        }
      </li>
    `;
  }

  /** The set that the page asks for, or all of them. Tells of a name that the content lacks. */
  #shown(): readonly PrincipleSet[] {
    const { sets } = this.#content.value;
    const found = sets.filter(({ id }) => id === this.set);
    if (this.set && !found.length) this.#content.report([{ path: 'set', reason: 'unknown-id', detail: this.set }]);
    return found.length ? found : sets;
  }

  #onPrint() {
    const sheet = this.renderRoot.querySelector('[part=sheet]')!.cloneNode(true) as HTMLElement;
    sheet.querySelector('button')!.remove();
    sheet.dir = getComputedStyle(this).direction;
    printAlone(sheet, this.#content.value.title, base.cssText + styles.cssText);
  }
}
