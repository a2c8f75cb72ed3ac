import type { Parts } from './parts.js';
import { addStyles, removeStyles } from './styling.js';

/**
 * Keeps room for the bar, so that it covers nothing: within the element, where that stands at the top of the page, else at the edge of the page; never in
 * both. Below a bar or a header of the page, ours stays below it. What takes the focus further down is scrolled clear of the bar in each case.
 *
 * @returns Gives the room back.
 */
export function keepRoom(host: HTMLElement, { bar, room }: Parts): () => void {
  const { documentElement: root, body } = document;
  let styles: ReturnType<typeof addStyles> | undefined;
  /** Writes styles for the page in place of those before. Empty: none any more. */
  const write = (css: string) => {
    if (styles) removeStyles(document, styles);
    styles = css ? addStyles(document, css) : undefined;
  };
  const startOfHost = () => host.getBoundingClientRect().top + scrollY;
  /** How far the room at the edge of the page has moved the element down. */
  let moved = 0;
  let over = false;
  const keep = () => {
    if (over) return;
    // A page that hides itself altogether hides the way out, too.
    for (const page of [root, body])
      if (getComputedStyle(page).display === 'none') page.style.setProperty('display', 'block', 'important');
    const start = startOfHost() - moved;
    bar.style.removeProperty('--_start');
    const usual = bar.getBoundingClientRect();
    const atTop = usual.top < innerHeight - usual.bottom;
    // As far down as a header or two. Lower, the bar would stay in the middle of what is read, most of all in a small window.
    const own = atTop && start < 24 + innerHeight / 8;
    if (own && start > usual.top + 15) bar.style.setProperty('--_start', `${start}px`);
    const { width, height, top, bottom, left, right } = bar.getBoundingClientRect();
    const gap = Math.min(left, root.clientWidth - right);
    room.style.cssText = own ? `width:${width + 2 * gap}px;height:${bottom - start}px` : 'height:var(--_target)';
    const edge = atTop ? `top:${bottom}px` : `bottom:${innerHeight - top}px`;
    write(height ? `@media screen{:root{scroll-padding-${edge};${own ? '' : `padding-${edge}`}}}` : '');
    moved = startOfHost() - start;
  };
  // Not within the observer's own call: what is changed there can change what is observed.
  // Asked once: WebKit answers the second time with what it had before.
  const { ResizeObserver: Observer } = globalThis;
  const observer = Observer && new Observer(() => requestAnimationFrame(keep));
  for (const element of [bar, root]) observer?.observe(element);
  keep();
  // Styles of the page may still be on their way. Nothing is drawn, and no frame comes, before they are there.
  requestAnimationFrame(keep);
  return () => {
    over = true;
    observer?.disconnect();
    write('');
  };
}
