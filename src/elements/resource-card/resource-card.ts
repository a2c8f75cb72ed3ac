import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { entry as entrySchema, type Entry } from '../../content/schema.js';
import type { Service } from '../../services/schema.js';
import { resourcesSection } from '../../content/sections/resource-card.js';
import { ContentController } from '../../controllers/content.js';
import { languageList } from '../../i18n/intl.js';
import { monthOf } from '../../i18n/month.js';
import { fill, type Values } from '../../i18n/words.js';
import { parse } from '../../schema/parse.js';
import { freshness, waysToReach, type Way } from '../../services/ways-to-reach.js';
import { base } from '../../styles/base.styles.js';
import { around, asIs, gap } from '../../templates/as-is.js';
import { badge } from '../../templates/badge.js';
import { disclosure } from '../../templates/disclosure.js';
import { draftNote } from '../../templates/head.js';
import { heading } from '../../templates/heading.js';
import {
  chevronDown,
  circleCheck,
  circleQuestionMark,
  globe,
  history,
  info,
  mapPin,
  messageSquareText,
  messagesSquare,
  phone,
  type Icon,
} from '../../templates/icons.js';
import { paragraphs } from '../../templates/statements.js';
import { traceLine } from '../../templates/trace-line.js';
import { withEnglish } from '../../templates/with-english.js';
import { fromAttributes } from './from-attributes.js';
import { injected } from './injected.js';
import { styles } from './resource-card.styles.js';
import type { ResourceDetails } from './resource-details.js';

type Word = keyof typeof resourcesSection.english.words;
/** Tells services apart, as far as a person can. */
const keyOf = ({ id, name, phones }: Entry) => [id, name, ...phones.map(({ number }) => number)].join();

const icons: Readonly<Record<Way['kind'], Icon>> = {
  chat: messagesSquare,
  text: messageSquareText,
  call: phone,
  textphone: phone,
  site: globe,
};
/** Beside what is said of when somebody checked the service. */
const states = { checked: circleCheck, old: history, unchecked: circleQuestionMark };

const inEnglish = (key: Word, values: Values = {}) => fill(resourcesSection.english.words[key], 'en', values);

/**
 * One organization or service: what it offers, who it’s for, and each way to reach it, with the trace it leaves.
 * Shows only what it’s given: the service in `resource` or the entry named by `resource-id`, with any attributes
 * taking precedence, or only the attributes.
 *
 * @summary How to reach an organization or service.
 * @element resource-card
 * @slot - Shown until the content has loaded, and if there is nothing else to show. Put a phone number here.
 * @slot note - The agency’s own text, below the card.
 * @fires {ContentErrorEvent} content-error - Some content, `resource`, or an attribute couldn’t be used.
 * @csspart title - The name.
 * @csspart way - A link to reach the service.
 * @csspart open - Whether it’s open now, and its hours in words. Only for a service from a feed.
 */
export class ResourceCard extends LitElement {
  static override styles = [base, styles];

  static override properties = {
    name: {},
    description: {},
    href: {},
    phone: {},
    textTo: { attribute: 'text-to' },
    textKeyword: { attribute: 'text-keyword' },
    chatHref: { attribute: 'chat-href' },
    address: {},
    addressConfidential: { type: Boolean, attribute: 'address-confidential' },
    languages: {},
    minimumAge: { type: Number, attribute: 'minimum-age' },
    maximumAge: { type: Number, attribute: 'maximum-age' },
    eligibility: {},
    fees: {},
    hours: {},
    reporting: {},
    assuredDate: { attribute: 'assured-date' },
    resourceId: { attribute: 'resource-id' },
    resource: { attribute: false },
    compact: { type: Boolean },
    listed: { attribute: false },
    distance: { attribute: false },
    newTab: { type: Boolean, attribute: 'new-tab' },
    headingLevel: { type: Number, attribute: 'heading-level' },
    src: {},
    content: { attribute: false },
  };

  /** The `id` of a bundled entry or an entry in the pack. If empty, none is used. */
  declare resourceId: string;

  /** A service as an object, with HSDS names in camelCase: an entry of a pack, or a service from a feed. Overrides `resource-id`. If empty, none is used. */
  declare resource: unknown;

  /** The name of the service. */
  declare name: string | undefined;

  /** What the service offers, in a sentence or two. */
  declare description: string | undefined;

  /** The service’s website: `https://…`. */
  declare href: string | undefined;

  /** The number to call, as people write it. */
  declare phone: string | undefined;

