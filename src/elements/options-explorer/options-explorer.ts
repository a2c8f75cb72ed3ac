import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { optionsSection } from '../../content/sections/options-explorer.js';
import { ContentController } from '../../controllers/content.js';
import { forget } from '../../leave/forget.js';
import { write } from '../../private-text/notebook/entries.js';
import { aspects, optionsPart, type Options, type Voices } from '../../private-text/notebook/options.js';
import { base } from '../../styles/base.styles.js';
import { check } from '../../styles/check.styles.js';
import { compass, flag, heartHandshake } from '../../templates/icons.js';
import { fields } from '../../private-text/fields/fields.styles.js';
import { bar } from '../../private-text/keep/notebook-bar.styles.js';
import { privateArea } from '../../private-text/fields/private-fields.js';
import { paragraphs } from '../../templates/statements.js';
import { Supporters } from '../../private-text/form/supporters.js';
import { adder, entries, offers, resting, tick } from '../../private-text/form/rows.js';
import { FormController } from '../../private-text/form/form-controller.js';
import { sidesLine, type OptionsWord } from './line.js';
import { styles } from './options-explorer.styles.js';
import { optionsSheet } from './sheet.js';

/**
 * Helps a young person look at their options, alone or with an advocate: what matters most right now, what they already know, and how each
 * option looks to them. They can stop at any point. A decision is one way to finish, and it can change at any time.
 * What people type stays in memory unless they choose to save it on the device. It is never sent anywhere, and no event contains it.
 *
 * @summary Helps a young person think through their options.
 * @element options-explorer
 * @slot - Shown until the content has loaded, and if it can’t load. Put a phone number here.
 * @slot note - The agency’s own text, below the options.
 * @fires {ContentErrorEvent} content-error - Some content couldn’t be used.
 * @csspart title - The heading.
 * @csspart sheet - What is printed.
 * @csspart place - Where someone is between two sides, in words.
 */
export class OptionsExplorer extends LitElement {
  static override styles = [base, check, fields, bar, styles];

  static override properties = {
    resources: {},
    inPage: { type: Boolean, attribute: 'in-page' },
    headingLevel: { type: Number, attribute: 'heading-level' },
    src: {},
    content: { attribute: false },
  };

  /**
   * Ids of elements on the page that show services (cards, or something that contains cards), separated by spaces. People can attach these services to an
   * option and go from it to their cards. If empty, there are none.
   */
  declare resources: string;

  /** Removes the notice that other scripts on this page could read what people type. Set it only after reviewing every script on the page. */
  declare inPage: boolean;

  /** The level of the heading, from 1 to 6. Headings inside the element follow it. */
  declare headingLevel: number;

  /** The address of a pack with the agency’s own options (JSON). If empty, the default content is used. */
  declare src: string;

  /** A pack with the agency’s own options, as an object. Overrides `src`. If empty, the default content is used. */
  declare content: unknown;

  readonly #content = new ContentController(this, optionsSection);
  readonly #supporters = new Supporters(this, () => this.#form);
  readonly #form: FormController<Options> = new FormController(
    this,
    this.#content,
    optionsPart,
    () => optionsSheet(this.#form.value, this.#content.say, this.#form.say, this.#supporters.lines),
    { ...this.#supporters.commands, leave: (at) => this.#leave(`${at}.place`) },
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
    const { together, matters, known, options, decision } = this.#form.value;
    const form = this.#form;
    const ideas = offers(form, value.ideas, 'options');
    return form.render(compass, value.title, value.intro, [
      form.section(heartHandshake, say('start'), say('stop'), [
        tick(html`${say('together')}<small>${say('togetherAbout')}</small>`, 'together', together),
        this.#renderAll([
          ['matters', 'matters', matters],
          ['known', 'known', known],
        ]),
      ]),
      form.section(undefined, say('options'), '', [
        ideas === nothing ? nothing : html`<b>${say('ideas')}</b>${ideas}`,
        entries(form, 'options', (at, index) => ({
          text: options[index]!.text,
          fields: privateArea(say('text'), `${at}.text`, options[index]!.text),
          closer: () => this.#renderCloser(at, index),
        })),
        adder(form, say('own'), 'options'),
        resting(form, 'options'),
        paragraphs(value.localNotes),
      ]),
      form.section(flag, say('decision'), say('decisionAbout'), privateArea(say('decided'), 'decision', decision)),
    ]);
  }

  #renderCloser(at: string, index: number) {
    const option = this.#form.value.options[index]!;
    return [
      this.#renderAll(
        aspects.map((word) => [word, `${at}.${word}`, option[word]]),
        this.#supporters.render(`${at}.helpers`),
      ),
      sidesLine(option, at, this.#content.say),
    ];
  }

  /** Room for what there is to say, two beside each other; with somebody there, one below the other. The last of them has more to it. */
  #renderAll(all: readonly (readonly [word: OptionsWord, at: string, voices: Readonly<Voices>])[], more?: unknown) {
    const shared = this.#form.value.together || all.some(([, , { theirs }]) => theirs);
    return html`<div class=${shared ? 'shared' : 'pair'}>
      ${all.map((one, index) => {
        const voices = this.#renderVoices(...one);
        return more && index === all.length - 1 ? html`<div class="stack">${voices} ${more}</div>` : voices;
      })}
    </div>`;
  }

  /** Room for the person's own words, and for those of somebody who is there with them. */
  #renderVoices(word: OptionsWord, at: string, { mine, theirs }: Readonly<Voices>) {
    const { say } = this.#content;
    if (!this.#form.value.together && !theirs) return privateArea(say(word), `${at}.mine`, mine);
    return html`<div class="voices" role="group" aria-label=${say(word)}>
      <b aria-hidden="true">${say(word)}</b>
      <div class="pair">
        ${privateArea(say('mine'), `${at}.mine`, mine)}
        <div class="theirs">${privateArea(say('theirs'), `${at}.theirs`, theirs)}</div>
      </div>
    </div>`;
  }

  /** Nothing is chosen on the line any more. The focus stays there. */
  #leave(at: string) {
    this.#form.edit((value) => write(value, at, ''));
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus());
  }

  /** @internal Called when the person leaves the site. */
  [forget](): void {
    this.#form.forget();
  }
}
