import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Statement } from '../../content/schema.js';
import { writingSection } from '../../content/sections/private-form.js';
import { ContentController, type ContentHost } from '../../controllers/content.js';
import { NotebookController } from '../fields/notebook-controller.js';
import type { Values } from '../../i18n/words.js';
import { Keeping } from '../keep/keep-loader.js';
import { activeIn, add, listAt, move, rest, split, takeOut, valueAt, write } from '../notebook/entries.js';
import type { Part } from '../notebook/notebook.js';
import type { DeepReadonly } from '../notebook/shape.js';
import type { ObjectSchema } from '../../schema/parse.js';
import { fields } from '../fields/fields.styles.js';
import { fresh } from '../../templates/fresh.js';
import { heading } from '../../templates/heading.js';
import { printAlone } from '../../templates/print-alone.js';
import { privatePart } from '../fields/private-fields.js';
import { paragraphs } from '../../templates/statements.js';
import { withEnglish } from '../../templates/with-english.js';
import { button, type Offer, type SharedWord } from './rows.js';

/** An element in which a person writes in private. */
export interface WritingHost extends ContentHost {
  readonly inPage: boolean;
  readonly headingLevel: number;
}

/** What buttons do, by their `data-do`. Each is given the button's `data-at`, and the button. */
export type Does = Readonly<Record<string, (at: string, button: HTMLElement) => unknown>>;

/** A part with ideas to take. */
interface WithIdeas {
  notForMe: string[];
}

/** The element's own words. */
type Content = Pick<ContentController<ObjectSchema, 'draft'>, 'fallback' | 'lang' | 'draft' | 'say'>;

const undoSeconds = 10;

/**
 * What every element with private text does: it shows a part of the notebook, writes into it what a person types, adds, moves and
 * takes out entries of lists, takes back, clears, prints, keeps. A control's `data-at` is the path in the part that it is about, and a
 * button's `data-do` what it does there.
 */
