import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { goalsSection } from '../../content/sections/goal-planner.js';
import { ContentController } from '../../controllers/content.js';
import { forget } from '../../leave/forget.js';
import { goalsPart, type Goals } from '../../private-text/notebook/goals.js';
import { base } from '../../styles/base.styles.js';
import { check } from '../../styles/check.styles.js';
import { flag, lightbulb, sparkles } from '../../templates/icons.js';
import { fields } from '../../private-text/fields/fields.styles.js';
import { bar } from '../../private-text/keep/notebook-bar.styles.js';
import { privateArea, privateField, privateText } from '../../private-text/fields/private-fields.js';
import { paragraphs } from '../../templates/statements.js';
import { Supporters } from '../../private-text/form/supporters.js';
import { adder, entries, offers, resting, rowTick, tick, type Row } from '../../private-text/form/rows.js';
import { FormController } from '../../private-text/form/form-controller.js';
import { styles } from './goal-planner.styles.js';
import { goalSheet } from './sheet.js';

/**
 * Goals in a person’s own words: small steps, and who and what can support each goal. Dates are optional, and
 * nothing is ever late. People can move goals, set them aside, and celebrate them in their own way.
 * What people type stays in memory unless they choose to save it on the device. It is never sent anywhere, and no event contains it.
 *
 * @summary Goals in a person’s own words.
 * @element goal-planner
 * @slot - Shown until the content has loaded, and if it can’t load. Put a phone number here.
 * @slot note - The agency’s own text, below the goals.
 * @fires {ContentErrorEvent} content-error - Some content couldn’t be used.
 * @csspart title - The heading.
 * @csspart sheet - What is printed.
 */
export class GoalPlanner extends LitElement {
  static override styles = [base, check, fields, bar, styles];

  static override properties = {
    resources: {},
    inPage: { type: Boolean, attribute: 'in-page' },
    headingLevel: { type: Number, attribute: 'heading-level' },
    src: {},
    content: { attribute: false },
  };

  /**
   * Ids of elements on the page that show services (cards, or something that contains cards), separated by spaces. People can attach these services to a
   * goal and go from it to their cards. If empty, there are none.
   */
  declare resources: string;

  /** Removes the notice that other scripts on this page could read what people type. Set it only after reviewing every script on the page. */
  declare inPage: boolean;

  /** The level of the heading, from 1 to 6. Headings inside the element follow it. */
  declare headingLevel: number;

  /** The address of a pack with goals to start from (JSON). If empty, the default content is used. */
  declare src: string;

  /** A pack with goals to start from, as an object. Overrides `src`. If empty, the default content is used. */
  declare content: unknown;

  readonly #content = new ContentController(this, goalsSection);
  readonly #supporters = new Supporters(this, () => this.#form);
  readonly #form: FormController<Goals> = new FormController(
    this,
    this.#content,
    goalsPart,
    () => goalSheet(this.#form.value, this.#content.say, this.#form.say, this.#supporters.lines),
    this.#supporters.commands,
  );

  constructor() {
    super();
    this.resources = '';
    this.inPage = false;
    this.headingLevel = 2;
    this.src = '';
  }

  protected override render(): TemplateResult {
    const { value, say } = this.#content;
    const form = this.#form;
    const ideas = offers(form, value.ideas, 'goals');
    return form.render(flag, value.title, value.intro, [
      ideas === nothing ? nothing : form.section(lightbulb, say('ideas'), '', ideas),
      form.section(undefined, say('goals'), '', [
        entries(form, 'goals', (at, index) => this.#goalRow(at, index)),
        adder(form, say('own'), 'goals'),
        resting(form, 'goals'),
        paragraphs(value.localNotes),
      ]),
    ]);
  }

  #goalRow(at: string, index: number): Row {
    const { say } = this.#content;
    const { text, there, cheer } = this.#form.value.goals[index]!;
    const reached = () => [say('thereNow'), cheer ? [` ${say('cheer')}: `, privateText(cheer)] : nothing];
    return {
      text,
      name: there ? 'there' : '',
      before: there ? html`<span class="got">${sparkles()}</span>` : nothing,
      small: there ? reached() : '',
      fields: privateArea(say('text'), `${at}.text`, text),
      closer: () => this.#renderCloser(at, index),
    };
  }

  #renderCloser(at: string, index: number) {
    const { say } = this.#content;
    const { there, steps, support, when, cheer } = this.#form.value.goals[index]!;
    return html`<div class="pair">
        <div class="stack">
          <b>${say('steps')}</b>
          ${entries(this.#form, `${at}.steps`, (step, index) => ({
            text: steps[index]!.text,
            before: rowTick(say('did'), step, 'did', steps[index]!.did),
            fields: privateField(say('step'), `${step}.text`, steps[index]!.text),
          }))}
          ${adder(this.#form, say('ownStep'), `${at}.steps`)}
        </div>
        <div class="stack">
          <b>${say('help')}</b>
          ${privateArea(say('support'), `${at}.support`, support)} ${this.#supporters.render(`${at}.helpers`)}
          ${privateField(say('when'), `${at}.when`, when)}
        </div>
      </div>
      <div class="reached">
        ${tick(say('there'), `${at}.there`, there)} ${privateField(say('cheer'), `${at}.cheer`, cheer)}
      </div>`;
  }

  /** @internal Called when the person leaves the site. */
  [forget](): void {
    this.#form.forget();
  }
}
