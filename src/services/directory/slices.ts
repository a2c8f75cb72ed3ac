import { yieldToMain } from '../../page/next-task.js';

/** For how many milliseconds is worked in one go: a page that is slowed down six times still answers within a tenth of a second. */
const slice = 12;
let began = 0;

/** Goes on at once, or in the next task where a slice is over. Rejects with the signal's reason where it was ended. */
export async function breathe(signal?: AbortSignal): Promise<void> {
  if (performance.now() - began > slice) {
    await yieldToMain();
    began = performance.now();
  }
  signal?.throwIfAborted();
}
