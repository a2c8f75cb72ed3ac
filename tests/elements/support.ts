import { aTimeout } from '@open-wc/testing';
import { sessionOf } from 'alongside-elements/internal/private-text/fields/notebook-controller.js';
import type { LitElement } from 'lit';

/** All the words that an element shows in its shadow tree, hidden ones included, with single spaces. */
export const words = (element: Element): string => element.shadowRoot?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** Whether the element shows its light DOM instead of itself. */
export const showsFallback = (element: Element): boolean =>
  element.shadowRoot?.querySelector('slot:not([name])') !== null;

/** The first match inside the element. A missing one fails the test. */
export function find<E extends HTMLElement = HTMLElement>(element: Element, selector: string): E {
  const found = element.shadowRoot?.querySelector<E>(selector);
  if (!found) throw new Error(`<${element.localName}> holds no ${selector}`);
  return found;
}

/** The button whose words are these; the first where there are more, or the one at an index. */
export function button(element: Element, label: string, index = 0): HTMLButtonElement {
  const buttons = [...(element.shadowRoot?.querySelectorAll('button') ?? [])];
  const found = buttons.filter((one) => one.textContent?.trim() === label)[index];
  if (!found) throw new Error(`<${element.localName}> holds no button "${label}"`);
  return found;
}

/** Types into a field as a person does: the text is there, and the field says so. */
export function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Waits until the element has settled: the words of its language are there and it has rendered. */
export async function settled(element: Element): Promise<void> {
  await (element as LitElement).updateComplete;
  await waitUntil(() => !showsFallback(element) || element.childElementCount > 0, 'it never rendered');
  await aTimeout(0);
  await (element as LitElement).updateComplete;
}

/** Waits until something is true, for as long as a busy machine may need: only what fails waits for all of it. No timer outlives it. */
export async function waitUntil(predicate: () => unknown, message = 'It never came true.'): Promise<void> {
  const end = performance.now() + 30_000;
  while (!(await predicate())) {
    if (performance.now() > end) throw new Error(message);
    await aTimeout(20);
  }
}

/** Silences and collects what the console is told while something runs. */
export async function warnings(run: () => Promise<unknown>): Promise<unknown[][]> {
  const { warn } = console;
  const told: unknown[][] = [];
  console.warn = (...words: unknown[]) => void told.push(words);
  try {
    await run();
  } finally {
    console.warn = warn;
  }
  return told;
}

/** All elements with private text on a page share one notebook: a test starts with an empty one. */
export function emptyNotebook(element: Element): void {
  sessionOf(element)!.notebook.forget();
}
