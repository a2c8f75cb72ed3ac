import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { resourcesSection } from '../../content/sections/resource-card.js';
import { directorySection } from '../../content/sections/resource-directory.js';
import { childJson, readInPage } from '../../page/own-content.js';
import { ContentController } from '../../controllers/content.js';
import { forget } from '../../leave/forget.js';
import type { Source } from '../../services/directory-contract.js';
import { base } from '../../styles/base.styles.js';
import { draftNote, head } from '../../templates/head.js';
import { magnifier } from '../../templates/icons.js';
import { ResourceCard } from '../resource-card/resource-card.js';
import { filtersFrom } from './deep-link.js';
import { DirectorySearch } from './directory-search.js';
import { styles } from './resource-directory.styles.js';
import { results } from './results.js';
import { searchForm } from './search-form.js';

/**
 * Finds a service among a few or among hundreds of thousands. What people type and choose stays on the device, unless the agency
 * has set `api`. If so, the element says that. Results are `resource-card`s. Nothing is stored, and no event reports a search.
 *
 * @summary Search and filter services.
 * @element resource-directory
 * @slot - Shown until the element has loaded, and if the services can’t load. Put a phone number here.
 * @slot hotlines - The agency’s own hotlines, instead of the two that are always shown.
 * @slot note - The agency’s own text, below the results.
 * @fires {ContentErrorEvent} content-error - Some or all of the services couldn’t be used.
 * @csspart title - The heading.
 * @csspart filters - The filters.
 */
export class ResourceDirectory extends LitElement {
  static override styles = [base, styles];

  static override properties = {
    src: {},
    services: { attribute: false },
    api: {},
    area: {},
    deepLinks: { type: Boolean, attribute: 'deep-links' },
    newTab: { type: Boolean, attribute: 'new-tab' },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** The address of the services: a snapshot, or HSDS as JSON with up to 2,000 services. If empty, none is loaded. */
  declare src: string;

  /** The services, as a list of objects or as HSDS. Overrides `src`. If empty, the element looks for a child `<script type="application/json">`. */
  declare services: unknown;

  /** The address of a live HSDS API. Searches are sent to its server, and the element says so. Overrides `src`. If empty, nothing is sent. */
  declare api: string;

  /** The `id` of the place whose list is loaded right away, if the snapshot is divided by place. If empty, people choose one. */
  declare area: string;

  /** Reads filters from the page’s address: `#id?terms=Housing&free`, with the `id` of the element. Search words are never read from it. */
  declare deepLinks: boolean;

  /** Opens links to other pages in a new tab, and says so. */
  declare newTab: boolean;

  /** The level of the heading, from 1 to 6. The names of the services follow it. */
  declare headingLevel: number;

  readonly #content = new ContentController(this, directorySection, false);
  readonly #cards = new ContentController(this, resourcesSection, false);
  readonly #search = new DirectorySearch(this, (problems) => this.#content.report(problems));
  #given: readonly unknown[] = [];

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
    const child = childJson(this);
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
    try {
      if (this.services) return { kind: 'services', services: this.services };
      if (this.api) return { kind: 'api', url: this.#address(this.api) };
      if (this.src) return { kind: 'src', url: this.#address(this.src) };
    } catch {
      this.#content.report([{ path: this.api || this.src, reason: 'not-link', detail: '' }]);
      return;
    }
    if (!child) return;
    const { value: services, problem } = readInPage(child);
    if (!problem) return { kind: 'services', services };
    this.#content.report([problem]);
    return;
  }

  protected override render(): TemplateResult {
    const { fallback, value, lang, draft, say } = this.#content;
    if (fallback || this.#cards.fallback) return html`<slot></slot>`;
    const { state, isLive } = this.#search;
    const cards = { newTab: this.newTab, level: (this.headingLevel || 2) + 1 };
    return html`
      <div class="surface stack" lang=${lang || nothing}>
        ${head(magnifier, this.headingLevel, say('title'), value.intro)}
        ${draftNote((draft && say('draft')) || (this.#cards.draft ? this.#cards.say('draft') : ''))}
        ${state === 'ready' ? searchForm(this.#content, this.#search, isLive ? new URL(this.#address(this.api)).host : '') : nothing}
        ${results({ words: this.#content, cards: this.#cards }, this.#search, cards)}
        <slot name="note"></slot>
      </div>
    `;
  }

  #address(url: string): string {
    return new URL(url, this.ownerDocument.baseURI).href;
  }

  readonly #onAddress = (): void => {
    const filters = this.deepLinks && filtersFrom(location.hash, this.id);
    if (filters) void this.#search.ask({ filters });
  };

  /** @internal Called when the person leaves the site. */
  [forget](): void {
    this.#search.forget();
  }
}
