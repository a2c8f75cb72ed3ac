/** A sealed record as it is kept. */
export interface Stored {
  /** Names this very record: it is another one for each write. */
  readonly mark: string;
  readonly bytes: Uint8Array;
}

/** What is kept on the device: the newest record and the one before it. */
export interface Kept {
  readonly now: Stored | undefined;
  readonly before: Stored | undefined;
}

/** What happens to a store from elsewhere. `wiped`: it was deleted. `gone`: the browser has closed or dropped it. `saved`: another tab wrote. `lock`: another tab locked. */
export type StoreNews = 'wiped' | 'gone' | 'saved' | 'lock';

/** Why a store could not be written or read. `full`: no room is left. `off`: the browser keeps nothing here. `altered`: the page changes what is to be
 * kept. */
export type StoreReason = 'full' | 'off' | 'altered';

/** A store did not do what it was asked. What was there is there still. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly reason: StoreReason;

  constructor(reason: StoreReason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Where sealed records are kept: the browser's database or, in a frame, the page around it. It never sees text or keys.
 * @throws {StoreError} from every method but `follow`, `lockOthers` and `close`.
 */
export interface Store {
  /** Whether anything can be kept in it here, as far as is known. */
  readonly works: boolean;
  /** Whether something is kept. Makes nothing. */
  exists(): Promise<boolean>;
  /** What is kept. Nothing, where there is no store: none is made. */
  read(): Promise<Kept>;
  /**
   * Keeps a record, if the newest one kept is still the one named by `expected`, or if there is none and it is empty. The one before
   * stays beside it, unless `alone`.
   *
   * @returns once it is on the disk: whether it was kept.
   */
  write(record: Stored, expected: string, alone?: boolean): Promise<boolean>;
  /** Deletes it all, here and for other tabs. */
  wipe(): Promise<void>;
  /** Tells of what happens from elsewhere, until another one is named. */
  follow(report: (news: StoreNews) => void): void;
  /** Tells other tabs to lock. */
  lockOthers(): void;
  /** Lets go of it, for now. */
  close(): void;
}