  /** The number to send a text message to. */
  declare textTo: string | undefined;

  /** What to write in the text message, if the line asks for a keyword. */
  declare textKeyword: string | undefined;

  /** The page where a chat with the service opens: `https://…`. Leave it empty if that’s only the website. */
  declare chatHref: string | undefined;

  /** The street address, on one line. Never use a confidential address. */
  declare address: string | undefined;

  /** Marks the address as confidential. It isn’t shown anywhere, even if the data includes it. */
  declare addressConfidential: boolean;

  /** The languages the service offers, as BCP 47 tags separated by spaces. */
  declare languages: string | undefined;

  /** The minimum age for the service, in years. */
  declare minimumAge: number | undefined;

  /** The maximum age for the service, in years. */
  declare maximumAge: number | undefined;

  /** Who the service is for, in words. */
  declare eligibility: string | undefined;

  /** What the service costs, in words. */
  declare fees: string | undefined;

  /** When the service is open, in words. */
  declare hours: string | undefined;

  /** What the service may have to report, and to whom. Shown above the links. If empty, the card says that this isn’t known. */
  declare reporting: string | undefined;

  /** The date when someone last confirmed these details, as YYYY-MM-DD. If empty, the card says they haven’t been confirmed. */
  declare assuredDate: string | undefined;

  /** Shows only the name, the ways to reach the service, and when the details were confirmed. */
  declare compact: boolean;

  /**
   * Makes the card a line of a list that says where calls and texts show for all of its lines. It is called when a person asks for the details of the
   * service, or no longer: then the list sets `compact`. Empty: the card stands alone.
   * @internal
   */
  declare listed: ((service: Entry) => void) | undefined;

  /**
   * How far away the service is, in words. Empty: nobody asked.
   * @internal
   */
  declare distance: string;

  /** Opens links to other pages in a new tab, and says so. What people have typed elsewhere on the page stays. */
  declare newTab: boolean;

  /** The level of the name’s heading, from 1 to 6. */
  declare headingLevel: number;

  /** The address of a pack with the agency’s own entries (JSON). If empty, the bundled ones are used. */
  declare src: string;

  /** A pack with the agency’s own entries, as an object. Overrides `src`. If empty, the bundled ones are used. */
  declare content: unknown;

  /**
   * Loads what a card needs for a service from a feed. A page that will show such cards can call this ahead of time. Otherwise it loads with the first card.
   * Rejects if it can’t be loaded.
   */
  static loadDetails(): Promise<typeof import('./resource-details.js')> {
    return import('./resource-details.js');
  }

  readonly #content = new ContentController(this, resourcesSection);
  #service: Entry | undefined;
  /** What the service was read from. */
  #facts: readonly unknown[] = [];
  /** What a feed tells of the service. Empty: it is not from a feed, or its details are still on their way. */
  #feed: Service | undefined;
  #details: ResourceDetails | undefined;

