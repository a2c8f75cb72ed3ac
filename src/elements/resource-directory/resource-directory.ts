import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { directorySection } from '../../content/directory.js';
import { resourcesSection } from '../../content/sections.js';
import { ContentController } from '../../controllers/content.js';
import { monthOf } from '../../i18n/month.js';
import type { Values } from '../../i18n/words.js';
import { forget } from '../../leave/forget.js';
import type { Found, Source, Widening } from '../../resources/directory.js';
import { base } from '../../styles/base.styles.js';
import { fields } from '../../styles/fields.styles.js';
import { heading } from '../../templates/heading.js';
import { privateField } from '../../templates/private.js';
import { ResourceCard } from '../resource-card/resource-card.js';
import { filtersFrom, noFilters } from './deep-link.js';
import { DirectorySearch, pageSize } from './directory-search.js';
import { distanceWords } from './distance.js';
import { changeOf, filterFields, number, type Word } from './filters.js';
import { styles } from './resource-directory.styles.js';

const crisisLines = ['national-human-trafficking-hotline', '988'];
const bundled = resourcesSection.english.content.resources.map(({ id }) => id);
/** In milliseconds. A list that is older may have changed in places. */
const old = 90 * 86_400_000;

/**
 * Finds a service among a few or among hundreds of thousands. What is typed and chosen stays on the device, unless the agency
 * has set `api`: then it says so. Results are `resource-card`s. Nothing is kept, and no event tells of a search.
 *
 * @summary Search and filter services.
 * @element resource-directory
 * @slot - Shown until there are words, and when the services cannot be loaded. Put a phone number here.
 * @slot note - The agency's own words, below the results.
 * @fires {ContentErrorEvent} content-error - The services, or some of them, could not be used as they are.
 * @csspart title - The heading.
 * @csspart filters - What results can be narrowed by.
 */
export class ResourceDirectory extends LitElement {
  static override styles = [base, fields, styles];

  static override properties = {
    src: {},
    services: { attribute: false },
    api: {},
    area: {},
    deepLinks: { type: Boolean, attribute: 'deep-links' },
    newTab: { type: Boolean, attribute: 'new-tab' },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** The address of the services: a snapshot, or HSDS as JSON with up to 2,000 services. Empty: none. */
  declare src: string;

  /** The services, as a list of objects or as HSDS. Goes before `src`. Empty: none; then a child `<script type="application/json">` is looked for. */
  declare services: unknown;

  /** The address of a live HSDS API. What is searched for goes to its server, and the element says so. Goes before `src`. Empty: none. */
  declare api: string;

  /** The `id` of the place whose list is loaded at once, where the snapshot is divided by places. Empty: the person chooses. */
  declare area: string;

  /** Filters are taken from the address of the page: `#id?terms=Housing&free`, with the `id` of the element. Words to search for never are. */
  declare deepLinks: boolean;

  /** Links to pages open a new tab, and say so. */
  declare newTab: boolean;

  /** The level of the heading, 1 to 6; the names of the services follow it. */
  declare headingLevel: number;

  readonly #content = new ContentController(this, directorySection, false);
  readonly #search = new DirectorySearch(this, (problems) => this.#content.report(problems));
  readonly #opened = new Set<string>();
  #given: readonly unknown[] = [];
  #locating = '';

  constructor() {
    super();
    this.src = '';
    this.api = '';
    this.area = '';
    this.deepLinks = false;
    this.newTab = false;
    this.headingLevel = 2;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#onAddress);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#onAddress);
  }

  protected override willUpdate(_: PropertyValues<this>): void {
    const child = this.querySelector(':scope > script[type="application/json"]')?.textContent ?? '';
    const given = [this.services, this.api, this.src, child];
    if (given.every((value, index) => value === this.#given[index])) return;
    const first = !this.#given.length;
    this.#given = given;
    if (first) this.#onAddress();
    const source = this.#source(child);
    // Before anything is searched, so that no request tells that something was.
    if (source) ResourceCard.loadDetails().catch(() => {});
    void this.#search.open(source, this.area);
  }

  #source(child: string): Source | undefined {
    const address = (url: string) => new URL(url, this.ownerDocument.baseURI).href;
    try {
      if (this.services) return { kind: 'services', services: this.services };
      if (this.api) return { kind: 'api', url: address(this.api) };
      if (this.src) return { kind: 'src', url: address(this.src) };
      if (child) return { kind: 'services', services: JSON.parse(child) as unknown };
    } catch {
      this.#content.report([
        { path: child ? '$' : this.api || this.src, reason: child ? 'not-json' : 'not-link', detail: '' },
      ]);
    }
    return;
  }

