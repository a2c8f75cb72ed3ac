import { html, LitElement } from 'lit';
export class ResourceCard extends LitElement { override render() { return html`x`; } }
