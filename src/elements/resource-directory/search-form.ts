import { html, nothing, type TemplateResult } from 'lit';
import { asIs, gap } from '../../templates/as-is.js';
import { magnifier } from '../../templates/icons.js';
import { privateField } from '../../private-text/fields/private-fields.js';
import type { DirectorySearch } from './directory-search.js';
import { changeOf, filterFields } from './filters.js';
import { quietLine, formatNumber, type Words } from './words.js';

/** Where a person says what they look for. `host` is the server that a live search goes to. */
export function searchForm(words: Words, search: DirectorySearch, host: string): TemplateResult {
  const { say } = words;
  const { asked, opened, isLive, area, waits } = search;
  const about = isLive ? quietLine(words, 'liveAbout', { host: gap }, asIs(host)) : quietLine(words, 'findAbout');
  return html`
    <form
      class="stack"
      role="search"
      aria-label=${say('title')}
      @submit=${(event: Event) => onSubmit(event, search)}
      @input=${(event: Event) => onInput(event, search)}
      @change=${(event: Event) => onChange(event, search)}
    >
      ${opened!.areas.length ? areaField(words, search) : nothing}
      ${area ? html`<p aria-live="polite" aria-atomic="true">${say(area === 'loading' ? 'placeLoading' : 'placeFailed')}</p>` : nothing}
      ${
        waits
          ? nothing
          : html`
              <div class="search">
                <div class="seek">${privateField(say('find'), 'text', asked.text, 'search', about)}${magnifier()}</div>
                ${isLive ? html`<button>${say('search')}</button>` : nothing}
              </div>
              ${filterFields(words, search)}
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
      <span>${say('place')}</span> ${quietLine(words, 'placeAbout')}
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
  if (control.dataset['at'] === 'area') return void search.choose(control.value);
  const change = changeOf(control, search.asked.filters);
  if (change) void search.narrow(change);
}
