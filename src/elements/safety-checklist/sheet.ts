import { html, nothing, type TemplateResult } from 'lit';
import type { safetyPlanSection } from '../../content/sections/safety-checklist.js';
import type { Plan } from '../../private-text/notebook/plan.js';
import type { DeepReadonly } from '../../private-text/notebook/shape.js';
import type { SharedWord } from '../../private-text/form/rows.js';
import { privateText } from '../../private-text/fields/private-fields.js';

/** The plan on paper, under a heading that tells nothing. What is empty has lines to write on. `stages` are where somebody can say that they are. */
export function planSheet(
  { items, people, ride, now }: DeepReadonly<Plan>,
  stages: readonly { readonly id: string; readonly text: string }[],
  say: (word: keyof typeof safetyPlanSection.english.words) => string,
  shared: (word: SharedWord) => string,
): TemplateResult {
  const line = (words: unknown) => html`<p>${words || '\u00a0'}</p>`;
  const blank = [line(''), line(''), line('')];
  const where = stages.find(({ id }) => id === now.stage)?.text;
  return html`
    <h1>${shared('sheet')}</h1>
    ${where || now.words ? line([where, ' ', privateText(now.words)]) : nothing}
    <h2>${say('items')}</h2>
    ${items.map(
      ({ text, note, inPlace }) =>
        html`${line([privateText(text), inPlace ? ` (${say('inPlace')})` : ''])}
        ${note ? line(privateText(note)) : nothing}`,
    )}
    ${blank}
    <h2>${say('people')}</h2>
    ${people.map(({ name, number, note }) => line(privateText([name, number, note].filter(Boolean).join(' · '))))}
    ${blank}
    <h2>${say('ride')}</h2>
    ${line([`${say('who')}: `, privateText(ride.who)])} ${line([`${say('where')}: `, privateText(ride.where)])}
  `;
}
