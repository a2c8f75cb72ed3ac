import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { resourcesSection } from '../../content/sections/resource-card.js';
import { monthOf } from '../../i18n/month.js';
import { noFilters, type Found, type Widening } from '../../services/directory-contract.js';
import { fresh } from '../../templates/fresh.js';
import { note } from '../../templates/head.js';
import { heading } from '../../templates/heading.js';
import { clockFace, cross, info, plus, rotateCw } from '../../templates/icons.js';
import { traceLine } from '../../templates/trace-line.js';
// Results are shown in cards.
import '../resource-card/resource-card.js';
import { pageSize, type DirectorySearch } from './directory-search.js';
import { distanceWords } from './distance.js';
import { hotlines, hotlineIds, type CardContent } from './hotlines.js';
import { line, quietLine, formatNumber, type DirectoryWord, type Words } from './words.js';

/** How cards are to look. */
export interface CardOptions {
  readonly newTab: boolean;
  /** The level of the names' headings. */
  readonly level: number;
}

const others = resourcesSection.english.content.resources.map(({ id }) => id).filter((id) => !hotlineIds.includes(id));
/** In milliseconds. A list that is older may have changed in places. */
const old = 90 * 86_400_000;

/** All that is said in the directory: its own words, and those of its cards. */
interface Said {
  readonly words: Words;
  readonly cards: CardContent;
}

/** What there is to show below the form: results, or what is there in their place. */
export function results(said: Said, search: DirectorySearch, options: CardOptions): unknown {
  switch (search.state) {
    case 'none':
      return [trace(said), bundledLines(search, options, others)];
    case 'loading':
      return [
        html`<p class="with" aria-live="polite" aria-atomic="true">
          ${clockFace()}<span>${line(said.words, 'loading')}</span>
        </p>`,
        trace(said),
        bundledLines(search, options),
      ];
    case 'failed':
      return failed(said, search, options);
    default:
      return resultList(said, search, options);
  }
}

/** What every kind of way leaves behind, once for the whole list. */
const trace = ({ cards }: Said) => traceLine(cards, ['call', 'text', 'chat', 'site']);

function resultList(said: Said, search: DirectorySearch, options: CardOptions) {
  const { words } = said;
  const { say, language } = words;
  const { results, cards, drawn, opened, isLive, heard } = search;
  const total = results?.total ?? 0;
  const shown = results?.found.length ?? 0;
  const isNone = !!results && !total;
  const count = (number: number) =>
    fresh(say(number ? 'found' : 'none', { count: number, number: formatNumber(number, language) }));
  return html`
    ${isNone ? nothing : hotlines(words, said.cards, options.level)}
    <div class="bar">
      <p class="count" aria-hidden=${heard === undefined ? nothing : 'true'}>${results ? count(total) : nothing}</p>
      <p class="away" aria-live="polite" aria-atomic="true">${heard === undefined ? nothing : count(heard)}</p>
      <div class="acts">
        ${
          search.isNarrowed
            ? html`<button class="quiet" data-do="clear" @click=${() => onClear(search)}>
                ${cross()}${say('clear')}
              </button>`
            : nothing
        }
        ${total ? sortField(words, search) : nothing}
      </div>
    </div>
    ${
      isNone
        ? [
            widenings(words, results.widen, search, options),
            html`<div class="stack">${heading(options.level, say('lines'))} ${trace(said)}</div>`,
            bundledLines(search, options),
          ]
        : trace(said)
    }
    <ol class="found">
      ${cards.map((card, index) => item(words, card, index, index >= drawn, search, options))}
    </ol>
    ${
      shown < total
        ? html`<div class="acts">
            <button data-do="more" @click=${(event: Event) => void onMore(event, search)}>
              ${plus()}${say('more')}
            </button>
            <span class="small muted"
              >${fresh(
                say('shown', { shown: formatNumber(shown, language), number: formatNumber(total, language) }),
              )}</span
            >
          </div>`
        : nothing
    }
    ${isLive || !opened?.made ? nothing : age(words, opened.made)}
  `;
}

