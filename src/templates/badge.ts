import { html, type TemplateResult } from 'lit';
import type { Icon } from './icons.js';

/** A state or a fact in few words, beside a drawing of a shape of its own. It cannot be pressed. */
export const badge = (icon: Icon, words: unknown, name = ''): TemplateResult =>
  html`<span class="badge ${name}">${icon()}<span>${words}</span></span>`;
