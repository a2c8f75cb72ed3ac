import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { formSection } from '../../content/sections/private-form.js';
import {
  archive,
  archiveRestore,
  arrowDown,
  arrowUp,
  checkMark,
  chevronDown,
  circleMinus,
  ellipsis,
  plus,
  squarePen,
  undo2,
  type Icon,
} from '../../templates/icons.js';
import { activeIn, listAt, type NotebookEntry } from '../notebook/entries.js';
import { privateField, privatePart, privateText, privateWords } from '../fields/private-fields.js';

/** A word that all elements with private text share. */
export type SharedWord = keyof typeof formSection.english.words;

/** An idea that can be taken into a list, set aside or left. */
export interface Offer {
  readonly id: string;
  readonly text: string;
  readonly lang?: string | undefined;
}

/** What was taken away, and where it was: in a list of entries, or as an idea. */
export interface TakenAway {
  readonly list: string;
  readonly index: number;
  readonly idea: string;
  /** What is said about it. */
  readonly words: unknown;
}

/** What rows are drawn from: see `FormController`. */
export interface Rows {
  readonly value: object;
  readonly say: (word: SharedWord) => string;
  readonly offer: (offer: Offer, list: string) => void;
  readonly isOpen: (id: string) => boolean;
  /** Whether an entry's fields are shown in place of its words. */
  readonly isWriting: (at: string) => boolean;
  /** Whether the menu of an entry is open, where it cannot be laid over the page. */
  readonly isMenuOpen: (at: string) => boolean;
  readonly takenAway: TakenAway | undefined;
}

/** An entry, as a row shows it. */
export interface Row {
  /** The person's words. Empty: the row says so. */
  readonly text: string;
  /** What is small below them. */
  readonly small?: unknown;
  /** A box or a face, before the words. */
  readonly before?: unknown;
  /** The fields that the words turn into. */
  readonly fields: unknown;
  /** The entry has room for a note, at `note`. */
  readonly hasNote?: boolean;
  /** What is below the row, over its whole width. */
  readonly below?: unknown;
  /** What there is to see closer. Such an entry can be set aside as well. */
  readonly closer?: () => unknown;
  /** What is special about it, as a class. */
  readonly name?: string;
}

/** A button of those that all such elements share. `at` is what it does it to. */
export const button = ({ say }: Pick<Rows, 'say'>, does: SharedWord, at = '', off = false): TemplateResult =>
  html`<button data-do=${does} data-at=${at} ?disabled=${off}>${say(does)}</button>`;

/** Names a part of the entry at a path, for what is labelled by it. */
export const partId = (what: string, at: string): string => `${what}-${at}`;

/** A button that is about the words of an entry: its name is its own word, and then these. */
export const aboutEntry = (
  { say }: Pick<Rows, 'say'>,
  icon: Icon,
  does: SharedWord,
  at: string,
  name = 'quiet',
  off = false,
) =>
  html`<button
    class=${name}
    id=${partId(does, at)}
    data-do=${does}
    data-at=${at}
    aria-labelledby="${partId(does, at)} ${partId('words', at)}"
    ?disabled=${off}
  >
    ${icon()}${say(does)}
  </button>`;

/** A field to add something to a list with. */
export const adder = (rows: Rows, label: string, list: string): TemplateResult =>
  html`<div class="row add">
    ${privateField(label, 'own', '')} <button data-do="add" data-at=${list}>${plus()}${rows.say('add')}</button>
  </div>`;

/** A box to tick, for a flag at a path. */
export const tick = (label: unknown, at: string, checked: boolean): TemplateResult =>
  html`<label class="check"
    ><input type="checkbox" autocomplete="off" data-at=${at} .checked=${checked} /><span>${label}</span></label
  >`;

/** A box to tick before the words of an entry. Its name is the label, and then these words. */
export const rowTick = (label: string, at: string, flag: string, checked: boolean): TemplateResult =>
  html`<label class="check box"
    ><input
      type="checkbox"
      autocomplete="off"
      data-at="${at}.${flag}"
      aria-labelledby="${partId(flag, at)} ${partId('words', at)}"
      .checked=${checked}
    /><span class="away" id=${partId(flag, at)}>${label}</span></label
  >`;

