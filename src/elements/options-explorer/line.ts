import { html, nothing, type TemplateResult } from 'lit';
import type { optionsSection } from '../../content/sections/options-explorer.js';
import { places, type Option } from '../../private-text/notebook/options.js';
import { cross } from '../../templates/icons.js';
import { privateArea, privateLine, privatePart } from '../../private-text/fields/private-fields.js';

/** A key of the element's words. */
export type OptionsWord = keyof typeof optionsSection.english.words;

/** The word for where somebody is between two sides. */
export const placeWord = (place: string): OptionsWord => places.find((one) => one === place) ?? 'noPlace';

/** Both sides of how somebody feels, and a line between them to say where they are, in words. No place at all is fine, too. */
export function sidesLine(
  { one, other, place }: Pick<Option, 'one' | 'other' | 'place'>,
  at: string,
  say: (word: OptionsWord) => string,
): TemplateResult {
  const index = places.findIndex((stop) => stop === place);
  const words = say(placeWord(place));
  return html`<div class="feel stack ${place ? '' : 'open'}" role="group" aria-label=${say('feel')}>
    <b aria-hidden="true">${say('feel')}</b>
    <div class="pair">
      ${privateArea(say('oneSide'), `${at}.one`, one)} ${privateArea(say('otherSide'), `${at}.other`, other)}
    </div>
    ${privateLine(say('place'), `${at}.place`, places, index < 0 ? 2 : index, words)}
    <div class="ends small muted">
      <span>${say('oneEnd')}</span>${privatePart(words, 'place')}<span>${say('otherEnd')}</span>
    </div>
    ${
      place
        ? html`<button class="quiet edge" data-do="leave" data-at=${at}>${cross()}${say('leave')}</button>`
        : nothing
    }
  </div>`;
}
