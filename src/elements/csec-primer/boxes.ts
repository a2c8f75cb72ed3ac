import { html, nothing, type TemplateResult } from 'lit';
import type { Law, PrimerSection, Statement } from '../../content/schema.js';
import { asIs } from '../../templates/as-is.js';
import { badge } from '../../templates/badge.js';
import { heading } from '../../templates/heading.js';
import { bookOpen, calendar, mapPin } from '../../templates/icons.js';
import { paragraphs, said } from '../../templates/statements.js';
import { withEnglish } from '../../templates/with-english.js';

/** What each source says, side by side, with its title at the foot. Nothing, when there is nothing to compare. */
export const definitionBoxes = (definitions: PrimerSection['definitions']): TemplateResult | typeof nothing =>
  definitions.length
    ? html`<div class="beside">
        ${definitions.map(
          ({ source, says, lang }) =>
            html`<figure class="well" part="definition" lang=${lang ?? nothing}>
              <blockquote class="stack">${paragraphs(says)}</blockquote>
              <figcaption class="small muted with">
                ${bookOpen()}<cite translate="no" lang="en">${source}</cite>
              </figcaption>
            </figure>`,
        )}
      </div>`
    : nothing;

/**
 * Laws, each by its name, with the place where it holds and its date.
 *
 * @param english What stands beside a sentence of a law while its translation is a draft. Empty: nothing.
 */
export const lawBoxes = (
  laws: readonly Law[],
  level: number,
  english: (statement: Statement) => string | undefined,
): TemplateResult[] =>
  laws.map(
    ({ place, name, dated, says, lang }) => html`
      <div class="well stack" part="law" lang=${lang ?? nothing}>
        ${heading(level, asIs(name))}
        <p class="badges">${badge(mapPin, place)} ${badge(calendar, dated)}</p>
        ${says.map((one) => html`<p>${withEnglish(said(one), english(one))}</p>`)}
      </div>
    `,
  );
