import { html, type TemplateResult } from 'lit';

/** What the bar of the notebook says, and what can be done there. */
export interface BarParts {
  readonly icon: unknown;
  /** Where the words of a person are, in a few words. */
  readonly state: unknown;
  /** What that means. */
  readonly about: unknown;
  readonly actions: unknown;
  /** What is open below the actions. */
  readonly below?: unknown;
  /** A class of its own. */
  readonly name?: string;
}

/** The bar of the notebook: where words live, and what can be done with all of them. `level` is that of its heading. */
export const notebookBar = (
  level: number,
  { icon, state, about, actions, below, name }: BarParts,
): TemplateResult => html`
  <div class="notebook ${name ?? ''}" role="region" aria-labelledby="state" tabindex="-1">
    <div class="with">
      ${icon}
      <div>
        <div role="heading" id="state" aria-level=${level}>${state}</div>
        <p class="small muted">${about}</p>
      </div>
    </div>
    <div class="acts">${actions}</div>
    ${below}
  </div>
`;

/** The line that stands in place of the bar in all other elements: the state, and a way to the bar. */
export const pointerLine = (
  { icon, state, name }: Pick<BarParts, 'icon' | 'state' | 'name'>,
  way: string,
  go: () => void,
): TemplateResult => html`
  <p class="pointer small muted ${name ?? ''}">
    ${icon}<span>${state}</span> <button class="link" @click=${go}>${way}</button>
  </p>
`;
