import type { ReactiveController, TemplateResult } from 'lit';
import { resourceDetailsSection } from '../../content/sections/resource-details.js';
import { service as schema, type Location, type Service } from '../../services/schema.js';
import type { ContentController, ContentHost } from '../../controllers/content.js';
import type { Parsed } from '../../schema/parse.js';
import { openState } from '../../services/hours/open-state.js';
import type { Way } from '../../services/ways-to-reach.js';
import { weekOf } from '../../services/hours/week.js';
import type { Injected } from './injected.js';
import { clock } from './clock.js';
import { isOutdated, type SaidOfHours } from './outdated.js';

type Word = keyof typeof resourceDetailsSection.english.words;
/** A term and what is said of it. Falsy words: there is nothing to say. */
export type Row = readonly [term: string, words: unknown];

/** Longer descriptions are folded after the first sentence that ends beyond `foldAfter`, in characters. */
const longDescription = 500;
const foldAfter = 200;

/** So many ways to reach a service are in sight where it has many numbers. */
const mostInSight = 3;
const typeOf: Readonly<Record<string, string>> = { call: 'voice', text: 'text', textphone: 'textphone' };
const isTollFree = /^tel:(?:\+?1)?8(?:00|33|44|55|66|77|88)\d{7}(?:,|$)/;

/**
 * What a card says of a service beyond what packs know: whether it is open, its hours day by day, its places, how to get it.
 * Loaded once a card is given such a service. The card is drawn anew when the time changes what it says.
 */
export class ResourceDetails implements ReactiveController {
  readonly #host: ContentHost;
  readonly #injected: Injected;
  readonly #words: ContentController<typeof resourceDetailsSection.schema, Word>;
  #stop: (() => void) | undefined;
  /** What the card says now. Empty: nothing of a feed yet. */
  #said: SaidOfHours | undefined;

  constructor(host: ContentHost, injected: Injected) {
    this.#host = host;
    this.#injected = injected;
    this.#words = new injected.ContentController(host, resourceDetailsSection, false);
    host.addController(this);
  }

  /** The service that an object holds, with all that feeds know. */
  read(resource: unknown): Parsed<typeof schema> {
    return this.#injected.parse(schema, resource);
  }