/** One of a few things that can be chosen, or none: what is chosen is pressed again to be chosen no more. As `lines`, each is in a line of its own. */
export const choices = (
  label: string,
  at: string,
  chosen: string,
  all: readonly (readonly [id: string, words: unknown])[],
  name = '',
): TemplateResult =>
  html`<div class="row choices ${name}" role="group" aria-label=${label}>
    <span class="muted small" aria-hidden="true">${label}</span>
    ${all.map(
      ([id, words]) =>
        html`<button data-do="choose" data-at=${at} data-value=${id} aria-pressed=${chosen === id ? 'true' : 'false'}>
          ${words}
        </button>`,
    )}
  </div>`;

/** Where something was taken away: what it was, and the way back. */
const taken = ({ say }: Rows, { words }: TakenAway) =>
  html`<li class="done">
    <p aria-live="polite" aria-atomic="true" id="done">${words}</p>
    <button class="quiet" data-do="undo" data-at="" aria-describedby="done">${undo2()}${say('undo')}</button>
  </li>`;

/** The same, if it was taken from this place of a list. */
export const takenFrom = (rows: Rows, list: string, index: number): TemplateResult | typeof nothing => {
  const { takenAway } = rows;
  return takenAway && !takenAway.idea && takenAway.list === list && takenAway.index === index
    ? taken(rows, takenAway)
    : nothing;
};

/** Whether a menu can be laid over the page, beside its button. Elsewhere it is a line below the row. */
export const canFloat = (): boolean =>
  'popover' in HTMLElement.prototype && CSS.supports('position-area: block-end') && CSS.supports('anchor-scope: all');

/** What can be done with an entry beyond writing it. */
function overflow(rows: Rows, at: string, isFirst: boolean, isLast: boolean, { hasNote, closer }: Row) {
  const floats = canFloat();
  const open = !floats && rows.isMenuOpen(at);
  const id = partId('menu', at);
  return [
    html`<button
      class="quiet soft opens"
      id=${partId('more', at)}
      data-at=${at}
      data-do=${floats ? nothing : 'more'}
      popovertarget=${floats ? id : nothing}
      aria-expanded=${floats ? nothing : open ? 'true' : 'false'}
      aria-labelledby="${partId('more', at)} ${partId('words', at)}"
    >
      ${ellipsis()}${rows.say('more')}
    </button>`,
    html`<div class="menu" id=${id} data-at=${at} popover=${floats ? 'auto' : nothing} ?hidden=${!floats && !open}>
      ${aboutEntry(rows, arrowUp, 'up', at, '', isFirst)}${aboutEntry(rows, arrowDown, 'down', at, '', isLast)}
      ${hasNote ? aboutEntry(rows, squarePen, 'addNote', at, '') : nothing}
      ${closer ? aboutEntry(rows, archive, 'putAside', at, '') : nothing}
      ${aboutEntry(rows, circleMinus, 'out', at, 'apart')}
    </div>`,
  ];
}

/** The words of an entry, and what can be done with it. */
function shownRow(rows: Rows, { id }: NotebookEntry, at: string, isFirst: boolean, isLast: boolean, row: Row) {
  const { text, small, before, closer, below } = row;
  const open = rows.isOpen(id);
  const words = text
    ? privateText(text, partId('words', at))
    : html`<span class="muted" id=${partId('words', at)}>${rows.say('noWords')}</span>`;
  return html`<div class="line">
    <span class="grip" draggable="true" aria-hidden="true">⠿</span>${before ?? nothing}
    ${privateWords(at, small ? [words, html`<small>${small}</small>`] : words)}
    <div class="acts">
      ${
        closer
          ? html`<button
              class="quiet look"
              id=${partId('look', at)}
              data-do="look"
              data-at=${id}
              aria-expanded=${open ? 'true' : 'false'}
              aria-labelledby="${partId('look', at)} ${partId('words', at)}"
            >
              ${rows.say(open ? 'close' : 'look')}${chevronDown()}
            </button>`
          : nothing
      }${overflow(rows, at, isFirst, isLast, row)}
    </div>
    ${below ? html`<div class="below">${below}</div>` : nothing}
  </div>`;
}

