import { html, nothing, type TemplateResult } from 'lit';
import type { Statement } from '../content/schema.js';

/** The text of a statement, marked when it is in another language than the words around it. */
export const said = (statement: Statement): TemplateResult =>
  html`<span lang=${statement.lang ?? nothing}>${statement.text}</span>`;

/** Statements as a list. Nothing, when there are none. */
export const lines = (statements: readonly Statement[]): TemplateResult | typeof nothing =>
  statements.length
    ? html`<ul class="lines">
        ${statements.map((one) => html`<li>${said(one)}</li>`)}
      </ul>`
    : nothing;

/** Statements as paragraphs. */
export const paragraphs = (statements: readonly Statement[]): TemplateResult[] =>
  statements.map((one) => html`<p>${said(one)}</p>`);
