import type { LitElement, TemplateResult } from 'lit';
import { keepSection } from '../../content/sections/keep-panel.js';
import type { ContentController, ContentHost } from '../../controllers/content.js';
import { CopyError, fromText, toText } from '../file/file-format.js';
import { FileError, openFile, sealFile } from '../file/age-file.js';
import type { Notebook } from '../notebook/notebook.js';
import type { Vault, VaultNews, VaultState } from '../vault/vault.js';
import { keepPanel, type KeepPanelView, type KeepWord } from './keep-panel-template.js';
import type { Injected } from './injected.js';

export { IndexedDBStore } from '../vault/indexeddb-store.js';
export { Vault } from '../vault/vault.js';

const shortest = 8;
/** Says nothing about what is in it. */
const fileName = 'notes.age';

/** What to say of a file that was not taken in. */
function wordOf(error: unknown): KeepWord {
  if (error instanceof CopyError) return error.reason === 'newer' ? 'newer' : 'notOurs';
  const { reason } = error as Partial<FileError>;
  if (reason === 'passphrase' || reason === 'damaged') return reason;
  if (reason === 'too-large') return 'tooLarge';
  return error instanceof FileError && reason !== 'unavailable' ? 'notOurs' : 'fileOff';
}

/** What a person does with all that they typed: keeps it, locks it, carries it away, takes it in, wipes it. */
export class KeepPanel implements KeepPanelView {
  /** The words for it, in the language of the element. */
  readonly words: ContentController<typeof keepSection.schema, KeepWord>;
  /** The text that could not be copied for the person. Empty: none. */
  text = '';

  readonly #host: LitElement;
  readonly #notebook: Notebook;
  readonly #vault: Vault;
  readonly #plain: () => string;
  readonly #injected: Injected;
  #said: KeepWord | '' = '';
  #vaultSaid: VaultNews = '';
  #drawn: VaultState | undefined;
  /** Ends the work on a file that is under way. */
  #working: AbortController | undefined;

  /** @param plain Gives what the element holds, as plain text. */
  constructor(host: ContentHost, notebook: Notebook, vault: Vault, plain: () => string, injected: Injected) {
    this.#injected = injected;
    this.words = new injected.ContentController(host, keepSection, false);
    this.#host = host;
    this.#notebook = notebook;
    this.#vault = vault;
    this.#plain = plain;
  }

  get state() {
    return this.#vault.state;
  }

  get isSaved() {
    return this.#vault.isSaved;
  }

  get busy() {
    return !!this.#working || this.#vault.busy;
  }

  get canKeep() {
    return this.#vault.canKeep;
  }

  /** What was said last, by the vault or here. */
  get news(): KeepWord | '' {
    const { news } = this.#vault;
    if (news !== this.#vaultSaid) this.#said = '';
    this.#vaultSaid = news;
    return this.#said || news;
  }

  readonly say = (word: KeepWord): string => this.words.say(word);
  readonly englishBesideDraft = (word: KeepWord): string => this.words.englishBesideDraft(word);

  /** To be drawn where it is to stand. `level` is that of its heading. */
  render(level: number): TemplateResult {
    const { html, heading } = this.#injected;
    if (this.state !== this.#drawn) this.text = '';
    this.#drawn = this.state;
    return html`<div class="keeping stack" @click=${this.#onClick} @keydown=${this.#onKey} @input=${keepInside}>
      ${heading(level, this.say('title'))} ${keepPanel(this, this.#injected)}
    </div>`;
  }

  /** Enter in a field does what the first button beside it does. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const { type } = event.target as HTMLInputElement;
    if (event.key !== 'Enter' || type !== 'text' || event.isComposing) return;
    event.preventDefault();
    (event.target as Element).closest('details')?.querySelector<HTMLElement>('[data-keep]')?.click();
  };

  readonly #onClick = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLElement>('[data-keep]');
    if (button) void this.#do(button.dataset['keep']!, button.closest('details'));
  };

  async #do(does: string, area: Element | null) {
    const fields = [...(area?.querySelectorAll<HTMLInputElement>('[data-at]') ?? [])];
    const value = (at: string) => fields.find(({ dataset }) => dataset['at'] === at)?.value ?? '';
    const [again, old] = ['pass-again', 'pass-old'].map(value) as [string, string];
    const passphrase = value('pass-new') || value('pass-pass');
    const file = fields.find(({ files }) => files)?.files?.[0];
    const isNew = fields.some(({ dataset }) => dataset['at'] === 'pass-again');
    const vault = this.#vault;
    this.text = '';
    this.#say('');
    if (isNew && passphrase.length < shortest) return this.#say('short');
    if (isNew && passphrase !== again) return this.#say('differ');
    if (does === 'stop') {
      this.#working?.abort();
      return vault.stop();
    }
    if (does === 'copy') return this.#copy();
    if ((does === 'add' || does === 'replace') && !file) return this.#say('noFile');
    // A passphrase is in no field for longer than it takes to use it.
    for (const field of fields) if (field.dataset['at'] !== 'text') field.value = '';
    if (does === 'keep') await vault.keep(passphrase);
    if (does === 'open') await vault.unlock(passphrase);
    if (does === 'change') await vault.change(old, passphrase);
    if (does === 'lock') await vault.lock();
    if (does === 'goOn') await vault.goOn();
    if (does === 'wipe') await vault.wipe();
    if (does === 'file') await this.#work((signal) => this.#save(passphrase, signal));
    if (does === 'add' || does === 'replace') await this.#work((signal) => this.#take(does, file!, passphrase, signal));
    if (area) area.toggleAttribute('open', this.#failed);
    await this.#host.updateComplete;
    // The button may be gone. What was opened is read from its start, everywhere else from what there is to know.
    const next = does === 'open' && this.state === 'open' ? '.title' : '.keeping [role=status]';
    const target = this.#host.renderRoot.querySelector<HTMLElement>(next);
    if (target) target.tabIndex = -1;
    target?.focus();
  }

  /** After what failed, its fields stay where they are. */
  get #failed() {
    return !['', 'kept', 'wiped', 'fileDone', 'importDone', 'older', 'before'].includes(this.news);
  }

  #say(word: KeepWord | '') {
    this.#vaultSaid = this.#vault.news;
    this.#said = word;
    this.#host.requestUpdate();
  }

  async #work(work: (signal: AbortSignal) => Promise<KeepWord>) {
    const working = (this.#working = new AbortController());
    this.#host.requestUpdate();
    const said = await work(working.signal).catch(wordOf);
    this.#working = undefined;
    this.#say(working.signal.aborted ? '' : said);
  }

  async #save(passphrase: string, signal: AbortSignal): Promise<KeepWord> {
    const bytes = await sealFile(toText(this.#notebook.values), passphrase, signal);
    const href = URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'application/octet-stream' }));
    Object.assign(document.createElement('a'), { href, download: fileName }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
    return 'fileDone';
  }

  async #take(how: 'add' | 'replace', file: Blob, passphrase: string, signal: AbortSignal): Promise<KeepWord> {
    const values = fromText(await openFile(file, passphrase, signal));
    this.#notebook[how](values);
    return 'importDone';
  }

  async #copy() {
    const text = this.#plain();
    try {
      await navigator.clipboard.writeText(text);
      this.#say('copied');
    } catch {
      this.text = text;
      this.#say('copyHere');
    }
  }
}

/** What is typed here is no part of what the element around holds. */
const keepInside = (event: Event): void => event.stopPropagation();
