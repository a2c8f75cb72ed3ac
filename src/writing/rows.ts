import { html, nothing, type TemplateResult } from 'lit';
import type { writingSection } from '../content/writing.js';
import { activeIn, listAt } from '../notebook/entries.js';
import { privateField, privatePart } from '../templates/private.js';

/** A word that all elements with private text share. */
export type SharedWord = keyof typeof writingSection.english.words;

/** An idea that can be taken into a list, set aside or left. */
export interface Offer {
  readonly id: string;
  readonly text: string;
  readonly lang?: string | undefined;
}

/** What rows are drawn from: see `WritingController`. */
export interface Rows {
  readonly page: object;
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
    ${all.map(
      ([id, words]) =>
        html`<button data-do="choose" data-at=${at} data-value=${id} aria-pressed=${chosen === id ? 'true' : 'false'}>
          ${words}
        </button>`,
    )}
  </div>`;

/** The entries of a list. Each can be changed, moved, taken out and, where `canRest`, set aside; those are not shown here. */
export function entries(
  rows: Rows,
  list: string,
  inside: (at: string, index: number) => unknown,
  canRest = false,
): TemplateResult | typeof nothing {
  const last = activeIn(listAt(rows.page, list)) - 1;
  if (last < 0) return nothing;
  return html`<ol class="rows">
    ${Array.from({ length: last + 1 }, (_, index) => {
      const at = `${list}.${index}`;
      return html`<li class="entry" data-at=${at}>
        <span class="grip" draggable="true" aria-hidden="true">⠿</span>${inside(at, index)}
        <div class="row">
          ${button(rows, 'up', at, !index)}${button(rows, 'down', at, index === last)}${
            canRest ? button(rows, 'putAside', at) : nothing
          }${button(rows, 'out', at)}
        </div>
      </li>`;
    })}
  </ol>`;
}

/** What is looked at where a person asks for it: an entry's parts, say. */
export function closer({ say, isOpen }: Rows, id: string, inside: () => unknown): unknown {
  const open = isOpen(id);
  return [
    html`<button data-do="look" data-at=${id} aria-expanded=${open ? 'true' : 'false'}>
      ${say(open ? 'close' : 'look')}
    </button>`,
    open ? html`<div class="closer stack">${inside()}</div>` : nothing,
  ];
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
  const all = listAt(rows.page, list);
  const active = activeIn(all);
  return aside(
    rows,
    all
      .slice(active)
      .map(
        ({ text }, index) =>
          html`<li class="row">${privatePart(text)}${button(rows, 'putBack', `${list}.${active + index}`)}</li>`,
      ),
  );
}

/** Ideas, each to be taken into a list or set aside. Nothing where all are taken. */
export function offers(rows: Rows, title: unknown, ideas: readonly Offer[], list: string): unknown {
  const { notForMe } = rows.page as { readonly notForMe: readonly string[] };
  const free = ideas.filter((one) => !listAt(rows.page, list).some(({ idea }) => idea === one.id));
  const some = (set: boolean, ...does: SharedWord[]) =>
    free
      .filter(({ id }) => notForMe.includes(id) === set)
      .map((one) => {
        rows.offer(one, list);
        return html`<li class="row">
          <span lang=${one.lang ?? nothing}>${one.text}</span>${does.map((word) => button(rows, word, one.id))}
        </li>`;
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
