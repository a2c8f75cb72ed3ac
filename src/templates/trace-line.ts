import { html, type TemplateResult } from 'lit';
import type { resourcesSection } from '../content/sections/resource-card.js';
import { eye } from './icons.js';
import { withEnglish } from './with-english.js';

type Word = keyof typeof resourcesSection.english.words;

/** Where the words of a card come from. */
interface CardWords {
  readonly say: (key: Word) => string;
  readonly englishBesideDraft: (key: Word) => string;
}

/** What stays visible to others of each kind of way, once for all of them. Links are described by it. */
export function traceLine(words: CardWords, kinds: readonly string[]): TemplateResult {
  const has = (kind: string) => kinds.includes(kind);
  const keys: Word[] = [];
  if (has('call') || has('textphone')) keys.push('callTrace');
  if (has('text')) keys.push('textTrace');
  if (has('chat') || has('site'))
    keys.push(has('chat') && has('site') ? 'pagesTrace' : has('chat') ? 'chatTrace' : 'siteTrace');
  const said = keys.map((key) => words.say(key)).join(' ');
  const english = keys.map((key) => words.englishBesideDraft(key)).join(' ');
  return html`<p class="small muted with" id="trace">${eye()}<span>${withEnglish(said, english.trim())}</span></p>`;
}
