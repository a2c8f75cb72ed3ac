// Those of the browser, before a page has changed them, and before the page that is left may not use them any more. A server has none.
const { showPopover, hidePopover } = globalThis.HTMLElement?.prototype ?? {};
const { showModal } = globalThis.HTMLDialogElement?.prototype ?? {};

/** Whether the browser can put something in front of everything that a page has. Safari can since 17, Chrome since 114, Firefox since 125. */
export const hasPopovers = !!showPopover;

/** Puts a popover in front of all there is, also of dialogs that were opened after it. Where there are no popovers, it is where it is. */
export function raise(popover: HTMLElement): void {
  try {
    hidePopover.call(popover);
    showPopover.call(popover);
  } catch {
    // The browser knows no popovers, or the element is not in the page.
  }
}

// It is there from the start, so that to show it is to change one number: nothing is laid out or painted anew. The style is its own, so that
// no style sheet of the page can take it away.
const style =
  'all:initial;position:fixed;inset:0;z-index:2147483647;display:block;will-change:opacity;color-scheme:light dark;background:Canvas;color:CanvasText;';

/** Adds a cover, not seen yet, that looks like an empty page of the browser. */
export function addCover(parent: Node, page: typeof window = window, tag: 'div' | 'dialog' = 'div'): HTMLElement {
  const cover = page.document.createElement(tag);
  cover.popover = 'manual';
  parent.appendChild(cover);
  hideCover(cover);
  raise(cover);
  return cover;
}

/**
 * Adds a cover at the moment of leaving, where the one that stands ready would not be seen in front of all. Without popovers only a modal dialog lies
 * above the dialogs and the full screen of the page, so it is one. It becomes modal later, with `raiseDialog`.
 */
export const addLateCover = (): HTMLElement =>
  addCover(document.documentElement, window, hasPopovers ? 'div' : 'dialog');

/** Puts a late cover in front of everything. The browser looks through the whole page for that, so it comes after the cover is seen. */
export function raiseDialog(cover: HTMLElement): void {
  try {
    showModal.call(cover as HTMLDialogElement);
  } catch {
    // It is a popover, and no dialog; or the browser knows none.
  }
}

/** Shows a cover. */
export function showCover(cover: HTMLElement, more = ''): void {
  cover.style.cssText = (style + more).replaceAll(';', '!important;');
}

/** Lets the page be seen again. */
export function hideCover(cover: HTMLElement): void {
  showCover(cover, 'opacity:0;pointer-events:none;');
}
