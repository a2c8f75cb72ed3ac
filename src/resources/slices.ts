/** For how many milliseconds is worked in one go: a page that is slowed down six times still answers within a tenth of a second. */
const slice = 12;
let began = 0;

/** Lets whatever else is waiting come first: messages, keys, painting. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Goes on at once, or after a turn where a slice is over. Rejects with the signal's reason where it was ended. */
export async function breathe(signal?: AbortSignal): Promise<void> {
  if (performance.now() - began > slice) {
    await turn();
    began = performance.now();
  }
  signal?.throwIfAborted();
}
