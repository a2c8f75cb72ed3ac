import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Stage, Statement } from '../../content/schema.js';
import { stagesSection } from '../../content/sections/stage-guide.js';
import { ContentController } from '../../controllers/content.js';
import { goTo, named } from '../../page/named-elements.js';
import { StageChangeEvent } from '../../events.js';
import { base } from '../../styles/base.styles.js';
import { heading } from '../../templates/heading.js';
import { lines, paragraphs, said } from '../../templates/statements.js';
import { describedSigns } from './described-signs.js';
import { styles } from './stage-guide.styles.js';

/**
 * The five stages of change, as a cycle that can be entered anywhere and gone round any number of times.
 * Keeps nothing: which stage is open lives in `stage`, and the page decides whether that outlives the visit.
 *
 * @summary A guide to the stages of change.
 * @element stage-guide
 * @slot - Shown until there is content, and when it cannot be loaded. Put a phone number here.
 * @slot note - The agency's own words, below the guide.
 * @fires {StageChangeEvent} stage-change - A person opened or closed a stage.
 * @fires {ContentErrorEvent} content-error - Content or an attribute could not be used as it is.
 * @csspart title - The heading.
 * @csspart diagram - The drawn cycle, or the list that stands for it where it is narrow.
 * @csspart stage - What is said of one stage.
 * @csspart noticing - The heading above the signs that can be ticked.
 * @cssprop {<color>} [--stage-guide-accent=var(--alongside-color-accent)] - The open stage.
 */
export class StageGuide extends LitElement {
  static override styles = [base, styles];

  static override properties = {
    stage: { reflect: true },
    noticing: { type: Boolean },
    plan: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    src: {},
    content: { attribute: false },
  };

  /** The `id` of the open stage. Empty, or an id the content lacks: none is open. */
  declare stage: string;

  /** Signs can be ticked, and the guide says in which stages each is described. Ticks are neither kept nor counted. */
  declare noticing: boolean;

  /**
   * The `id` of an element of the page that holds a safety plan. Then there is a way to it from the help that speaks of making a plan. Empty:
   * there is none.
   */
  declare plan: string;

  /** The level of the guide's heading, 1 to 6; the headings inside follow it. */
  declare headingLevel: number;

  /** The address of a pack with the agency's own stages (JSON). Empty: the default content. */
  declare src: string;

  /** A pack with the agency's own stages, as an object. Goes before `src`. Empty: the default content. */
  declare content: unknown;

  readonly #noticed = new Set<string>();
  readonly #content = new ContentController(this, stagesSection);

  constructor() {
    super();
    this.stage = '';
    this.noticing = false;
    this.plan = '';
    this.headingLevel = 2;
    this.src = '';
  }

