import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Stage } from '../../content/schema.js';
import { stagesSection } from '../../content/sections/stage-guide.js';
import { ContentController } from '../../controllers/content.js';
import { goTo, named } from '../../page/named-elements.js';
import { tabFor } from '../../page/tab-keys.js';
import { StageChangeEvent } from '../../events.js';
import { base } from '../../styles/base.styles.js';
import { check } from '../../styles/check.styles.js';
import { draftNote, head } from '../../templates/head.js';
import { heading } from '../../templates/heading.js';
import {
  chevronLeft,
  chevronRight,
  eye,
  handHeart,
  listChecks,
  mapPin,
  messageSquareText,
  mousePointerClick,
  refreshCw,
  undo2,
  type Icon,
} from '../../templates/icons.js';
import { lines, said } from '../../templates/statements.js';
import { describedSigns, type DescribedSign } from './described-signs.js';
import { styles } from './stage-guide.styles.js';

type Part = 'signs' | 'ownSigns' | 'help' | 'phrases' | 'localNotes';

const icons: Readonly<Record<Part, Icon>> = {
  signs: eye,
  ownSigns: eye,
  help: handHeart,
  phrases: messageSquareText,
  localNotes: mapPin,
};

/** One fifth of the ring, in a box from -50 to 50; and the box around each of the five, which its tab is exactly as large as. */
const fifth = 'M-29-38.9A48.5 48.5 0 0 1 24-42.1L21.7-29.1L11.9-20.8A24 24 0 0 0-14.3-19.2L-18-31.5Z';
const boxes = [
  '-30.4 -49.9 55.8 32.1',
  '12.5 -41 37.4 54',
  '-1.8 5.7 49.5 43.9',
  '-45.6 8.5 47.6 41.4',
  '-49.9 -37.3 35.1 54.2',
];

/**
 * The five stages of change, as a cycle that people can enter anywhere and go around any number of times.
 * Stores nothing: `stage` says which stage is open, and the page decides whether that outlasts the visit.
 *
 * @summary A guide to the stages of change.
 * @element stage-guide
 * @slot - Shown until the content has loaded, and if it can’t load. Put a phone number here.
 * @slot note - The agency’s own text, below the guide.
 * @fires {StageChangeEvent} stage-change - A person opened or closed a stage.
 * @fires {ContentErrorEvent} content-error - Some content or an attribute couldn’t be used.
 * @csspart title - The heading.
 * @csspart diagram - The drawing of the cycle, or the list that replaces it in a narrow space.
 * @csspart stage - The content of one stage.
 * @csspart noticing - The heading above the signs that can be checked.
 * @cssprop {<color>} [--stage-guide-accent=var(--alongside-color-accent)] - The color of the open stage.
 */
export class StageGuide extends LitElement {
  static override styles = [base, check, styles];

  static override properties = {
    stage: { reflect: true },
    noticing: { type: Boolean },
    plan: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    src: {},
    content: { attribute: false },
  };

  /** The `id` of the open stage. If empty or unknown, no stage is open. */
  declare stage: string;

  /** Lets people check signs and see the stages in which each is described. Checks are neither saved nor counted. */
  declare noticing: boolean;

  /**
   * The `id` of a safety-plan element on the page. Adds a “Go to the plan” button under Preparation. If empty,
   * there is none.
   */
  declare plan: string;

  /** The level of the guide’s heading, from 1 to 6. Headings inside the element follow it. */
  declare headingLevel: number;

  /** The address of a pack with the agency’s own stages (JSON). If empty, the default content is used. */
  declare src: string;

