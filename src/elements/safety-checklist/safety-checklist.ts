import { html, LitElement } from 'lit';
export class SafetyChecklist extends LitElement { override render() { return html`x`; } }
