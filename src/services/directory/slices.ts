/** For how many milliseconds is worked in one go: a page that is slowed down six times still answers within a tenth of a second. */
const slice = 12;
let began = 0;

/** Lets whatever else is waiting come first: messages, keys, painting. A timer would wait for 4 ms more. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });

/** Goes on at once, or after a turn where a slice is over. Rejects with the signal's reason where it was ended. */
export async function breathe(signal?: AbortSignal): Promise<void> {
  if (performance.now() - began > slice) {
    await turn();
    began = performance.now();
  }
  signal?.throwIfAborted();
}