  constructor() {
    super();
    this.resourceId = '';
    this.src = '';
    this.addressConfidential = false;
    this.compact = false;
    this.distance = '';
    this.newTab = false;
    this.headingLevel = 3;
    // After the controller above it: the content is known by then, and not yet drawn. A page that is rendered ahead asks its controllers, too.
    this.addController({ hostUpdate: () => this.#read() });
  }

  /** The service that is shown: what the page says about it, parsed and cleaned. `undefined` if there is none yet. */
  get service(): Entry | undefined {
    return this.#service;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('resource') && this.resource && !this.#details) void this.#loadDetails();
  }

  /** If they do not come, the card says what a pack would. */
  async #loadDetails(): Promise<void> {
    try {
      const { ResourceDetails } = await ResourceCard.loadDetails();
      this.#details ??= new ResourceDetails(this, injected);
    } catch {
      return;
    }
    this.requestUpdate();
  }

  protected override render(): unknown {
    const { fallback, lang, draft, say } = this.#content;
    const service = this.#service;
    if (fallback || !service) return html`<slot></slot>`;
    const { listed } = this;
    const all = waysToReach(service);
    const [ways, folded = []] = (this.#feed && this.#details?.fold(all, this.#feed)) ?? [all];
    const reach = [
      ways.length
        ? html`<ul class="ways" aria-label=${say('ways', { name: service.name })}>
            ${ways.map((way) => this.#renderWay(way))}
          </ul>`
        : nothing,
      folded.length ? this.#details?.renderFolded(folded.map((way) => this.#renderWay(way))) : nothing,
    ];
    /** What there is to know before anyone is contacted. */
    const before = all.length
      ? [
          service.reporting
            ? nothing
            : html`<p class="small muted with">${info()}<span>${this.#withEnglish('reportingUnknown')}</span></p>`,
          traceLine(
            this.#content,
            all.map(({ kind }) => kind),
          ),
        ]
      : nothing;
    const now = this.#feed && this.#details?.renderNow(this.#feed, this.#renderBadges(service), !!listed);
    // What is said of another service comes in other nodes: a translation of what was here before finds nothing to replace.
    return keyed(
      keyOf(service),
      html`
        <article
          class="surface ${this.compact || listed ? 'compact' : ''} ${listed ? 'listed' : ''}"
          aria-labelledby="title"
          lang=${lang || nothing}
        >
          <div>
            ${heading(this.headingLevel, asIs(service.name, service.lang), 'title')}
            ${this.#renderOrganization(service)}
          </div>
          ${draftNote(draft && !listed ? say('draft') : '')} ${now ?? nothing}
          ${
            listed
              ? html`<div class="reach">${reach}</div>`
              : [
                  this.compact
                    ? nothing
                    : ((service.description && this.#details?.describe(service.description, service.lang)) ??
                      this.#renderOwn(service.description, service)),
                  this.#renderReporting(service),
                ]
          }
          ${
            listed
              ? [this.#renderFooter(service, this.#renderDetailsButton(service)), this.#renderDetails(service, before)]
              : [
                  reach,
                  before,
                  this.compact ? nothing : this.#renderFacts(service),
                  this.#renderFooter(service, this.compact ? nothing : this.#renderOrigin(service)),
                ]
          }
          <slot name="note"></slot>
        </article>
      `,
    );
  }

  /** Reads what there is to show from all that the page says, when something of that has changed. Tells what it cannot use. */
  #read(): void {
    const { resources } = this.#content.value;
    const attributes = fromAttributes(this);
    const facts = [resources, this.resourceId, this.resource, this.#details, JSON.stringify(attributes)];
    if (this.#content.fallback || facts.every((fact, index) => fact === this.#facts[index])) return;
    this.#facts = facts;
    const entry = resources.find(({ id }) => id && id === this.resourceId);
    const feed = this.resource ? this.#details?.read(this.resource) : undefined;
    const given = feed ?? (this.resource ? parse(entrySchema, this.resource) : undefined);
    const known = given ? given.value : entry;
    this.#feed = feed?.value;
    const hasOwn = Object.keys(attributes).length > 0;
    const laid = hasOwn ? parse(entrySchema, attributes, known) : { value: known, problems: [] };
    this.#service = laid.value;
    // Until the details are there, what only feeds know would be told as a mistake.
    if (given?.problems.length) this.#content.report(feed ? given.problems : []);
    else if (this.resourceId && !entry)
      this.#content.report([{ path: 'resource-id', reason: 'unknown-id', detail: this.resourceId }]);
    // Nothing was asked for yet: a card that a script is about to fill is not a mistake.
    else this.#content.report(laid.problems);
  }

  /** What stands beside whether the service is open. */
  #renderBadges({ reporting }: Entry) {
    return [
      this.distance ? badge(mapPin, this.distance) : nothing,
      // What it is stands in the details; that there is something is said before any way.
      this.listed && reporting ? badge(info, this.#withEnglish('mayReport')) : nothing,
    ];
  }

  #renderOrganization({ organization, lang }: Entry) {
    return organization ? html`<p class="muted">${asIs(organization, lang)}</p>` : nothing;
  }

  /** What the service says in its own words, which can be in another language than the page's. */
  #renderOwn(words: string | undefined, { lang }: Entry) {
    if (!words) return nothing;
    return this.#details?.blocks(words, lang) ?? html`<p><bdi lang=${lang ?? nothing}>${words}</bdi></p>`;
  }

  #renderReporting(service: Entry) {
    if (!service.reporting) return nothing;
    return html`<div class="note with">
      ${info()}
      <div>
        ${heading(this.headingLevel + 1, this.#content.say('reporting'))} ${this.#renderOwn(service.reporting, service)}
      </div>
    </div>`;
  }

