import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Idea } from '../../content/schema.js';
import { safetyPlanSection } from '../../content/sections.js';
import { ContentController } from '../../controllers/content.js';
import { NotebookController } from '../../controllers/notebook.js';
import { Keeping } from '../../keeping/keeping.js';
import { forget } from '../../leave/forget.js';
import { move, write } from '../../notebook/entries.js';
import { addItem, addPerson, planPart, type ListName, type Plan } from '../../notebook/plan.js';
import { base } from '../../styles/base.styles.js';
import { fields } from '../../styles/fields.styles.js';
import { heading } from '../../templates/heading.js';
import { printAlone } from '../../templates/print-alone.js';
import { privateField, privatePart } from '../../templates/private.js';
import { paragraphs, said } from '../../templates/statements.js';
import { button, entryRows, ideaRows, type Word } from './rows.js';
import { styles } from './safety-checklist.styles.js';
import { sheet } from './sheet.js';

const undoSeconds = 10;

/**
 * An individual safety plan: ideas to take or leave, the person's own, a phone tree, a safe ride, notes.
 * What is typed lives in memory only, unless the person chooses to keep it on the device. It is sent nowhere and fires no event; the element
 * says so, and what that means.
 *
 * @summary An individual safety plan, private to the person.
 * @element safety-checklist
 * @slot - Shown until there is content, and when it cannot be loaded. Put a phone number here.
 * @slot note - The agency's own words, below the plan.
 * @fires {ContentErrorEvent} content-error - Content could not be used as it is.
 * @csspart title - The heading.
 * @csspart sheet - What is printed.
 */
export class SafetyChecklist extends LitElement {
  static override styles = [base, fields, styles];

  static override properties = {
    audience: {},
    harmReduction: { type: Boolean, attribute: 'harm-reduction' },
    inPage: { type: Boolean, attribute: 'in-page' },
    headingLevel: { type: Number, attribute: 'heading-level' },
    src: {},
    content: { attribute: false },
  };

  /** Whom the words speak to: `youth`, or an advocate, who is meant by everything else. */
  declare audience: string;

  /** Ideas about harm reduction are offered to a young person, too. An advocate has them as topics to talk through. */
  declare harmReduction: boolean;

  /** The agency knows that its own scripts could read what is typed, and chose that: then the element does not say so. */
  declare inPage: boolean;

  /** The level of the heading, 1 to 6; the headings inside follow it. */
  declare headingLevel: number;

  /** The address of a pack with the agency's own ideas (JSON). Empty: the default content. */
  declare src: string;

  /** A pack with the agency's own ideas, as an object. Goes before `src`. Empty: the default content. */
  declare content: unknown;

