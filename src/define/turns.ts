import type { ReactiveElement } from 'lit';

/** Milliseconds of a task in which elements may draw themselves for the first time: on a slow phone a part of one element. */
const share = 4;

/** What is left of it in the present task: nothing in that of the script itself. */
let left = 0;

const waiting: (readonly [Element, () => void])[] = [];

/** In a task to come, those that wait draw themselves, from the top of the page. Unlike a timer this is no slower in a tab that nobody sees yet. */
function askForTask(): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    left = share;
    waiting.sort(([one], [other]) => (one.compareDocumentPosition(other) & 2) - 1);
    while (left > 0 && waiting.length) waiting.shift()![1]();
  };
  port2.postMessage(0);
}

/**
 * Has the elements of a page draw themselves for the first time one after another, so that no task is long and the page can answer between them.
 * What stands inside of an element is shown until its turn comes. Gives the same class.
 */
export function inTurn<E extends CustomElementConstructor>(element: E): E {
  const methods = element.prototype as Pick<ReactiveElement, 'hasUpdated' | 'renderRoot'> &
    Element & {
      scheduleUpdate?: () => unknown;
    };
  const { scheduleUpdate } = methods;
  if (scheduleUpdate && globalThis.MessageChannel)
    methods.scheduleUpdate = function () {
      if (this.hasUpdated) return scheduleUpdate.call(this);
      const draw = () => {
        const start = performance.now();
        scheduleUpdate.call(this);
        left -= performance.now() - start;
        askForTask();
      };
      if (left > 0) return draw();
      const inside = document.createElement('slot');
      if (!this.renderRoot.hasChildNodes()) this.renderRoot.append(inside);
      askForTask();
      return new Promise<void>((resolve) => {
        waiting.push([this, () => resolve((inside.remove(), draw()))]);
      });
    };
  return element;
}
