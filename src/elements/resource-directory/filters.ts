import { html, nothing, type TemplateResult } from 'lit';
import { languageList } from '../../i18n/intl.js';
import { reaches, type Choice, type Choices, type Filters, type Reach } from '../../services/directory-contract.js';
import { fresh } from '../../templates/fresh.js';
import { privateField, privatePart } from '../../private-text/fields/private-fields.js';
import { formatNumber, type DirectoryWord, type Words } from './words.js';

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

const box = (label: string, at: string, checked: boolean) => html`
  <label class="check">
    <input type="checkbox" autocomplete="off" data-at=${at} .checked=${checked} />
    ${label}
  </label>
`;

/** What results can be narrowed by. A filter that the data does not support is not there. `all` is what could be chosen without any. */
export function filterFields(words: Words, filters: Filters, now: Choices, all: Choices): TemplateResult {
  const { say, language } = words;
  const languageName = (tag: string) => languageList([tag], language);
  const reachable = reaches.filter((reach) => all.reach.some(({ value }) => value === reach));
  return privatePart(
    html`
      <div class="filters">
        ${select(words, say('terms'), say('anyTerm'), 'terms', now.terms, filters.terms[0] ?? '')}
        ${select(words, say('language'), say('anyLanguage'), 'languages', now.languages, filters.languages[0] ?? '', languageName)}
        ${all.ages ? privateField(say('age'), 'age', `${filters.age ?? ''}`, 'tel') : nothing}
      </div>
      ${all.free ? box(say('free'), 'free', filters.free) : nothing}
      ${all.hours ? box(say('openNow'), 'openNow', filters.openNow) : nothing}
      ${
        reachable.length > 1
          ? html`<div role="group" aria-label=${say('reach')}>
              <span aria-hidden="true">${say('reach')}</span>
              ${reachable.map((reach) => box(say(reachWords[reach]), `reach ${reach}`, filters.reach.includes(reach)))}
            </div>`
          : nothing
      }
    `,
    'filters',
  );
}

/** What a control of the fields says, as a change of the filters. `undefined`: the control is none of them. */
export function changeOf(control: Element | null, filters: Filters): Partial<Filters> | undefined {
  if (control instanceof HTMLSelectElement)
    return control.dataset['at'] === 'terms' || control.dataset['at'] === 'languages'
      ? { [control.dataset['at']]: control.value ? [control.value] : [] }
      : undefined;
  if (!(control instanceof HTMLInputElement)) return;
  const [at, reach] = control.dataset['at']?.split(' ') ?? [];
  if (at === 'age') return { age: /^\s*\d{1,3}\s*$/.test(control.value) ? Number(control.value) : undefined };
  if (at === 'free' || at === 'openNow') return { [at]: control.checked };
  if (at !== 'reach') return;
  return { reach: reaches.filter((one) => (one === reach ? control.checked : filters.reach.includes(one))) };
}