  hostConnected(): void {
    this.#stop = this.#injected.eachMinute(() => {
      if (this.#said && isOutdated(this.#said, Date.now())) this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  /**
   * What is said at once: whether it is open, whether it is free, and what is out of the ordinary.
   *
   * @param badges What else stands beside that.
   * @param isLine The hours in words are said further down, unless nothing else is known of them.
   */
  renderNow(service: Service, badges: unknown, isLine: boolean, now = Date.now()): TemplateResult {
    const { html, nothing, badge, note, icons } = this.#injected;
    const { hoursDescription, free, alert } = service;
    this.#said = { service, at: now, open: openState(service, now) };
    const own = (words: string) => html`<bdi lang=${service.lang ?? nothing}>${words}</bdi>`;
    const paused = service.status === 'temporarily closed';
    const open = paused ? badge(icons.circleMinus, this.#line('paused')) : this.#renderOpen(this.#said);
    const cost = free ? badge(icons.tag, this.#words.say('free')) : nothing;
    const hours =
      hoursDescription && !(isLine && (paused || this.#said.open.state !== 'unknown'))
        ? own(hoursDescription)
        : nothing;
    return html`
      <p class="badges" part="open">${open} ${badges} ${cost} ${hours}</p>
      ${alert ? note(icons.info, own(alert)) : nothing}
    `;
  }

  /** What there is to know beyond a pack's entry, in the order in which it is read. */
  rows(service: Service, withheld: boolean, now = Date.now()): readonly Row[] {
    const { html } = this.#injected;
    const { say } = this.#words;
    return [
      [say('alsoCalled'), service.alternateName && html`<bdi translate="no">${service.alternateName}</bdi>`],
      [say('terms'), service.taxonomyTerms.join(', ')],
      [say('week'), this.#renderWeek(service, now)],
      [say('where'), service.remote && say('remote')],
      ...this.#placesRows(service, withheld, now),
      [say('areas'), service.serviceAreas.join(', ')],
      [say('apply'), service.applicationProcess],
      [say('bring'), service.requiredDocuments.join(', ')],
      [say('interpretation'), service.interpretationServices],
      [
        say('email'),
        service.email &&
          html`<p>
              <a translate="no" href=${`mailto:${encodeURIComponent(service.email).replace('%40', '@')}`}
                >${service.email}</a
              >
            </p>
            <p class="small muted">${this.#line('emailTrace')}</p>`,
      ],
    ];
  }

  /**
   * Where a service has more than three numbers, those that its feed names first are in sight with what else leads to it, three
   * ways in all. @returns The ways in sight, and the others.
   */
  fold(ways: readonly Way[], service: Service): readonly [seen: readonly Way[], folded: readonly Way[]] {
    const place = ({ kind, shown }: Way): number =>
      service.phones.findIndex(({ number, type }) => number === shown && type === typeOf[kind]);
    const shown = ways.map((way) =>
      isTollFree.test(way.href) && !/toll/i.test(way.about)
        ? { ...way, about: [this.#words.say('tollFree'), way.about].filter(Boolean).join(', ') }
        : way,
    );
    const numbers = shown.filter(({ kind }) => typeOf[kind]).sort((one, other) => place(one) - place(other));
    if (numbers.length <= mostInSight) return [shown, []];
    const folded = new Set(numbers.slice(Math.max(1, mostInSight - (shown.length - numbers.length))));
    return [shown.filter((way) => !folded.has(way)), shown.filter((way) => folded.has(way))];
  }

  /** What is folded away. */
  renderFolded(items: unknown): TemplateResult {
    const { html, disclosure } = this.#injected;
    return disclosure(
      this.#words.say('moreNumbers'),
      html`<ul class="ways">
        ${items}
      </ul>`,
    );
  }

  /** A description: all of it, or its first sentences, and the rest a press away. */
  describe(text: string, lang: string | undefined): readonly unknown[] {
    const { html, nothing, disclosure } = this.#injected;
    const own = (words: string) =>
      this.blocks(words, lang) ?? [html`<p><bdi lang=${lang ?? nothing}>${words}</bdi></p>`];
    const end = text.length > longDescription ? /[.!?。](?=\s)|\n/.exec(text.slice(foldAfter)) : undefined;
    if (!end) return own(text);
    const at = foldAfter + end.index + 1;
    return [own(text.slice(0, at).trim()), disclosure(this.#words.say('readMore'), own(text.slice(at).trim()))];
  }

  /** Text in lines as paragraphs and lists. `undefined`: it is one line. */
  blocks(text: string, lang: string | undefined): TemplateResult[] | undefined {
    if (!/\n|^• /.test(text)) return;
    const { html, nothing } = this.#injected;
    const blocks: TemplateResult[] = [];
    let points: TemplateResult[] = [];
    for (const line of [...text.split('\n'), '']) {
      const own = html`<bdi lang=${lang ?? nothing}>${line.replace(/^• /, '')}</bdi>`;
      if (line.startsWith('• ')) points.push(html`<li>${own}</li>`);
      else {
        if (points.length)
          blocks.push(
            html`<ul class="points">
              ${points}
            </ul>`,
          );
        points = [];
        if (line) blocks.push(html`<p>${own}</p>`);
      }
    }
    return blocks;
  }

  /** A place that is told already is not told again, nor that an address is not shown. */
  #placesRows(service: Service, withheld: boolean, now: number): Row[] {
    const seen = new Set<string>();
    return service.locations.flatMap((place) => {
      const hidden = withheld || !!place.addressConfidential;
      const said = hidden ? this.#words.say('withheld') : [place.name, place.address].filter(Boolean).join(', ');
      const where = seen.has(said) ? '' : said;
      seen.add(said);
      return this.#placeRows(service, place, where, hidden, now);
    });
  }

  #placeRows(service: Service, place: Location, where: string, hidden: boolean, now: number): Row[] {
    const { html, nothing } = this.#injected;
    const { say } = this.#words;
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

  #renderOpen({ at, open: { state, until, zone } }: SaidOfHours) {
    const { badge, icons, intl } = this.#injected;
    const icon = { open: icons.circle, closed: icons.circleMinus, unknown: icons.circleDashed }[state];
    if (state === 'unknown' || !until) return badge(icon, this.#line(state), state);
    const time = clock(this.#words.language, intl).moment(until, zone, at);
    return badge(icon, this.#line(`${state}Until`, { time }), state);
  }

  /** The coming week as a list, of one place or of the service itself; nothing where the hours are not known. */
  #renderWeek(service: Service, now: number, place?: Location) {
    const { html, nothing, intl } = this.#injected;
    const { say, language } = this.#words;
    const week = weekOf(service, now, place);
    if (!week) return;
    const { day, time, zoneName } = clock(language, intl);
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
    const { say } = this.#words;
    return this.#injected.withEnglish(say(key, values), this.#words.englishBesideDraft(key, values));
  }
}
