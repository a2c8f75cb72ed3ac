/**
 * Calls back in a task of its own, as soon as what waits already has been done: messages, keys, painting. A timer would wait 4 ms more, and up to a
 * second in a tab that nobody sees.
 */
export function inNextTask(go: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    go();
  };
  port2.postMessage(0);
}

/** Lets the page, or whatever else runs here, get on with what waits. Fulfilled in the next task. */
export const yieldToMain = (): Promise<void> => new Promise(inNextTask);
