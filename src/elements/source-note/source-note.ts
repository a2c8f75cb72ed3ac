import { html, LitElement } from 'lit';
export class SourceNote extends LitElement { override render() { return html`x`; } }
