import { inNextTask } from '../page/next-task.js';

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
let left: number | undefined;

const waiting: (readonly [Element, () => void])[] = [];

/** The first of those that wait draws itself, from the top of the page. */
function drawFirst(): void {
  const follows = (one: Node, other: Node) =>
    one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;
  waiting.sort(([one], [other]) => follows(one, other));
  waiting.shift()?.[1]();
  left = waiting.length ? 0 : 1;
}

/**
 * Has the elements of a page draw themselves for the first time one after another, so that no task is long and the page can answer between them.
 * What stands inside of an element is shown until it has drawn itself. Gives the same class.
 */
export function queueFirstRender<E extends CustomElementConstructor>(element: E): E {
  left ??= globalThis.location?.hash ? Infinity : 0;
  const methods = element.prototype as Drawn;
  const { scheduleUpdate } = methods;
  if (scheduleUpdate && globalThis.MessageChannel)
    methods.scheduleUpdate = function () {
      if (this.hasUpdated) return scheduleUpdate.call(this);
      inNextTask(drawFirst);
      if (left!-- > 0) return scheduleUpdate.call(this);
      const inside = document.createElement('slot');
      if (!this.renderRoot.hasChildNodes()) this.renderRoot.append(inside);
      return new Promise<void>((resolve) => {
        waiting.push([this, () => resolve((inside.remove(), scheduleUpdate.call(this)) as void)]);
      });
    };
  return element;
}
