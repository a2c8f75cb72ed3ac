import { css } from 'lit';

export const styles = css`
  .surface > * + * {
    margin-block-start: var(--_space);
  }
  [part='filters'] > * + * {
    margin-block-start: calc(var(--_space) * 0.75);
  }
  [role='heading']:not(.title) {
    font-size: 1.125em;
  }
  .field {
    display: grid;
    flex: 1;
    gap: 0.45em;
    min-inline-size: 0;
  }
  .field > span {
    font-weight: 600;
  }
  input,
  select {
    min-block-size: var(--_target);
    max-inline-size: 100%;
    padding: 0.55em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_r);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    line-height: 1.4;
  }
  .field > :last-child {
    inline-size: 100%;
  }
  input:hover,
  select:hover {
    border-color: var(--_text);
  }
  .search,
  .chips,
  .acts,
  .bar,
  .bar label {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
  }
  .search {
    align-items: end;
  }
  .seek {
    position: relative;
    flex: 1;
  }
  .seek > .i {
    position: absolute;
    inset-block-end: 0.8em;
    inset-inline-start: 0.85em;
    color: var(--_muted);
    pointer-events: none;
  }
  .seek input {
    padding-inline-start: 2.75em;
    appearance: none;
  }
  .chip[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_accent);
    color: var(--_accent);
    font-weight: 600;
  }
  [aria-expanded='true'] > .i:last-child {
    rotate: 180deg;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
    gap: var(--_space);
  }
  .well > p:empty {
    margin: 0;
  }
  .now ul {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: 0.75em var(--_space);
    margin-block-start: 0.5em;
  }
  .now p {
    margin-block-start: 0.75em;
  }
  .now b {
    display: block;
    margin-block-end: 0.4em;
  }
  .now a {
    display: flex;
    flex: 1 1 auto;
    gap: 0.5em;
    align-items: center;
    justify-content: center;
    min-block-size: var(--_target);
    padding: 0.45em 1em;
    border: 1px solid var(--_edge);
    border-radius: var(--_r);
    background: var(--_surface);
    font-weight: 600;
    line-height: 1.25;
    text-decoration: none;
  }
  .now a:hover {
    border-color: currentcolor;
  }
  /* A button without a ground that starts a line: its word stands under what is above it. */
  .acts > .quiet,
  .chips > .quiet {
    margin-inline-start: -0.7em;
  }
  .chips > .chip + .quiet {
    margin-inline-start: 0;
  }
  .acts,
  .bar label {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .bar {
    justify-content: space-between;
  }
  .count {
    font-weight: 600;
  }
  /* Results are lines, not boxes inside of a box. */
  .found > li,
  .lines > resource-card,
  .lines > slot > resource-card {
    padding-block: calc(var(--_space) * 0.75);
    border-block-start: 1px solid var(--_hair);
  }
  .lines {
    gap: 0;
  }
  .later {
    content-visibility: auto;
    contain-intrinsic-size: auto 13rem;
  }
  [lang='en'] {
    display: block;
  }
  @container (min-width: 34rem) {
    .now a {
      flex: none;
    }
  }
  @media print {
    form,
    .bar label {
      display: none;
    }
    .later {
      content-visibility: visible;
    }
  }
`;