  #renderDetailsButton(service: Entry) {
    const { say } = this.#content;
    const word = this.compact ? 'details' : 'less';
    return html`<button
      class="quiet"
      aria-expanded=${this.compact ? 'false' : 'true'}
      aria-controls="details"
      @click=${() => this.listed?.(service)}
    >
      ${keyed(
        word,
        html`<span
          >${say(word)}<span class="away"
            >${' '}${around(say('aboutName', { name: gap }), asIs(service.name, service.lang))}</span
          ></span
        >`,
      )}
      ${chevronDown()}
    </button>`;
  }

  /** What a line opens. Closed, it holds what its links are described by: the list says it to the eye, once. */
  #renderDetails(service: Entry, before: unknown) {
    const inside = this.compact
      ? nothing
      : [
          this.#renderOwn(service.description, service),
          this.#renderFacts(service),
          this.#renderReporting(service),
          this.#renderOrigin(service),
        ];
    return html`<div class="details" id="details" ?hidden=${this.compact}>${inside}${before}</div>`;
  }

  #renderFacts(service: Entry) {
    const { language, say } = this.#content;
    const { minimumAge: from, maximumAge: to } = service;
    const feed = this.#feed;
    const ages =
      from !== undefined && to !== undefined
        ? say('agesFromTo', { from, to })
        : from !== undefined
          ? say('agesFrom', { from })
          : to !== undefined && say('agesTo', { to });
    const count = service.languages.length;
    const own: unknown[] = Object.values(feed ?? service);
    const rows = [
      [say('ages'), ages],
      [say('eligibility'), service.eligibilityDescription],
      [say('languages', { count }), count > 0 && languageList(service.languages, language)],
      [say('fees'), service.feesDescription],
      [say('hours'), (!feed || this.listed) && service.hoursDescription],
      [
        say('address'),
        service.addressConfidential
          ? !feed?.locations.length && say('confidential')
          : service.address && asIs(service.address, service.lang),
      ],
      ...((feed && this.#details?.rows(feed, !!service.addressConfidential)) ?? []),
    ].filter(([, words]) => words);
    return rows.length
      ? html`<dl>
          ${rows.map(
            ([term, words]) =>
              html`<div>
                <dt>${term}</dt>
                <dd>
                  ${
                    typeof words === 'string'
                      ? (this.#details?.blocks(words, service.lang) ??
                        html`<bdi lang=${(own.includes(words) && service.lang) || nothing}>${words}</bdi>`)
                      : words
                  }
                </dd>
              </div>`,
          )}
        </dl>`
      : nothing;
  }

  #renderWay({ kind, href, shown, keyword, extension, about }: Way) {
    const { say } = this.#content;
    const page = kind === 'chat' || kind === 'site';
    const verb = keyword ? around(say('textKeyword', { keyword: gap }), asIs(keyword)) : say(kind);
    return html`
      <li>
        <a
          part="way"
          class=${kind}
          href=${href}
          rel="noopener noreferrer"
          referrerpolicy="no-referrer"
          target=${page && this.newTab ? '_blank' : nothing}
          aria-describedby="trace"
        >
          ${icons[kind]()}<span>
            <b>${verb}</b>
            ${page && (this.compact || this.listed) ? nothing : html`<bdi dir="ltr" translate="no">${shown}</bdi>`}
            ${extension ? around(say('extension', { extension: gap }), asIs(extension)) : nothing}
            ${page && this.newTab ? say('newTab') : nothing}
          </span>
        </a>
        ${about ? html`<p class="small"><bdi>${about}</bdi></p>` : nothing}
      </li>
    `;
  }

  #renderFooter({ assuredDate }: Entry, more: unknown) {
    const key = freshness(assuredDate, new Date());
    const month = (say: (word: Word) => string) => ({ month: assuredDate ? monthOf(assuredDate, say) : '' });
    return html`<footer>
      <p class="small with ${key === 'checked' ? 'muted' : ''}">
        ${states[key]()}<span>${this.#withEnglish(key, month(this.#content.say), month(inEnglish))}</span>
      </p>
      ${more}
    </footer>`;
  }

  #renderOrigin({ source, notes }: Entry) {
    if (!source && !notes.length) return nothing;
    const { say } = this.#content;
    const from = source ? html`<p>${around(say('source', { source: gap }), asIs(source))}</p>` : nothing;
    return disclosure(say('origin'), html`<div class="small muted stack">${from}${paragraphs(notes)}</div>`);
  }

  /** A line, with the English beside it where a draft could mislead. */
  #withEnglish(key: Word, values: Values = {}, english = values) {
    return withEnglish(this.#content.say(key, values), this.#content.englishBesideDraft(key, english));
  }
}
