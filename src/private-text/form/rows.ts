import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { formSection } from '../../content/sections/private-form.js';
import { activeIn, listAt } from '../notebook/entries.js';
import { privateField, privatePart, privateText } from '../fields/private-fields.js';

/** A word that all elements with private text share. */
export type SharedWord = keyof typeof formSection.english.words;

/** An idea that can be taken into a list, set aside or left. */
export interface Offer {
  readonly id: string;
  readonly text: string;
  readonly lang?: string | undefined;
}

/** What rows are drawn from: see `FormController`. */
export interface Rows {
  readonly value: object;
  readonly say: (word: SharedWord) => string;
  readonly offer: (offer: Offer, list: string) => void;
  readonly isOpen: (id: string) => boolean;
}

/** A button of those that all such elements share. `at` is what it does it to. */
export const button = ({ say }: Pick<Rows, 'say'>, does: SharedWord, at = '', off = false): TemplateResult =>
  html`<button data-do=${does} data-at=${at} ?disabled=${off}>${say(does)}</button>`;

/** A field to add something to a list with. */
export const adder = (rows: Rows, label: string, list: string): TemplateResult =>
  html`<div class="row">${privateField(label, 'own', '')} ${button(rows, 'add', list)}</div>`;

/** A box to tick, for a flag at a path. */
export const tick = (label: string, at: string, checked: boolean): TemplateResult =>
  html`<label class="check"
    ><input type="checkbox" autocomplete="off" data-at=${at} .checked=${checked} />${label}</label
  >`;

/** One of a few things that can be chosen, or none: what is chosen is pressed again to be chosen no more. */
export const choices = (
  label: string,
  at: string,
  chosen: string,
  all: readonly (readonly [id: string, words: unknown])[],
): TemplateResult =>
  html`<div class="row" role="group" aria-label=${label}>
    <span class="muted" aria-hidden="true">${label}</span>
    ${all.map(
      ([id, words]) =>
        html`<button data-do="choose" data-at=${at} data-value=${id} aria-pressed=${chosen === id ? 'true' : 'false'}>
          ${words}
        </button>`,
    )}
  </div>`;

/**
 * The entries of a list, if any. Each can be changed, moved and taken out. Where there is `closer`, it can be looked at closer as well, and set aside;
 * those that are set aside are not shown here.
 */
export function entries(
  rows: Rows,
  list: string,
  inside: (at: string, index: number) => unknown,
  closer?: (at: string, index: number) => unknown,
): TemplateResult {
  const all = listAt(rows.value, list);
  const last = activeIn(all) - 1;
  if (last < 0) return html`<p>${rows.say('none')}</p>`;
  return html`<ol class="rows">
    ${all.slice(0, last + 1).map(({ id }, index) => {
      const at = `${list}.${index}`;
      const open = rows.isOpen(id);
      return html`<li class="entry" data-at=${at}>
        <span class="grip" draggable="true" aria-hidden="true">⠿</span>${inside(at, index)}
        <div class="row">
          ${
            closer
              ? html`<button class="look" data-do="look" data-at=${id} aria-expanded=${open ? 'true' : 'false'}>
                  ${rows.say(open ? 'close' : 'look')}
                </button>`
              : nothing
          }${button(rows, 'up', at, !index)}${button(rows, 'down', at, index === last)}${
            closer ? button(rows, 'putAside', at) : nothing
          }${button(rows, 'out', at)}
        </div>
        ${closer && open ? html`<div class="closer stack">${closer(at, index)}</div>` : nothing}
      </li>`;
    })}
  </ol>`;
}

/** What rests: each with what brings it back. */
const aside = ({ say }: Rows, rest: readonly unknown[]) =>
  rest.length
    ? html`<details>
        <summary>${say('setAside')}</summary>
        <ul class="rows">
          ${rest}
        </ul>
      </details>`
    : nothing;

/** The entries of a list that are set aside. */
export function resting(rows: Rows, list: string): TemplateResult | typeof nothing {
  const all = listAt(rows.value, list);
  const active = activeIn(all);
  return aside(
    rows,
    all
      .slice(active)
      .map(({ id, text = '' }, index) =>
        keyed(
          id,
          html`<li class="row">
            ${privatePart(privateText(text))}${button(rows, 'putBack', `${list}.${active + index}`)}
          </li>`,
        ),
      ),
  );
}

/** Ideas, each to be taken into a list or set aside. Nothing where all are taken. */
export function offers(rows: Rows, title: unknown, ideas: readonly Offer[], list: string): unknown {
  const { notForMe } = rows.value as { readonly notForMe: readonly string[] };
  const free = ideas.filter((one) => !listAt(rows.value, list).some(({ idea }) => idea === one.id));
  const some = (set: boolean, ...does: SharedWord[]) =>
    free
      .filter(({ id }) => notForMe.includes(id) === set)
      .map((one) => {
        rows.offer(one, list);
        return keyed(
          one.id,
          html`<li class="row">
            <span lang=${one.lang ?? nothing}>${one.text}</span>${does.map((word) => button(rows, word, one.id))}
          </li>`,
        );
      });
  return free.length
    ? [
        title,
        html`<ul class="rows">
          ${some(false, 'take', 'notForMe')}
        </ul>`,
        aside(rows, some(true, 'bringBack')),
      ]
    : nothing;
}
