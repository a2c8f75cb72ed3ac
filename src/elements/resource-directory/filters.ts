import { html, nothing, type TemplateResult } from 'lit';
import { languageList } from '../../i18n/intl.js';
import { reaches, type Choice, type Filters, type Reach } from '../../services/directory-contract.js';
import { fresh } from '../../templates/fresh.js';
import { checkMark, chevronDown, locate, slidersHorizontal } from '../../templates/icons.js';
import { privateField, privatePart } from '../../private-text/fields/private-fields.js';
import type { DirectorySearch } from './directory-search.js';
import { formatNumber, quietLine, type DirectoryWord, type Words } from './words.js';

const reachWords: Readonly<Record<Reach, DirectoryWord>> = {
  chat: 'reachChat',
  text: 'reachText',
  call: 'reachCall',
  remote: 'reachRemote',
  'in-person': 'reachInPerson',
};

/** A list to choose one from, with how many results each would leave. What was chosen stays in it, also when it would leave none. */
function select(
  { say, language }: Words,
  label: string,
  any: string,
  at: 'terms' | 'languages',
  choices: readonly Choice[],
  chosen: string,
  name = (value: string) => value,
): TemplateResult | typeof nothing {
  const listed =
    choices.some(({ value }) => value === chosen) || !chosen ? choices : [...choices, { value: chosen, count: 0 }];
  if (!listed.length) return nothing;
  return html`
    <label class="field">
      <span>${label}</span>
      <select data-at=${at} autocomplete="off">
        <option value="" .selected=${!chosen}>${any}</option>
        ${listed.map(
          ({ value, count }) => html`
            <option value=${value} .selected=${value === chosen}>
              ${fresh(say('choice', { name: name(value), number: formatNumber(count, language) }))}
            </option>
          `,
        )}
      </select>
    </label>
  `;
}

/** What is most often chosen: it is always in sight. */
const first: readonly Reach[] = ['text', 'call'];

const chip = (search: DirectorySearch, label: string, at: string, isPressed: boolean) => html`
  <button
    type="button"
    class="chip"
    data-at=${at}
    aria-pressed=${isPressed ? 'true' : 'false'}
    @click=${({ currentTarget }: Event) => {
      const change = changeOf(currentTarget as HTMLElement, search.asked.filters);
      if (change) void search.narrow(change);
    }}
  >
    ${isPressed ? checkMark() : nothing}${label}
  </button>
`;

/** What results can be narrowed by. A filter that the data does not support is not there. */
export function filterFields(words: Words, search: DirectorySearch): TemplateResult {
  const { say, language } = words;
  const { filters } = search.asked;
  // What could be chosen without any filter.
  const all = search.opened!.choices;
  const now = search.choices ?? all;
  const languageName = (tag: string) => languageList([tag], language);
  const reachable = reaches.filter((reach) => all.reach.some(({ value }) => value === reach));
  const ways = reachable.length > 1 ? reachable : [];
  const reachChip = (reach: Reach) =>
    chip(search, say(reachWords[reach]), `reach ${reach}`, filters.reach.includes(reach));
  const others = ways.filter((reach) => !first.includes(reach));
  const fields = [
    select(words, say('terms'), say('anyTerm'), 'terms', now.terms, filters.terms[0] ?? ''),
    select(
      words,
      say('language'),
      say('anyLanguage'),
      'languages',
      now.languages,
      filters.languages[0] ?? '',
      languageName,
    ),
    all.ages ? privateField(say('age'), 'age', `${filters.age ?? ''}`, 'tel') : nothing,
  ];
  const hasMore = others.length || all.places || fields.some((field) => field !== nothing);
  return privatePart(
    html`
      <div class="chips" role="group" aria-label=${say('only')}>
        ${all.hours ? chip(search, say('openNow'), 'openNow', filters.openNow) : nothing}
        ${all.free ? chip(search, say('free'), 'free', filters.free) : nothing}
        ${ways.filter((reach) => first.includes(reach)).map(reachChip)}
        ${
          hasMore
            ? html`<button
                type="button"
                class="quiet"
                data-do="filters"
                aria-expanded=${search.isWide ? 'true' : 'false'}
                aria-controls="more"
                @click=${() => search.widen()}
              >
                ${slidersHorizontal()}${say('narrow')}${chevronDown()}
              </button>`
            : nothing
        }
      </div>
      ${
        hasMore
          ? html`<div class="well stack" id="more" ?hidden=${!search.isWide}>
              <div class="fields">${fields}</div>
              ${
                others.length
                  ? html`<div class="chips" role="group" aria-label=${say('reach')}>${others.map(reachChip)}</div>`
                  : nothing
              }
              ${all.places ? nearButton(words, search) : nothing}
            </div>`
          : nothing
      }
    `,
    'filters',
  );
}

const nearButton = (words: Words, search: DirectorySearch) => html`
  <button type="button" data-do="near" aria-describedby="near" @click=${() => search.near()}>
    ${locate()}${fresh(words.say(search.asked.near ? 'nearStop' : 'near'))}
  </button>
  <div id="near">${quietLine(words, 'nearAbout')}</div>
  <p aria-live="polite" aria-atomic="true">${search.hasNoPlace ? words.say('nearFailed') : ''}</p>
`;

/** What a control of the fields says, or a chip that is pressed, as a change of the filters. `undefined`: it is none of them. */
export function changeOf(control: HTMLElement, filters: Filters): Partial<Filters> | undefined {
  const [at, reach] = control.dataset['at']?.split(' ') ?? [];
  const { value } = control as HTMLInputElement;
  switch (at) {
    case 'terms':
    case 'languages':
      return { [at]: value ? [value] : [] };
    case 'age':
      return { age: /^\s*\d{1,3}\s*$/.test(value) ? Number(value) : undefined };
    case 'free':
    case 'openNow':
      return { [at]: !filters[at] };
    case 'reach':
      return { reach: reaches.filter((one) => (one === reach) !== filters.reach.includes(one)) };
    default:
      return;
  }
}
