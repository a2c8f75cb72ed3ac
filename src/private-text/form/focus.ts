import type { LitElement } from 'lit';

/** What has the focus in an element, if anything. */
export const focusedIn = (host: LitElement): HTMLElement | null =>
  (host.renderRoot as ShadowRoot).activeElement as HTMLElement | null;

/** Gives the focus to what the first selector finds, or else the next one, once the element is drawn. */
export function focusFirst(host: LitElement, selectors: readonly string[], preventScroll = false): void {
  void host.updateComplete.then(() =>
    selectors
      .map((selector) => host.renderRoot.querySelector<HTMLElement>(selector))
      .find(Boolean)
      ?.focus({ preventScroll }),
  );
}

/** Draws an element at once, so that Lit knows what its fields hold: else a change that comes in the same moment would leave it there. */
export const drawNow = (host: LitElement): void => (host as unknown as { performUpdate(): void }).performUpdate();
