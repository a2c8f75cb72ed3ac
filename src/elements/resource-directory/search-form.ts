import { html, nothing, type TemplateResult } from 'lit';
import { asIs, gap } from '../../templates/as-is.js';
import { privateField } from '../../private-text/fields/private-fields.js';
import type { DirectorySearch } from './directory-search.js';
import { changeOf, filterFields } from './filters.js';
import { quietLine, formatNumber, type Words } from './words.js';

/** Where a person says what they look for. `host` is the server that a live search goes to. */
export function searchForm(words: Words, search: DirectorySearch, host: string): TemplateResult {
  const { say } = words;
  const { asked, opened, isLive, area, waits } = search;
  const { areas, choices } = opened!;
  return html`
    <form
      role="search"
      aria-label=${say('title')}
      @submit=${(event: Event) => onSubmit(event, search)}
      @input=${(event: Event) => onInput(event, search)}
      @change=${(event: Event) => onChange(event, search)}
    >
      ${areas.length ? areaField(words, search) : nothing}
      ${area ? html`<p role="status">${say(area === 'loading' ? 'placeLoading' : 'placeFailed')}</p>` : nothing}
      ${
        waits
          ? nothing
          : html`
              <div class="search">
                ${privateField(say('find'), 'text', asked.text)}
                ${isLive ? html`<button>${say('search')}</button>` : nothing}
              </div>
              ${isLive ? quietLine(words, 'liveAbout', { host: gap }, asIs(host)) : quietLine(words, 'findAbout')}
              <details>
                <summary>${say('narrow')}</summary>
                ${filterFields(words, asked.filters, search.choices ?? choices, choices)}
                ${choices.places ? nearButton(words, search) : nothing} ${sortField(words, search)}
              </details>
              ${
                search.isNarrowed
                  ? html`<button type="button" data-do="clear" @click=${() => onClear(search)}>${say('clear')}</button>`
                  : nothing
              }
            `
      }
    </form>
  `;
}

function areaField(words: Words, { opened }: DirectorySearch) {
  const { say, language } = words;
  const { areas, loaded } = opened!;
  const named = areas.filter(({ name }) => name);
  const last = loaded.findLast((id) => named.some((area) => area.id === id));
  return html`
    <label class="field">
      <span>${say('place')}</span>
      <select data-at="area" autocomplete="off">
        ${last ? nothing : html`<option value="">${say('choosePlace')}</option>`}
        ${named.map(
          ({ id, name, count }) => html`
            <option value=${id} translate="no" .selected=${last === id}>
              ${say('choice', { name, number: formatNumber(count, language) })}
            </option>
          `,
        )}
      </select>
    </label>
    ${quietLine(words, 'placeAbout')}
  `;
}

const nearButton = (words: Words, search: DirectorySearch) => html`
  <button type="button" data-do="near" aria-describedby="near" @click=${() => search.near()}>
    ${words.say(search.asked.near ? 'nearStop' : 'near')}
  </button>
  <div id="near">${quietLine(words, 'nearAbout')}</div>
  <p role="status">${search.hasNoPlace ? words.say('nearFailed') : ''}</p>
`;

function sortField({ say }: Words, { asked: { sort, near } }: DirectorySearch) {
  const orders = [
    ['best', 'sortBest'],
    ['name', 'sortName'],
    ...(near ? ([['distance', 'sortDistance']] as const) : []),
  ] as const;
  return html`
    <label class="field">
      <span>${say('sort')}</span>
      <select data-at="sort" autocomplete="off">
        ${orders.map(([value, word]) => html`<option value=${value} .selected=${value === sort}>${say(word)}</option>`)}
      </select>
    </label>
  `;
}

function onSubmit(event: Event, search: DirectorySearch) {
  event.preventDefault();
  void search.ask({});
}

function onInput({ target }: Event, search: DirectorySearch) {
  const control = target as HTMLInputElement;
  if (control.dataset['at'] !== 'text') return;
  search.type(control.value);
}

function onChange({ target }: Event, search: DirectorySearch) {
  const control = target as HTMLSelectElement;
  const { at } = control.dataset;
  if (at === 'area') return void search.load(control.value);
  if (at === 'sort') return void search.ask({ sort: control.value as 'best' });
  const change = changeOf(control, search.asked.filters);
  if (change) void search.narrow(change);
}

function onClear(search: DirectorySearch) {
  void search.clear();
  search.focus('[data-at=text]');
}