export class WritingController<T extends object> implements ReactiveController {
  readonly #host: WritingHost;
  readonly #content: Content;
  readonly #sheet: () => TemplateResult;
  readonly #words: ContentController<typeof writingSection.schema, SharedWord>;
  readonly #notebook: NotebookController<T>;
  readonly #keeping: Keeping<T>;
  readonly #does: Does;
  readonly #offered = new Map<string, readonly [offer: Offer, list: string]>();
  readonly #open = new Set<string>();
  #said = '';
  #printing = false;
  #dragged = '';
  #forgetting: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param sheet Draws what is printed and copied: headings and paragraphs.
   * @param does What buttons of the element's own do.
   */
  constructor(host: WritingHost, content: Content, part: Part<T>, sheet: () => TemplateResult, does: Does = {}) {
    this.#host = host;
    this.#content = content;
    this.#sheet = sheet;
    this.#words = new ContentController(host, writingSection, false);
    this.#notebook = new NotebookController(host, part);
    this.#keeping = new Keeping(host, this.#notebook, () => this.#plain());
    this.#does = {
      add: (list, button) => this.#addOwn(list, button),
      up: (at) => this.#move(at, -1),
      down: (at) => this.#move(at, 1),
      out: (at) => this.edit((page) => takeOut(page, at)),
      putAside: (at) => this.edit((page) => rest(page, at, true)),
      putBack: (at) => this.edit((page) => rest(page, at, false)),
      take: (id) => this.#take(id),
      notForMe: (id) => this.edit((page) => (page as unknown as WithIdeas).notForMe.push(id)),
      bringBack: (id) =>
        this.edit((page) =>
          write(
            page,
            'notForMe',
            (page as unknown as WithIdeas).notForMe.filter((one) => one !== id),
          ),
        ),
      look: (id) => this.#look(id),
      stay: (at, control) =>
        valueAt(this.page, at) || this.edit((page) => write(page, at, valueOf(control as HTMLInputElement))),
      choose: (at, { dataset }) => this.#choose(at, dataset['value']!),
      undo: () => this.#undo(),
      print: () => this.#print(),
      clear: () => this.#clear(),
      ...does,
    };
    host.addController(this);
  }

  /** The element's part of the notebook as it is now. */
  get page(): DeepReadonly<T> {
    return this.#notebook.page;
  }

  /** Another part of the notebook as it is now. */
  read<P extends object>(part: Part<P>): DeepReadonly<P> {
    return this.#notebook.desk.notebook.read(part);
  }

  /** A word that all such elements share. */
  readonly say = (word: SharedWord, values?: Values): string => this.#words.say(word, values);

  /** Changes the part, and says that this can be taken back. */
  edit(change: (page: T) => unknown): void {
    this.#notebook.edit(change);
    this.#tell('done');
  }

  /** Adds an empty entry to a list. Its first field has the focus. */
  addTo(list: string): void {
    const { length } = listAt(this.page, list);
    this.#notebook.edit((page) => add(page, list, {}));
    this.#tell();
    this.#focus(false, `.entry[data-at="${list}.${length}"] .field :is(input, textarea)`);
  }

  /** Whether an entry is looked at closer. */
  readonly isOpen = (id: string): boolean => this.#open.has(id);

  /** Has it known that an idea can be taken into a list. */
  readonly offer = (offer: Offer, list: string): void => {
    this.#offered.set(offer.id, [offer, list]);
  };

  hostConnected(): void {
    addEventListener('beforeprint', this.#onPrint);
    addEventListener('afterprint', this.#onPrint);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#onPrint);
    removeEventListener('afterprint', this.#onPrint);
  }

  /** The whole element: what it says of itself, its body, and what can be done with all of it. */
  render(title: string, intro: readonly Statement[], body: unknown): TemplateResult {
    const { fallback, lang, draft } = this.#content;
    if (fallback || this.#words.fallback) return html`<slot></slot>`;
    const level = this.#host.headingLevel;
    const state = this.#notebook.desk.vault?.state;
    const keeping = this.#keeping.render(level + 1);
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
        ${heading(level, title, 'title')} ${paragraphs(intro)} ${state === 'locked' ? keeping : nothing}
        ${state === 'open' ? nothing : this.#line('memory')} ${this.#host.inPage ? nothing : this.#line('readable')}
        ${body}
        <p role="status">${this.#said && fresh(this.#said)}</p>
        <div class="row">
          ${button(this, 'undo', '', !this.#notebook.canUndo)} ${button(this, 'print')} ${button(this, 'clear')}
        </div>
        ${this.#line('printAbout')} ${state === 'locked' ? nothing : keeping}
        ${draft ? html`<p class="muted">${this.#content.say('draft')}</p>` : nothing}
        <slot name="note"></slot>
      </div>
      ${this.#printing ? privatePart(this.#sheet(), 'sheet') : nothing}
    `;
  }

  /** Lets go of all of it at once: the person leaves the site. */
  forget(): void {
    this.#emptyFields();
    this.#tell();
    const { notebook, vault } = this.#notebook.desk;
    if (vault) void vault.wipe();
    else notebook.forget();
    this.#now();
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
    if (!pressed || !Object.hasOwn(this.#does, does)) return;
    this.#does[does]!(pressed.dataset['at'] ?? '', pressed);
    // Who pressed what is gone then, is taken to where it can be taken back; who pressed it with a finger stays where they look.
    const goBack = () => this.#focus(!!event.detail, '[data-do=undo]:enabled', '[data-at=own]');
    if (leaving.includes(does)) goBack();
    else void this.#host.updateComplete.then(() => pressed.isConnected || this.#active || goBack());
  };

  readonly #onInput = ({ target }: Event): void => {
    const control = target as HTMLInputElement;
    const { at = 'own' } = control.dataset;
    if (at === 'own') return;
    this.#notebook.edit((page) => write(page, at, valueOf(control)), at);
    this.#tell();
    this.#now();
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
      this.edit((page) => add(page, list, { text }));
    }
    field.focus();
  }

  #look(id: string) {
    if (!this.#open.delete(id)) this.#open.add(id);
    this.#host.requestUpdate();
  }

  #take(id: string) {
    const [offer, list] = this.#offered.get(id)!;
    this.edit((page) => add(page, list, { text: offer.text, idea: id }));
  }

  /** What was chosen already is chosen no more. */
  #choose(at: string, value: string) {
    this.edit((page) => write(page, at, valueAt(page, at) === value ? '' : value));
  }

  #move(at: string, by: number) {
    const [list, from] = split(at);
    const to = +from + by;
    const inside = this.#active?.dataset['at']?.slice(at.length) ?? '';
    const does = by > 0 ? 'down' : 'up';
    this.#notebook.edit((page) => move(page, list, +from, to));
    this.#tell('moved', { place: to + 1, all: activeIn(listAt(this.page, list)) });
    // The focus goes along with what was moved. At an end of the list the button is off, and its twin takes over.
    const moved = `[data-at="${list}.${to}${inside}"]`;
    const twin = `[data-at="${list}.${to}"][data-do=`;
    this.#focus(
      false,
      `${moved}:is(input, textarea)`,
      `${moved}[data-do=${does}]:enabled`,
      `${twin}up]:enabled`,
      `${twin}down]`,
    );
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

  /** The browser's own printing: what is there then is what gets printed. */
  readonly #onPrint = ({ type }: Pick<Event, 'type'>): void => {
    this.#printing = type === 'beforeprint';
    this.#host.requestUpdate();
    this.#now();
  };

  #print() {
    this.#withSheet((sheet) => printAlone(sheet, this.say('sheet'), fields.cssText));
  }

  /** What the sheet says, line by line. */
  #plain(): string {
    return this.#withSheet((sheet) =>
      [...sheet.querySelectorAll('h1, h2, p')]
        .map(({ textContent }) => textContent?.trim())
        .filter(Boolean)
        .join('\n'),
    );
  }

  #withSheet<R>(use: (sheet: Element) => R): R {
    this.#onPrint({ type: 'beforeprint' });
    const result = use(this.#host.renderRoot.querySelector('[part=sheet]')!);
    this.#onPrint({ type: 'afterprint' });
    return result;
  }

  /** What has the focus in the element, if anything. */
  get #active() {
    return (this.#host.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
  }

  #emptyFields() {
    for (const field of this.#host.renderRoot.querySelectorAll<HTMLInputElement>('[data-at=own]')) field.value = '';
  }

  // At once, so that Lit knows what fields hold: else a change that comes in the same moment would leave it there.
  #now() {
    (this.#host as unknown as { performUpdate(): void }).performUpdate();
  }

  #focus(preventScroll: boolean, ...selectors: string[]) {
    void this.#host.updateComplete.then(() =>
      selectors
        .map((selector) => this.#host.renderRoot.querySelector<HTMLElement>(selector))
        .find(Boolean)
        ?.focus({ preventScroll }),
    );
  }
}

/** What a control says: whether it is ticked, the stop of a line that it stands at, or its text. */
const valueOf = ({ type, checked, value, dataset: { of } }: HTMLInputElement): string | boolean =>
  type === 'checkbox' ? checked : (of?.split(' ')[+value] ?? value);

/** What takes away the button that was pressed, or turns it off. */
const leaving = ['out', 'putAside', 'putBack', 'take', 'notForMe', 'bringBack', 'undo', 'clear'];

/** Where the entry that holds a node stands, such as `items.2`. Empty: it is in none. */
const placeOf = (node: EventTarget | null): string =>
  (node as Element).closest<HTMLElement>('.entry')?.dataset['at'] ?? '';
