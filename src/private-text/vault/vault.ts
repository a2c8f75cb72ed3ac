import type { Notebook, NotebookValues } from '../notebook/notebook.js';
import {
  canSeal,
  haveSameSeal,
  newSeal,
  open,
  seal,
  SealError,
  unwrap,
  type OpenedRecord,
  type Seal,
  type SealReason,
} from './seal.js';
import { same, toJson } from '../notebook/json.js';
import { StoreError, type Store, type Stored, type StoreNews, type StoreReason } from './store.js';

/** `memory`: nothing is kept. `locked`: something is kept, and not open. `open`: what is typed is kept. */
export type VaultState = 'memory' | 'locked' | 'open';

/**
 * What a person is to know, until they do the next thing. Besides the reasons of errors: `gone`, nothing is on the device any more, what is here is
 * in memory; `older`, what was opened is older than what was here before; `before`, the newest record is damaged and the one before it was opened;
 * `changed`, another tab has another passphrase; `altered`, the page changes what is to be kept; `there`, something is kept already;
 * `wiped`, it was deleted; `kept`, it is all kept now.
 */
export type VaultNews =
  '' | SealReason | StoreReason | 'gone' | 'older' | 'before' | 'changed' | 'altered' | 'there' | 'wiped' | 'kept';

/** How long a notebook stays open when nothing happens, and when its page is out of sight, in milliseconds. */
export interface LockTimes {
  readonly idle: number;
  readonly hidden: number;
}

const minute = 60_000;
/** Typing is kept as soon as it pauses for so many milliseconds. */
const pause = 300;

/** Keeps a notebook in a store, sealed with a passphrase, once a person has asked for that. */
export class Vault {
  state: VaultState = 'memory';
  /** A passphrase is being turned into a key, which takes up to seconds. */
  busy = false;
  news: VaultNews = '';

  readonly #notebook: Notebook;
  /** Where it is kept. Without one, nothing leads to what needs one. */
  #store!: Store;
  readonly #times: LockTimes;
  readonly #followers = new Set<() => void>();
  /** Another one after each lock and wipe: what was under way before is of no use then. */
  #generation = 0;
  #seal: Seal | undefined;
  /** The newest record that this page has seen, and what it holds. */
  #mark = '';
  #revision = 0;
  #saved: NotebookValues = {};
  /** An older record was opened: nothing is written over the newer one until the person says so. */
  #paused = false;
  #saving: Promise<void> | undefined;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #lockSoon: ReturnType<typeof setTimeout> | undefined;
  /** When somebody was last here, and how long they may be away. */
  #seen = 0;
  #wait = 0;
  #newest = 0;

