import { html, nothing, type TemplateResult } from 'lit';
import type { Statement } from '../content/schema.js';
import { heading } from './heading.js';
import { languages, type Icon } from './icons.js';
import { said } from './statements.js';

/** How an element starts: its drawing, its heading, and what it says first, in a sentence or two. */
export const head = (
  icon: Icon,
  level: number,
  title: unknown,
  statements: readonly Statement[] = [],
): TemplateResult => html`
  <div class="head">
    <span class="emblem">${icon()}</span>
    ${heading(level, title, 'title')} ${statements.map((one) => html`<p class="muted">${said(one)}</p>`)}
  </div>
`;

/** What is good to know before going on, beside a drawing. */
export const note = (icon: Icon, words: unknown): TemplateResult =>
  html`<p class="note with">${icon()}<span>${words}</span></p>`;

/** That nobody has reviewed a translation. Nothing, where there is nothing to say. */
export const draftNote = (words: string): TemplateResult | typeof nothing => (words ? note(languages, words) : nothing);
