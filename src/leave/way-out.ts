import { everyElement } from '../page/every-element.js';
import { shortcutNamed, type Shortcut } from './shortcut.js';
import type { WayOut } from './watch.js';

const isWayOut = (element: Element): element is WayOut => {
  const { leave, shortcut } = element as Partial<WayOut>;
  return 'clearUrl' in element && typeof leave === 'function' && typeof shortcut === 'string';
};

/** What the last search found. `null`: there was none. `undefined`: nobody has searched yet. */
let known: WayOut | null | undefined;

/**
 * The way out of a page: a `quick-exit`, whatever its tag and whichever file it comes from. Where this page has none and stands in a frame of its own
 * site, the one in the window. Searches the whole page each time.
 */
export function findWayOut(): WayOut | null {
  return (known = search());
}

/** The same, as the last search found it: searches again only when what was found has left the page. */
export function wayOut(): WayOut | null {
  return known === undefined || known?.isConnected === false ? findWayOut() : known;
}

function search(): WayOut | null {
  for (const page of [window, top!]) {
    try {
      for (const element of everyElement(page.document)) if (isWayOut(element)) return element;
    } catch {
      // The window belongs to another site.
    }
  }
  return null;
}

/** The keys that leave by it. */
export const shortcutOf = (way: WayOut | null): Shortcut => (way ? shortcutNamed(way.shortcut) : 'none');
