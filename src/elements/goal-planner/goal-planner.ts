import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { goalsSection } from '../../content/sections/goal-planner.js';
import { ContentController } from '../../controllers/content.js';
import { forget } from '../../leave/forget.js';
import { goalsPart, type Goals } from '../../private-text/notebook/goals.js';
import { base } from '../../styles/base.styles.js';
import { check } from '../../styles/check.styles.js';
import { flag } from '../../templates/icons.js';
import { fields } from '../../private-text/fields/fields.styles.js';
import { bar } from '../../private-text/keep/notebook-bar.styles.js';
import { privateArea, privateField } from '../../private-text/fields/private-fields.js';
import { paragraphs } from '../../templates/statements.js';
import { Supporters } from '../../private-text/form/supporters.js';
import { adder, entries, offers, resting, tick } from '../../private-text/form/rows.js';
import { FormController } from '../../private-text/form/form-controller.js';
import { styles } from './goal-planner.styles.js';
import { goalSheet } from './sheet.js';

/**
 * What a person wants from life, in their own words: goals, small steps, who and what can support each. Dates only if they want them;
 * nothing is ever late. Goals can be moved, set aside, and celebrated in their own way.
 * What is typed lives in memory only, unless the person chooses to keep it on the device. It is sent nowhere and fires no event.
 *
 * @summary Goals in a person's own words.
 * @element goal-planner
 * @slot - Shown until there is content, and when it cannot be loaded. Put a phone number here.
 * @slot note - The agency's own words, below the goals.
 * @fires {ContentErrorEvent} content-error - Content could not be used as it is.
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
   * Ids of elements of the page that show services, with spaces between: cards, or what holds cards. The services can be attached to a
   * goal, and there is a way from it to their cards. Empty: none.
   */
  declare resources: string;

  /** The agency knows that its own scripts could read what is typed, and chose that: then the element does not say so. */
  declare inPage: boolean;

  /** The level of the heading, 1 to 6; the headings inside follow it. */
  declare headingLevel: number;

  /** The address of a pack with goals to start from (JSON). Empty: the default content. */
  declare src: string;

  /** A pack with goals to start from, as an object. Goes before `src`. Empty: the default content. */
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
    return form.render(flag, value.title, value.intro, [
      offers(form, form.heading(say('ideas')), value.ideas, 'goals'),
      form.heading(say('goals')),
      entries(
        form,
        'goals',
        (at, index) => this.#renderGoal(at, index),
        (at, index) => this.#renderCloser(at, index),
      ),
      adder(form, say('own'), 'goals'),
      resting(form, 'goals'),
      paragraphs(value.localNotes),
    ]);
  }

  #renderGoal(at: string, index: number) {
    const { say } = this.#content;
    const { text, there } = this.#form.value.goals[index]!;
    return [
      privateArea(say('text'), `${at}.text`, text),
      tick(say('there'), `${at}.there`, there),
      there ? this.#renderCheer(at, index) : nothing,
    ];
  }

  #renderCloser(at: string, index: number) {
    const { say } = this.#content;
    const { there, steps, support, when } = this.#form.value.goals[index]!;
    return [
      html`<b>${say('steps')}</b>`,
      entries(this.#form, `${at}.steps`, (step, index) => [
        privateField(say('step'), `${step}.text`, steps[index]!.text),
        tick(say('did'), `${step}.did`, steps[index]!.did),
      ]),
      adder(this.#form, say('ownStep'), `${at}.steps`),
      html`<b>${say('help')}</b>`,
      privateArea(say('support'), `${at}.support`, support),
      this.#supporters.render(`${at}.helpers`),
      privateField(say('when'), `${at}.when`, when),
      there ? nothing : this.#renderCheer(at, index),
    ];
  }

  #renderCheer(at: string, index: number) {
    return privateField(this.#content.say('cheer'), `${at}.cheer`, this.#form.value.goals[index]!.cheer);
  }

  /** @internal Called when the person leaves the site. */
  [forget](): void {
    this.#form.forget();
  }
}
