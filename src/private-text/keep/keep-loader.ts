import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { ContentHost } from '../../controllers/content.js';
import { eraser, notebookPen, printer } from '../../templates/icons.js';
import { withEnglish } from '../../templates/with-english.js';
import type { NotebookController } from '../fields/notebook-controller.js';
import { addWriter, giveTo, holderOf, removeWriter, setBlank } from '../fields/writers.js';
import type { Writer } from '../fields/writer.js';
import type { KeepPanel } from './keep-panel.js';
import { injected, type FormWords } from './injected.js';
import { notebookBar, pointerLine } from './notebook-bar.js';
import { printOnly } from './paper.js';

/**
 * Gives an element with private text the bar of the notebook, in which a person keeps what they wrote, carries it away, prints it or clears it, or, where
 * another element has the bar, the line that leads there. What the bar needs beside its words is loaded once the element is there, and gives the vault a
 * place to keep it; if that does not come, what is typed stays in memory.
 */
export class KeepLoader<T extends object> implements ReactiveController {
  readonly #host: ContentHost & Writer['host'];
  readonly #notebook: NotebookController<T>;
  readonly #words: FormWords;
  readonly #writer: Writer;
  #panel: KeepPanel | undefined;
  #failed = false;
  #unfollow: (() => void) | undefined;

  /** @param copy Gives what the element has on paper. */
  constructor(
    host: ContentHost & Writer['host'],
    notebook: NotebookController<T>,
    words: FormWords,
    copy: () => Element,
  ) {
    this.#host = host;
    this.#notebook = notebook;
    this.#words = words;
    this.#writer = { host, about: notebook.name, copy, isBlank: false };
    host.addController(this);
  }

  /** The bar is in this element. */
  get isHere(): boolean {
    const holder = holderOf(this.#notebook.session);
    return !holder || holder === this.#writer;
  }

  /** The bar asks what goes on paper, and says what that means. */
  get asks(): boolean {
    return this.isHere && !!this.#panel;
  }

  /** The bar, or the line that leads to it. `level` is that of its heading. */
  render(level: number): TemplateResult {
    const { say } = this.#words;
    if (!this.isHere) {
      const { way = say('pointer'), ...state } = this.#panel?.pointer() ?? { icon: notebookPen(), state: say('here') };
      return pointerLine(state, way, () => void this.#toBar());
    }
    if (this.#panel) return this.#panel.render(level);
    const line = (word: 'memory' | 'readable') => withEnglish(say(word), this.#words.englishBesideDraft(word));
    return notebookBar(level, {
      icon: notebookPen(),
      state: say('here'),
      about: [line('memory'), this.#host.inPage ? nothing : [' ', line('readable')]],
      actions: html`${this.#failed ? nothing : html`<span class="coming"></span>`}
        <button class="quiet" data-do="print">${printer()}${say('print')}</button>
        <button class="quiet" data-do="clear">${eraser()}${say('clear')}</button>`,
    });
  }

  /** The element shows nothing of its own, or does again. */
  setBlank(isBlank: boolean): void {
    setBlank(this.#notebook.session, this.#writer, isBlank);
  }

  /** Prints the element's own part of the notebook. */
  print(): void {
    printOnly(this.#notebook.session, [this.#writer], this.#words.say('sheet'));
  }

  /** Whether the element's sheet goes on paper when the page is printed. */
  readonly isOnPaper = (): boolean => this.#notebook.session.onPaper?.has(this.#writer) ?? true;

  hostConnected(): void {
    const { session } = this.#notebook;
    addWriter(session, this.#writer);
    import('./keep-panel.js')
      .then(({ IndexedDBStore, KeepPanel, Vault }) => {
        const vault = (session.vault ??= new Vault(session.notebook));
        this.#panel ??= new KeepPanel(this.#host, session, vault, this.#writer, this.#words, injected);
        void vault.useStore(session.store ?? (() => new IndexedDBStore()));
        this.#unfollow?.();
        this.#unfollow = vault.follow(() => this.#host.requestUpdate());
        this.#host.requestUpdate();
      })
      .catch(() => {
        this.#failed = true;
        this.#host.requestUpdate();
      });
  }

  hostDisconnected(): void {
    removeWriter(this.#notebook.session, this.#writer);
    this.#unfollow?.();
  }

  /** Takes the person to the bar. Where it cannot be seen, it comes to them. */
  async #toBar(): Promise<void> {
    const { session } = this.#notebook;
    const focusBar = ({ host }: Writer) => {
      const bar = host.shadowRoot?.querySelector<HTMLElement>('.notebook');
      bar?.focus();
      return !!bar && host.shadowRoot?.activeElement === bar;
    };
    if (focusBar(holderOf(session)!)) return;
    giveTo(session, this.#writer);
    await this.#host.updateComplete;
    focusBar(this.#writer);
  }
}
