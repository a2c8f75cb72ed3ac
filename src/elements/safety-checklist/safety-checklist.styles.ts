import { css } from 'lit';

export const styles = css`
  .rows {
    display: grid;
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
  .check {
    align-items: center;
    min-block-size: var(--_target);
  }
  .field {
    display: block;
  }
  .field,
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
  [type='checkbox'] {
    inline-size: 1.5em;
    accent-color: var(--_accent);
  }
  summary,
  a {
    min-inline-size: var(--_target);
    line-height: var(--_target);
  }
  a {
    display: inline-block;
    margin-inline-end: 1em;
  }
  :disabled {
    border-style: dotted;
    color: var(--_muted);
  }
  li > span {
    align-self: center;
  }
  li > .grip {
    flex: none;
    cursor: grab;
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
