import { fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { QuickExit } from 'alongside-elements';
import { find, waitUntil } from './support.js';

// Nothing here leaves the page: a third press of Shift, a second of Escape or a click on the bar would take the tests along.

/** An address of another site. Nobody goes there. */
export const away = 'https://weather.example/';

/** As an agency pastes it, with a link of its own words. */
export const theirs = html`<quick-exit><a href=${away} rel="noreferrer noopener">Weather</a></quick-exit>`;

/** Waits until all that is loaded later is there. */
export const complete = (element: Element): Promise<void> =>
  waitUntil(() => element.shadowRoot?.querySelector('details')?.hidden === false, 'its limits never came');

/** Puts it into the page, and waits until it is complete. */
export async function exit(template = html`<quick-exit></quick-exit>`): Promise<QuickExit> {
  const element = await fixture<QuickExit>(template);
  await complete(element);
  return element;
}

/** Waits until what changed has been measured and drawn. */
export async function drawn(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await nextFrame();
}

/** Puts it where most pages have it, first of all; the page takes it away again. */
export async function first(markup = '<quick-exit></quick-exit>'): Promise<QuickExit> {
  document.body.insertAdjacentHTML('afterbegin', markup);
  const element = document.body.firstElementChild as QuickExit;
  await complete(element);
  await drawn();
  return element;
}

/** The bar, which stays in view. */
export const bar = (element: Element): HTMLElement => find(element, '[part=bar]');

/** The link that it has where the page gives none. */
export const ownLink = (element: Element): HTMLAnchorElement => find(element, '[part=bar] a');

/** What is said to who listens. */
export const said = (element: Element): string | null => find(element, '[aria-live]').textContent;

/** Whether an element is drawn at all. */
export const shown = (element: Element): boolean => element.getClientRects().length > 0;

/** Presses keys one after another, as a person does. */
export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
}
