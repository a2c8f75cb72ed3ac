import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Question } from '../../content/schema.js';
import { practiceSection } from '../../content/sections/practice-check.js';
import { ContentController } from '../../controllers/content.js';
import { forget } from '../../leave/forget.js';
import { practicePart, type Practice } from '../../private-text/notebook/practice.js';
import { base } from '../../styles/base.styles.js';
import { check } from '../../styles/check.styles.js';
import { sprout } from '../../templates/icons.js';
import { fields } from '../../private-text/fields/fields.styles.js';
import { bar } from '../../private-text/keep/notebook-bar.styles.js';
import { heading } from '../../templates/heading.js';
import { privateArea } from '../../private-text/fields/private-fields.js';
import { lines, said } from '../../templates/statements.js';
import { withEnglish } from '../../templates/with-english.js';
import { choices, tick } from '../../private-text/form/rows.js';
import { FormController } from '../../private-text/form/form-controller.js';
import { styles } from './practice-check.styles.js';
import { practiceSheet } from './sheet.js';

/**
 * An advocate looks at their own practice: open questions about three areas, through two lenses, with room for notes. Nothing is judged,
 * counted or compared. On paper goes only what they choose, such as for supervision.
 * What is typed lives in memory only, unless the person chooses to keep it on the device. It is sent nowhere and fires no event.
 *
 * @summary An advocate's private reflection.
 * @element practice-check
 * @slot - Shown until there is content, and when it cannot be loaded. Put a phone number here.
 * @slot note - The agency's own words, below the questions.
 * @fires {ContentErrorEvent} content-error - Content could not be used as it is.
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

  /** The agency knows that its own scripts could read what is typed, and chose that: then the element does not say so. */
  declare inPage: boolean;

  /** The level of the heading, 1 to 6; the headings inside follow it. */
  declare headingLevel: number;

  /** The address of a pack with the agency's own questions (JSON). Empty: the default content. */
  declare src: string;

  /** A pack with the agency's own questions, as an object. Goes before `src`. Empty: the default content. */
  declare content: unknown;

  readonly #content = new ContentController(this, practiceSection);
  readonly #form: FormController<Practice> = new FormController(this, this.#content, practicePart, () =>
    practiceSheet(this.#form.value, this.#content.value, this.#content.say, this.#form.say),
  );

  constructor() {
    super();
    this.inPage = false;
    this.headingLevel = 2;
    this.src = '';
  }

  protected override render(): TemplateResult {
    const { value, say } = this.#content;
    const { title, intro, areas, lenses } = value;
    return this.#form.render(sprout, title, intro, [
      html`<p>${say('alone')}</p>`,
      this.#renderLine('includeAbout'),
      lenses.map(({ name, about, lang }) => html`<p lang=${lang ?? nothing}><b>${name}</b><br />${said(about)}</p>`),
      areas.map(
        ({ id, name, lang }) => html`
          ${this.#form.heading(html`<span lang=${lang ?? nothing}>${name}</span>`)}
          <div class="lenses">${lenses.map((lens) => this.#renderBlock(id, name, lens))}</div>
        `,
      ),
    ]);
  }

  #renderLine(word: 'includeAbout') {
    return html`<p class="muted">${withEnglish(this.#content.say(word), this.#content.englishBesideDraft(word))}</p>`;
  }

  /** One area, seen through one lens. */
  #renderBlock(area: string, areaName: string, lens: { readonly id: string; readonly name: string }) {
    const { value, say } = this.#content;
    const id = `${area}-${lens.id}`;
    const at = `notes.${id}`;
    const { text = '', where = '', include = false } = this.#form.value.notes.find((note) => note.id === id) ?? {};
    const belongs = (question: Question) => question.area === area && question.lens === lens.id;
    const questions = value.questions.filter(belongs);
    const own = value.ownQuestions.filter(belongs);
    return html`
      <section class="stack" aria-label="${areaName}, ${lens.name}">
        ${heading(this.headingLevel + 2, lens.name)} ${lines(questions)} ${lines(own)}
        ${privateArea(say('notes'), `${at}.text`, text)}
        ${choices(say('where'), `${at}.where`, where, [
          ['steady', say('steady')],
          ['growing', say('growing')],
          ['support', say('support')],
        ])}
        ${tick(say('include'), `${at}.include`, include)}
      </section>
    `;
  }

  /** @internal Called when the person leaves the site. */
  [forget](): void {
    this.#form.forget();
  }
}
