import { addCover, raise, showCover } from './cover.js';
import { everyElement, forget, type Forgetful } from './forget.js';
import { markAsLeft } from './mark.js';

/** Says nothing. Where a title shows nothing, Firefox shows the address. */
const neutralTitle = '…';

/** Milliseconds until the one late try more: earlier ones start a slow network over and over. */
const retryAfter = 3000;

/** How to leave. */
export interface Way {
  /** A cover that stands ready in the page. */
  readonly cover: HTMLElement;
  /** Gives a checked address of another site. Asked when it is time to go there: then the page has been read further. */
  readonly to: () => string;
  /** An address of the page's own origin that answers with `Clear-Site-Data`. Empty: none. */
  readonly clearUrl: string;
  /** Shown where the page stands in a frame that is not allowed to lead the window elsewhere. */
  readonly closeTab: string;
}

let leaving = false;

/** Whether the page is being left. There is no way back from that. */
export const isLeaving = (): boolean => leaving;

/**
 * Leaves the page. When the call returns, the page is out of sight and still. Once that is on screen, what was typed is let go of
 * and the window is on its way; until the other site is there, it stays blank. Another call sets out again.
 */
export function leave(way: Way): void {
  showCover(way.cover);
  if (leaving) return go(way);
  leaving = true;
  const pages = reachablePages();
  afterPaint(() => {
    try {
      markAsLeft();
      pages.forEach(letGo);
    } catch {
      // Whatever the page has made of its own document, it does not keep the person here.
    }
    if (way.clearUrl)
      fetch(way.clearUrl, { keepalive: true, cache: 'no-store', referrerPolicy: 'no-referrer' }).catch(() => {});
    go(way);
    // What the page still opens goes behind the cover, wherever that is.
    setInterval(() => raise(way.cover), 100);
    setTimeout(() => go(way), retryAfter);
    // For who listens to the page, it is gone as well. Later, since all of it is looked at for that.
    setTimeout(() => pages.forEach(({ document }) => (document.body.inert = true)), 500);
  });
  for (const page of pages) {
    if (page !== window) showCover(addCover(page.document.documentElement, page));
    hideName(page.document);
    page.document.querySelectorAll<HTMLMediaElement>('audio,video').forEach((media) => media.pause());
  }
}

/** Goes to the other site, in place of the page. Offline it goes to an empty page: a browser would name the site that it did not find. */
function go({ to, cover, closeTab }: Way): void {
  const address = navigator.onLine ? to() : 'about:blank';
  try {
    top!.location.replace(address);
  } catch {
    // A frame that is not allowed to: browsers say so at once.
    cover.textContent = closeTab;
  }
}

/** This page and, where it stands in a frame of its own site, the one in the window. */
function reachablePages(): (typeof window)[] {
  try {
    if (top !== window && top!.document) return [window, top as typeof window];
  } catch {
    // A frame in another site.
  }
  return [window];
}

/**
 * Takes the page's name and sign out of the tab, and keeps them out. No other sign is put in their place: the browser shows that it is loading,
 * and a `data:` icon would be reported to the agency where it collects reports on its content security policy.
 */
function hideName(document: Document): void {
  const hide = () => {
    if (document.title !== neutralTitle) document.title = neutralTitle;
  };
  hide();
  new MutationObserver(hide).observe(document.head, { childList: true, subtree: true });
  document.querySelectorAll('link[rel~=icon]').forEach((icon) => icon.remove());
}

/** Lets go of what the page keeps of the person and of what could hold them back, and keeps from it what happens from here on. */
function letGo(page: typeof window): void {
  const { document } = page;
  const types = ['focusin', 'focusout', 'visibilitychange', 'freeze'];
  for (const key of Object.keys(page)) if (/^on/.test(key)) types.push(key.slice(2));
  const silent = (event: Event) => {
    event.stopImmediatePropagation();
    // Cancelling an unload is what makes a browser ask whether the person wants to stay; cancelling a toggle closes the cover.
    if (!/^before[tu]/.test(event.type)) event.preventDefault();
  };
  for (const type of types) page.addEventListener(type, silent, { capture: true, passive: false });
  // What listened before can no longer make the browser ask, or keep it here.
  page.onbeforeunload = null;
  const nothing = { value() {} };
  for (const event of [page.BeforeUnloadEvent, page.NavigateEvent])
    Object.defineProperties(event?.prototype ?? {}, {
      preventDefault: nothing,
      returnValue: nothing,
    });
  document.head.append(Object.assign(document.createElement('meta'), { name: 'referrer', content: 'no-referrer' }));
  (document.activeElement as HTMLElement | null)?.blur();
  for (const element of everyElement(document)) {
    (element as Partial<Forgetful>)[forget]?.();
    if (element.matches('audio,video')) (element as HTMLMediaElement).pause();
    // What a frame plays, shows or asks cannot be reached from here. The one that this runs in has to stay.
    if (page === top && page === window && element.matches('iframe')) element.remove();
  }
}

/** Calls back once the next frame is on screen; where no frames are drawn, soon. */
function afterPaint(then: () => void): void {
  const soon = new Promise((resolve) => setTimeout(resolve, 300));
  void Promise.race([new Promise(requestAnimationFrame), soon]).then(() => setTimeout(then));
}
