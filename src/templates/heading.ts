import { html, type TemplateResult } from 'lit';

/** A heading of the level that the page needs; what is no number is 2. The name, if any, is its id, its class and its part. */
export const heading = (level: number, words: unknown, name = ''): TemplateResult =>
  html`<div role="heading" class=${name} part=${name} id=${name} aria-level=${level || 2}>${words}</div>`;
