const minute = 60_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function wait(): void {
  timer = setTimeout(wakeAll, minute - (Date.now() % minute));
}

function wakeAll(): void {
  wait();
  for (const listener of [...listeners]) listener();
}

/** Nobody looks at a hidden page. Once it is in sight again, whatever was missed is caught up on at once. */
function onVisibilityChange(): void {
  clearTimeout(timer);
  if (!document.hidden) wakeAll();
}

/**
 * Calls back whenever a new minute begins on the clock, while the page can be seen; and when it comes back into sight. All share
 * one timer.
 *
 * @returns Ends it.
 */
export function eachMinute(listener: () => void): () => void {
  if (!listeners.size) {
    document.addEventListener('visibilitychange', onVisibilityChange);
    if (!document.hidden) wait();
  }
  listeners.add(listener);
  return () => {
    if (!listeners.delete(listener) || listeners.size) return;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onVisibilityChange);
  };
}