  readonly #content = new ContentController(this, safetyPlanSection);
  readonly #notebook = new NotebookController(this, planPart);
  readonly #keeping = new Keeping(this, this.#notebook, () => this.#plain());
  #said = '';
  #printing = false;
  #dragged = '';
  #forgetting: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.audience = 'advocate';
    this.harmReduction = false;
    this.inPage = false;
    this.headingLevel = 2;
    this.src = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this);
    addEventListener('afterprint', this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this);
    removeEventListener('afterprint', this);
  }

  protected override render(): TemplateResult {
    const { fallback, value, lang, draft, say } = this.#content;
    if (fallback) return html`<slot></slot>`;
    const youth = this.#youth;
    const { state } = this.#notebook.desk.vault;
    const keeping = this.#keeping.render(this.headingLevel + 1);
    const ideas = value.ideas.filter((idea) => !idea.harmReduction || (youth && this.harmReduction));
    const topics = value.ideas.filter((idea) => idea.harmReduction && !youth);
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
        ${heading(this.headingLevel, youth ? value.youthTitle : value.advocateTitle, 'title')}
        ${paragraphs(youth ? value.youthIntro : value.advocateIntro)} ${state === 'locked' ? keeping : nothing}
        ${state === 'open' ? nothing : this.#line('memory')} ${this.inPage ? nothing : this.#line('readable')}
        ${this.#renderIdeas('ideas', ideas)}
        <p>${said(value.more)}</p>
        ${this.#renderIdeas('topics', topics)} ${this.#renderList('items')}
        <div class="row">${privateField(say('own'), 'own', '')} ${button(say, 'add')}</div>
        ${this.#renderList('people')} ${button(say, 'addPerson')} ${this.#line('trace')} ${this.#renderRide()}
        <p role="status">${this.#said}</p>
        <div class="row">
          ${button(say, 'undo', '', !this.#notebook.canUndo)} ${button(say, 'print')} ${button(say, 'clear')}
        </div>
        ${this.#line('printAbout')} ${state === 'locked' ? nothing : keeping} ${draft ? this.#line('draft') : nothing}
        <slot name="note"></slot>
      </div>
      ${this.#printing ? privatePart(sheet(this.#notebook.page, say), 'sheet') : nothing}
    `;
  }

  #heading(word: Word) {
    return heading(this.headingLevel + 1, this.#content.say(word));
  }

  #line(word: Word) {
    const beside = this.#content.beside(word);
    return html`<p class="muted">
      ${this.#content.say(word)} ${beside ? html`<span lang="en">${beside}</span>` : nothing}
    </p>`;
  }

  #renderIdeas(title: 'ideas' | 'topics', ideas: readonly Idea[]) {
    const { say } = this.#content;
    const { items, notForMe } = this.#notebook.page;
    const free = ideas.filter(({ id }) => !items.some(({ idea }) => idea === id));
    const open = free.filter(({ id }) => !notForMe.includes(id));
    const aside = free.filter(({ id }) => notForMe.includes(id));
    return [
      free.length ? [this.#heading(title), ideaRows(say, open, this.#youth, 'take', 'notForMe')] : nothing,
      aside.length
        ? html`<details>
            <summary>${say('setAside')}</summary>
            ${ideaRows(say, aside, this.#youth, 'bringBack')}
          </details>`
        : nothing,
    ];
  }

  #renderList(list: ListName) {
    const { say } = this.#content;
    const entries = this.#notebook.page[list];
    return [this.#heading(list), entries.length ? entryRows(say, list, entries) : html`<p>${say('none')}</p>`];
  }

  #renderRide() {
    const { who, where } = this.#notebook.page.ride;
    const { say } = this.#content;
    return [
      this.#heading('ride'),
      privateField(say('who'), 'ride.who', who),
      privateField(say('where'), 'ride.where', where),
    ];
  }

  get #youth(): boolean {
    return this.audience === 'youth';
  }

  #tell(word?: Word, values?: Readonly<Record<string, number>>) {
    clearTimeout(this.#forgetting);
    this.#said = word ? this.#content.say(word, values) : '';
    this.requestUpdate();
  }

  #onClick({ target }: Event) {
    const { do: does = '', at = '' } = (target as Element).closest<HTMLElement>('[data-do]')?.dataset ?? {};
    const [list, index] = at.split('.') as [ListName, string];
    const place = +index;
    const idea = this.#content.value.ideas.find(({ id }) => id === at);
    const edit = (change: (plan: Plan) => unknown) => {
      this.#notebook.edit(change);
      this.#tell('done');
      this.#focusBack();
    };
    if (does === 'up') this.#move(list, place, place - 1, does);
    if (does === 'down') this.#move(list, place, place + 1, does);
    if (does === 'out') edit((plan) => plan[list].splice(place, 1));
    if (does === 'take' && idea) edit((plan) => addItem(plan, this.#youth ? idea.youth : idea.advocate, at));
    if (does === 'notForMe') edit((plan) => plan.notForMe.push(at));
    if (does === 'bringBack') edit((plan) => (plan.notForMe = plan.notForMe.filter((id) => id !== at)));
    if (does === 'add') this.#addOwn();
    if (does === 'addPerson') this.#addPerson();
    if (does === 'undo') this.#undo();
    if (does === 'print') this.#print();
    if (does === 'clear') this.#clear();
  }

  #onInput({ target }: Event) {
    const { type, checked, value, dataset } = target as HTMLInputElement;
    const { at = '' } = dataset;
    if (at === 'own') return;
    this.#notebook.edit((plan) => write(plan, at, type === 'checkbox' ? checked : value), at);
    this.#tell();
    // At once, so that Lit knows what the field holds: else a change that comes in the same moment would leave it there.
    this.performUpdate();
  }

  #onKeydown(event: KeyboardEvent) {
    const control = event.target as HTMLElement;
    const does = event.altKey && { ArrowUp: 'up', ArrowDown: 'down' }[event.key];
    const own = event.key === 'Enter' && control.dataset['at'] === 'own' && !event.isComposing;
    const button = own
      ? this.#find('[data-do=add]')
      : does && control.closest('.entry')?.querySelector(`[data-do=${does}]`);
    if (!button) return;
    event.preventDefault();
    (button as HTMLElement).click();
  }

  #onDragstart({ target, dataTransfer }: DragEvent) {
    this.#dragged = placeOf(target);
    // What is dragged carries no text: the page around could read it.
    dataTransfer?.setData('text/plain', '');
  }

  #onDrag(event: DragEvent) {
    const [list, from] = this.#dragged.split('.') as [ListName, string];
    const [over, to] = placeOf(event.target).split('.');
    if (!list || list !== over) return;
    event.preventDefault();
    if (event.type === 'drop') this.#move(list, +from, +to!);
  }

  /** @internal Called when the person leaves the site. */
  [forget](): void {
    this.#tell();
    void this.#notebook.desk.vault.wipe();
    this.performUpdate();
  }

  #addOwn() {
    const field = this.#find<HTMLInputElement>('[data-at=own]')!;
    const text = field.value.trim();
    if (text) {
      field.value = '';
      this.#notebook.edit((plan) => addItem(plan, text));
      this.#tell('done');
    }
    field.focus();
  }

  #addPerson() {
    this.#notebook.edit(addPerson);
    this.#tell();
    this.#focus('[data-at^=people]:last-child [data-at$=name]');
  }

  #move(list: ListName, from: number, to: number, does = 'up') {
    const focused = (this.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
    const field = focused?.dataset['at']?.split('.')[2];
    this.#notebook.edit((plan) => move(plan[list], from, to));
    this.#tell('moved', { place: to + 1, all: this.#notebook.page[list].length });
    // The focus goes along with what was moved. At an end of the list the button is off, and its twin takes over.
    const entry = `.entry[data-at="${list}.${to}"]`;
    this.#focus(`${entry} [data-at$=".${field}"]`, `${entry} [data-do=${does}]:enabled`, `${entry} button:enabled`);
  }

  #undo() {
    this.#notebook.undo();
    this.#tell('undone');
    this.#focusBack();
  }

  #clear() {
    this.#find<HTMLInputElement>('[data-at=own]')!.value = '';
    this.#notebook.clear();
    this.#tell('cleared', { seconds: undoSeconds });
    this.#forgetting = setTimeout(() => {
      this.#notebook.forgetPast();
      this.#tell();
    }, undoSeconds * 1000);
    this.#focusBack();
  }

  #print() {
    this.handleEvent({ type: 'beforeprint' });
    printAlone(this.#find('[part=sheet]')!, this.#content.say('sheet'), styles.cssText);
    this.handleEvent({ type: 'afterprint' });
  }

  /** What the sheet says, line by line. */
  #plain(): string {
    this.handleEvent({ type: 'beforeprint' });
    const lines = [...this.#find('[part=sheet]')!.querySelectorAll('h1, h2, p')].map(({ textContent }) =>
      textContent?.trim(),
    );
    this.handleEvent({ type: 'afterprint' });
    return lines.filter(Boolean).join('\n');
  }

  /** @internal Called by the browser before and after the page is printed: what is there then is what gets printed. */
  handleEvent({ type }: { readonly type: string }): void {
    this.#printing = type === 'beforeprint';
    this.requestUpdate();
    this.performUpdate();
  }

  // A button that is gone or off cannot keep the focus: it goes to where the change can be taken back, or else to where one can write.
  #focusBack() {
    this.#focus('[data-do=undo]:enabled', '[data-at=own]');
  }

  #focus(...selectors: string[]) {
    void this.updateComplete.then(() =>
      selectors
        .map((selector) => this.#find(selector))
        .find(Boolean)
        ?.focus(),
    );
  }

  #find<E extends HTMLElement>(selector: string): E | null {
    return this.renderRoot.querySelector<E>(selector);
  }
}

/** Where the entry that holds a node stands, such as `items.2`. Empty: it is in none. */
const placeOf = (node: EventTarget | null): string =>
  (node as Element).closest<HTMLElement>('.entry')?.dataset['at'] ?? '';
