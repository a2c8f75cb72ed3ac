import { css } from 'lit';

/** Fields for what a person types, rows of what can be done with it, and what is printed of it. */
export const fields = css`
  .rows {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
    max-inline-size: 52rem;
  }
  .row,
  .entry,
  .check {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: end;
  }
  .entry {
    padding: 0.75em;
    border-radius: var(--_radius);
    background: var(--_quiet);
  }
  .entry > .row {
    flex-basis: 100%;
  }
  .entry > .row button:not(.look) {
    padding-inline: 0.4em;
    border-color: transparent;
  }
  .check {
    align-items: center;
    min-block-size: var(--_target);
  }
  .field {
    display: block;
    min-inline-size: 0;
    max-inline-size: 52rem;
  }
  .field,
  .row > [data-private],
  li > span {
    flex: 1 1 12rem;
  }
  input,
  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0.4em 0.6em;
    border: 1px solid var(--_line);
    border-radius: 0.4em;
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  textarea {
    field-sizing: content;
  }
  [type='checkbox'] {
    inline-size: 1.5em;
    accent-color: var(--_accent);
  }
  summary {
    min-inline-size: var(--_target);
    line-height: var(--_target);
  }
  :disabled {
    border-style: dotted;
    color: var(--_muted);
  }
  [aria-pressed] {
    text-align: start;
  }
  [aria-pressed='true'] {
    background: var(--_accent);
    color: var(--_surface);
    text-decoration: underline;
  }
  .row > [data-private],
  li > span {
    align-self: center;
  }
  li > .grip {
    flex: none;
    cursor: grab;
  }
  .closer,
  .row > .muted {
    flex-basis: 100%;
  }
  .closer {
    min-inline-size: 0;
  }
  .closer > b {
    display: block;
  }
  [part='sheet'] {
    display: none;
  }
  @media not (pointer: fine) {
    li > .grip {
      display: none;
    }
  }
  @media print {
    .surface {
      display: none;
    }
    [part='sheet'] {
      display: block;
    }
    [part='sheet'] p {
      max-width: none;
      border-block-end: 1px solid;
      white-space: pre-wrap;
    }
  }
  [data-at^='pass'] {
    -webkit-text-security: disc;
  }
  details:has(.show:checked) [data-at^='pass'] {
    -webkit-text-security: none;
  }
`;
