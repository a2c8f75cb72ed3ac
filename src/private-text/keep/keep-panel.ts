import type { LitElement, TemplateResult } from 'lit';
import { keepSection } from '../../content/sections/keep-panel.js';
import type { ContentController, ContentHost } from '../../controllers/content.js';
import { intl, orPlain } from '../../i18n/intl.js';
import { clearAll, undoSeconds } from '../fields/clearing.js';
import type { Session } from '../fields/notebook-controller.js';
import type { Writer } from '../fields/writer.js';
import { CopyError, fromText, toText } from '../file/file-format.js';
import { FileError, openFile, sealFile } from '../file/age-file.js';
import type { Vault, VaultNews, VaultState } from '../vault/vault.js';
import {
  keepBar,
  stateOf,
  type KeepPanelView,
  type KeepWord,
  type ListedPart,
  type OpenPanel,
} from './keep-panel-template.js';
import type { FormWords, Injected } from './injected.js';
import type { BarParts } from './notebook-bar.js';

export { IndexedDBStore } from '../vault/indexeddb-store.js';
export { Vault } from '../vault/vault.js';

const shortest = 8;
/** What turns a passphrase into a key. */
const makesKey: ReadonlySet<string> = new Set(['keep', 'open', 'change', 'file', 'add', 'replace']);
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

/** The parts of the notebook that have a name of their own. */
const namedParts: readonly KeepWord[] = ['plan', 'options', 'goals', 'practice'];

/** What a person does with all that they typed: keeps it, locks it, carries it away, takes it in, prints it, clears or wipes it. */
export class KeepPanel implements KeepPanelView {
  /** The words for it, in the language of the element. */
  readonly words: ContentController<typeof keepSection.schema, KeepWord>;
  readonly shared: FormWords;
  /** The text that could not be copied for the person. Empty: none. */
  text = '';
  level = 4;

  readonly #host: LitElement;
  readonly #session: Session;
  readonly #vault: Vault;
  readonly #writer: Writer;
  readonly #injected: Injected;
  #opened: OpenPanel = '';
  #told: KeepWord | 'cleared' | 'undone' | '' = '';
  #vaultSaid: VaultNews = '';
  /** Good news that a person has left behind. */
  #passed: VaultNews = '';
  #drawn: VaultState | undefined;
  #generation = 0;
  /** Ends the work on a file that is under way. */
  #working: AbortController | undefined;

