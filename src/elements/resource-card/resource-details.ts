import type { ReactiveController, TemplateResult } from 'lit';
import { resourceDetailsSection } from '../../content/details.js';
import { service as schema, type Location, type Service } from '../../content/schema.js';
import type { ContentController, ContentHost } from '../../controllers/content.js';
import type { Parsed } from '../../parse/schema.js';
import { openState } from '../../resources/hours.js';
import { weekOf } from '../../resources/week.js';
import type { Kit } from './kit.js';
import { clock } from './clock.js';

type Word = keyof typeof resourceDetailsSection.english.words;
/** A term and what is said of it. Falsy words: there is nothing to say. */
export type Row = readonly [term: string, words: unknown];

const minute = 60_000;

/**
 * What a card says of a service beyond what packs know: whether it is open, its hours day by day, its places, how to get it.
 * Loaded once a card is given such a service. As time goes by the card is drawn anew.
 */
export class ResourceDetails implements ReactiveController {
  readonly #host: ContentHost;
  readonly #kit: Kit;
  readonly #words: ContentController<typeof resourceDetailsSection.schema, Word>;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ContentHost, kit: Kit) {
    this.#host = host;
    this.#kit = kit;
    this.#words = new kit.ContentController(host, resourceDetailsSection, false);
    host.addController(this);
  }

  /** The service that an object holds, with all that feeds know. */
  read(resource: unknown): Parsed<typeof schema> {
    return this.#kit.parse(schema, resource);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.#host.requestUpdate(), minute);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  /** What is said at once: what is out of the ordinary, and whether it is open. */
  renderNow(service: Service, now = Date.now()): TemplateResult {
    const { html, nothing } = this.#kit;
    const paused = service.status === 'temporarily closed';
    return html`
      ${service.alert ? html`<p class="alert" lang=${service.lang ?? nothing}>${service.alert}</p>` : nothing}
      <p part="open">
        ${paused ? this.#line('paused') : this.#renderOpen(service, now)}
        ${service.hoursDescription ? html`<bdi lang=${service.lang ?? nothing}>${service.hoursDescription}</bdi>` : nothing}
      </p>
    `;
  }

  /** What there is to know beyond a pack's entry, in the order in which it is read. */
  rows(service: Service, withheld: boolean, now = Date.now()): readonly Row[] {
    const { html } = this.#kit;
    const { say } = this.#words;
    return [
      [say('alsoCalled'), service.alternateName && html`<bdi translate="no">${service.alternateName}</bdi>`],
      [say('terms'), service.taxonomyTerms.join(', ')],
      [say('week'), this.#renderWeek(service, now)],
      [say('where'), service.remote && say('remote')],
      ...service.locations.flatMap((place) => this.#placeRows(service, place, withheld, now)),
      [say('areas'), service.serviceAreas.join(', ')],
      [say('apply'), service.applicationProcess],
      [say('bring'), service.requiredDocuments.join(', ')],
      [say('interpretation'), service.interpretationServices],
      [
        say('email'),
        service.email &&
          html`<a
              class="inline"
              translate="no"
              href=${`mailto:${encodeURIComponent(service.email).replace('%40', '@')}`}
              >${service.email}</a
            >
            <span class="muted">${this.#line('emailTrace')}</span>`,
      ],
    ];
  }

  /** What it costs, where a feed says that it is nothing and no more. */
  fees(service: Service): string {
    return service.feesDescription ?? (service.free ? this.#words.say('free') : '');
  }

  #placeRows(service: Service, place: Location, withheld: boolean, now: number): Row[] {
    const { html, nothing } = this.#kit;
    const { say } = this.#words;
    const hidden = withheld || place.addressConfidential;
    const where = hidden ? say('withheld') : [place.name, place.address].filter(Boolean).join(', ');
    const week = this.#renderWeek(service, now, place);
    return [
      [
        say('where'),
        where &&
          html`<bdi lang=${(!hidden && service.lang) || nothing} translate=${hidden ? nothing : 'no'}>${where}</bdi>
            ${week}`,
      ],
      ...(where ? [] : [[say('week'), week] as const]),
      [say('access'), !hidden && place.accessibility.join(', ')],
    ];
  }

  #renderOpen(service: Service, now: number) {
    const { state, until, zone } = openState(service, now);
    if (state === 'unknown' || !until) return this.#line(state);
    const time = clock(this.#words.language).moment(until, zone, now);
    return this.#line(`${state}Until`, { time });
  }

  /** The coming week as a list, of one place or of the service itself; nothing where the hours are not known. */
  #renderWeek(service: Service, now: number, place?: Location) {
    const { html, nothing } = this.#kit;
    const { say, language } = this.#words;
    const week = weekOf(service, now, place);
    if (!week) return;
    const { day, time, zoneName } = clock(language);
    const hours = ({ periods }: (typeof week)[number]) =>
      periods
        .map(({ opens, closes }) =>
          opens === '00:00' && closes === '24:00' ? say('dayOpen') : `${time(opens)} – ${time(closes)}`,
        )
        .join(', ');
    const elsewhere = zoneName(openState(service, now).zone);
    return html`<ul class="week">
        ${week.map((one) => html`<li>${say('day', { day: day(one.day), hours: hours(one) || say('dayClosed') })}</li>`)}
      </ul>
      ${elsewhere ? html`<span class="muted">${say('zone', { zone: elsewhere })}</span>` : nothing}`;
  }

  /** A line, with the English beside it where a draft could mislead. */
  #line(key: Word, values?: Record<string, string>) {
    const { html, nothing } = this.#kit;
    const beside = this.#words.beside(key, values);
    return html`${this.#words.say(key, values)} ${beside ? html`<span lang="en">${beside}</span>` : nothing}`;
  }
}