  /** A pack with the agency’s own stages, as an object. Overrides `src`. If empty, the default content is used. */
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
        ${head(refreshCw, this.headingLevel, title, intro)}
        ${draftNote(this.#content.draft ? this.#content.say('draft') : '')}
        <div class="guide">
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
            <p class="hub">${refreshCw()}<span>${said(again)}</span></p>
          </div>
          <div class="stack">
            ${
              this.#open
                ? nothing
                : html`<p class="invite well with">
                    ${mousePointerClick()}<span>${this.#content.say('invite')}</span>
                  </p>`
            }
            ${stages.map((stage, index) => this.#renderStage(stage, stages.at(index - 1)!, stages[(index + 1) % stages.length]!))}
            ${
              this.#open
                ? html`<button class="whole quiet" @click=${this.#onWhole}>
                    ${undo2()}${this.#content.say('whole')}
                  </button>`
                : nothing
            }
          </div>
        </div>
        ${this.noticing ? this.#renderNoticing(stages) : nothing}
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
        <svg viewBox=${boxes[index] ?? nothing} aria-hidden="true" focusable="false">
          <path d=${fifth} transform="rotate(${index * 72})" />
        </svg>
        <span class="name"><b>${name}</b></span>
      </button>
    `;
  }

  #renderStage(stage: Stage, before: Stage, after: Stage) {
    const open = stage === this.#open;
    const level = this.headingLevel + 1;
    const part = (key: Part) =>
      stage[key].length
        ? html`<div>
            <div class="with">${icons[key]()}${heading(level + 1, this.#content.say(key))}</div>
            ${lines(stage[key])}
          </div>`
        : nothing;
    return html`
      <section
        class="stage well ${open ? 'open' : ''}"
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
            ? html`<button class="primary" @click=${this.#onPlan}>
                ${listChecks()}${this.#content.say('goToPlan')}
              </button>`
            : nothing
        }
        ${part('phrases')} ${part('localNotes')}
        ${
          open
            ? html`<div class="round">
                <button class="quiet" @click=${() => this.#goRound(before, 'first')}>
                  ${chevronLeft()}<span>${before.name}<span class="away">${this.#content.say('before')}</span></span>
                </button>
                <button class="quiet" @click=${() => this.#goRound(after, 'last')}>
                  <span>${after.name}<span class="away">${this.#content.say('after')}</span></span
                  >${chevronRight()}
                </button>
              </div>`
            : nothing
        }
      </section>
    `;
  }

  #renderNoticing(stages: readonly Stage[]) {
    return html`
      <fieldset class="noticing sec" aria-labelledby="noticing" aria-describedby="noticing-about">
        <div class="with">${eye()}${heading(this.headingLevel + 1, this.#content.say('noticing'), 'noticing')}</div>
        <p class="muted" id="noticing-about">${this.#content.say('noticingAbout')}</p>
        <div class="signs">
          ${describedSigns(stages).map(
            ([group, signs]) =>
              html`<fieldset>
                <legend>${this.#content.say(group)}</legend>
                <ul>
                  ${signs.map((sign) => this.#renderSign(sign))}
                </ul>
              </fieldset>`,
          )}
        </div>
      </fieldset>
    `;
  }

  #renderSign({ sign, key, stages }: DescribedSign) {
    const ticked = this.#noticed.has(key);
    return html`
      <li>
        <label class="check">
          <input type="checkbox" autocomplete="off" .checked=${ticked} @change=${() => this.#onNotice(key)} />
          <span>${said(sign)}</span>
        </label>
        ${
          ticked
            ? html`<div class="described">
                <span class="small muted">${this.#content.say('describedIn')}</span>
                ${stages.map(
                  ({ id, name }) => html`<button class="chip" @click=${() => this.#onDescribed(id)}>${name}</button>`,
                )}
              </div>`
            : nothing
        }
        <span class="away" aria-live="polite" aria-atomic="true">
          ${ticked ? `${this.#content.say('describedIn')} ${stages.map(({ name }) => name).join(', ')}` : nothing}
        </span>
      </li>
    `;
  }

  #choose(stage: string) {
    if (stage === this.stage) return;
    this.stage = stage;
    this.dispatchEvent(new StageChangeEvent({ stage }));
  }

  /** Opens the stage that describes a sign, and goes there: it stands further up. */
  async #onDescribed(stage: string) {
    this.#choose(stage);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#stage-${stage}`)?.focus();
  }

  #onKeydown(event: KeyboardEvent) {
    const tabs = [...this.renderRoot.querySelectorAll<HTMLElement>('[role=tab]')];
    const now = tabs.indexOf(event.target as HTMLElement);
    const to = tabFor(event, now, tabs.length, this.matches(':dir(rtl)'));
    if (to === undefined) return;
    event.preventDefault();
    const tab = tabs[to];
    tab?.focus();
    tab?.click();
  }

  #onWhole() {
    const tab = this.renderRoot.querySelector<HTMLElement>(`[role=tab][aria-selected=true]`);
    this.#choose('');
    tab?.focus();
  }

  /** Opens the stage before or after. The focus stays at the same end of the line below the stage, to go on. */
  async #goRound({ id }: Stage, end: 'first' | 'last') {
    this.#choose(id);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`.round > :${end}-child`)?.focus();
  }

  #onPlan() {
    goTo(named(this, this.plan)[0]!);
  }

  #onNotice(key: string) {
    if (!this.#noticed.delete(key)) this.#noticed.add(key);
    this.requestUpdate();
  }
}
