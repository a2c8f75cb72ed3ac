/** What Lit gives an element. */
interface Drawn extends Element {
  readonly hasUpdated: boolean;
  readonly renderRoot: ParentNode & Node;
  scheduleUpdate?: () => unknown;
}

/**
 * How many elements may still draw themselves in the present task: none in that of the script itself. A page that is opened at a place in it is held
 * there by the browser only until it has been loaded: all draw themselves at once there, and nothing in sight moves.
 */
let left = globalThis.location?.hash ? Infinity : 0;

const waiting: (readonly [Element, () => void])[] = [];

/** Whether an element stands before another in the page. */
const comesBefore = (one: Element, other: Element) =>
  !!(other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING);

/** In a task to come, the first of those that wait draws itself, from the top of the page. Unlike a timer this is no slower in a tab that nobody sees yet. */
function askForTask(): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    waiting.sort(([one], [other]) => (comesBefore(other, one) ? 1 : -1));
    waiting.shift()?.[1]();
    left = Number(!waiting.length);
  };
  port2.postMessage(0);
}

/**
 * Has the elements of a page draw themselves for the first time one after another, so that no task is long and the page can answer between them.
 * What stands inside of an element is shown until its turn comes. Gives the same class.
 */
export function inTurn<E extends CustomElementConstructor>(element: E): E {
  const methods = element.prototype as Drawn;
  const { scheduleUpdate } = methods;
  if (scheduleUpdate && globalThis.MessageChannel)
    methods.scheduleUpdate = function () {
      if (this.hasUpdated) return scheduleUpdate.call(this);
      askForTask();
      if (left-- > 0) return scheduleUpdate.call(this);
      const inside = document.createElement('slot');
      if (!this.renderRoot.hasChildNodes()) this.renderRoot.append(inside);
      return new Promise<void>((resolve) => {
        waiting.push([this, () => resolve((inside.remove(), scheduleUpdate.call(this)) as void)]);
      });
    };
  return element;
}