  protected override render(): TemplateResult {
    const { fallback, lang, draft, say } = this.#content;
    if (fallback) return html`<slot></slot>`;
    const { state, opened } = this.#search;
    return html`
      <div class="surface stack" lang=${lang || nothing}>
        ${heading(this.headingLevel, say('title'), 'title')}
        ${state === 'ready' && opened ? this.#renderForm() : nothing}
        ${{
          none: () => this.#renderCards(bundled),
          loading: () => [this.#line('loading'), this.#renderCards(crisisLines)],
          failed: () => this.#renderFailed(),
          ready: () => this.#renderResults(),
        }[state]()}
        ${draft ? html`<p class="muted">${say('draft')}</p>` : nothing}
        <slot name="note"></slot>
      </div>
    `;
  }

  #renderForm() {
    const { say } = this.#content;
    const { asked, opened, results, isLive, area } = this.#search;
    const { areas, loaded, choices } = opened!;
    const waits = areas.length > 0 && !loaded.length;
    return html`
      <form
        role="search"
        aria-label=${say('title')}
        @submit=${this.#onSubmit}
        @input=${this.#onInput}
        @change=${this.#onChange}
      >
        ${areas.length ? this.#renderAreas() : nothing}
        ${area ? html`<p role="status">${say(area === 'loading' ? 'placeLoading' : 'placeFailed')}</p>` : nothing}
        ${
          waits
            ? nothing
            : html`
                <div class="search">
                  ${privateField(say('find'), 'text', asked.text)}
                  ${isLive ? html`<button>${say('search')}</button>` : nothing}
                </div>
                ${this.#line(isLive ? 'liveAbout' : 'findAbout', { host: isLive ? new URL(this.api, this.ownerDocument.baseURI).host : '' })}
                <details>
                  <summary>${say('narrow')}</summary>
                  ${filterFields(this.#content, asked.filters, results?.choices ?? choices, choices)}
                  ${choices.places ? this.#renderNear() : nothing} ${this.#renderSort()}
                </details>
                ${
                  this.#isNarrowed
                    ? html`<button type="button" data-do="clear" @click=${this.#onClear}>${say('clear')}</button>`
                    : nothing
                }
              `
        }
      </form>
    `;
  }

  get #isNarrowed(): boolean {
    const { text, filters } = this.#search.asked;
    return !!text || Object.entries(filters).some(([, value]) => (Array.isArray(value) ? value.length : value));
  }

  #renderAreas() {
    const { say, language } = this.#content;
    const { areas, loaded } = this.#search.opened!;
    const last = loaded.findLast((id) => areas.some((area) => area.id === id && area.name));
    return html`
      <label class="field">
        <span>${say('place')}</span>
        <select data-at="area" autocomplete="off">
          ${last ? nothing : html`<option value="">${say('choosePlace')}</option>`}
          ${areas
            .filter(({ name }) => name)
            .map(
              ({ id, name, count }) => html`
                <option value=${id} ?selected=${last === id}>
                  ${say('choice', { name, number: number(count, language) })}
                </option>
              `,
            )}
        </select>
      </label>
      ${this.#line('placeAbout')}
    `;
  }

  #renderNear() {
    const { say } = this.#content;
    const { near } = this.#search.asked;
    return html`
      <button type="button" data-do="near" aria-describedby="near" @click=${this.#onNear}>
        ${say(near ? 'nearStop' : 'near')}
      </button>
      <div id="near">${this.#line('nearAbout')}</div>
      <p role="status">${this.#locating === 'failed' ? say('nearFailed') : ''}</p>
    `;
  }

