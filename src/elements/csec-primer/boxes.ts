import { html, nothing, type TemplateResult } from 'lit';
import type { Law, PrimerSection } from '../../content/schema.js';
import { asIs } from '../../templates/as-is.js';
import { heading } from '../../templates/heading.js';
import { paragraphs } from '../../templates/statements.js';

/** What each source says, side by side, under its title. Nothing, when there is nothing to compare. */
export const definitionBoxes = (definitions: PrimerSection['definitions']): TemplateResult | typeof nothing =>
  definitions.length
    ? html`<dl class="beside">
        ${definitions.map(
          ({ source, says, lang }) =>
            html`<div class="box" part="definition" lang=${lang ?? nothing}>
              <dt><cite translate="no" lang="en">${source}</cite></dt>
              <dd class="stack">${paragraphs(says)}</dd>
            </div>`,
        )}
      </dl>`
    : nothing;

/** Laws, each under the place where it holds, with its name and its date. */
export const lawBoxes = (laws: readonly Law[], level: number): TemplateResult[] =>
  laws.map(
    ({ place, name, dated, says, lang }) => html`
      <div class="box stack" part="law" lang=${lang ?? nothing}>
        ${heading(level, place)}
        <p class="muted">${asIs(name)} · ${dated}</p>
        ${paragraphs(says)}
      </div>
    `,
  );