/** Its fields, while they are shown. */
const writtenRow = ({ say }: Rows, at: string, fields: unknown) =>
  html`<div class="well stack writing">
    ${fields}
    <button class="primary" data-do="wrote" data-at=${at}>${checkMark()}${say('wrote')}</button>
  </div>`;

/** The entries of a list, if any, each as a row. Those that are set aside are not shown here. */
export function entries(rows: Rows, list: string, rowOf: (at: string, index: number) => Row): TemplateResult {
  const all = listAt(rows.value, list);
  const last = activeIn(all) - 1;
  const lines = [
    ...all.slice(0, last + 1).map((entry, index) => {
      const at = `${list}.${index}`;
      const row = rowOf(at, index);
      const inside = rows.isWriting(at)
        ? writtenRow(rows, at, row.fields)
        : shownRow(rows, entry, at, !index, index === last, row);
      return html`${takenFrom(rows, list, index)}
        <li class="entry ${row.closer ? 'opt' : ''} ${row.name ?? ''}" data-at=${at}>
          ${inside}
          ${row.closer && rows.isOpen(entry.id) ? html`<div class="closer stack">${row.closer()}</div>` : nothing}
        </li>`;
    }),
    takenFrom(rows, list, last + 1),
  ].filter((one) => one !== nothing);
  return html`${
    lines.length
      ? html`<ol class="rows">
          ${lines}
        </ol>`
      : nothing
  }
  ${last < 0 ? html`<p class="empty">${rows.say('none')}</p>` : nothing}`;
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
    all.slice(active).map(({ id, text = '' }, index) => {
      const at = `${list}.${active + index}`;
      return keyed(
        id,
        html`<li class="row">
          ${privatePart(privateText(text, partId('words', at)))}${aboutEntry(rows, archiveRestore, 'putBack', at)}
        </li>`,
      );
    }),
  );
}

/** A button that is about an idea: our own words, or an agency's. */
const aboutIdea = (
  { say }: Rows,
  icon: Icon | undefined,
  does: SharedWord,
  { id, text }: Offer,
  name = 'quiet',
  word = does,
) =>
  html`<button class=${name} data-do=${does} data-at=${id} aria-label="${say(word)}: ${text}">
    ${icon?.()}${say(word)}
  </button>`;

/** Ideas, each to be taken into a list or set aside. Nothing where all are taken. */
export function offers(rows: Rows, ideas: readonly Offer[], list: string, leave: SharedWord = 'notForMe'): unknown {
  const { notForMe } = rows.value as { readonly notForMe: readonly string[] };
  const free = ideas.filter((one) => !listAt(rows.value, list).some(({ idea }) => idea === one.id));
  const { takenAway } = rows;
  const row = (one: Offer, does: unknown) =>
    keyed(
      one.id,
      html`<li class="row offer">
        <span lang=${one.lang ?? nothing}>${one.text}</span><span class="acts">${does}</span>
      </li>`,
    );
  const isAside = ({ id }: Offer) => notForMe.includes(id);
  for (const one of free) rows.offer(one, list);
  return free.length
    ? [
        html`<ul class="rows">
          ${free.map((one) =>
            isAside(one)
              ? takenAway?.idea === one.id
                ? taken(rows, takenAway)
                : nothing
              : row(one, [
                  aboutIdea(rows, plus, 'take', one, ''),
                  aboutIdea(rows, undefined, 'notForMe', one, 'quiet', leave),
                ]),
          )}
        </ul>`,
        aside(
          rows,
          free.filter(isAside).map((one) => row(one, aboutIdea(rows, archiveRestore, 'bringBack', one))),
        ),
      ]
    : nothing;
}
