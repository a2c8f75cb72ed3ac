/** Puts a popover in front of all there is, also of dialogs that were opened after it. Where there are no popovers, it is where it is. */
export function raise(popover: HTMLElement): void {
  try {
    popover.hidePopover();
    popover.showPopover();
  } catch {
    // The browser knows no popovers, or the element is not in the page.
  }
}

// It is there from the start, so that to show it is to change one number: nothing is laid out or painted anew. The style is its own, so that
// no style sheet of the page can take it away.
const style =
  'all:initial!important;position:fixed!important;inset:0!important;z-index:2147483647!important;display:block!important;' +
  'will-change:opacity!important;color-scheme:light dark!important;background:Canvas!important;color:CanvasText!important;';

/** Adds a cover, not seen yet, that looks like an empty page of the browser. */
export function addCover(parent: Node, page: typeof window = window): HTMLElement {
  const cover = page.document.createElement('div');
  cover.popover = 'manual';
  parent.appendChild(cover);
  hideCover(cover);
  raise(cover);
  return cover;
}

/** Shows a cover. */
export function showCover(cover: HTMLElement): void {
  cover.style.cssText = style;
}

/** Lets the page be seen again. */
export function hideCover(cover: HTMLElement): void {
  cover.style.cssText = `${style}opacity:0!important;pointer-events:none!important`;
}
