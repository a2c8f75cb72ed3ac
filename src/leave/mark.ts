// While a visit counts as left, Back leads away again. The mark stands in the storage of the tab, tells nothing to who reads it, and goes
// with the next visit that does not come by Back.
const name = '_';

let channel: BroadcastChannel | undefined;

/** Marks the visit in this tab as left. Where storage is off there is no mark, and Back is as it always was. */
export function markAsLeft(): void {
  try {
    sessionStorage[name] = 1;
    // Firefox 153 keeps showing a page that it froze for Back the storage of the past. But it does not keep one frozen that listens to a channel
    // on which something is said: it will load the page anew. Chromium and WebKit show what is stored now, and load nothing.
    if ('mozInnerScreenX' in window) channel?.postMessage(0);
  } catch {
    // Storage is off.
  }
}

/**
 * Whether the visit was left, and Back, Forward or Reload have brought the person here. A new visit takes the mark away. To be asked in
 * every page that is to stay out of sight then.
 *
 * @param restored The page was frozen, and goes on.
 */
export function wasLeft(restored: boolean): boolean {
  try {
    channel ??= new BroadcastChannel(name);
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (restored || entry?.type !== 'navigate') return !!sessionStorage[name];
    sessionStorage.removeItem(name);
  } catch {
    // Storage is off.
  }
  return false;
}
