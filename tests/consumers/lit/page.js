/** A page that draws with its own, older Lit, beside elements of ours. */
import { LitElement, html } from 'lit';
import 'alongside-elements/define/all.js';

class OwnGreeting extends LitElement {
  static properties = { name: {} };

  render() {
    return html`Hello, ${this.name}`;
  }
}
customElements.define('own-greeting', OwnGreeting);
