import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Statement } from '../../content/schema.js';
import { formSection } from '../../content/sections/private-form.js';
import { ContentController, type ContentHost } from '../../controllers/content.js';
import { clearAll, undoSeconds } from '../fields/clearing.js';
import { NotebookController } from '../fields/notebook-controller.js';
import { privateText } from '../fields/private-fields.js';
import type { Values } from '../../i18n/words.js';
import { KeepLoader } from '../keep/keep-loader.js';
import {
  activeIn,
  add,
  listAt,
  move,
  rest,
  split,
  takeOut,
  valueAt,
  write,
  type NotebookEntry,
} from '../notebook/entries.js';
import type { NotebookPart } from '../notebook/notebook.js';
import type { DeepReadonly } from '../notebook/shape.js';
import type { ObjectSchema } from '../../schema/parse.js';
import { around, gap } from '../../templates/as-is.js';
import { disclosure } from '../../templates/disclosure.js';
import { draftNote, head } from '../../templates/head.js';
import { heading } from '../../templates/heading.js';
import { paragraphs } from '../../templates/statements.js';
import { printer, type Icon } from '../../templates/icons.js';
import { withEnglish } from '../../templates/with-english.js';
import { editingCommands, valueOf, type Commands } from './commands.js';
import { drawNow, focusedIn, focusFirst } from './focus.js';
import { PrintSheet } from './print-sheet.js';
import { button, canFloat, type Offer, type SharedWord, type TakenAway } from './rows.js';

/** A part with ideas to take. */
interface WithIdeas {
  notForMe: string[];
}

/** An element in which a person writes in private. */
export interface FormHost extends ContentHost {
  readonly inPage: boolean;
  readonly headingLevel: number;
}

/** The element's own words. */
type Content = Pick<ContentController<ObjectSchema, 'draft'>, 'fallback' | 'failed' | 'lang' | 'draft' | 'say'>;

/** What stands at the end of an element. */
interface Foot {
  /** What the button says that prints. Left out: it is there only where the bar of the notebook is not. */
  readonly print?: string;
  /** Stands at the other end of the line. */
  readonly next?: unknown;
}

/** How much of a text is said again when something is done with it. */
const saidAgain = 80;

/** Finds a control by what it does, and to what. */
const doing = (does: string, at: string): string => `[data-do=${does}][data-at="${at}"]`;

/** Finds the words of an entry. */
const wordsAt = (at: string): string => doing('write', at);

/** Finds what opens the menu of an entry. */
const opensAt = (at: string): string => `.opens[data-at="${at}"]`;

/** What brings back what was just done. */
const wayBack = ['.done [data-do=undo]', '[data-do=undo]:enabled', '[data-at=own]', '[role=tab][tabindex="0"]'];

/**
 * What every element with private text does: it shows a part of the notebook, writes into it what a person types, adds, moves and
 * takes out entries of lists, takes back, clears, prints, keeps. A control's `data-at` is the path in the part that it is about, and a
 * button's `data-do` what it does there.
 */
