import { nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { privatePart } from '../fields/private-fields.js';
import { drawNow } from './focus.js';

/** The sheet that an element with private text prints and copies in place of its fields. It is in the element only while it is used. */
export class PrintSheet implements ReactiveController {
  readonly #host: LitElement;
  readonly #sheet: () => TemplateResult;
  readonly #goes: () => boolean;
  #printing = false;

  /**
   * @param sheet Draws it: headings and paragraphs.
   * @param goes Whether it goes on paper when the page is printed.
   */
  constructor(host: LitElement, sheet: () => TemplateResult, goes: () => boolean) {
    this.#host = host;
    this.#sheet = sheet;
    this.#goes = goes;
    host.addController(this);
  }

  /** To be drawn beside the element. */
  render(): TemplateResult | typeof nothing {
    return this.#printing ? privatePart(this.#sheet(), 'sheet') : nothing;
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#onPrint);
    addEventListener('afterprint', this.#onPrint);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#onPrint);
    removeEventListener('afterprint', this.#onPrint);
  }

  /** A copy of it as it is now. */
  copy(): Element {
    this.#show(true);
    const sheet = this.#host.renderRoot.querySelector('[part=sheet]')?.cloneNode(true) as Element | undefined;
    this.#show(false);
    // An element whose words are on their way has none yet.
    return sheet ?? document.createElement('div');
  }

  /** The browser's own printing: what is there then is what gets printed. */
  readonly #onPrint = ({ type }: Pick<Event, 'type'>): void => {
    this.#show(type === 'beforeprint' && this.#goes());
  };

  #show(isShown: boolean): void {
    this.#printing = isShown;
    this.#host.requestUpdate();
    drawNow(this.#host);
  }
}
