import { html, LitElement, nothing, type TemplateResult } from 'lit';
import english from '../../content/en/safety-plan.json';
import { safetyPlan, type Idea } from '../../content/schema.js';
import { ContentController } from '../../controllers/content.js';
import { addItem, move, PlanHistory, write, type Item, type ListName, type Person } from '../../notebook/plan.js';
import { dialable } from '../../parse/links.js';
import { base } from '../../styles/base.styles.js';
import { heading } from '../../templates/heading.js';
import { privateArea, privateField, privatePart } from '../../templates/private.js';
import { paragraphs, said } from '../../templates/statements.js';
import { printAlone } from './print-alone.js';
import { styles } from './safety-checklist.styles.js';
import { sheet } from './sheet.js';

type Word = keyof typeof english.words;
const undoSeconds = 10;
const fields = { items: ['text', 'note'], people: ['name', 'number', 'note'] } as const;

/**
 * An individual safety plan: ideas to take or leave, the person's own, a phone tree, a safe ride, notes.
 * What is typed lives in memory only, is sent nowhere and fires no event; the element says so, and what that means.
 *
 * @summary An individual safety plan, in memory only.
 * @element safety-checklist
 * @slot - Shown until there is content, and when it cannot be loaded. Put a phone number here.
 * @slot note - The agency's own words, below the plan.
 * @fires {ContentErrorEvent} content-error - Content could not be used as it is.
 * @csspart title - The heading.
 * @csspart sheet - What is printed.
 */
export class SafetyChecklist extends LitElement {
  static override styles = [base, styles];

  static override properties = {
    audience: {},
    harmReduction: { type: Boolean, attribute: 'harm-reduction' },
    headingLevel: { type: Number, attribute: 'heading-level' },
    src: {},
    content: { attribute: false },
  };

  /** Whom the words speak to: `youth`, or an advocate, who is meant by everything else. */
  declare audience: string;

  /** Ideas about harm reduction are offered to a young person, too. An advocate has them as topics to talk through. */
  declare harmReduction: boolean;

  /** The level of the heading, 1 to 6; the headings inside follow it. */
  declare headingLevel: number;

  /** The address of a pack with the agency's own ideas (JSON). Empty: the default content. */
  declare src: string;

  /** A pack with the agency's own ideas, as an object. Goes before `src`. Empty: the default content. */
  declare content: unknown;

