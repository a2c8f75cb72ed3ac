import { html, type TemplateResult } from 'lit';

/** A heading of the level that the page needs. What is no number is 2. */
export const heading = (level: number, words: unknown, name = '', id = ''): TemplateResult => html`
  <div role="heading" aria-level=${level || 2} class=${name} part=${name} id=${id}>${words}</div>
`;
