import type { Notebook, Pages } from '../notebook/notebook.js';
import {
  canSeal,
  haveSameSeal,
  newSeal,
  open,
  seal,
  SealError,
  unwrap,
  type Opened,
  type Seal,
  type SealReason,
} from './seal.js';
import { same, toJson } from '../notebook/shape.js';
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
  #turn = 0;
  #seal: Seal | undefined;
  /** The newest record that this page has seen, and what it holds. */
  #mark = '';
  #revision = 0;
  #saved: Pages = {};
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
    return this.look();
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
  async look(): Promise<void> {
    const turn = this.#turn;
    const exists = await this.#store.exists();
    if (turn !== this.#turn) return;
    // Deleted while this page was not running: then it goes here as well.
    if (this.state === 'open' && !exists) return this.#drop('memory', 'wiped');
    if (this.state !== 'open') this.#set({ state: exists ? 'locked' : 'memory' });
  }

  /** Starts to keep what is in the notebook from now on. */
  keep(passphrase: string): Promise<void> {
    return this.#work(async (turn) => {
      const made = await newSeal(passphrase);
      if (turn !== this.#turn) return;
      const { record, pages } = await this.#sealed(made, 1);
      if (turn !== this.#turn) return;
      if (!(await this.#store.write(record, ''))) return this.#set({ state: 'locked', news: 'there' });
      if (turn === this.#turn) this.#opened(made, record.mark, 1, pages);
    });
  }

  /** Opens what is kept. What is in the notebook already is kept as well. */
  unlock(passphrase: string): Promise<void> {
    return this.#work(async (turn) => {
      const { now, before } = await this.#store.read();
      if (!now) return this.#set({ state: 'memory', news: 'gone' });
      const found = await openEither(now, before, passphrase);
      if (turn !== this.#turn) return;
      const { revision, text } = found.opened;
      const pages = JSON.parse(text) as Pages;
      const older = revision < this.#newest;
      this.#paused = found.before;
      this.#notebook.add(pages, this.#saved);
      this.#opened(found.seal, now.mark, revision, pages, found.before ? 'before' : older ? 'older' : '');
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
    return this.#work(async (turn) => {
      await this.save();
      const { now } = await this.#store.read();
      if (!now) return this.#set({ state: 'memory', news: 'gone' });
      await unwrap(now.bytes, old);
      const made = await newSeal(passphrase);
      do {
        const { record, pages } = await this.#sealed(made, this.#revision + 1);
        if (turn !== this.#turn) return;
        if (await this.#store.write(record, this.#mark, true))
          return this.#opened(made, record.mark, this.#revision + 1, pages);
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
    return this.state === 'open' && !this.#saving && same(this.#notebook.pages, this.#saved);
  }

  /** Lets go of text and key once all is kept. What cannot be kept stays open, and `news` says why. */
  async lock(others = true): Promise<void> {
    if (this.state !== 'open') return this.stop();
    const turn = this.#turn;
    await this.save();
    if (turn !== this.#turn || !this.isSaved) return;
    if (others) this.#store.lockOthers();
    this.#drop('locked', '');
  }

  /** Gives up a key that is being made. */
  stop(): void {
    this.#turn++;
    this.#set({ busy: false });
  }

  /** Lets go of everything at once, and deletes what is kept. Done when it is gone. */
  async wipe(): Promise<void> {
    const wiping = (this.#store as Store | undefined)?.wipe();
    this.#drop('memory', 'wiped');
    await wiping?.catch((error: unknown) => this.#fail(error));
  }

  async #work(work: (turn: number) => Promise<void>): Promise<void> {
    if (this.busy) return;
    const turn = this.#turn;
    this.#set({ busy: true, news: '' });
    try {
      await work(turn);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
    if (turn === this.#turn) this.#set({ busy: false });
  }

  /** What the notebook holds now, sealed, and read back from the text that was sealed. */
  async #sealed(made: Seal, revision: number): Promise<{ record: Stored; pages: Pages }> {
    const { pages } = this.#notebook;
    const text = toJson(pages);
    if (toJson(JSON.parse(text)) !== text) throw new StoreError('altered');
    const bytes = await seal(made, { text, revision });
    return { record: { mark: crypto.getRandomValues(new Uint32Array(3)).join('-'), bytes }, pages };
  }

  async #saveAll(): Promise<void> {
    const turn = this.#turn;
    try {
      while (this.#seal && !this.#paused && !same(this.#notebook.pages, this.#saved)) {
        const { record, pages } = await this.#sealed(this.#seal, this.#revision + 1);
        if (turn !== this.#turn) return;
        const written = await this.#store.write(record, this.#mark);
        if (turn !== this.#turn) return;
        if (written) this.#remember(record.mark, this.#revision + 1, pages);
        else if (!(await this.#catchUp())) return;
        if (turn !== this.#turn) return;
      }
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  /** Takes in what another tab has kept meanwhile. False: there is nothing that could be taken in. */
  async #catchUp(): Promise<boolean> {
    const turn = this.#turn;
    const { now } = await this.#store.read();
    if (turn !== this.#turn || !this.#seal) return false;
    if (!now) {
      this.#close('memory', 'gone');
      return false;
    }
    if (now.mark === this.#mark) return true;
    try {
      const { text, revision } = await open(this.#seal, now.bytes);
      if (turn !== this.#turn) return false;
      const pages = JSON.parse(text) as Pages;
      const older = revision < this.#newest;
      this.#notebook.add(pages, this.#saved);
      this.#remember(now.mark, revision, pages);
      if (older) this.#set({ news: 'older' });
      return true;
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      // What is typed here stays, and is kept once the new passphrase is given.
      if (turn === this.#turn) this.#close('locked', error.reason === 'newer' ? 'newer' : 'changed');
      return false;
    }
  }

  #opened(made: Seal, mark: string, revision: number, pages: Pages, news: VaultNews = 'kept') {
    this.#seal = made;
    this.#remember(mark, revision, pages);
    this.#set({ state: 'open', news });
    for (const type of watched) addEventListener(type, this.#onPage, { capture: true, passive: true });
    this.#lockLater();
    if (!this.#paused) void this.save();
  }

  #remember(mark: string, revision: number, pages: Pages) {
    this.#mark = mark;
    this.#revision = revision;
    this.#newest = Math.max(this.#newest, revision);
    this.#saved = pages;
  }

  /** Keeps no more. What is in the notebook stays. */
  #close(state: VaultState, news: VaultNews) {
    this.#turn++;
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
    if (type === 'pageshow') void this.look();
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
): Promise<{ seal: Seal; opened: Opened; before: boolean }> {
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
