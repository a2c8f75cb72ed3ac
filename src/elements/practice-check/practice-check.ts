import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Question, Statement } from '../../content/schema.js';
import { practiceSection } from '../../content/sections/practice-check.js';
import { ContentController } from '../../controllers/content.js';
import { forget } from '../../leave/forget.js';
import { tabFor } from '../../page/tab-keys.js';
import { practicePart, type Practice } from '../../private-text/notebook/practice.js';
import { base } from '../../styles/base.styles.js';
import { check } from '../../styles/check.styles.js';
import { chevronRight, sprout } from '../../templates/icons.js';
import { fields } from '../../private-text/fields/fields.styles.js';
import { bar } from '../../private-text/keep/notebook-bar.styles.js';
import { heading } from '../../templates/heading.js';
import { privateArea } from '../../private-text/fields/private-fields.js';
import { lines, said } from '../../templates/statements.js';
import { withEnglish } from '../../templates/with-english.js';
import { focusFirst } from '../../private-text/form/focus.js';
import { tick } from '../../private-text/form/rows.js';
import { FormController } from '../../private-text/form/form-controller.js';
import { styles } from './practice-check.styles.js';
import { practiceSheet } from './sheet.js';

/** A way to look at an area. */
interface Lens {
  readonly id: string;
  readonly name: string;
  readonly about: Statement;
  readonly lang?: string | undefined;
}

/**
 * Helps advocates reflect on their own practice: open questions about three areas, through two lenses, with room for notes. Nothing is judged,
 * counted, or compared. Only what they choose is printed, for example for supervision.
 * What people type stays in memory unless they choose to save it on the device. It is never sent anywhere, and no event contains it.
 *
 * @summary A private reflection for advocates.
 * @element practice-check
 * @slot - Shown until the content has loaded, and if it can’t load. Put a phone number here.
 * @slot note - The agency’s own text, below the questions.
 * @fires {ContentErrorEvent} content-error - Some content couldn’t be used.
 * @csspart title - The heading.
 * @csspart sheet - What is printed.
 */
export class PracticeCheck extends LitElement {
  static override styles = [base, check, fields, bar, styles];

  static override properties = {
    inPage: { type: Boolean, attribute: 'in-page' },
    headingLevel: { type: Number, attribute: 'heading-level' },
    src: {},
    content: { attribute: false },
  };

  /** Removes the notice that other scripts on this page could read what people type. Set it only after reviewing every script on the page. */
  declare inPage: boolean;

  /** The level of the heading, from 1 to 6. Headings inside the element follow it. */
  declare headingLevel: number;

  /** The address of a pack with the agency’s own questions (JSON). If empty, the default content is used. */
  declare src: string;

  /** A pack with the agency’s own questions, as an object. Overrides `src`. If empty, the default content is used. */
  declare content: unknown;

  readonly #content = new ContentController(this, practiceSection);
  readonly #form: FormController<Practice> = new FormController(
    this,
    this.#content,
    practicePart,
    () => practiceSheet(this.#form.value, this.#content.value, this.#content.say, this.#form.say),
    { nextArea: (area) => this.#show(area, true) },
  );
  #area = '';

  constructor() {
    super();
    this.inPage = false;
    this.headingLevel = 2;
    this.src = '';
  }

  protected override render(): TemplateResult {
    const { value, say } = this.#content;
    const { title, intro, areas } = value;
    const [first, ...more] = intro;
    const alone = { id: 'alone', text: say('alone'), facts: [] };
    const open = this.#openArea();
    const next = areas[(areas.findIndex(({ id }) => id === open) + 1) % areas.length];
    return this.#form.render(
      sprout,
      title,
      first ? [first, alone, ...more] : [alone],
      [
        html`<div class="seg" role="tablist" aria-label=${say('areas')} @keydown=${this.#onKeydown}>
          ${areas.map(({ id, name, lang }) => this.#renderTab(id, name, lang, id === open))}
        </div>`,
        areas.map(
          ({ id, name, lang }) =>
            html`<div role="tabpanel" id="area-${id}" aria-labelledby="tab-${id}" ?hidden=${id !== open}>
              <div role="heading" class="area" aria-level=${(this.headingLevel || 2) + 1} lang=${lang ?? nothing}>
                ${name}
              </div>
              <div class="lenses">${value.lenses.map((lens) => this.#renderBlock(id, name, lens))}</div>
            </div>`,
        ),
        this.#renderLine('includeAbout'),
      ],
      {
        print: say('printChosen'),
        next:
          next && next.id !== open
            ? html`<button class="quiet next" data-do="nextArea" data-at=${next.id}>
                <span
                  ><span lang=${next.lang ?? nothing}>${next.name}</span
                  ><span class="away">${say('nextArea')}</span></span
                >${chevronRight()}
              </button>`
            : nothing,
      },
    );
  }

