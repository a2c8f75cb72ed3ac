import { html, nothing, type TemplateResult } from 'lit';
import type { safetyPlanSection } from '../../content/sections/safety-checklist.js';
import type { Plan } from '../../private-text/notebook/plan.js';
import type { DeepReadonly } from '../../private-text/notebook/shape.js';
import { asIs } from '../../templates/as-is.js';
import type { SharedWord } from '../../private-text/form/rows.js';

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
    ${where || now.words ? line([where, ' ', asIs(now.words)]) : nothing}
    <h2>${say('items')}</h2>
    ${items.map(
      ({ text, note, inPlace }) =>
        html`${line([asIs(text), inPlace ? ` (${say('inPlace')})` : ''])} ${note ? line(asIs(note)) : nothing}`,
    )}
    ${blank}
    <h2>${say('people')}</h2>
    ${people.map(({ name, number, note }) => line(asIs([name, number, note].filter(Boolean).join(' · '))))} ${blank}
    <h2>${say('ride')}</h2>
    ${line([`${say('who')}: `, asIs(ride.who)])} ${line([`${say('where')}: `, asIs(ride.where)])}
  `;
}