  constructor(
    host: ContentHost,
    session: Session,
    vault: Vault,
    writer: Writer,
    shared: FormWords,
    injected: Injected,
  ) {
    this.#injected = injected;
    this.words = new injected.ContentController(host, keepSection, false);
    this.shared = shared;
    this.#host = host;
    this.#session = session;
    this.#vault = vault;
    this.#writer = writer;
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

  get readable() {
    return this.#writers.some(({ host }) => !host.inPage);
  }

  /** What is open: what a person has opened, or else what opens locked notes. */
  get panel(): OpenPanel {
    return this.#opened || (this.state === 'locked' ? 'open' : '');
  }

  /** What was said last, by the vault or here. */
  get news(): KeepWord | '' {
    const { news } = this.#vault;
    if (news !== this.#vaultSaid) this.#told = '';
    this.#vaultSaid = news;
    // What was cleared here says nothing about the device.
    if (this.#told === 'cleared' || this.#told === 'undone') return '';
    return this.#told || (news === this.#passed ? '' : news);
  }

  get said(): string {
    const { news } = this;
    if (this.busy) return this.say('busy');
    // Until it can be undone no more, whatever else is said.
    if (!news && this.canUndo) return this.shared.say('cleared', { seconds: undoSeconds });
    if (this.#told === 'undone') return this.shared.say('undone');
    return news && this.say(news);
  }

  get canUndo() {
    return this.#session.notebook.canUndoClear;
  }

  get parts(): readonly ListedPart[] {
    return [...new Set([this.#writer, ...this.#writers].map(({ about }) => about))]
      .map((part) => ({ part, name: this.say(part as KeepWord), own: part === this.#writer.about }))
      .sort((one, other) => placeOfPart(one.part) - placeOfPart(other.part));
  }

  get clears(): string {
    const there = new Set([...this.#writers.map(({ about }) => about), ...Object.keys(this.#session.notebook.values)]);
    const names = namedParts.filter((part) => there.has(part)).map(this.say);
    const { language } = this.words;
    const parts = orPlain(() => intl('ListFormat', language).format(names), names.join(', '));
    return this.words.say('clearAbout', { parts, seconds: undoSeconds });
  }

  readonly say = (word: KeepWord): string => this.words.say(word);
  readonly englishBesideDraft = (word: KeepWord): string => this.words.englishBesideDraft(word);

  /** To be drawn where it is to stand. `level` is that of its heading. */
  render(level: number): TemplateResult {
    this.level = level + 1;
    const { generation } = this.#session.notebook;
    if (this.state !== this.#drawn || generation !== this.#generation) {
      this.text = '';
      this.#opened = '';
    }
    this.#drawn = this.state;
    this.#generation = generation;
    return this.#injected.html`<div @click=${this.#onClick} @keydown=${this.#onKey} @input=${keepInside}>
      ${this.#injected.notebookBar(level, keepBar(this, this.#injected))}
    </div>`;
  }

  /** What the line says that leads to the bar. */
  pointer(): Pick<BarParts, 'icon' | 'state' | 'name'> & { way: string } {
    return { ...stateOf(this, this.#injected), name: 'keeping' };
  }

  get #writers(): readonly Writer[] {
    return [...(this.#session.writers ?? [this.#writer])].filter(({ isBlank }) => !isBlank);
  }

  /** Enter in a field does what the first button beside it does; Escape closes what is open. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const { type } = event.target as HTMLInputElement;
    if (event.key === 'Escape' && this.#opened) return this.#toggle('', event.target as HTMLElement);
    if (event.key !== 'Enter' || type !== 'text' || event.isComposing) return;
    event.preventDefault();
    (event.target as Element).closest('.panel')?.querySelector<HTMLElement>('[data-keep]')?.click();
  };

  readonly #onClick = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLElement>('[data-keep], [data-opens]');
    if (!button) return;
    const { keep, opens } = button.dataset;
    if (keep) void this.#do(keep, button.closest('.panel'));
    else this.#toggle(opens as OpenPanel, button);
  };

  /** Opens a panel, or closes what is open. The focus stays on the button that did it, where that is there still. */
  #toggle(wanted: OpenPanel, button: HTMLElement) {
    const before = this.panel;
    const root = this.#host.renderRoot as ShadowRoot;
    const isMore = wanted === 'more' && !!root.querySelector('[data-opens=more][aria-expanded=true]');
    const closes = !wanted || wanted === before || isMore;
    this.text = '';
    this.#opened = closes ? '' : wanted;
    const { news } = this.#vault;
    if (news === 'kept' || news === 'wiped') this.#passed = news;
    this.#tell('');
    drawAtOnce(this.#host);
    if (button.isConnected) return;
    const selectors = closes ? [`[data-opens=${before || 'more'}]`, '[data-opens=more]'] : ['.panel-title'];
    selectors
      .map((selector) => root.querySelector<HTMLElement>(`.keeping ${selector}`))
      .find(Boolean)
      ?.focus();
  }

  async #do(does: string, area: Element | null) {
    const fields = [...(area?.querySelectorAll<HTMLInputElement>('[data-at]') ?? [])];
    const chosen = [...(area?.querySelectorAll<HTMLInputElement>('[data-part]:checked') ?? [])].map(
      ({ dataset }) => dataset['part'],
    );
    const value = (at: string) => fields.find(({ dataset }) => dataset['at'] === at)?.value ?? '';
    const [again, old] = ['pass-again', 'pass-old'].map(value) as [string, string];
    const passphrase = value('pass-new') || value('pass-pass');
    const file = fields.find(({ files }) => files)?.files?.[0];
    const isNew = fields.some(({ dataset }) => dataset['at'] === 'pass-again');
    const vault = this.#vault;
    this.text = '';
    this.#passed = '';
    this.#tell('');
    if (does === 'stop') {
      this.#working?.abort();
      return vault.stop();
    }
    if (isNew && passphrase.length < shortest) return this.#tell('short');
    if (isNew && passphrase !== again) return this.#tell('differ');
    if ((does === 'copy' || does === 'print') && !chosen.length) return this.#tell('noPart');
    if (does === 'copy') return this.#copy(chosen);
    if ((does === 'add' || does === 'replace') && !file) return this.#tell('noFile');
    // A passphrase is in no field for longer than it takes to use it.
    for (const field of fields) if (field.dataset['at'] !== 'text') field.value = '';
    if (does === 'keep') await vault.keep(passphrase);
    if (does === 'open') await vault.unlock(passphrase);
    if (does === 'change') await vault.change(old, passphrase);
    if (does === 'lock') await vault.lock();
    if (does === 'goOn') await vault.goOn();
    if (does === 'wipe') await vault.wipe();
    if (does === 'clear') this.#clear();
    if (does === 'undo') this.#undoClear();
    if (does === 'file') await this.#work((signal) => this.#save(passphrase, signal));
    if (does === 'add' || does === 'replace') await this.#work((signal) => this.#take(does, file!, passphrase, signal));
    if (!this.#failed) this.#opened = '';
    this.#host.requestUpdate();
    if (does === 'print') this.#injected.printOnly(this.#session, this.#of(chosen), this.shared.say('sheet'));
    await this.#host.updateComplete;
    this.#focusAfter(does);
  }

  /** The button may be gone. What was opened is read from its start, everywhere else from what there is to know, or from how things are now. */
  #focusAfter(does: string) {
    const next =
      does === 'open' && this.state === 'open'
        ? '.title'
        : does === 'clear'
          ? '[data-keep=undo]'
          : does === 'print'
            ? '[data-opens=print]'
            : this.said
              ? '.keeping [aria-live]'
              : '.keeping #state';
    const root = this.#host.renderRoot as ShadowRoot;
    const { activeElement } = document;
    // Making a key takes a while, and somebody may have gone on.
    const isElsewhere = activeElement && activeElement !== document.body && !root.activeElement?.closest('.keeping');
    if (isElsewhere && makesKey.has(does)) return;
    const target = root.querySelector<HTMLElement>(next);
    if (target && target.localName !== 'button') target.tabIndex = -1;
    target?.focus({ preventScroll: does === 'clear' });
  }

  /** After what failed, its fields stay where they are. */
  get #failed() {
    return !['', 'kept', 'wiped', 'fileDone', 'importDone', 'older', 'before'].includes(this.news);
  }

  #tell(word: KeepWord | 'cleared' | 'undone' | '') {
    this.#vaultSaid = this.#vault.news;
    this.#told = word;
    this.#host.requestUpdate();
  }

  async #work(work: (signal: AbortSignal) => Promise<KeepWord>) {
    const working = (this.#working = new AbortController());
    const { notebook } = this.#session;
    const { generation } = notebook;
    // Locked, wiped or left meanwhile: then nothing comes in, and nothing goes out.
    const stop = notebook.follow(() => notebook.generation !== generation && working.abort());
    this.#host.requestUpdate();
    const said = await work(working.signal).catch(wordOf);
    stop();
    this.#working = undefined;
    this.#tell(working.signal.aborted ? '' : said);
  }

  async #save(passphrase: string, signal: AbortSignal): Promise<KeepWord> {
    const bytes = await sealFile(toText(this.#session.notebook.values), passphrase, signal);
    signal.throwIfAborted();
    const href = URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'application/octet-stream' }));
    Object.assign(document.createElement('a'), { href, download: fileName }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
    return 'fileDone';
  }

  async #take(how: 'add' | 'replace', file: Blob, passphrase: string, signal: AbortSignal): Promise<KeepWord> {
    const values = fromText(await openFile(file, passphrase, signal));
    signal.throwIfAborted();
    this.#session.notebook[how](values);
    return 'importDone';
  }

  #clear() {
    clearAll(this.#session, (forget) => {
      const root = this.#host.renderRoot as ShadowRoot;
      const hasFocus = root.activeElement?.matches('[data-keep=undo]');
      forget();
      if (!hasFocus) return;
      drawAtOnce(this.#host);
      root.querySelector<HTMLElement>('[data-opens=clear]')?.focus({ preventScroll: true });
    });
    this.#tell('cleared');
  }

  #undoClear() {
    clearTimeout(this.#session.forgetting);
    this.#session.notebook.undoClear();
    this.#tell('undone');
  }

  /** One element for each of these parts: that of the bar, where there are more. */
  #of(parts: readonly unknown[]): Writer[] {
    const all = [this.#writer, ...this.#writers];
    return parts.flatMap((part) => all.find((writer) => writer.about === part) ?? []);
  }

  async #copy(parts: readonly unknown[]) {
    const text = this.#injected.plainOf(this.#of(parts));
    try {
      await navigator.clipboard.writeText(text);
      this.#tell('copied');
    } catch {
      this.text = text;
      this.#tell('copyHere');
    }
  }
}

const placeOfPart = (part: string) => namedParts.indexOf(part as KeepWord);

/** What is opened is there at once: what comes next can find its fields. */
const drawAtOnce = (host: LitElement): void => (host as unknown as { performUpdate(): void }).performUpdate();

/** What is typed here is no part of what the element around holds. */
const keepInside = (event: Event): void => event.stopPropagation();