  #renderTab(id: string, name: string, lang: string | undefined, isOpen: boolean) {
    return html`<button
      role="tab"
      id="tab-${id}"
      data-area=${id}
      lang=${lang ?? nothing}
      aria-controls="area-${id}"
      aria-selected=${isOpen ? 'true' : 'false'}
      tabindex=${isOpen ? 0 : -1}
      @click=${() => this.#show(id)}
    >
      ${name}
    </button>`;
  }

  #renderLine(word: 'includeAbout') {
    return html`<p class="small muted">
      ${withEnglish(this.#content.say(word), this.#content.englishBesideDraft(word))}
    </p>`;
  }

  /** One area, seen through one lens. Its rows stand beside those of the other lens: there are five, whatever is in them. */
  #renderBlock(area: string, areaName: string, lens: Lens) {
    const { value, say } = this.#content;
    const id = `${area}-${lens.id}`;
    const at = `notes.${id}`;
    const { text = '', where = '', include = false } = this.#form.value.notes.find((note) => note.id === id) ?? {};
    const belongs = (question: Question) => question.area === area && question.lens === lens.id;
    const questions = value.questions.filter(belongs);
    const own = value.ownQuestions.filter(belongs);
    return html`
      <section class="lens" aria-label="${areaName}, ${lens.name}">
        <div lang=${lens.lang ?? nothing}>
          ${heading(this.headingLevel + 2, lens.name)}
          <p class="small muted">${said(lens.about)}</p>
        </div>
        <div class="stack">${lines(questions)} ${lines(own)}</div>
        ${privateArea(say('notes'), `${at}.text`, text)} ${this.#renderWhere(`${at}.where`, where)}
        ${tick(say('include'), `${at}.include`, include)}
      </section>
    `;
  }

  /** Where they are with it: one of three, or none. What is chosen is pressed again to be chosen no more. */
  #renderWhere(at: string, chosen: string) {
    const { say } = this.#content;
    return html`<div role="group" aria-label="${say('where')}, ${say('optional')}">
      <p aria-hidden="true"><b>${say('where')}</b> <span class="small muted">${say('optional')}</span></p>
      <div class="seg">
        ${(['steady', 'growing', 'support'] as const).map(
          (id) =>
            html`<button
              data-do="choose"
              data-at=${at}
              data-value=${id}
              aria-pressed=${chosen === id ? 'true' : 'false'}
            >
              ${say(id)}
            </button>`,
        )}
      </div>
    </div>`;
  }

  /** The area in view, of those that there are. It is remembered nowhere else. */
  #openArea() {
    const { areas } = this.#content.value;
    return (areas.find(({ id }) => id === this.#area) ?? areas[0])?.id ?? '';
  }

  #show(area: string, focus = false) {
    this.#area = area;
    this.requestUpdate();
    if (focus) focusFirst(this, [`[data-area="${CSS.escape(area)}"]`]);
  }

  #onKeydown(event: KeyboardEvent) {
    const { areas } = this.#content.value;
    const now = areas.findIndex(({ id }) => id === this.#openArea());
    const to = tabFor(event, now, areas.length, this.matches(':dir(rtl)'));
    if (to === undefined) return;
    event.preventDefault();
    this.#show(areas[to]!.id, true);
  }

  /** @internal Called when the person leaves the site. */
  [forget](): void {
    this.#form.forget();
  }
}
