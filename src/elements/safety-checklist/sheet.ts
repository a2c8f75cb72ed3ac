import { html, nothing, type TemplateResult } from 'lit';
import type { Plan } from '../../notebook/plan.js';
import type { DeepReadonly } from '../../notebook/shape.js';

/** The words of the sheet. */
export type SheetWord = 'sheet' | 'items' | 'inPlace' | 'people' | 'ride' | 'who' | 'where';

/** The plan on paper, under a heading that tells nothing. What is empty has lines to write on. */
export function sheet({ items, people, ride }: DeepReadonly<Plan>, say: (word: SheetWord) => string): TemplateResult {
  const line = (words: string) => html`<p>${words || '\u00a0'}</p>`;
  const blank = [line(''), line(''), line('')];
  return html`
    <h1>${say('sheet')}</h1>
    <h2>${say('items')}</h2>
    ${items.map(
      ({ text, note, inPlace }) =>
        html`${line(inPlace ? `${text} (${say('inPlace')})` : text)} ${note ? line(note) : nothing}`,
    )}
    ${blank}
    <h2>${say('people')}</h2>
    ${people.map(({ name, number, note }) => line([name, number, note].filter(Boolean).join(' · ')))} ${blank}
    <h2>${say('ride')}</h2>
    ${line(`${say('who')}: ${ride.who}`)} ${line(`${say('where')}: ${ride.where}`)}
  `;
}
