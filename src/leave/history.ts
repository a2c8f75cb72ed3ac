/**
 * Follows a clicked link to the page's own site without a new entry in the history of the tab. Links that the page handles itself, that
 * open elsewhere or save a file, and clicks with a modifier key, are left alone.
 */
export function followWithoutHistory(event: MouseEvent): void {
  const modified = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.href);
  if (!(link instanceof HTMLAnchorElement) || modified || event.defaultPrevented) return;
  const here = !link.target || link.target === '_self';
  if (!here || link.hasAttribute('download') || link.origin !== location.origin) return;
  event.preventDefault();
  location.replace(link.href);
}
