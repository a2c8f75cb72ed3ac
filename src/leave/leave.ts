import { addCover, raiseDialog, showCover } from './cover.js';
import { forget, forgetStored, type Forgetful } from './forget.js';
import { everyElement } from '../page/every-element.js';
import { markAsLeft } from './mark.js';

/** Says nothing. Where a title shows nothing, Firefox shows the address. */
const neutralTitle = '…';

/** Milliseconds until the one late try more: earlier ones start a slow network over and over. */
const retryAfter = 3000;

/** What would put something in front of the cover, or ask or hold the person: a page that is left can do that no more. */
const powers =
  'showPopover hidePopover togglePopover showModal requestFullscreen startViewTransition preventDefault returnValue alert confirm prompt print open'.split(
    ' ',
  );

/** Who has them, besides the window. */
const armed = 'Document Element HTMLElement HTMLDialogElement BeforeUnloadEvent NavigateEvent'.split(' ');

/** How to leave. */
export interface Exit {
  /** A cover that stands ready in the page. */
  readonly cover: HTMLElement;
  /** Gives a checked address of another site. Asked when it is time to go there: then the page has been read further. */
  readonly to: () => string;
  /** An address that answers with `Clear-Site-Data`. One of another origin is not asked. Empty: none. */
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
export function leave(way: Exit): void {
  // This alone lets the browser show what it has painted: on a long page, any other change would have all of it painted anew.
  way.cover.style.opacity = '';
  if (leaving) return go(way);
  leaving = true;
  const pages = reachablePages();
  afterPaint(() => {
    showCover(way.cover);
    raiseDialog(way.cover);
    try {
      markAsLeft();
      forgetStored();
      pages.forEach(letGo);
    } catch {
      // Whatever the page has made of its own document, it does not keep the person here.
    }
    go(way);
    setTimeout(() => go(way), retryAfter);
    // For who listens to the page, it is gone as well. Later, since all of it is looked at for that.
    setTimeout(() => pages.forEach(({ document }) => (document.body.inert = true)), 500);
    // Of this mode, the browser asks no other origin, and follows no redirect to one.
    const options: RequestInit = {
      mode: 'same-origin',
      keepalive: true,
      cache: 'no-store',
    };
    if (way.clearUrl) fetch(way.clearUrl, options).catch(() => {});
  });
  for (const page of pages) {
    // What is said is to be seen in front of the whole page.
    if (page !== window) showCover((way = { ...way, cover: addCover(page.document.documentElement, page) }).cover);
    disarm(page);
    hideName(page.document);
    page.document.querySelectorAll<HTMLMediaElement>('audio,video').forEach((media) => media.pause());
  }
}

/** Goes to the other site, in place of the page. Offline it goes to an empty page: a browser would name the site that it did not find. */
function go({ to, cover, closeTab }: Exit): void {
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
  document.head.querySelectorAll<HTMLLinkElement>('link[rel~=icon]').forEach((icon) => (icon.rel = ''));
}

/**
 * Takes from the page what would lie in front of the cover, of which nobody is told where it happens in a shadow root, and what would keep
 * the person here. To open a dialog, to go into full screen, to ask whether to stay: all of that does nothing from here on.
 */
function disarm(page: typeof window): void {
  const classes = page as unknown as Record<string, { prototype: object } | undefined>;
  for (const owner of [page, ...armed.map((name) => classes[name]?.prototype)])
    for (const power of powers) if (owner && power in owner) Reflect.defineProperty(owner, power, { value() {} });
}

/** Canceling the first makes a browser ask whether the person wants to stay; canceling the second closes the cover. */
const neverCanceled = ['beforeunload', 'beforetoggle'];

/** Nobody hears of an event any more, and nothing comes of it. */
export function stop(event: Event): void {
  event.stopImmediatePropagation();
  if (!neverCanceled.includes(event.type)) event.preventDefault();
}

/** Lets go of what the page keeps of the person and of what could hold them back, and keeps from it what happens from here on. */
function letGo(page: typeof window): void {
  const { document } = page;
  for (const name of [...Object.keys(page), 'onfocusin', 'onfocusout', 'onvisibilitychange', 'onfreeze'])
    if (/^on/.test(name)) page.addEventListener(name.slice(2), stop, { capture: true, passive: false });
  // What listened before can no longer make the browser ask, or keep it here.
  page.onbeforeunload = null;
  document.head.append(Object.assign(document.createElement('meta'), { name: 'referrer', content: 'no-referrer' }));
  (document.activeElement as HTMLElement | null)?.blur();
  for (const element of everyElement(document)) {
    (element as Partial<Forgetful>)[forget]?.();
    // Firefox leaves the focus inside of a shadow root when it is taken from the element around.
    if (element.matches(':focus')) (element as HTMLElement).blur();
    if (element.matches('audio,video')) (element as HTMLMediaElement).pause();
    // What a frame plays, shows or asks cannot be reached from here. The one that this runs in has to stay.
    if (page === top && page === window && element.matches('iframe')) element.remove();
  }
}

/** Calls back once the next frame is on screen; where no frames are drawn, soon. */
function afterPaint(then: () => void): void {
  let waiting = true;
  const once = () => {
    if (!waiting) return;
    waiting = false;
    then();
  };
  setTimeout(once, 300);
  requestAnimationFrame(() => setTimeout(once));
}