  constructor(notebook: Notebook, times: LockTimes = { idle: 10 * minute, hidden: 5 * minute }) {
    this.#notebook = notebook;
    this.#times = times;
    notebook.follow(() => this.#onChange());
  }

  /** Keeps in this store, unless there is one already, and looks what is in it. Without a store nothing can be kept. */
  useStore(make: () => Store): Promise<void> {
    if (!(this.#store as Store | undefined)) {
      this.#store = make();
      this.#store.follow((news) => void this.#onNews(news));
    }
    return this.sync();
  }

  /** Calls back whenever what is public here changes. Returns how to stop that. */
  follow(changed: () => void): () => void {
    this.#followers.add(changed);
    return () => this.#followers.delete(changed);
  }

  /** Whether this page can keep anything at all. */
  get canKeep(): boolean {
    return canSeal() && !!(this.#store as Store | undefined)?.works;
  }

  /** Looks whether something is kept. Makes nothing. */
  async sync(): Promise<void> {
    const generation = this.#generation;
    const exists = await this.#store.exists();
    if (generation !== this.#generation) return;
    // Deleted while this page was not running: then it goes here as well.
    if (this.state === 'open' && !exists) return this.#drop('memory', 'wiped');
    if (this.state !== 'open') this.#set({ state: exists ? 'locked' : 'memory' });
  }

  /** Starts to keep what is in the notebook from now on. */
  keep(passphrase: string): Promise<void> {
    return this.#work(async (generation) => {
      const made = await newSeal(passphrase);
      if (generation !== this.#generation) return;
      const { record, values } = await this.#sealed(made, 1);
      if (generation !== this.#generation) return;
      if (!(await this.#store.write(record, ''))) return this.#set({ state: 'locked', news: 'there' });
      if (generation === this.#generation) this.#opened(made, record.mark, 1, values);
    });
  }

  /** Opens what is kept. What is in the notebook already is kept as well. */
  unlock(passphrase: string): Promise<void> {
    return this.#work(async (generation) => {
      const { now, before } = await this.#store.read();
      if (!now) return this.#set({ state: 'memory', news: 'gone' });
      const found = await openEither(now, before, passphrase);
      if (generation !== this.#generation) return;
      const { revision, text } = found.opened;
      const values = JSON.parse(text) as NotebookValues;
      const older = revision < this.#newest;
      this.#paused = found.before;
      this.#notebook.add(values, this.#saved);
      this.#opened(found.seal, now.mark, revision, values, found.before ? 'before' : older ? 'older' : '');
    });
  }

  /** Goes on from the older record that was opened: the damaged one is written over from now on. */
  goOn(): Promise<void> {
    this.#paused = false;
    this.#saved = {};
    return this.save();
  }

  /** Takes a new passphrase. The old one opens nothing any more, nor does it open the record before. */
  change(old: string, passphrase: string): Promise<void> {
    return this.#work(async (generation) => {
      await this.save();
      const { now } = await this.#store.read();
      if (!now) return this.#set({ state: 'memory', news: 'gone' });
      await unwrap(now.bytes, old);
      const made = await newSeal(passphrase);
      do {
        const { record, values } = await this.#sealed(made, this.#revision + 1);
        if (generation !== this.#generation) return;
        if (await this.#store.write(record, this.#mark, true))
          return this.#opened(made, record.mark, this.#revision + 1, values);
      } while (await this.#catchUp());
    });
  }

  /** Keeps what has changed, now. Done when it is on the disk, or when `news` says why it is not. */
  save(): Promise<void> {
    clearTimeout(this.#soon);
    return (this.#saving ??= this.#saveAll().finally(() => {
      this.#saving = undefined;
      this.#tell();
    }));
  }

  /** Whether all that was typed is kept. */
  get isSaved(): boolean {
    return this.state === 'open' && !this.#saving && same(this.#notebook.values, this.#saved);
  }

  /** Lets go of text and key once all is kept. What cannot be kept stays open, and `news` says why. */
  async lock(others = true): Promise<void> {
    if (this.state !== 'open') return this.stop();
    const generation = this.#generation;
    await this.save();
    if (generation !== this.#generation || !this.isSaved) return;
    if (others) this.#store.lockOthers();
    this.#drop('locked', '');
  }

  /** Gives up a key that is being made. */
  stop(): void {
    this.#generation++;
    this.#set({ busy: false });
  }

  /** Lets go of everything at once, and deletes what is kept. Done when it is gone. */
  async wipe(): Promise<void> {
    const wiping = (this.#store as Store | undefined)?.wipe();
    this.#drop('memory', 'wiped');
    await wiping?.catch((error: unknown) => this.#fail(error));
  }

  async #work(work: (generation: number) => Promise<void>): Promise<void> {
    if (this.busy) return;
    const generation = this.#generation;
    this.#set({ busy: true, news: '' });
    try {
      await work(generation);
    } catch (error) {
      if (generation === this.#generation) this.#fail(error);
    }
    if (generation === this.#generation) this.#set({ busy: false });
  }

  /** What the notebook holds now, sealed, and read back from the text that was sealed. */
  async #sealed(made: Seal, revision: number): Promise<{ record: Stored; values: NotebookValues }> {
    const { values } = this.#notebook;
    const text = toJson(values);
    if (toJson(JSON.parse(text)) !== text) throw new StoreError('altered');
    const bytes = await seal(made, { text, revision });
    return { record: { mark: crypto.getRandomValues(new Uint32Array(3)).join('-'), bytes }, values };
  }

  async #saveAll(): Promise<void> {
    const generation = this.#generation;
    try {
      while (this.#seal && !this.#paused && !same(this.#notebook.values, this.#saved)) {
        const { record, values } = await this.#sealed(this.#seal, this.#revision + 1);
        if (generation !== this.#generation) return;
        const written = await this.#store.write(record, this.#mark);
        if (generation !== this.#generation) return;
        if (written) this.#remember(record.mark, this.#revision + 1, values);
        else if (!(await this.#catchUp())) return;
        if (generation !== this.#generation) return;
      }
    } catch (error) {
      if (generation === this.#generation) this.#fail(error);
    }
  }

  /** Takes in what another tab has kept meanwhile. False: there is nothing that could be taken in. */
  async #catchUp(): Promise<boolean> {
    const generation = this.#generation;
    const { now } = await this.#store.read();
    if (generation !== this.#generation || !this.#seal) return false;
    if (!now) {
      this.#close('memory', 'gone');
      return false;
    }
    if (now.mark === this.#mark) return true;
    try {
      const { text, revision } = await open(this.#seal, now.bytes);
      if (generation !== this.#generation) return false;
      const values = JSON.parse(text) as NotebookValues;
      const older = revision < this.#newest;
      this.#notebook.add(values, this.#saved);
      this.#remember(now.mark, revision, values);
      if (older) this.#set({ news: 'older' });
      return true;
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      // What is typed here stays, and is kept once the new passphrase is given.
      if (generation === this.#generation) this.#close('locked', error.reason === 'newer' ? 'newer' : 'changed');
      return false;
    }
  }

  #opened(made: Seal, mark: string, revision: number, values: NotebookValues, news: VaultNews = 'kept') {
    this.#seal = made;
    this.#remember(mark, revision, values);
    this.#set({ state: 'open', news });
    for (const type of watched) addEventListener(type, this.#onPage, { capture: true, passive: true });
    this.#lockLater();
    if (!this.#paused) void this.save();
  }

  #remember(mark: string, revision: number, values: NotebookValues) {
    this.#mark = mark;
    this.#revision = revision;
    this.#newest = Math.max(this.#newest, revision);
    this.#saved = values;
  }

  /** Keeps no more. What is in the notebook stays. */
  #close(state: VaultState, news: VaultNews) {
    this.#generation++;
    this.#seal = undefined;
    this.#paused = false;
    if (state === 'memory') this.#newest = 0;
    clearTimeout(this.#soon);
    clearTimeout(this.#lockSoon);
    for (const type of watched) removeEventListener(type, this.#onPage, { capture: true });
    (this.#store as Store | undefined)?.close();
    this.#set({ state, news, busy: false });
  }

  /** The same, and nothing stays. */
  #drop(state: VaultState, news: VaultNews) {
    this.#close(state, news);
    this.#saved = {};
    this.#notebook.forget();
  }

  #onChange() {
    if (this.state !== 'open') return;
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => void this.save(), pause);
    this.#lockLater();
  }

  async #onNews(news: StoreNews) {
    if (this.state !== 'open') return;
    if (news === 'wiped') this.#drop('memory', 'wiped');
    else if (news === 'gone') this.#close('memory', 'gone');
    else if (news === 'lock') await this.lock(false);
    else if (!this.#paused) await this.#follow();
  }

  async #follow() {
    try {
      await this.#saving;
      await this.#catchUp();
    } catch (error) {
      this.#fail(error);
    }
    await this.save();
  }

  readonly #onPage = ({ type }: Event) => {
    // A device that slept did not count the time.
    if (Date.now() - this.#seen > this.#wait) return void this.lock(false);
    if (type === 'pageshow') void this.sync();
    else if (type === 'pagehide' || document.hidden) void this.save();
    this.#lockLater();
  };

  #lockLater() {
    clearTimeout(this.#lockSoon);
    this.#seen = Date.now();
    this.#wait = document.hidden ? this.#times.hidden : this.#times.idle;
    this.#lockSoon = setTimeout(() => void this.lock(false), this.#wait);
  }

  #fail(error: unknown) {
    // By its reason, not by its class: a store can come from another file, with a class of its own.
    const { reason = 'off' } = error as Partial<SealError | StoreError>;
    this.#set({ news: reason });
  }

  #set(change: Partial<Pick<Vault, 'state' | 'busy' | 'news'>>) {
    Object.assign(this, change);
    this.#tell();
  }

  #tell() {
    for (const changed of this.#followers) changed();
  }
}

const watched = ['visibilitychange', 'pagehide', 'pageshow', 'pointerdown', 'keydown'];

/** Opens the newest record or, where that is damaged, the one before it. */
async function openEither(
  now: Stored,
  before: Stored | undefined,
  passphrase: string,
): Promise<{ seal: Seal; opened: OpenedRecord; before: boolean }> {
  const attempt = async ({ bytes }: Stored) => {
    const made = await unwrap(bytes, passphrase);
    return { seal: made, opened: await open(made, bytes) };
  };
  try {
    return { ...(await attempt(now)), before: false };
  } catch (error) {
    // Sealed with the same passphrase, the other would not open either; one that is of a later version is not ours to pass over.
    const { reason } = error as SealError;
    if (!before || reason === 'newer') throw error;
    if (reason === 'passphrase' && haveSameSeal(now.bytes, before.bytes)) throw error;
    try {
      return { ...(await attempt(before)), before: true };
    } catch {
      throw error;
    }
  }
}
