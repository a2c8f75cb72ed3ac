import { printAlone } from '../../templates/print-alone.js';
import { fields } from '../fields/fields.styles.js';
import type { Session } from '../fields/notebook-controller.js';
import type { Writer } from '../fields/writer.js';

/** The sheets of elements, one below the other, under one heading. */
function sheetOf(writers: readonly Writer[]): Element {
  const all = document.createElement('div');
  for (const { copy } of writers) {
    const sheet = copy();
    if (all.firstChild) sheet.querySelector('h1')?.remove();
    all.append(sheet);
  }
  return all;
}

/** What these elements have on their sheets, line by line. */
export const plainOf = (writers: readonly Writer[]): string =>
  [...sheetOf(writers).querySelectorAll('h1, h2, p')]
    .map(({ textContent }) => textContent?.trim())
    .filter(Boolean)
    .join('\n');

/** Prints what these elements have on their sheets, and nothing else of the page. */
export function printOnly(session: Session, writers: readonly Writer[], title: string): void {
  const sheet = sheetOf(writers);
  if (origin === 'null') {
    // There the page itself is printed: each element leaves its sheet away that is not among these.
    session.onPaper = new Set(writers);
    addEventListener('afterprint', () => (session.onPaper = undefined), { once: true });
  }
  printAlone(sheet, title, fields.cssText);
}
