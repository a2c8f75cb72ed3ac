/** The elements that a page names by their `id`s, with spaces between, as `for` does. What is not on the page is left out. */
export const named = (host: Element, ids: string): Element[] =>
  (ids.match(/\S+/g) ?? []).flatMap(
    (id) => (host.getRootNode() as Document).getElementById?.(id) ?? document.getElementById(id) ?? [],
  );

/** Takes a person to an element of the page: its heading comes in sight and has the focus. The address of the page stays as it is. */
export function goTo(element: Element): void {
  const place = element.shadowRoot?.querySelector<HTMLElement>('[part~=title]') ?? (element as HTMLElement);
  place.tabIndex = -1;
  place.focus();
}
