import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

/**
 * A text that changes while people look at it. Each time it comes in a node of its own: a translation of what was said before, which
 * comes late, then finds nothing to replace.
 */
export const fresh = (text: string): unknown => keyed(text, html`${text}`);
