import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { safetyPlanSection } from '../../content/sections/safety-checklist.js';
import { ContentController } from '../../controllers/content.js';
import { forget } from '../../leave/forget.js';
import { planPart, type Plan } from '../../private-text/notebook/plan.js';
import { dialable } from '../../schema/links.js';
import { base } from '../../styles/base.styles.js';
import { check } from '../../styles/check.styles.js';
import {
  car,
  lightbulb,
  listChecks,
  messagesSquare,
  messageSquareText,
  phone,
  plus,
  users,
  type Icon,
} from '../../templates/icons.js';
import { fields } from '../../private-text/fields/fields.styles.js';
import { bar } from '../../private-text/keep/notebook-bar.styles.js';
import {
  privateArea,
  privateFace,
  privateField,
  privateLink,
  privatePart,
  privateText,
} from '../../private-text/fields/private-fields.js';
import { said } from '../../templates/statements.js';
import { withEnglish } from '../../templates/with-english.js';
import {
  adder,
  choices,
  entries,
  partId,
  offers,
  rowTick,
  type Offer,
  type Row,
} from '../../private-text/form/rows.js';
import { FormController } from '../../private-text/form/form-controller.js';
import { styles } from './safety-checklist.styles.js';
import { planSheet } from './sheet.js';

/**
 * An individual safety plan: ideas to use or skip, the person’s own ideas, a phone tree, a safe ride, and notes.
 * What people type stays in memory unless they choose to save it on the device. It is never sent anywhere, and no event contains it. The element
 * tells people this and what it means.
 *
 * @summary An individual, private safety plan.
 * @element safety-checklist
 * @slot - Shown until the content has loaded, and if it can’t load. Put a phone number here.
 * @slot note - The agency’s own text, below the plan.
 * @fires {ContentErrorEvent} content-error - Some content couldn’t be used.
 * @csspart title - The heading.
 * @csspart sheet - What is printed.
 * @csspart face - The first letter of a person’s name.
 * @csspart reach - The ways to reach a person.
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

  /** Who the wording is for: `youth`, or anything else for advocates. */
  declare audience: string;

  /** Also offers ideas about harm reduction to a young person. Advocates always see them, as topics to talk through. */
  declare harmReduction: boolean;

  /** Removes the notice that other scripts on this page could read what people type. Set it only after reviewing every script on the page. */
  declare inPage: boolean;

  /** The level of the heading, from 1 to 6. Headings inside the element follow it. */
  declare headingLevel: number;

  /** The address of a pack with the agency’s own ideas (JSON). If empty, the default content is used. */
  declare src: string;

  /** A pack with the agency’s own ideas, as an object. Overrides `src`. If empty, the default content is used. */
  declare content: unknown;

  readonly #content = new ContentController(this, safetyPlanSection);
  readonly #form: FormController<Plan> = new FormController(
    this,
    this.#content,
    planPart,
    () => planSheet(this.#form.value, this.#stages(), this.#content.say, this.#form.say),
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
    const { items, ride } = form.value;
    const youth = this.#isForYouth;
    const idea = (one: (typeof value.ideas)[number]) => ({ ...one, text: youth ? one.youth : one.advocate });
    const ideas = value.ideas.filter(({ harmReduction }) => !harmReduction || (youth && this.harmReduction)).map(idea);
    const topics = value.ideas.filter(({ harmReduction }) => harmReduction && !youth).map(idea);
    return form.render(
      listChecks,
      youth ? value.youthTitle : value.advocateTitle,
      youth ? value.youthIntro : value.advocateIntro,
      html`<div class="plan">
        <div>
          ${this.#renderNow()} ${this.#renderIdeas(lightbulb, say('ideas'), said(value.more), ideas)}
          ${this.#renderIdeas(messagesSquare, say('topics'), '', topics)}
          ${form.section(listChecks, say(youth ? 'myItems' : 'items'), items.length ? say('tickHint') : '', [
            entries(form, 'items', (at, index) => this.#itemRow(at, index)),
            adder(form, say('own'), 'items'),
          ])}
        </div>
        <div>
          ${form.section(
            users,
            say('people'),
            [say('peopleAbout'), ' ', withEnglish(say('trace'), this.#content.englishBesideDraft('trace'))],
            html`<div class="people stack">
              ${entries(form, 'people', (at, index) => this.#personRow(at, index))}
              <button data-do="addPerson">${plus()}${say('addPerson')}</button>
            </div>`,
          )}
          ${form.section(
            car,
            say('ride'),
            '',
            html`<div class="ride">
              ${privateField(say('who'), 'ride.who', ride.who)} ${privateField(say('where'), 'ride.where', ride.where)}
            </div>`,
          )}
        </div>
      </div>`,
    );
  }

  get #isForYouth(): boolean {
    return this.audience === 'youth';
  }

  /** Where somebody can be, in their own words, or said to an advocate. */
  #stages() {
    const { now } = this.#content.value;
    return this.#isForYouth ? now : now.map((one) => ({ ...one, text: one.advocate ?? one.text }));
  }

  /** Where the person is now: for them to say or to leave. */
  #renderNow() {
    const { say } = this.#content;
    const { stage, words } = this.#form.value.now;
    const youth = this.#isForYouth;
    return html`<details class="stack">
      <summary>${say(youth ? 'myNowOpen' : 'nowOpen')}</summary>
      ${choices(
        say('nowAbout'),
        'now.stage',
        stage,
        this.#stages().map((one) => [one.id, said(one)]),
        'lines',
      )}
      ${privateArea(say(youth ? 'myNowOwn' : 'nowOwn'), 'now.words', words)}
    </details>`;
  }

  /** Ideas to take or leave. Nothing, once all are taken. */
  #renderIdeas(icon: Icon, title: string, hint: unknown, ideas: readonly Offer[]) {
    const all = offers(this.#form, ideas, 'items', this.#isForYouth ? 'notForMe' : 'leaveOut');
    return all === nothing ? nothing : this.#form.section(icon, title, hint, all);
  }

  #itemRow(at: string, index: number): Row {
    const { say } = this.#content;
    const { text, note, inPlace } = this.#form.value.items[index]!;
    return {
      text,
      small: note && privateText(note),
      before: rowTick(say('inPlace'), at, 'inPlace', inPlace),
      fields: [privateArea(say('text'), `${at}.text`, text), privateArea(say('note'), `${at}.note`, note)],
      hasNote: true,
    };
  }

  #personRow(at: string, index: number): Row {
    const { say } = this.#content;
    const { name, number, note } = this.#form.value.people[index]!;
    const dial = dialable(number);
    const [text = '', ...others] = [name, number, note].filter(Boolean);
    const reach = (scheme: string, icon: Icon, word: 'call' | 'sms') =>
      privateLink(`${scheme}:${dial}`, [icon(), say(word)], partId(word, at), partId('words', at));
    return {
      text,
      small: others.length ? privateText(others.join(' · ')) : '',
      before: privateFace(name ? [...name.trim()].slice(0, 1).join('').toUpperCase() : users(), 'face'),
      fields: [
        privateField(say('name'), `${at}.name`, name),
        privateField(say('number'), `${at}.number`, number, 'tel'),
        privateField(say('note'), `${at}.note`, note),
      ],
      hasNote: true,
      below: dial && privatePart([reach('tel', phone, 'call'), reach('sms', messageSquareText, 'sms')], 'reach'),
    };
  }

  /** @internal Called when the person leaves the site. */
  [forget](): void {
    this.#form.forget();
  }
}