  protected override render(): TemplateResult {
    if (this.#content.fallback) return html`<slot></slot>`;
    const { title, intro, again, stages } = this.#content.value;
    if (this.stage && !this.#open) this.#content.report([{ path: 'stage', reason: 'unknown-id', detail: this.stage }]);
    return html`
      <div class="surface stack" lang=${this.#content.lang || nothing}>
        ${heading(this.headingLevel, title, 'title')} ${paragraphs(intro)}
        <div class="guide stack">
          <div class="ring">
            <div
              class="cycle ${stages.length === 5 ? 'five' : ''}"
              part="diagram"
              role="tablist"
              aria-label=${this.#content.say('tabs')}
              @keydown=${this.#onKeydown}
            >
              ${stages.map((stage, index) => this.#renderTab(stage, index))}
            </div>
            <p class="hub">${said(again)}</p>
          </div>
          <div class="stack">
            ${this.#open ? nothing : html`<p>${this.#content.say('invite')}</p>`}
            ${stages.map((stage) => this.#renderStage(stage))}
          </div>
        </div>
        ${this.noticing ? this.#renderNoticing(stages) : nothing}
        ${this.#content.draft ? html`<p class="muted">${this.#content.say('draft')}</p>` : nothing}
        <slot name="note"></slot>
      </div>
    `;
  }

  get #open(): Stage | undefined {
    return this.#content.value.stages.find(({ id }) => id === this.stage);
  }

  #renderTab({ id, name, lang }: Stage, index: number) {
    const open = id === this.#open?.id;
    return html`
      <button
        class="tab"
        role="tab"
        id="tab-${id}"
        aria-controls="stage-${id}"
        aria-selected=${open ? 'true' : 'false'}
        tabindex=${open || (!this.#open && index === 0) ? 0 : -1}
        lang=${lang ?? nothing}
        @click=${() => this.#choose(id)}
      >
        <svg viewBox="-50 -50 100 100" aria-hidden="true">
          <circle r="38" />
          <path d="M-23.0-39.8A46 46 0 0 1 20.9-41.0L21.2-31.5L13.6-26.7A30 30 0 0 0-15.0-26.0L-14.8-35.0Z" />
        </svg>
        <span class="name">${name}</span>
      </button>
    `;
  }

  #renderStage(stage: Stage) {
    const open = stage === this.#open;
    const level = this.headingLevel + 1;
    const part = (key: 'signs' | 'ownSigns' | 'help' | 'phrases' | 'localNotes') =>
      stage[key].length ? [heading(level + 1, this.#content.say(key)), lines(stage[key])] : nothing;
    return html`
      <section
        class="stage stack ${open ? 'open' : ''}"
        part="stage"
        role="tabpanel"
        id="stage-${stage.id}"
        aria-labelledby="tab-${stage.id}"
        tabindex="0"
        lang=${stage.lang ?? nothing}
      >
        ${heading(level, stage.name)} ${part('signs')} ${part('ownSigns')} ${part('help')}
        ${
          stage.help.some(({ id }) => id === 'make-a-plan') && named(this, this.plan).length
            ? html`<button @click=${this.#onPlan}>${this.#content.say('goToPlan')}</button>`
            : nothing
        }
        ${part('phrases')} ${part('localNotes')}
        ${open ? html`<button class="whole" @click=${this.#onWhole}>${this.#content.say('whole')}</button>` : nothing}
      </section>
    `;
  }

  #renderNoticing(stages: readonly Stage[]) {
    return html`
      <fieldset class="stack" aria-labelledby="noticing" aria-describedby="noticing-about">
        ${heading(this.headingLevel + 1, this.#content.say('noticing'), 'noticing')}
        <p id="noticing-about">${this.#content.say('noticingAbout')}</p>
        <ul>
          ${describedSigns(stages).map(({ sign, key, stages }) => this.#renderSign(sign, key, stages))}
        </ul>
      </fieldset>
    `;
  }

  #renderSign(sign: Statement, key: string, stages: readonly Stage[]) {
    const ticked = this.#noticed.has(key);
    return html`
      <li>
        <label>
          <input type="checkbox" autocomplete="off" .checked=${ticked} @change=${() => this.#onNotice(key)} />
          ${said(sign)}
        </label>
        <div class="described" role="status">
          ${
            ticked
              ? [
                  html`<span>${this.#content.say('describedIn', { count: stages.length })}</span>`,
                  stages.map(({ id, name }) => html`<button @click=${() => this.#choose(id)}>${name}</button>`),
                ]
              : nothing
          }
        </div>
      </li>
    `;
  }

  #choose(stage: string) {
    if (stage === this.stage) return;
    this.stage = stage;
    this.dispatchEvent(new StageChangeEvent({ stage }));
  }

  // A cycle has no ends: after the last comes the first, and before the first the last.
  #onKeydown(event: KeyboardEvent) {
    const tabs = [...this.renderRoot.querySelectorAll<HTMLElement>('[role=tab]')];
    const now = tabs.indexOf(event.target as HTMLElement);
    const ahead = this.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
    const to = new Map([
      [ahead, now + 1],
      [ahead === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft', now - 1],
      ['ArrowDown', now + 1],
      ['ArrowUp', now - 1],
      ['Home', 0],
      ['End', -1],
    ]).get(event.key);
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const tab = tabs.at(to % tabs.length);
    tab?.focus();
    tab?.click();
  }

  #onWhole() {
    const tab = this.renderRoot.querySelector<HTMLElement>(`[role=tab][aria-selected=true]`);
    this.#choose('');
    tab?.focus();
  }

  #onPlan() {
    goTo(named(this, this.plan)[0]!);
  }

  #onNotice(key: string) {
    if (!this.#noticed.delete(key)) this.#noticed.add(key);
    this.requestUpdate();
  }
}
