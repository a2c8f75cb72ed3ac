import type { Parts } from './parts.js';

/**
 * Keeps room for the bar, so that it covers nothing: within the element, where that stands first in the page, else at the edge of the page.
 * What takes the focus further down is scrolled clear of the bar in both.
 *
 * @returns Gives the room back.
 */
export function keepRoom(host: HTMLElement, { bar, room }: Parts): () => void {
  const { documentElement: root, body } = document;
  const sheet = new CSSStyleSheet();
  const keep = () => {
    // A page that hides itself altogether hides the way out, too.
    for (const page of [root, body])
      if (getComputedStyle(page).display === 'none') page.style.setProperty('display', 'block', 'important');
    const { width, height, top, bottom } = bar.getBoundingClientRect();
    const atTop = top < innerHeight - bottom;
    const start = host.getBoundingClientRect().top + scrollY;
    const first = atTop && start < top + 16;
    room.style.cssText = first ? `width:${width + 2 * top}px;height:${bottom - start}px` : '';
    const edge = atTop ? `top:${bottom}px` : `bottom:${innerHeight - top}px`;
    sheet.replaceSync(height ? `@media screen{:root{scroll-padding-${edge};${first ? '' : `padding-${edge}`}}}` : '');
  };
  // Not within the observer's own call: what is changed there can change what is observed.
  const observer = new ResizeObserver(() => requestAnimationFrame(keep));
  for (const element of [bar, root]) observer.observe(element);
  document.adoptedStyleSheets.push(sheet);
  keep();
  return () => {
    observer.disconnect();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
