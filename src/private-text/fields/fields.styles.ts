import { css } from 'lit';

/** Fields for what a person types, rows of what can be done with it, and what is printed of it. */
export const fields = css`
  .surface > [role='heading'] {
    margin-block-start: calc(var(--_space) * 1.5);
    padding-block-start: calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_hair);
    font-size: 1.125em;
  }
  .rows {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .row,
  .entry,
  .check {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: end;
  }
  .rows > li {
    padding-block: 0.6em;
  }
  .rows > li + li {
    border-block-start: 1px solid var(--_hair);
  }
  .rows .rows {
    padding-inline-start: var(--_space);
    border-inline-start: 3px solid var(--_hair);
  }
  .entry > .row {
    flex-basis: 100%;
  }
  .entry > .row button:not(.look) {
    padding-inline: 0.7em;
    background: none;
  }
  .entry > .row button:not(.look):hover {
    background: var(--_tint);
  }
  .check {
    align-items: center;
  }
  .field {
    display: block;
    min-inline-size: 0;
  }
  .field > span:first-child {
    display: block;
    margin-block-end: 0.45em;
    font-weight: 600;
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
    padding: 0.55em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_r);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    line-height: 1.4;
  }
  input:hover,
  textarea:hover {
    border-color: var(--_text);
  }
  textarea {
    min-block-size: calc(var(--_target) * 1.6);
    field-sizing: content;
    resize: vertical;
  }
  :disabled,
  .entry > .row button:disabled {
    border: 1px dashed var(--_line);
    background: none;
    color: var(--_muted);
    cursor: default;
  }
  [aria-pressed] {
    text-align: start;
  }
  [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_accent);
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
`;
