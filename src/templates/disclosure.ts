import { html, type TemplateResult } from 'lit';

/** What can be read later, behind one line to open. On paper it is open. */
export const disclosure = (words: unknown, inside: unknown): TemplateResult => html`
  <details class="more">
    <summary>${words}</summary>
    <div class="stack">${inside}</div>
  </details>
`;
