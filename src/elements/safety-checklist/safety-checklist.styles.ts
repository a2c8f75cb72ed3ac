import { css } from 'lit';

export const styles = css`
  :host {
    --_placed: var(--safety-checklist-accent, var(--_accent));
  }
  .rows {
    display: grid;
    gap: calc(var(--_space) * 0.5);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: end;
  }
  li.row {
    align-items: center;
  }
  li.row > span {
    flex: 1 1 14rem;
  }
  .entry {
    display: grid;
    gap: 0.5em;
    padding: calc(var(--_space) * 0.75);
    border-radius: var(--_radius);
    background: var(--_quiet);
  }
  .check {
    display: flex;
    gap: 0.6em;
    align-items: center;
    min-block-size: var(--_target);
  }
  .field {
    display: grid;
    flex: 1 1 12rem;
    max-inline-size: var(--_measure);
  }
  input,
  textarea {
    min-block-size: var(--_target);
    padding: 0.4em 0.6em;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.5);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  [type='checkbox'] {
    flex: none;
    inline-size: 1.5em;
    min-block-size: 1.5em;
    accent-color: var(--_placed);
  }
  summary,
  a {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    cursor: pointer;
  }
  summary {
    display: list-item;
    align-content: center;
  }
  a {
    padding-inline: 0.5em;
  }
  button:disabled {
    border-style: dashed;
    border-color: var(--_line);
    color: var(--_muted);
    cursor: default;
  }
  .grip {
    display: none;
    justify-self: end;
    padding: 0.2em 0.5em;
    cursor: grab;
  }
  [part='sheet'] {
    display: none;
  }
  @media (pointer: fine) {
    .grip {
      display: block;
    }
  }
  @media print {
    .screen {
      display: none;
    }
    [part='sheet'] {
      display: block;
    }
    [part='sheet'] p {
      max-width: none;
      padding-block: 0.4em;
      border-block-end: 1px solid;
      white-space: pre-wrap;
    }
  }
`;
