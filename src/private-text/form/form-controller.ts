import { html, nothing, type TemplateResult } from 'lit';
import type { Statement } from '../../content/schema.js';
import { formSection } from '../../content/sections/private-form.js';
import { ContentController, type ContentHost } from '../../controllers/content.js';
import { NotebookController } from '../fields/notebook-controller.js';
import type { Values } from '../../i18n/words.js';
import { KeepLoader } from '../keep/keep-loader.js';
import { activeIn, add, listAt, move, split, write } from '../notebook/entries.js';
import type { NotebookPart } from '../notebook/notebook.js';
import type { DeepReadonly } from '../notebook/shape.js';
import type { ObjectSchema } from '../../schema/parse.js';
import { fresh } from '../../templates/fresh.js';
import { disclosure } from '../../templates/disclosure.js';
import { draftNote, head } from '../../templates/head.js';
import { heading } from '../../templates/heading.js';
import { paragraphs } from '../../templates/statements.js';
import { printer, type Icon } from '../../templates/icons.js';
import { withEnglish } from '../../templates/with-english.js';
import { editingCommands, takesAway, valueOf, type Commands } from './commands.js';
import { drawNow, focusedIn, focusFirst } from './focus.js';
import { PrintSheet } from './print-sheet.js';
import { button, type Offer, type SharedWord } from './rows.js';

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

const undoSeconds = 10;

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
  readonly #open = new Set<string>();
  #said = '';
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
      look: (id) => this.#expand(id),
      undo: () => this.#undo(),
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

  /** Adds an empty entry to a list. Its first field has the focus. */
  addTo(list: string): void {
    const { length } = listAt(this.value, list);
    this.#notebook.edit((value) => add(value, list, {}));
    this.#tell();
    focusFirst(this.#host, [`.entry[data-at="${list}.${length}"] .field :is(input, textarea)`]);
  }

  /** Whether an entry is looked at closer. */
  readonly isOpen = (id: string): boolean => this.#open.has(id);

  /** Has it known that an idea can be taken into a list. */
  readonly offer = (offer: Offer, list: string): void => {
    this.#offered.set(offer.id, [offer, list]);
  };

  /** The whole element: what it says of itself, where its words live, its body, and what can be done at its end. */
  render(icon: Icon, title: string, intro: readonly Statement[], body: unknown, foot: Foot = {}): TemplateResult {
    const { fallback, failed, lang, draft } = this.#content;
    this.#keep.setBlank(fallback && failed);
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
        @dragstart=${this.#onDragstart}
        @dragover=${this.#onDrag}
        @drop=${this.#onDrag}
      >
        ${head(icon, level, title, intro.slice(0, 2))} ${draftNote(draft ? this.#content.say('draft') : '')}
        ${intro.length > 2 ? disclosure(this.say('moreWords'), paragraphs(intro.slice(2))) : nothing}
        ${this.#keep.render((level || 2) + 1)} ${body}
        <p role="status">${this.#said && fresh(this.#said)}</p>
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

  #line(word: SharedWord) {
    return html`<p class="muted">${withEnglish(this.say(word), this.#words.englishBesideDraft(word))}</p>`;
  }

  #tell(word?: SharedWord, values?: Values) {
    clearTimeout(this.#forgetting);
    this.#said = word ? this.say(word, values) : '';
    this.#host.requestUpdate();
  }

  readonly #onClick = (event: MouseEvent): void => {
    const pressed = (event.target as Element).closest<HTMLButtonElement>('[data-do]');
    const does = pressed?.dataset['do'] ?? '';
    if (!pressed || !Object.hasOwn(this.#commands, does)) return;
    this.#commands[does]!(pressed.dataset['at'] ?? '', pressed);
    // Who pressed what is gone then, is taken to where it can be taken back; who pressed it with a finger stays where they look.
    const goBack = () => focusFirst(this.#host, ['[data-do=undo]:enabled', '[data-at=own]'], !!event.detail);
    if (takesAway.includes(does)) goBack();
    else void this.#host.updateComplete.then(() => pressed.isConnected || focusedIn(this.#host) || goBack());
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
    const control = event.target as HTMLElement;
    const does = event.altKey && { ArrowUp: 'up', ArrowDown: 'down' }[event.key];
    const entry = control.closest<HTMLElement>('.entry');
    const button =
      event.key === 'Enter' && control.dataset['at'] === 'own' && !event.isComposing
        ? control.closest('.row')?.querySelector('[data-do]')
        : does && entry?.querySelector(`[data-do=${does}][data-at="${entry.dataset['at']}"]`);
    if (!button) return;
    event.preventDefault();
    (button as HTMLElement).click();
  };

  readonly #onDragstart = ({ target, dataTransfer }: DragEvent): void => {
    this.#dragged = placeOf(target);
    // What is dragged carries no text: the page around could read it.
    dataTransfer?.setData('text/plain', '');
  };

  readonly #onDrag = (event: DragEvent): void => {
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
      this.edit((value) => add(value, list, { text }));
    }
    field.focus();
  }

  #expand(id: string) {
    if (!this.#open.delete(id)) this.#open.add(id);
    this.#host.requestUpdate();
  }

  #take(id: string) {
    const [offer, list] = this.#offered.get(id)!;
    this.edit((value) => add(value, list, { text: offer.text, idea: id }));
  }

  #move(at: string, by: number) {
    const [list, from] = split(at);
    const to = +from + by;
    const inside = focusedIn(this.#host)?.dataset['at']?.slice(at.length) ?? '';
    const does = by > 0 ? 'down' : 'up';
    this.#notebook.edit((value) => move(value, list, +from, to));
    this.#tell('moved', { place: to + 1, all: activeIn(listAt(this.value, list)) });
    // The focus goes along with what was moved. At an end of the list the button is off, and its twin takes over.
    const moved = `[data-at="${list}.${to}${inside}"]`;
    const twin = `[data-at="${list}.${to}"][data-do=`;
    focusFirst(this.#host, [
      `${moved}:is(input, textarea)`,
      `${moved}[data-do=${does}]:enabled`,
      `${twin}up]:enabled`,
      `${twin}down]`,
    ]);
  }

  #undo() {
    this.#notebook.undo();
    this.#tell('undone');
  }

  #clear() {
    this.#emptyFields();
    this.#notebook.clear();
    this.#tell('cleared', { seconds: undoSeconds });
    this.#forgetting = setTimeout(() => {
      this.#notebook.forgetPast();
      this.#tell();
    }, undoSeconds * 1000);
  }

  #emptyFields() {
    for (const field of this.#host.renderRoot.querySelectorAll<HTMLInputElement>('[data-at=own]')) field.value = '';
  }
}

/** Where the entry that holds a node stands, such as `items.2`. Empty: it is in none. */
const placeOf = (node: EventTarget | null): string =>
  (node as Element).closest<HTMLElement>('.entry')?.dataset['at'] ?? '';
