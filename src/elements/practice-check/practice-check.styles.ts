import { css } from 'lit';

export const styles = css`
  .seg {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em;
    padding: 0.25em;
    border-radius: calc(var(--_r) + 0.25em);
    background: var(--_quiet);
  }
  .surface > .seg,
  .surface > [role='tabpanel'] {
    margin-block-start: calc(var(--_space) * 1.25);
  }
  .seg > * {
    flex: 1 1 auto;
    border-color: transparent;
    background: none;
    color: var(--_text);
    text-align: center;
  }
  .seg > [aria-selected='true'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on);
  }
  .seg > [aria-pressed='true'] {
    background: var(--_tint);
    color: var(--_accent);
    text-decoration: none;
  }
  .seg > [aria-pressed='true']::before {
    content: '';
    flex: none;
    inline-size: 0.95em;
    block-size: 0.95em;
    background: currentcolor;
    clip-path: polygon(12% 46%, 0 58%, 38% 94%, 100% 20%, 88% 8%, 37% 70%);
  }
  /* On screen its tab says the same. */
  .surface > [role='tabpanel'] > .area {
    position: absolute;
    clip-path: inset(50%);
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    white-space: nowrap;
  }
  .lenses {
    display: grid;
    gap: calc(var(--_space) * 1.25);
  }
  .lens {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    align-content: start;
  }
  .lens + .lens {
    padding-block-start: calc(var(--_space) * 1.25);
    border-block-start: 1px solid var(--_hair);
  }
  [role='group'] > p {
    margin-block-end: 0.4em;
  }
  .next {
    margin-inline-start: auto;
  }
  @container (max-width: 27.99rem) {
    .seg[role='tablist'] {
      flex-direction: column;
    }
    .seg > * {
      padding-inline: 0.7em;
    }
  }
  @container (min-width: 48rem) {
    .lenses {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: calc(var(--_space) * 2.5);
    }
    .lens {
      grid-row: span 5;
      grid-template-rows: subgrid;
    }
    .lens + .lens {
      padding: 0;
      border: 0;
    }
  }
`;