  #renderSort() {
    const { say } = this.#content;
    const { sort, near } = this.#search.asked;
    const orders = [
      ['best', 'sortBest'],
      ['name', 'sortName'],
      ...(near ? ([['distance', 'sortDistance']] as const) : []),
    ] as const;
    return html`
      <label class="field">
        <span>${say('sort')}</span>
        <select data-at="sort" autocomplete="off">
          ${orders.map(([value, word]) => html`<option value=${value} ?selected=${value === sort}>${say(word)}</option>`)}
        </select>
      </label>
    `;
  }

  #renderResults() {
    const { say, language } = this.#content;
    const { results, cards, drawn, opened } = this.#search;
    const total = results?.total ?? 0;
    const shown = results?.found.length ?? 0;
    const found = results ? say(total ? 'found' : 'none', { count: total, number: number(total, language) }) : '';
    return html`
      <p role="status">${found}</p>
      ${results && !total ? this.#renderNone(results.widen) : nothing}
      <ol class="found">
        ${cards.map((card, index) => this.#renderFound(card, index, index >= drawn))}
      </ol>
      ${
        shown < total
          ? html`<p>${say('shown', { shown: number(shown, language), number: number(total, language) })}</p>
              <button data-do="more" @click=${this.#onMore}>${say('more')}</button>`
          : nothing
      }
      ${this.#search.isLive || !opened?.made ? nothing : this.#renderMade(opened.made)}
    `;
  }

  #renderFound({ service, distance }: Found, index: number, isLater: boolean) {
    const { say, language } = this.#content;
    const id = service.id ?? service.name;
    const open = this.#opened.has(id);
    return html`
      <li class=${index < pageSize ? '' : 'later'} ?hidden=${isLater}>
        <resource-card
          .resource=${service}
          .compact=${!open}
          .newTab=${this.newTab}
          .headingLevel=${(this.headingLevel || 2) + 1}
        ></resource-card>
        <div class="under">
          <button aria-expanded=${open ? 'true' : 'false'} @click=${() => this.#onOpen(id)}>
            ${say(open ? 'less' : 'about', { name: service.name })}
          </button>
          ${distance === undefined ? nothing : html`<span>${distanceWords(distance, language, say)}</span>`}
        </div>
      </li>
    `;
  }

  #renderNone(widen: readonly Widening[]) {
    const { say, language } = this.#content;
    return html`
      ${
        widen.length
          ? html`
              ${heading(this.headingLevel + 1, say('widen'))}
              <ul class="stack">
                ${widen.map(({ without, count }) => {
                  const name = say(`without${without[0]!.toUpperCase()}${without.slice(1)}` as Word);
                  return html`<li>
                    <button data-do=${`without ${without}`} @click=${() => this.#onWiden(without)}>
                      ${say('choice', { name, number: number(count, language) })}
                    </button>
                  </li>`;
                })}
              </ul>
            `
          : nothing
      }
      <p>${say('lines')}</p>
      ${this.#renderCards(crisisLines)}
    `;
  }

  #renderFailed() {
    const { say } = this.#content;
    return html`
      <div role="status">${this.#line(this.#search.isLive ? 'liveFailed' : 'failed')}</div>
      <button data-do="again" @click=${() => void this.#search.again()}>${say('again')}</button>
      <slot></slot>
      ${this.#renderCards(bundled)}
    `;
  }

  #renderCards(ids: readonly string[]) {
    return html`<div class="lines">
      ${ids.map(
        (id) =>
          html`<resource-card
            .resourceId=${id}
            .compact=${true}
            .newTab=${this.newTab}
            .headingLevel=${(this.headingLevel || 2) + 1}
          ></resource-card>`,
      )}
    </div>`;
  }

  #renderMade(made: string) {
    const isOld = Date.now() - Date.parse(made) > old;
    return this.#line(isOld ? 'madeOld' : 'made', { month: monthOf(made, this.#content.say) });
  }

  /** A quiet line, with the English beside it where a draft could mislead. */
  #line(key: Word, values: Values = {}) {
    const beside = this.#content.beside(key, values);
    return html`<p class="muted">
      ${this.#content.say(key, values)} ${beside ? html`<span lang="en">${beside}</span>` : nothing}
    </p>`;
  }

  readonly #onAddress = (): void => {
    const filters = this.deepLinks && filtersFrom(location.hash, this.id);
    if (filters) void this.#search.ask({ filters });
  };

  #onSubmit(event: Event) {
    event.preventDefault();
    void this.#search.ask({});
  }

  #onInput({ target }: Event) {
    const control = target as HTMLInputElement;
    if (control.dataset['at'] !== 'text') return;
    if (this.#search.isLive) this.#search.asked = { ...this.#search.asked, text: control.value };
    else void this.#search.ask({ text: control.value });
  }

  #onChange({ target }: Event) {
    const control = target as HTMLSelectElement;
    const { at } = control.dataset;
    if (at === 'area') return void this.#search.load(control.value);
    if (at === 'sort') return void this.#search.ask({ sort: control.value as 'best' });
    const change = changeOf(control, this.#search.asked.filters);
    if (change) void this.#search.narrow(change);
  }

  #onClear() {
    void this.#search.clear();
    this.renderRoot.querySelector<HTMLElement>('[data-at=text]')?.focus();
  }

  #onNear() {
    this.#locating = '';
    if (this.#search.asked.near) return void this.#search.from(undefined);
    const fail = () => {
      this.#locating = 'failed';
      this.requestUpdate();
    };
    if (!('geolocation' in navigator)) return fail();
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => void this.#search.from({ latitude, longitude }),
      fail,
      { timeout: 20_000 },
    );
  }

  async #onMore() {
    const before = this.#search.cards.length;
    await this.#search.more();
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>('.found > li button')[before]?.focus();
  }

  #onOpen(id: string) {
    if (!this.#opened.delete(id)) this.#opened.add(id);
    this.requestUpdate();
  }

  #onWiden(without: Widening['without']) {
    if (without === 'text') void this.#search.ask({ text: '' });
    else void this.#search.narrow({ [without]: noFilters[without] });
    this.renderRoot.querySelector<HTMLElement>('[data-at=text]')?.focus();
  }

  /** @internal Called when the person leaves the site. */
  [forget](): void {
    this.#opened.clear();
    this.#search.forget();
  }
}
