import {
  StoreError,
  type Kept,
  type Store,
  type Stored,
  type StoreNews,
  type StoreReason,
} from '../private-text/vault/store.js';
import { largestRecord, type Answer, type Ask, type FromFrame } from '../frame/protocol/messages.js';

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

interface Waiting {
  readonly what: Ask['what'];
  readonly done: (value: never) => void;
  readonly failed: (error: StoreError) => void;
}

/** The store of a frame, which has none of its own: the page around it keeps what the frame has sealed. */
export class FrameStore implements Store {
  readonly works: boolean;
  readonly #send: (message: FromFrame) => void;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #told: (news: StoreNews) => void = () => {};

  /** @param works Whether the page can keep anything. */
  constructor(works: boolean, send: (message: FromFrame) => void) {
    this.works = works;
    this.#send = send;
  }

  exists(): Promise<boolean> {
    return this.works ? this.#ask({ what: 'exists' }) : Promise.resolve(false);
  }

  read(): Promise<Kept> {
    return this.#ask({ what: 'read' });
  }

  write(record: Stored, expected: string, alone = false): Promise<boolean> {
    if (record.bytes.length > largestRecord) return Promise.reject(new StoreError('full'));
    return this.#ask({ what: 'write', record, expected, alone });
  }

  wipe(): Promise<void> {
    return this.#ask({ what: 'wipe' });
  }

  follow(told: (news: StoreNews) => void): void {
    this.#told = told;
  }

  lockOthers(): void {
    this.#send({ type: 'tell', what: 'lock-others' });
  }

  close(): void {
    this.#send({ type: 'tell', what: 'close' });
  }

  /** Takes in what the page answers. An answer of another kind than what was asked for is none. */
  hear(message: Answer): void {
    if (message.type === 'news') return this.#told(message.news);
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    const { what, done, failed } = waiting;
    if (message.type === 'answer' && typeof message.value !== kinds[what]) return;
    this.#waiting.delete(message.id);
    if (message.type === 'failed') failed(new StoreError(message.reason));
    else done(message.value as never);
  }

  #ask<T>(ask: Without<Ask, 'type' | 'id'>): Promise<T> {
    const id = ++this.#last;
    return new Promise<T>((done, failed: (reason: StoreReason | StoreError) => void) => {
      this.#waiting.set(id, { what: ask.what, done, failed });
      this.#send({ ...ask, type: 'ask', id });
    });
  }
}

/** What each question is answered with. */
const kinds = { exists: 'boolean', read: 'object', write: 'boolean', wipe: 'undefined' };
