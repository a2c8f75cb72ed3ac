import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { safetyPlanSection } from '../../content/sections/safety-checklist.js';
import { ContentController } from '../../controllers/content.js';
import { forget } from '../../leave/forget.js';
import { planPart, type Plan } from '../../private-text/notebook/plan.js';
import { dialable } from '../../schema/links.js';
import { base } from '../../styles/base.styles.js';
import { check } from '../../styles/check.styles.js';
import { listChecks } from '../../templates/icons.js';
import { fields } from '../../private-text/fields/fields.styles.js';
import { bar } from '../../private-text/keep/notebook-bar.styles.js';
import { privateArea, privateField, privateLink, privatePart } from '../../private-text/fields/private-fields.js';
import { said } from '../../templates/statements.js';
import { withEnglish } from '../../templates/with-english.js';
import { adder, choices, entries, offers, tick } from '../../private-text/form/rows.js';
import { FormController } from '../../private-text/form/form-controller.js';
import { styles } from './safety-checklist.styles.js';
import { planSheet } from './sheet.js';

/**
 * An individual safety plan: ideas to take or leave, the person's own, a phone tree, a safe ride, notes.
 * What is typed lives in memory only, unless the person chooses to keep it on the device. It is sent nowhere and fires no event; the element
 * says so, and what that means.
 *
 * @summary An individual safety plan, private to the person.
 * @element safety-checklist
 * @slot - Shown until there is content, and when it cannot be loaded. Put a phone number here.
 * @slot note - The agency's own words, below the plan.
 * @fires {ContentErrorEvent} content-error - Content could not be used as it is.
 * @csspart title - The heading.
 * @csspart sheet - What is printed.
 */
export class SafetyChecklist extends LitElement {
  static override styles = [base, check, fields, bar, styles];

  static override properties = {
    audience: {},
    harmReduction: { type: Boolean, attribute: 'harm-reduction' },
    inPage: { type: Boolean, attribute: 'in-page' },
    headingLevel: { type: Number, attribute: 'heading-level' },
    src: {},
    content: { attribute: false },
  };

  /** Whom the words speak to: `youth`, or an advocate, who is meant by everything else. */
  declare audience: string;

  /** Ideas about harm reduction are offered to a young person, too. An advocate has them as topics to talk through. */
  declare harmReduction: boolean;

  /** The agency knows that its own scripts could read what is typed, and chose that: then the element does not say so. */
  declare inPage: boolean;

  /** The level of the heading, 1 to 6; the headings inside follow it. */
  declare headingLevel: number;

  /** The address of a pack with the agency's own ideas (JSON). Empty: the default content. */
  declare src: string;

  /** A pack with the agency's own ideas, as an object. Goes before `src`. Empty: the default content. */
  declare content: unknown;

  readonly #content = new ContentController(this, safetyPlanSection);
  readonly #form: FormController<Plan> = new FormController(
    this,
    this.#content,
    planPart,
    () => planSheet(this.#form.value, this.#content.value.now, this.#content.say, this.#form.say),
    { addPerson: () => this.#form.addTo('people') },
  );

  constructor() {
    super();
    this.audience = 'advocate';
    this.harmReduction = false;
    this.inPage = false;
    this.headingLevel = 2;
    this.src = '';
  }

  protected override render(): TemplateResult {
    const { value, say } = this.#content;
    const form = this.#form;
    const { ride } = form.value;
    const youth = this.audience === 'youth';
    const idea = (one: (typeof value.ideas)[number]) => ({ ...one, text: youth ? one.youth : one.advocate });
    const ideas = value.ideas.filter(({ harmReduction }) => !harmReduction || (youth && this.harmReduction)).map(idea);
    const topics = value.ideas.filter(({ harmReduction }) => harmReduction && !youth).map(idea);
    return form.render(
      listChecks,
      youth ? value.youthTitle : value.advocateTitle,
      youth ? value.youthIntro : value.advocateIntro,
      [
        this.#renderNow(),
        offers(form, form.heading(say('ideas')), ideas, 'items'),
        html`<p>${said(value.more)}</p>`,
        offers(form, form.heading(say('topics')), topics, 'items'),
        form.heading(say('items')),
        entries(form, 'items', (at, index) => this.#renderItem(at, index)),
        adder(form, say('own'), 'items'),
        form.heading(say('people')),
        entries(form, 'people', (at, index) => this.#renderPerson(at, index)),
        html`<button data-do="addPerson">${say('addPerson')}</button>`,
        this.#renderTrace(),
        form.heading(say('ride')),
        privateField(say('who'), 'ride.who', ride.who),
        privateField(say('where'), 'ride.where', ride.where),
      ],
    );
  }

  /** Where the person is now: for them to say or to leave. */
  #renderNow() {
    const { value, say } = this.#content;
    const { stage, words } = this.#form.value.now;
    return html`<details class="stack">
      <summary>${say('nowOpen')}</summary>
      ${choices(
        say('nowAbout'),
        'now.stage',
        stage,
        value.now.map((one) => [one.id, said(one)]),
      )}
      ${privateArea(say('nowOwn'), 'now.words', words)}
    </details>`;
  }

  #renderItem(at: string, index: number) {
    const { say } = this.#content;
    const { text, note, inPlace } = this.#form.value.items[index]!;
    return [
      tick(say('inPlace'), `${at}.inPlace`, inPlace),
      privateArea(say('text'), `${at}.text`, text),
      privateArea(say('note'), `${at}.note`, note),
    ];
  }

  #renderPerson(at: string, index: number) {
    const { say } = this.#content;
    const { name, number, note } = this.#form.value.people[index]!;
    const dial = dialable(number);
    return [
      privateField(say('name'), `${at}.name`, name),
      privateField(say('number'), `${at}.number`, number, 'tel'),
      privateField(say('note'), `${at}.note`, note),
      dial ? privatePart([privateLink(`tel:${dial}`, say('call')), privateLink(`sms:${dial}`, say('sms'))]) : nothing,
    ];
  }

  #renderTrace() {
    const { say } = this.#content;
    return html`<p class="muted">${withEnglish(say('trace'), this.#content.englishBesideDraft('trace'))}</p>`;
  }

  /** @internal Called when the person leaves the site. */
  [forget](): void {
    this.#form.forget();
  }
}
