import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { databaseName } from '../../leave/forget.js';
import { StoreError, type Kept, type Store, type Stored, type StoreNews } from './store.js';

// The database, its one store and the keys in it have names that tell nothing.
const storeName = '_';
const nowKey = 0;
const beforeKey = 1;

/**
 * After a crash, the browser can fail to look into its databases for a moment. It is asked again after so many milliseconds:
 * taken for an empty device, one with a plan on it would offer its owner to begin anew.
 */
const pauses = [100, 300, 1000, 3000, 0];

interface Schema extends DBSchema {
  [storeName]: { key: number; value: Stored };
}

/** Turns what a database says into what a person can be told. */
function fail(error: unknown): never {
  throw error instanceof StoreError
    ? error
    : new StoreError((error as Error | null)?.name === 'QuotaExceededError' ? 'full' : 'off');
}

/** Keeps records in the browser's database of this site. Nothing is made there before the first write. */
export class IndexedDBStore implements Store {
  #opening: Promise<IDBPDatabase<Schema>> | undefined;
  #database: IDBPDatabase<Schema> | undefined;
  #channel: BroadcastChannel | undefined;
  #report: (news: StoreNews) => void = () => {};

  /**
   * The browser has a database, and can tell whether there is one without making it (Firefox from 126). A page without an origin, such as one in
   * a sandbox, has none, and is not asked: in Chromium a promise of the browser's own would reject there, which nobody can catch.
   */
  get works(): boolean {
    try {
      return globalThis.origin !== 'null' && !!indexedDB.databases;
    } catch {
      return false;
    }
  }

  async exists(): Promise<boolean> {
    if (!this.works) return false;
    for (const pause of pauses) {
      try {
        return (await indexedDB.databases()).some(({ name }) => name === databaseName);
      } catch (error) {
        // A page that is not allowed to look never will be.
        if ((error as Error | null)?.name === 'SecurityError') break;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    return false;
  }

  async read(): Promise<Kept> {
    if (!this.#database && !(await this.exists())) return { now: undefined, before: undefined };
    try {
      const { store, done } = (await this.#open()).transaction(storeName);
      const [now, before] = await Promise.all([store.get(nowKey), store.get(beforeKey), done]);
      return { now, before };
    } catch (error) {
      return fail(error);
    }
  }

  async write(record: Stored, expected: string, alone = false): Promise<boolean> {
    try {
      const database = await this.#open();
      // On the disk, not only on its way there, when it is done.
      const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' });
      const { store, done } = transaction;
      const now = await store.get(nowKey);
      if ((now?.mark ?? '') !== expected) {
        await done;
        return false;
      }
      const before = alone ? store.delete(beforeKey) : now && store.put(now, beforeKey);
      // Where there is no room, Firefox fails the requests with another error than the transaction, which has the reason.
      await Promise.all([before, store.put(record, nowKey), done]).catch((error: unknown) => {
        throw transaction.error ?? error;
      });
      this.#say('saved');
      return true;
    } catch (error) {
      return fail(error);
    }
  }

  async wipe(): Promise<void> {
    this.close();
    // Other tabs that have it open are told by the browser, and let go of it: without that it could not be deleted.
    await deleteDB(databaseName).catch(fail);
  }

  follow(report: (news: StoreNews) => void): void {
    this.#report = report;
  }

  lockOthers(): void {
    this.#say('lock');
  }

  close(): void {
    this.#database?.close();
    this.#channel?.close();
    this.#database = this.#opening = this.#channel = undefined;
  }

  #say(news: StoreNews) {
    this.#channel?.postMessage(news);
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    return (this.#opening ??= this.#connect());
  }

  async #connect(): Promise<IDBPDatabase<Schema>> {
    const end = (news: StoreNews) => {
      this.close();
      this.#report(news);
    };
    try {
      const database = await openDB<Schema>(databaseName, 1, {
        upgrade: (made) => void made.createObjectStore(storeName),
        blocking: () => end('wiped'),
        terminated: () => end('gone'),
      });
      this.#database = database;
      this.#channel = new BroadcastChannel(databaseName);
      this.#channel.onmessage = ({ data }) => this.#report(data === 'lock' ? 'lock' : 'saved');
      return database;
    } catch (error) {
      this.#opening = undefined;
      throw error;
    }
  }
}
