import { StoreError, type Store } from '../../private-text/vault/store.js';
import type { FrameAnswer, FrameRequest } from '../protocol/messages.js';

/**
 * Does with a store of the page what a frame asks for. It sees sealed records only, and writes one only over the one that the frame has seen last: that
 * is up to the store.
 */
export async function answerFrame(store: Store, ask: FrameRequest): Promise<FrameAnswer> {
  const { id } = ask;
  try {
    const value =
      ask.what === 'write'
        ? await store.write(ask.record, ask.expected, ask.alone)
        : ((await store[ask.what]()) as true);
    return { type: 'answer', id, value };
  } catch (error) {
    return { type: 'failed', id, reason: error instanceof StoreError ? error.reason : 'off' };
  }
}

/** For an element that is to keep nothing. */
export const keepsNothing: Store = {
  works: false,
  exists: () => Promise.resolve(false),
  read: () => Promise.reject(new StoreError('off')),
  write: () => Promise.reject(new StoreError('off')),
  wipe: () => Promise.resolve(),
  follow() {},
  lockOthers() {},
  close() {},
};
