import { html, nothing, type TemplateResult } from 'lit';

/** What is said, and the English beside it where the controller asks for that: see `englishBesideDraft`. */
export const withEnglish = (said: unknown, english: unknown): TemplateResult =>
  html`${said} ${english ? html`<span lang="en">${english}</span>` : nothing}`;
