import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { resourcesSection } from '../../content/sections/resource-card.js';
import { monthOf } from '../../i18n/month.js';
import { noFilters, type Found, type Widening } from '../../services/directory-contract.js';
import { around, asIs, gap } from '../../templates/as-is.js';
import { fresh } from '../../templates/fresh.js';
import { heading } from '../../templates/heading.js';
// Results are shown in cards.
import '../resource-card/resource-card.js';
import { pageSize, type DirectorySearch } from './directory-search.js';
import { distanceWords } from './distance.js';
import { quietLine, formatNumber, type DirectoryWord, type Words } from './words.js';

/** How cards are to look. */
export interface CardOptions {
  readonly newTab: boolean;
  /** The level of the names' headings. */
  readonly level: number;
}

const crisisLines = ['national-human-trafficking-hotline', '988'];
const bundled = resourcesSection.english.content.resources.map(({ id }) => id);
/** In milliseconds. A list that is older may have changed in places. */
const old = 90 * 86_400_000;

/** What there is to show below the form: results, or what is there in their place. */
export function results(words: Words, search: DirectorySearch, options: CardOptions): unknown {
  switch (search.state) {
    case 'none':
      return bundledLines(bundled, options);
    case 'loading':
      return [quietLine(words, 'loading'), bundledLines(crisisLines, options)];
    case 'failed':
      return failed(words, search, options);
    default:
      return resultList(words, search, options);
  }
}

function resultList(words: Words, search: DirectorySearch, options: CardOptions) {
  const { say, language } = words;
  const { results, cards, drawn, opened, isLive } = search;
  const total = results?.total ?? 0;
  const shown = results?.found.length ?? 0;
  return html`
    <p role="status">
      ${results ? fresh(say(total ? 'found' : 'none', { count: total, number: formatNumber(total, language) })) : ''}
    </p>
    ${results && !total ? widenings(words, results.widen, search, options) : nothing}
    ${total ? nothing : [html`<p>${say('lines')}</p>`, bundledLines(crisisLines, options)]}
    <ol class="found">
      ${cards.map((card, index) => item(words, card, index, index >= drawn, search, options))}
    </ol>
    ${
      shown < total
        ? html`<p>
              ${fresh(say('shown', { shown: formatNumber(shown, language), number: formatNumber(total, language) }))}
            </p>
            <button data-do="more" @click=${() => void onMore(search)}>${say('more')}</button>`
        : nothing
    }
    ${isLive || !opened?.made ? nothing : age(words, opened.made)}
  `;
}

function item(
  words: Words,
  found: Found,
  index: number,
  isLater: boolean,
  search: DirectorySearch,
  options: CardOptions,
) {
  const { say, language } = words;
  const { service, distance } = found;
  const open = search.isUnfolded(service);
  return html`
    <li class=${index < pageSize ? '' : 'later'} ?hidden=${isLater}>
      <resource-card
        .resource=${service}
        .compact=${!open}
        .newTab=${options.newTab}
        .headingLevel=${options.level}
      ></resource-card>
      <div class="under">
        <button aria-expanded=${open ? 'true' : 'false'} @click=${() => search.unfold(service)}>
          ${keyed(
            `${open} ${service.name}`,
            html`<span>${around(say(open ? 'less' : 'about', { name: gap }), asIs(service.name, service.lang))}</span>`,
          )}
        </button>
        ${distance === undefined ? nothing : html`<span>${distanceWords(distance, language, say)}</span>`}
      </div>
    </li>
  `;
}

function widenings(
  { say, language }: Words,
  widen: readonly Widening[],
  search: DirectorySearch,
  options: CardOptions,
) {
  if (!widen.length) return nothing;
  return html`
    ${heading(options.level, say('widen'))}
    <ul class="stack">
      ${widen.map(({ without, count }) => {
        const name = say(`without${without[0]!.toUpperCase()}${without.slice(1)}` as DirectoryWord);
        return html`<li>
          <button data-do=${`without ${without}`} @click=${() => onWiden(search, without)}>
            ${say('choice', { name, number: formatNumber(count, language) })}
          </button>
        </li>`;
      })}
    </ul>
  `;
}

const failed = (words: Words, search: DirectorySearch, options: CardOptions) => html`
  <div role="status">${quietLine(words, search.isLive ? 'liveFailed' : 'failed')}</div>
  <button data-do="again" @click=${() => void search.again()}>${words.say('again')}</button>
  <slot></slot>
  ${bundledLines(bundled, options)}
`;

/** Cards of services that the library brings along. */
const bundledLines = (ids: readonly string[], { newTab, level }: CardOptions): TemplateResult =>
  html`<div class="lines">
    ${ids.map(
      (id) =>
        html`<resource-card
          .resourceId=${id}
          .compact=${true}
          .newTab=${newTab}
          .headingLevel=${level}
        ></resource-card>`,
    )}
  </div>`;

const age = (words: Words, made: string) =>
  quietLine(words, Date.now() - Date.parse(made) > old ? 'madeOld' : 'made', { month: monthOf(made, words.say) });

/** The first service that was added has the focus. */
async function onMore(search: DirectorySearch) {
  const before = search.cards.length;
  await search.more();
  search.focus('.found > li [aria-expanded]', before);
}

function onWiden(search: DirectorySearch, without: Widening['without']) {
  if (without === 'text') void search.ask({ text: '' });
  else void search.narrow({ [without]: noFilters[without] });
  search.focus('[data-at=text]');
}
