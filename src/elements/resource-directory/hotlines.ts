import { html, nothing, type TemplateResult } from 'lit';
import type { resourcesSection } from '../../content/sections/resource-card.js';
import type { Entry } from '../../content/schema.js';
import { waysToReach } from '../../services/ways-to-reach.js';
import { asIs } from '../../templates/as-is.js';
import { heading } from '../../templates/heading.js';
import { info, messageSquareText, phone } from '../../templates/icons.js';
import { line, type Words } from './words.js';

type CardWord = keyof typeof resourcesSection.english.words;

/** The words of cards, and the services that the library brings along. */
export interface CardContent {
  readonly say: (key: CardWord) => string;
  readonly englishBesideDraft: (key: CardWord) => string;
  readonly value: { readonly resources: readonly Entry[] };
}

/** Those that are there whatever is searched for. */
export const hotlineIds: readonly string[] = ['national-human-trafficking-hotline', '988'];

/** The hotlines above the results, each with a text and a call, or what the agency has put in their place. */
export function hotlines(words: Words, cards: CardContent, level: number): TemplateResult {
  const lines = cards.value.resources.filter(({ id }) => hotlineIds.includes(id ?? ''));
  return html`<div class="well now">
    ${heading(level, words.say('lines'))}
    <slot name="hotlines">
      <ul>
        ${lines.map((service) => hotline(service, cards))}
      </ul>
      ${lines.some(({ reporting }) => !reporting) ? html`<p class="small muted with">${info()}<span>${line(words, 'linesReporting')}</span></p>` : nothing}
    </slot>
  </div>`;
}

const hotline = (service: Entry, { say }: CardContent) => html`
  <li>
    <b>${asIs(service.name, service.lang)}</b>
    <div class="acts">
      ${waysToReach(service).map(({ kind, href, shown }) =>
        kind === 'text' || kind === 'call'
          ? html`<a href=${href} rel="noopener noreferrer" referrerpolicy="no-referrer" aria-describedby="trace"
              >${kind === 'text' ? messageSquareText() : phone()}<span
                >${say(kind)} <bdi dir="ltr" translate="no">${shown}</bdi
                ><span class="away">, ${asIs(service.name, service.lang)}</span></span
              ></a
            >`
          : '',
      )}
    </div>
  </li>
`;
