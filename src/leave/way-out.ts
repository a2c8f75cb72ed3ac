import { everyElement } from '../page/every-element.js';
import { shortcuts, type Shortcut } from './shortcut.js';
import type { WayOut } from './watch.js';

const isWayOut = (element: Element): element is WayOut => {
  const { leave, shortcut } = element as Partial<WayOut>;
  return 'clearUrl' in element && typeof leave === 'function' && typeof shortcut === 'string';
};

/**
 * The way out of a page: a `quick-exit`, whatever its tag and whichever file it comes from. Where this page has none and stands in a frame of its own
 * site, the one in the window.
 */
export function findWayOut(): WayOut | undefined {
  for (const page of [window, top!]) {
    try {
      for (const element of everyElement(page.document)) if (isWayOut(element)) return element;
    } catch {
      // The window belongs to another site.
    }
  }
  return undefined;
}

/** The keys that leave by it. */
export const shortcutOf = (way: WayOut | undefined): Shortcut =>
  !way ? 'none' : Object.hasOwn(shortcuts, way.shortcut) ? (way.shortcut as Shortcut) : 'shift';
