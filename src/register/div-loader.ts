/**
 * Loads what puts an element in the place of a `<div data-alongside="…">`, if the page has such a div once it has been read: in files of one
 * element, where most pages have none and every byte counts. If it does not come, what stands inside of the div is shown.
 */
export function divs(tag: string): void {
  const { document } = globalThis as { document?: Document };
  const loadIfNeeded = () => {
    if (document!.querySelector(`[data-alongside="${tag}"]`))
      import('./div-upgrade.js').then(({ upgrade }) => upgrade([tag])).catch(() => {});
  };
  if (document?.readyState === 'loading') document.addEventListener('DOMContentLoaded', loadIfNeeded);
  else if (document) loadIfNeeded();
}
