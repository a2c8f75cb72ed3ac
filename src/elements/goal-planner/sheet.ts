import { html, nothing, type TemplateResult } from 'lit';
import type { goalsSection } from '../../content/sections/goal-planner.js';
import type { Goals } from '../../private-text/notebook/goals.js';
import type { DeepReadonly } from '../../private-text/notebook/shape.js';
import type { SharedWord } from '../../private-text/form/rows.js';
import { privateText } from '../../private-text/fields/private-fields.js';

/** A key of the element's words. */
export type GoalsWord = keyof typeof goalsSection.english.words;

/** The goals on paper, under a heading that tells nothing. What is empty is left out; where there are no goals, there are lines to write on. `lines` are those of what is attached. */
export function goalSheet(
  { goals }: DeepReadonly<Goals>,
  say: (word: GoalsWord) => string,
  shared: (word: SharedWord) => string,
  lines: (list: string) => readonly string[],
): TemplateResult {
  const marked = (text: string, word: GoalsWord, is: boolean) => [privateText(text), is ? ` (${say(word)})` : ''];
  const labelled = (word: GoalsWord, text: string) =>
    text ? html`<p>${say(word)}: ${privateText(text)}</p>` : nothing;
  const blank = html`<p>${'\u00a0'}</p>`;
  return html`
    <h1>${shared('sheet')}</h1>
    ${goals.map(
      (goal, index) => html`
        <h2>${marked(goal.text, 'there', goal.there)}</h2>
        ${goal.steps.map(({ text, did }) => (text || did ? html`<p>${marked(text, 'did', did)}</p>` : nothing))}
        ${labelled('help', goal.support)}
        ${lines(`goals.${index}.helpers`).map((text) => html`<p>${privateText(text)}</p>`)}
        ${labelled('when', goal.when)} ${labelled('cheer', goal.cheer)}
      `,
    )}
    ${goals.length ? nothing : [html`<h2>${say('goals')}</h2>`, blank, blank, blank]}
  `;
}
