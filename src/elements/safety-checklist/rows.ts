import { html, nothing, type TemplateResult } from 'lit';
import type { Idea } from '../../content/schema.js';
import type { safetyPlanSection } from '../../content/sections.js';
import type { Item, ListName, Person } from '../../notebook/plan.js';
import { dialable } from '../../parse/links.js';
import { privateArea, privateField, privatePart } from '../../templates/private.js';

/** A key of the element's words. */
export type Word = keyof typeof safetyPlanSection.english.words;
/** Gives a word in the current language. */
export type Say = (word: Word, values?: Readonly<Record<string, number>>) => string;

const fields = { items: ['text', 'note'], people: ['name', 'number', 'note'] } as const;

/** A button that says what it does. `at` is what it does it to: the place of an entry or the `id` of an idea. */
export const button = (say: Say, does: Word, at = '', off = false): TemplateResult =>
  html`<button data-do=${does} data-at=${at} ?disabled=${off}>${say(does)}</button>`;

/** Ideas, each with what can be done with it. */
export const ideaRows = (say: Say, ideas: readonly Idea[], youth: boolean, ...does: Word[]): TemplateResult => html`
  <ul class="rows">
    ${ideas.map(
      (idea) => html`
        <li class="row">
          <span lang=${idea.lang ?? nothing}>${youth ? idea.youth : idea.advocate}</span
          >${does.map((word) => button(say, word, idea.id))}
        </li>
      `,
    )}
  </ul>
`;

/** The entries of a list of the plan: each can be changed, moved and taken out. */
export const entryRows = (
  say: Say,
  list: ListName,
  entries: readonly Readonly<Partial<Item & Person>>[],
): TemplateResult => html`
  <ol class="rows">
    ${entries.map((entry, index) => {
      const at = `${list}.${index}`;
      const dial = dialable(entry.number ?? '');
      return html`
        <li class="entry" data-at=${at}>
          <span class="grip" draggable="true" aria-hidden="true">⠿</span>
          ${
            list === 'items'
              ? html`<label class="check">
                  <input
                    type="checkbox"
                    autocomplete="off"
                    data-at="${at}.inPlace"
                    .checked=${!!entry.inPlace}
                  />${say('inPlace')}
                </label>`
              : nothing
          }${fields[list].map((name) =>
            list === 'items'
              ? privateArea(say(name), `${at}.${name}`, entry[name] ?? '')
              : privateField(say(name), `${at}.${name}`, entry[name] ?? '', name === 'number' ? 'tel' : 'text'),
          )}${
            dial
              ? privatePart([
                  html`<a href="tel:${dial}">${say('call')}</a>`,
                  html`<a href="sms:${dial}">${say('sms')}</a>`,
                ])
              : nothing
          }
          <div class="row">
            ${button(say, 'up', at, !index)}${button(say, 'down', at, index === entries.length - 1)}${button(say, 'out', at)}
          </div>
        </li>
      `;
    })}
  </ol>
`;