  readonly #content = new ContentController(this, 'safety-plan', safetyPlan, english);
  readonly #history = new PlanHistory();
  #said = '';
  #printing = false;
  #dragged = '';
  #forgetting: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.audience = 'advocate';
    this.harmReduction = false;
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
    const youth = this.audience === 'youth';
    const ideas = value.ideas.filter((idea) => !idea.harmReduction || (youth && this.harmReduction));
    const topics = value.ideas.filter((idea) => idea.harmReduction && !youth);
    return html`
      <div
        class="surface stack screen"
        lang=${lang || nothing}
        @click=${this.#onClick}
        @input=${this.#onInput}
        @keydown=${this.#onKeydown}
        @dragstart=${this.#onDragstart}
        @dragover=${this.#onDrag}
        @drop=${this.#onDrag}
      >
        ${heading(this.headingLevel, youth ? value.youthTitle : value.advocateTitle, 'title')}
        ${paragraphs(youth ? value.youthIntro : value.advocateIntro)} ${this.#line('memory')}
        ${this.#renderIdeas('ideas', ideas)}
        <p>${said(youth ? value.youthMore : value.advocateMore)}</p>
        ${this.#renderIdeas('topics', topics)} ${this.#renderList('items')}
        <div class="row">${privateField(say('own'), 'own', '')} ${this.#button('add')}</div>
        ${this.#renderList('people')} ${this.#button('addPerson')} ${this.#line('trace')} ${this.#renderRide()}
        <p role="status">${this.#said}</p>
        <div class="row">
          ${this.#button('undo', '', !this.#history.canUndo)} ${this.#button('print')} ${this.#button('clear')}
        </div>
        ${this.#line('printAbout')} ${draft ? html`<p class="muted">${say('draft')}</p>` : nothing}
        <slot name="note"></slot>
      </div>
      ${this.#printing ? privatePart(sheet(this.#history.now, say), 'sheet') : nothing}
    `;
  }

  #heading(word: Word) {
    return heading(this.headingLevel + 1, this.#content.say(word), '', word);
  }

  #line(word: Word) {
    const beside = this.#content.beside(word);
    return html`<p class="muted">
      ${this.#content.say(word)} ${beside ? html`<span lang="en">${beside}</span>` : nothing}
    </p>`;
  }

  #button(does: Word, at = '', off = false) {
    return html`<button data-do=${does} data-at=${at} ?disabled=${off}>${this.#content.say(does)}</button>`;
  }

  #renderIdeas(title: 'ideas' | 'topics', ideas: readonly Idea[]) {
    const { items, notForMe } = this.#history.now;
    const free = ideas.filter(({ id }) => !items.some(({ idea }) => idea === id));
    const rows = (aside: boolean, ...does: Word[]) => html`
      <ul class="rows">
        ${free
          .filter(({ id }) => notForMe.includes(id) === aside)
          .map(
            (idea) => html`
              <li class="row">
                <span lang=${idea.lang ?? nothing}>${this.#wording(idea)}</span>
                ${does.map((word) => this.#button(word, idea.id))}
              </li>
            `,
          )}
      </ul>
    `;
    return html`
      ${free.length ? [this.#heading(title), rows(false, 'take', 'notForMe')] : nothing}
      ${
        free.some(({ id }) => notForMe.includes(id))
          ? html`<details>
              <summary>${this.#content.say('setAside')}</summary>
              ${rows(true, 'bringBack')}
            </details>`
          : nothing
      }
    `;
  }

  #renderList(list: ListName) {
    const entries = this.#history.now[list];
    return html`
      ${this.#heading(list)} ${entries.length ? nothing : html`<p>${this.#content.say('none')}</p>`}
      <ol class="rows" aria-labelledby=${list}>
        ${entries.map((entry, at) => this.#renderEntry(list, entry, at))}
      </ol>
    `;
  }

  #renderEntry(list: ListName, entry: Readonly<Partial<Item & Person>>, at: number) {
    const { say } = this.#content;
    const where = `${list}.${at}`;
    const dial = dialable(entry.number ?? '');
    const field = (name: 'text' | 'name' | 'number' | 'note') =>
      (name === 'note' ? privateArea : privateField)(say(name), `${where}.${name}`, entry[name] ?? '');
    return html`
      <li class="entry" data-at=${where}>
        <span class="grip" draggable="true" aria-hidden="true">⠿</span>
        ${
          list === 'items'
            ? html`<label class="check">
                <input type="checkbox" autocomplete="off" data-at="${where}.inPlace" .checked=${!!entry.inPlace} />
                ${say('inPlace')}
              </label>`
            : nothing
        }
        ${fields[list].map(field)}
        ${
          dial
            ? privatePart([
                html`<a href="tel:${dial}">${say('call')}</a>`,
                html`<a href="sms:${dial}">${say('sms')}</a>`,
              ])
            : nothing
        }
        <div class="row">
          ${this.#button('up', where, !at)} ${this.#button('down', where, at === this.#history.now[list].length - 1)}
          ${this.#button('out', where)}
        </div>
      </li>
    `;
  }

  #renderRide() {
    const { who, where } = this.#history.now.ride;
    const { say } = this.#content;
    return [
      this.#heading('ride'),
      privateField(say('who'), 'ride.who', who),
      privateField(say('where'), 'ride.where', where),
    ];
  }

  #wording(idea: Idea): string {
    return this.audience === 'youth' ? idea.youth : idea.advocate;
  }

  #tell(word?: Word, values?: Readonly<Record<string, number>>) {
    clearTimeout(this.#forgetting);
    this.#said = word ? this.#content.say(word, values) : '';
    this.requestUpdate();
  }

  #onClick({ target }: Event) {
    const { do: does = '', at = '' } = (target as Element).closest<HTMLElement>('[data-do]')?.dataset ?? {};
    const [list, index] = at.split('.') as [ListName, string?];
    const place = Number(index);
    const history = this.#history;
    if (does === 'up') return this.#move(list, place, place - 1, does);
    if (does === 'down') return this.#move(list, place, place + 1, does);
    if (does === 'add') return this.#addOwn();
    if (does === 'addPerson') return this.#addPerson();
    if (does === 'print') return this.#print();
    if (does === 'clear') return this.#clear();
    if (!does) return;
    if (does === 'undo') history.undo();
    else
      history.edit((plan) => {
        const idea = this.#content.value.ideas.find(({ id }) => id === at);
        if (does === 'out') plan[list].splice(place, 1);
        else if (does === 'take' && idea) addItem(plan, this.#wording(idea), at);
        else if (does === 'notForMe') plan.notForMe.push(at);
        else plan.notForMe = plan.notForMe.filter((id) => id !== at);
      });
    this.#tell(does === 'undo' ? 'undone' : 'done');
    // The button is gone or off: the focus goes to where this can be taken back, or else to where something can be written.
    this.#focus('[data-do=undo]:enabled', '[data-at=own]');
  }

  #onInput({ target }: Event) {
    const { type, checked, value, dataset } = target as HTMLInputElement;
    const { at = '' } = dataset;
    if (at === 'own') return;
    this.#history.edit((plan) => write(plan, at, type === 'checkbox' ? checked : value), at);
    this.#tell();
  }

  #onKeydown(event: KeyboardEvent) {
    const control = event.target as HTMLElement;
    const does = event.altKey && { ArrowUp: 'up', ArrowDown: 'down' }[event.key];
    const button = does && control.closest('.entry')?.querySelector<HTMLElement>(`[data-do=${does}]`);
    const own = event.key === 'Enter' && control.dataset['at'] === 'own';
    if (button) button.click();
    if (own) this.#addOwn();
    if (button || own) event.preventDefault();
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
    if (event.type === 'drop') this.#move(list, Number(from), Number(to));
  }

  #addOwn() {
    const field = this.#find<HTMLInputElement>('[data-at=own]');
    const text = field?.value.trim();
    if (field && text) {
      field.value = '';
      this.#history.edit((plan) => addItem(plan, text));
      this.#tell('done');
    }
    field?.focus();
  }

  #addPerson() {
    this.#history.edit((plan) => plan.people.push({ name: '', number: '', note: '' }));
    this.#tell();
    this.#focus('[data-at^=people]:last-child [data-at$=name]');
  }

  #move(list: ListName, from: number, to: number, does = 'up') {
    const focused = (this.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
    const field = focused?.dataset['at']?.split('.')[2];
    this.#history.edit((plan) => move(plan[list], from, to));
    this.#tell('moved', { place: to + 1, all: this.#history.now[list].length });
    // The focus goes along with what was moved. At an end of the list the button is off, and its twin takes over.
    const entry = `.entry[data-at="${list}.${to}"]`;
    this.#focus(`${entry} [data-at$=".${field}"]`, `${entry} [data-do=${does}]:enabled`, `${entry} button:enabled`);
  }

  #clear() {
    const own = this.#find<HTMLInputElement>('[data-at=own]');
    if (own) own.value = '';
    this.#history.clear();
    this.#tell('cleared', { seconds: undoSeconds });
    this.#forgetting = setTimeout(() => {
      this.#history.forget();
      this.#tell();
    }, undoSeconds * 1000);
    this.#focus('[data-do=undo]');
  }

  #print() {
    this.handleEvent({ type: 'beforeprint' });
    const printed = this.#find('[part=sheet]');
    if (printed) printAlone(printed, this.#content.say('sheet'), styles.cssText);
    this.handleEvent({ type: 'afterprint' });
  }

  /** @internal Called by the browser before and after the page is printed: what is there then is what gets printed. */
  handleEvent({ type }: { readonly type: string }): void {
    this.#printing = type === 'beforeprint';
    this.requestUpdate();
    this.performUpdate();
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
