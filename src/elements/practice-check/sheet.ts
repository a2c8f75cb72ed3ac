import { html, nothing, type TemplateResult } from 'lit';
import type { practiceSection } from '../../content/sections/practice-check.js';
import type { Practice } from '../../private-text/notebook/practice.js';
import type { DeepReadonly } from '../../private-text/notebook/shape.js';
import type { SharedWord } from '../../private-text/form/rows.js';
import { privateText } from '../../private-text/fields/private-fields.js';

/** A key of the element's words. */
export type PracticeWord = keyof typeof practiceSection.english.words;

/** Something that a note is about. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** What was chosen of the notes, on paper, under a heading that tells nothing. Where nothing was chosen, there are lines to write on. */
export function practiceSheet(
  { notes }: DeepReadonly<Practice>,
  { areas, lenses }: { readonly areas: readonly Named[]; readonly lenses: readonly Named[] },
  say: (word: PracticeWord) => string,
  shared: (word: SharedWord) => string,
): TemplateResult {
  const line = (text: unknown) => (text ? html`<p>${text}</p>` : nothing);
  const chosen = areas.flatMap((area) =>
    lenses.flatMap((lens) => {
      const note = notes.find(({ id, include }) => include && id === `${area.id}-${lens.id}`);
      return note
        ? html`<h2>${area.name}, ${lens.name}</h2>
            ${line(note.text && privateText(note.text))} ${line(note.where && say(note.where as PracticeWord))}`
        : [];
    }),
  );
  const blank = html`<p>${'\u00a0'}</p>`;
  return html`
    <h1>${shared('sheet')}</h1>
    ${chosen.length ? chosen : [blank, blank, blank]}
  `;
}