function sortField({ say }: Words, search: DirectorySearch) {
  const { sort, near } = search.asked;
  const orders = [
    ['best', 'sortBest'],
    ['name', 'sortName'],
    ...(near ? ([['distance', 'sortDistance']] as const) : []),
  ] as const;
  return html`
    <label>
      <span class="muted">${say('sort')}</span>
      <select
        data-at="sort"
        autocomplete="off"
        @change=${({ target }: Event) => void search.ask({ sort: (target as HTMLSelectElement).value as 'best' })}
      >
        ${orders.map(([value, word]) => html`<option value=${value} .selected=${value === sort}>${say(word)}</option>`)}
      </select>
    </label>
  `;
}

function item(
  { say, language }: Words,
  { service, distance }: Found,
  index: number,
  isLater: boolean,
  search: DirectorySearch,
  options: CardOptions,
) {
  return html`
    <li class=${index < pageSize ? '' : 'later'} ?hidden=${isLater}>
      <resource-card
        .resource=${service}
        .compact=${!search.isUnfolded(service)}
        .listed=${search.unfold}
        .distance=${distance === undefined ? '' : distanceWords(distance, language, say)}
        .newTab=${options.newTab}
        .headingLevel=${options.level}
      ></resource-card>
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
    <div class="stack">
      ${heading(options.level, say('widen'))}
      <ul class="acts">
        ${widen.map(({ without, count }) => {
          const name = say(`without${without[0]!.toUpperCase()}${without.slice(1)}` as DirectoryWord);
          return html`<li>
            <button data-do=${`without ${without}`} @click=${() => onWiden(search, without)}>
              ${say('choice', { name, number: formatNumber(count, language) })}
            </button>
          </li>`;
        })}
      </ul>
    </div>
  `;
}

const failed = (said: Said, search: DirectorySearch, options: CardOptions) => html`
  <div aria-live="polite" aria-atomic="true">
    ${note(info, line(said.words, search.isLive ? 'liveFailed' : 'failed'))}
  </div>
  <button class="primary" data-do="again" @click=${() => void search.again()}>
    ${rotateCw()}${said.words.say('again')}
  </button>
  <slot></slot>
  ${trace(said)} ${bundledLines(search, options, others)}
`;

/** Services that the library brings along: the hotlines, or what the agency has put in their place, and others. */
function bundledLines(search: DirectorySearch, { newTab, level }: CardOptions, others: readonly string[] = []) {
  const cards = (ids: readonly string[]): TemplateResult[] =>
    ids.map(
      (id) =>
        html`<resource-card
          .resourceId=${id}
          .compact=${!search.isUnfolded({ id, name: id })}
          .listed=${search.unfold}
          .newTab=${newTab}
          .headingLevel=${level}
        ></resource-card>`,
    );
  return html`<div class="lines"><slot name="hotlines">${cards(hotlineIds)}</slot>${cards(others)}</div>`;
}

function age(words: Words, made: string) {
  const month = { month: monthOf(made, words.say) };
  return Date.now() - Date.parse(made) > old
    ? note(info, line(words, 'madeOld', month))
    : quietLine(words, 'made', month);
}

/** The first service that was added has the focus. */
async function onMore({ currentTarget }: Event, search: DirectorySearch) {
  const root = (currentTarget as Element).getRootNode() as ShadowRoot;
  const before = search.cards.length;
  await search.more();
  await (root.host as LitElement).updateComplete;
  const card = root.querySelectorAll<LitElement>('.found > li > *')[before];
  await card?.updateComplete;
  card?.renderRoot.querySelector<HTMLElement>('[aria-expanded]')?.focus();
}

function onClear(search: DirectorySearch) {
  void search.clear();
  search.focus('[data-at=text]');
}

function onWiden(search: DirectorySearch, without: Widening['without']) {
  if (without === 'text') void search.ask({ text: '' });
  else void search.narrow({ [without]: noFilters[without] });
  search.focus('[data-at=text]');
}
