import { StoreError, type Kept, type Store, type Stored, type StoreNews } from '../private-text/vault/store.js';
import { Requests } from '../page/requests.js';
import { largestRecord, type FrameAnswer, type FrameRequest, type FromFrame } from '../frame/protocol/messages.js';

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

/** The store of a frame, which has none of its own: the page around it keeps what the frame has sealed. */
export class FrameStore implements Store {
  readonly works: boolean;
  readonly #send: (message: FromFrame) => void;
  readonly #requests = new Requests();
  #report: (news: StoreNews) => void = () => {};

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

  follow(report: (news: StoreNews) => void): void {
    this.#report = report;
  }

  lockOthers(): void {
    this.#send({ type: 'tell', what: 'lock-others' });
  }

  close(): void {
    this.#send({ type: 'tell', what: 'close' });
  }

  /** Takes in what the page answers. An answer of another kind than what was asked for is none. */
  hear(message: FrameAnswer): void {
    if (message.type === 'news') return this.#report(message.news);
    if (message.type === 'failed') this.#requests.reject(message.id, new StoreError(message.reason));
    else this.#requests.resolve(message.id, message.value);
  }

  #ask<T>(ask: Without<FrameRequest, 'type' | 'id'>): Promise<T> {
    const fits = (value: unknown) => typeof value === kinds[ask.what];
    return this.#requests.ask((id) => this.#send({ ...ask, type: 'ask', id }), { fits }) as Promise<T>;
  }
}

/** What each question is answered with. */
const kinds = { exists: 'boolean', read: 'object', write: 'boolean', wipe: 'undefined' };