export class FormController<T extends object> {
  readonly #host: FormHost;
  readonly #content: Content;
  readonly #sheet: PrintSheet;
  readonly #words: ContentController<typeof formSection.schema, SharedWord>;
  readonly #notebook: NotebookController<T>;
  readonly #keep: KeepLoader<T>;
  readonly #commands: Commands;
  readonly #offered = new Map<string, readonly [offer: Offer, list: string]>();
  readonly #seen = new Set<string>();
  /** The entry whose fields are shown, and the one whose menu is open where it is a line of its own: see `#keyOf`. */
  #writing = '';
  #menu = '';
  #said: unknown = '';
  #takenAway: TakenAway | undefined;
  /** What was in the notebook when something was said: that is said until anything in it changes. */
  #saidOf: unknown;
  #timesSaid = 0;
  /** Whether the key that is pressed is the one that goes on to the next control. */
  #goesOn = false;
  #dragged = '';
  #forgetting: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param sheet Draws what is printed and copied: headings and paragraphs.
   * @param commands What buttons of the element's own do.
   */
  constructor(
    host: FormHost,
    content: Content,
    part: NotebookPart<T>,
    sheet: () => TemplateResult,
    commands: Commands = {},
  ) {
    this.#host = host;
    this.#content = content;
    this.#sheet = new PrintSheet(host, sheet, () => this.#keep.isOnPaper());
    this.#words = new ContentController(host, formSection, false);
    this.#notebook = new NotebookController(host, part);
    this.#keep = new KeepLoader(host, this.#notebook, this.#words, () => this.#sheet.copy());
    this.#commands = {
      ...editingCommands(this),
      add: (list, button) => this.#addOwn(list, button),
      up: (at) => this.#move(at, -1),
      down: (at) => this.#move(at, 1),
      take: (id) => this.#take(id),
      out: (at) => this.#takeAway(at, 'out', 'removed'),
      putAside: (at) => this.#takeAway(at, 'putAside', 'rested'),
      putBack: (at) => this.#putBack(at),
      notForMe: (id) => this.#leaveIdea(id),
      bringBack: (id) => this.#bringBack(id),
      look: (id) => this.#expand(id),
      write: (at) => this.#open(at),
      addNote: (at) => this.#open(at, `[data-at="${at}.note"]`),
      wrote: (at) => this.#close(at),
      more: (at) => this.#toggleMenu(at),
      undo: (_, button) => this.#undo(button),
      print: () => this.#keep.print(),
      clear: () => this.#clear(),
      ...commands,
    };
  }

  /** The element's part of the notebook as it is now. */
  get value(): DeepReadonly<T> {
    return this.#notebook.value;
  }

  /** Another part of the notebook as it is now. */
  read<P extends object>(part: NotebookPart<P>): DeepReadonly<P> {
    return this.#notebook.session.notebook.read(part);
  }

  /** A word that all such elements share. */
  readonly say = (word: SharedWord, values?: Values): string => this.#words.say(word, values);

  /** Changes the part, and says that this can be taken back. */
  edit(change: (value: T) => unknown): void {
    this.#notebook.edit(change);
    this.#tell('done');
  }

  /** Changes the part, and says what was done with which words. */
  editAbout(text: string, word: SharedWord, change: (value: T) => unknown): void {
    this.#notebook.edit(change);
    this.#tellAbout(text, word);
  }

  /** Adds an empty entry to a list. Its first field has the focus. */
  addTo(list: string): void {
    const at = `${list}.${activeIn(listAt(this.value, list))}`;
    this.#notebook.edit((value) => add(value, list, {}));
    this.#tell();
    this.#open(at);
  }

  /** Whether an entry's fields are shown in place of its words. */
  readonly isWriting = (at: string): boolean => this.#writing === this.#keyOf(at);

  /** Whether the menu of an entry is open, where it is a line of its own. */
  readonly isMenuOpen = (at: string): boolean => this.#menu === this.#keyOf(at);

  /** What was taken away just now, and where it was. */
  get takenAway(): TakenAway | undefined {
    return this.#saidOf === this.#notebook.session.notebook.values ? this.#takenAway : undefined;
  }

  /** Whether an entry is looked at closer. */
  readonly isOpen = (id: string): boolean => this.#seen.has(id);

  /** Has it known that an idea can be taken into a list. */
  readonly offer = (offer: Offer, list: string): void => {
    this.#offered.set(offer.id, [offer, list]);
  };

  /** The whole element: what it says of itself, where its words live, its body, and what can be done at its end. */
  render(icon: Icon, title: string, intro: readonly Statement[], body: unknown, foot: Foot = {}): TemplateResult {
    const { fallback, failed, lang, draft } = this.#content;
    this.#keep.setBlank(fallback && failed);
    // What is said of a notebook holds words of it: with the next change, and where it is locked, nothing of them stays in memory.
    if (this.#saidOf !== this.#notebook.session.notebook.values)
      this.#said = this.#takenAway = this.#saidOf = undefined;
    if (fallback || this.#words.fallback) return html`<slot></slot>`;
    const level = this.#host.headingLevel;
    const { print = this.#keep.isHere ? '' : this.say('printThis'), next } = foot;
    return html`
      <div
        class="surface stack"
        lang=${lang || nothing}
        @click=${this.#onClick}
        @input=${this.#onInput}
        @keydown=${this.#onKeydown}
        @keyup=${this.#onKeyup}
        @focusin=${this.#onFocusin}
        @focusout=${this.#onFocusout}
        @toggle=${this.#onToggle}
        @dragstart=${this.#onDragstart}
        @dragend=${this.#onDragend}
        @dragover=${this.#onDrag}
        @drop=${this.#onDrag}
      >
        ${head(icon, level, title, intro.slice(0, 2))} ${draftNote(draft ? this.#content.say('draft') : '')}
        ${intro.length > 2 ? disclosure(this.say('moreWords'), paragraphs(intro.slice(2))) : nothing}
        ${this.#keep.render((level || 2) + 1)} ${keyed(this.#notebook.generation, body)} ${this.#renderSaid()}
        <div class="row">
          ${print ? html`<button data-do="print">${printer()}${print}</button>` : nothing}
          ${button(this, 'undo', '', !this.#notebook.canUndo)} ${next ?? nothing}
        </div>
        ${print || !this.#keep.asks ? this.#line('printAbout') : nothing}
        <slot name="note"></slot>
      </div>
      ${this.#sheet.render()}
    `;
  }

  /** Lets go of all of it at once: the person leaves the site. */
  forget(): void {
    this.#emptyFields();
    this.#writing = this.#menu = '';
    this.#tell();
    const { notebook, vault } = this.#notebook.session;
    if (vault) void vault.wipe();
    else notebook.forget();
    drawNow(this.#host);
  }

  /** A heading below that of the element. */
  heading(words: unknown): TemplateResult {
    return heading(this.#host.headingLevel + 1, words);
  }

  /** A part of the element: its heading, beside a drawing where it has one, a hint, and what is in it. */
  section(icon: Icon | undefined, words: unknown, hint: unknown, inside: unknown): TemplateResult {
    return html`<div class="sec">
      <div class="sec-head">${icon?.()}${this.heading(words)}</div>
      ${hint ? html`<p class="muted small">${hint}</p>` : nothing}
      <div class="stack">${inside}</div>
    </div>`;
  }

  #line(word: SharedWord) {
    return html`<p class="muted">${withEnglish(this.say(word), this.#words.englishBesideDraft(word))}</p>`;
  }

  /** What was done, unless it is said where it was done. */
  #renderSaid() {
    const said = !this.#takenAway && this.#said;
    return html`<p aria-live="polite" aria-atomic="true">${said ? keyed(this.#timesSaid, html`${said}`) : ''}</p>`;
  }

  #tell(word?: SharedWord, values?: Values) {
    this.#show(word ? this.say(word, values) : '');
  }

  /** Says what was done with which words, and where they were, if they are there no more. */
  #tellAbout(text: string, word: SharedWord, where?: Omit<TakenAway, 'words'>) {
    const all = [...(text || this.say('noWords'))];
    const short = all.length > saidAgain ? `${all.slice(0, saidAgain).join('').trim()}…` : all.join('');
    const words = around(this.say(word, { text: gap }), privateText(short));
    this.#show(words, where && { ...where, words });
  }

  #show(words: unknown, takenAway?: TakenAway) {
    clearTimeout(this.#forgetting);
    this.#said = words;
    this.#takenAway = takenAway;
    this.#saidOf = this.#notebook.session.notebook.values;
    this.#timesSaid++;
    this.#host.requestUpdate();
  }

  /** What names an entry while others are moved. */
  #keyOf(at: string): string {
    return (valueAt(this.value, at) as NotebookEntry | undefined)?.id || at;
  }

  readonly #onClick = (event: MouseEvent): void => {
    const pressed = (event.target as Element).closest<HTMLButtonElement>('[data-do]');
    const does = pressed?.dataset['do'] ?? '';
    // The browser itself opens and closes a menu that lies over the page.
    const isOpener = !!(event.target as Element).closest('.opens');
    const keepsMenu = isOpener || pressed?.matches('.menu :is([data-do=up], [data-do=down])');
    if (!keepsMenu) this.#closeMenu();
    if (!pressed || !Object.hasOwn(this.#commands, does)) return;
    const next = this.#commands[does]!(pressed.dataset['at'] ?? '', pressed);
    // Who pressed what is gone then, is taken to where it can be taken back; who pressed it with a finger stays where they look.
    const goOn = (selectors: readonly string[]) => focusFirst(this.#host, [...selectors, ...wayBack], !!event.detail);
    if (Array.isArray(next)) goOn(next as string[]);
    else void this.#host.updateComplete.then(() => pressed.isConnected || focusedIn(this.#host) || goOn([]));
  };

  readonly #onInput = ({ target }: Event): void => {
    const control = target as HTMLInputElement;
    const { at = 'own' } = control.dataset;
    if (at === 'own') return;
    this.#notebook.edit((value) => write(value, at, valueOf(control)), at);
    this.#tell();
    drawNow(this.#host);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const { key, altKey, ctrlKey, metaKey, isComposing } = event;
    const control = event.target as HTMLElement;
    this.#goesOn = key === 'Tab' && !altKey && !ctrlKey && !metaKey;
    if (isComposing) return;
    const entry = control.closest<HTMLElement>('.entry');
    const { at = '' } = entry?.dataset ?? {};
    if (key === 'Escape') return this.#leave(control, at);
    const by = altKey ? ({ ArrowUp: -1, ArrowDown: 1 }[key] ?? 0) : 0;
    const isLine = key === 'Enter' && control.matches('input:not([type=checkbox], [type=range])');
    if (by && entry) this.#moveIfCan(at, by);
    else if (isLine && control.dataset['at'] === 'own')
      control.closest('.row')!.querySelector<HTMLElement>('[data-do]')!.click();
    else if (isLine && control.closest('.writing')) focusFirst(this.#host, this.#close(at));
    else return;
    event.preventDefault();
  };

  readonly #onKeyup = (): void => {
    this.#goesOn = false;
  };

  /** Goes on from an entry's fields with the keyboard: they are closed. Leaves the way back: it goes after a while. */
  readonly #onFocusout = ({ target, relatedTarget }: FocusEvent): void => {
    const left = (target as Element).closest('.writing, .done, .menu');
    if (!left || left.contains(relatedTarget as Node | null)) return;
    if (left.matches('.writing') && this.#goesOn) this.#close();
    if (left.matches('.menu') && this.#goesOn) this.#closeMenu();
    if (left.matches('.done')) {
      clearTimeout(this.#forgetting);
      this.#forgetting = setTimeout(() => this.#tell(), undoSeconds * 1000);
    }
  };

  /** Who comes back to the way back has as long as before. */
  readonly #onFocusin = ({ target }: FocusEvent): void => {
    if ((target as Element).closest('.done')) clearTimeout(this.#forgetting);
  };

  /** A menu that is closed with a press beside it: where nothing else has the focus then, what opened it has. */
  readonly #onToggle = {
    capture: true,
    handleEvent: ({ target, newState }: ToggleEvent): void => {
      const { dataset, matches } = target as HTMLElement;
      if (newState !== 'closed' || !matches.call(target, '.menu') || document.activeElement !== document.body) return;
      focusFirst(this.#host, [opensAt(dataset['at']!)], true);
    },
  };

  readonly #onDragstart = ({ target, dataTransfer }: DragEvent): void => {
    this.#dragged = placeOf(target);
    // What is dragged carries no text: the page around could read it.
    dataTransfer?.setData('text/plain', '');
  };

  readonly #onDragend = (): void => {
    this.#dragged = '';
  };

  readonly #onDrag = (event: DragEvent): void => {
    if (!this.#dragged) return;
    const [list, from] = split(this.#dragged);
    let over = placeOf(event.target);
    // An entry inside of one that is dragged over stands for it.
    while (over && split(over)[0] !== list) over = split(split(over)[0])[0];
    if (!over) return;
    event.preventDefault();
    if (event.type === 'drop') this.#move(this.#dragged, +split(over)[1] - +from);
  };

  #addOwn(list: string, button: HTMLElement) {
    const field = button.closest('.row')!.querySelector('input')!;
    const text = field.value.trim();
    if (text) {
      field.value = '';
      this.editAbout(text, 'added', (value) => add(value, list, { text }));
    }
    field.focus();
  }

  /** Shows the fields of an entry, with the focus in the first of them, or in the one that is found. */
  #open(at: string, first = ':is(input, textarea)') {
    this.#writing = this.#keyOf(at);
    this.#host.requestUpdate();
    focusFirst(this.#host, [`.entry[data-at="${at}"] .writing ${first}`]);
  }

  /** Shows words again in place of the fields. Gives back where they are. */
  #close(at = ''): string[] {
    this.#writing = '';
    this.#host.requestUpdate();
    return [wordsAt(at)];
  }

  /** Leaves what is open in an entry, and keeps it as it is. */
  #leave(control: HTMLElement, at: string) {
    if (control.closest('.writing')) focusFirst(this.#host, this.#close(at));
    else if (control.matches('.opens, .menu *')) {
      this.#closeMenu();
      focusFirst(this.#host, [opensAt(at)]);
    }
  }

  #toggleMenu(at: string) {
    this.#menu = this.isMenuOpen(at) ? '' : this.#keyOf(at);
    this.#host.requestUpdate();
  }

  #closeMenu() {
    for (const menu of this.#host.renderRoot.querySelectorAll<HTMLElement>('.menu[popover]')) menu.hidePopover();
    if (this.#menu) this.#host.requestUpdate();
    this.#menu = '';
  }

  /** Takes an entry away, or has it rest. */
  #takeAway(at: string, does: 'out' | 'putAside', word: SharedWord) {
    const [list, index] = split(at);
    const { text = '', name = '' } = valueAt(this.value, at) as NotebookEntry & { name?: string };
    this.#notebook.edit((value) => (does === 'out' ? takeOut(value, at) : rest(value, at, true)));
    this.#tellAbout(text || name, word, { list, index: +index, idea: '' });
    return [];
  }

  #putBack(at: string) {
    const [list] = split(at);
    const { text = '' } = valueAt(this.value, at) as NotebookEntry;
    const back = `${list}.${activeIn(listAt(this.value, list))}`;
    this.editAbout(text, 'broughtBack', (value) => rest(value, at, false));
    return [wordsAt(back)];
  }

  #leaveIdea(id: string) {
    const [{ text }, list] = this.#offered.get(id)!;
    this.#notebook.edit((value) => (value as unknown as WithIdeas).notForMe.push(id));
    this.#tellAbout(text, 'rested', { list, index: -1, idea: id });
    return [];
  }

  #bringBack(id: string) {
    const [{ text }] = this.#offered.get(id)!;
    this.editAbout(text, 'broughtBack', (value) => {
      const part = value as unknown as WithIdeas;
      part.notForMe = part.notForMe.filter((one) => one !== id);
    });
    return [doing('take', id)];
  }

  #expand(id: string) {
    if (!this.#seen.delete(id)) this.#seen.add(id);
    this.#host.requestUpdate();
  }

  #take(id: string) {
    const [offer, list] = this.#offered.get(id)!;
    // Those that are offered now, in their order: the next one is gone on with, or else the one before it.
    const ids = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-do=take]')].map(
      (one) => one.dataset['at']!,
    );
    const at = ids.indexOf(id);
    this.editAbout(offer.text, 'added', (value) => add(value, list, { text: offer.text, idea: id }));
    return [ids[at + 1], ids[at - 1]].filter((one) => one !== undefined).map((one) => doing('take', one));
  }

  #moveIfCan(at: string, by: number) {
    const [list, index] = split(at);
    const to = +index + by;
    if (to >= 0 && to < activeIn(listAt(this.value, list))) this.#move(at, by);
  }

  #move(at: string, by: number) {
    const [list, from] = split(at);
    const to = +from + by;
    const active = focusedIn(this.#host);
    const moved = `${list}.${to}`;
    const inMenu = !!active?.closest('.menu');
    const [does, twin] = by > 0 ? ['down', 'up'] : ['up', 'down'];
    this.#notebook.edit((value) => move(value, list, +from, to));
    this.#tell('moved', { place: to + 1, all: activeIn(listAt(this.value, list)) });
    if (inMenu) return void this.#host.updateComplete.then(() => this.#openMenu(moved, [does, twin]));
    // The focus goes along with what was moved.
    const inside = active?.dataset['at']?.slice(at.length) ?? '';
    const what = active?.matches('input, textarea')
      ? ':is(input, textarea)'
      : active?.id
        ? `[id="${active.id.replace(at, moved)}"]`
        : `[data-do=${active?.dataset['do'] ?? 'write'}]`;
    focusFirst(this.#host, [`.entry[data-at="${moved}"] [data-at="${moved}${inside}"]${what}`, wordsAt(moved)]);
  }

  /** Opens the menu of an entry that was moved with it, so that it can be moved on. At an end of the list the twin of the button takes over. */
  #openMenu(at: string, does: readonly string[]) {
    const root = this.#host.renderRoot;
    const opens = root.querySelector<HTMLElement>(opensAt(at));
    // What opens it has the focus when it is closed again.
    opens?.focus({ preventScroll: true });
    if (canFloat()) opens?.click();
    focusFirst(
      this.#host,
      does.map((one) => `.menu ${doing(one, at)}:enabled`),
    );
  }

  #undo(button: HTMLElement) {
    const { list, index, idea } = button.closest('.done') ? this.takenAway! : {};
    this.#notebook.undo();
    this.#tell('undone');
    return idea ? [doing('notForMe', idea)] : list === undefined ? [] : [wordsAt(`${list}.${index}`)];
  }

  #clear() {
    this.#emptyFields();
    this.#writing = '';
    clearAll(this.#notebook.session);
    this.#tell('cleared', { seconds: undoSeconds });
    return [];
  }

  #emptyFields() {
    for (const field of this.#host.renderRoot.querySelectorAll<HTMLInputElement>('[data-at=own]')) field.value = '';
  }
}

/** Where the entry that holds a node stands, such as `items.2`. Empty: it is in none. */
const placeOf = (node: EventTarget | null): string =>
  (node as Element).closest<HTMLElement>('.entry')?.dataset['at'] ?? '';
