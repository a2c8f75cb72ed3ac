import { html, nothing, type TemplateResult } from 'lit';
import { around } from '../../templates/as-is.js';
import { withEnglish } from '../../templates/with-english.js';
import type { directorySection } from '../../content/sections/resource-directory.js';
import { intl, orPlain } from '../../i18n/intl.js';
import type { Values } from '../../i18n/words.js';

export type DirectoryWord = keyof typeof directorySection.english.words;

/** The words of the directory, and their language. */
export interface Words {
  readonly say: (key: DirectoryWord, values?: Values) => string;
  readonly englishBesideDraft: (key: DirectoryWord, values?: Values) => string;
  readonly language: string;
}

/** A number as the language writes it. Making a format is slow, and small numbers look alike in all. */
export const formatNumber = (count: number, language: string): string =>
  count < 1000 ? `${count}` : orPlain(() => intl('NumberFormat', language).format(count), `${count}`);

/** A line, with the English beside it where a draft could mislead. `inside` stands in its gaps. */
export function line(words: Words, key: DirectoryWord, values: Values = {}, inside: unknown = nothing): TemplateResult {
  const english = words.englishBesideDraft(key, values);
  return withEnglish(around(words.say(key, values), inside), english && around(english, inside));
}

/** The same, small and quiet. */
export const quietLine = (...of: Parameters<typeof line>): TemplateResult =>
  html`<small class="small muted">${line(...of)}</small>`;
