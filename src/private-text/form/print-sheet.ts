import { nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { printAlone } from '../../templates/print-alone.js';
import { fields } from '../fields/fields.styles.js';
import { privatePart } from '../fields/private-fields.js';
import { drawNow } from './focus.js';

/** The sheet that an element with private text prints and copies in place of its fields. It is in the element only while it is used. */
export class PrintSheet implements ReactiveController {
  readonly #host: LitElement;
  readonly #sheet: () => TemplateResult;
  #printing = false;

  /** @param sheet Draws it: headings and paragraphs. */
  constructor(host: LitElement, sheet: () => TemplateResult) {
    this.#host = host;
    this.#sheet = sheet;
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

  /** Prints it, and nothing else of the page. */
  print(title: string): void {
    this.#use((sheet) => printAlone(sheet, title, fields.cssText));
  }

  /** What it says, line by line. */
  plain(): string {
    return this.#use((sheet) =>
      [...sheet.querySelectorAll('h1, h2, p')]
        .map(({ textContent }) => textContent?.trim())
        .filter(Boolean)
        .join('\n'),
    );
  }

  /** The browser's own printing: what is there then is what gets printed. */
  readonly #onPrint = ({ type }: Pick<Event, 'type'>): void => {
    this.#printing = type === 'beforeprint';
    this.#host.requestUpdate();
    drawNow(this.#host);
  };

  #use<R>(use: (sheet: Element) => R): R {
    this.#onPrint({ type: 'beforeprint' });
    const result = use(this.#host.renderRoot.querySelector('[part=sheet]')!);
    this.#onPrint({ type: 'afterprint' });
    return result;
  }
}
