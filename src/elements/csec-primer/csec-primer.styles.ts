import { css } from 'lit';

export const styles = css`
  .stack > section + section {
    margin-block-start: calc(var(--_space) * 1.5);
    padding-block-start: calc(var(--_space) * 1.5);
    border-block-start: 2px solid var(--_quiet);
  }
  p,
  .lines li {
    text-wrap: pretty;
  }
  section > [role='heading'] {
    place-self: start;
    margin-block-end: calc(var(--_space) * 0.5);
    text-wrap: balance;
  }
  section > [role='heading']:not(.title) {
    font-size: 1.15em;
  }
  nav ul {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1.5em;
  }
  nav a {
    display: flex;
    align-items: center;
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
  }
  .beside {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    gap: calc(var(--_space) * 0.75);
    margin: 0;
  }
  dd {
    margin: 0.5em 0 0;
  }
  cite {
    display: block;
    font-weight: 700;
    font-style: normal;
    line-height: 1.3;
    text-wrap: balance;
  }
  p > [lang='en'] {
    display: block;
    margin-block-start: 0.5em;
  }
  .box {
    padding: var(--_space);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_quiet);
  }
  .box.stack {
    max-inline-size: calc(var(--_measure) + var(--_space) * 2);
  }
  .box .muted {
    margin-block-start: 0;
  }
  .lines {
    padding-inline-start: 1.25em;
  }
  .lines li {
    max-width: var(--_measure);
    list-style: disc;
  }
  .lines li + li {
    margin-block-start: 0.25em;
  }
  .stack > .own {
    margin-block-start: calc(var(--_space) * 1.25);
  }
  .own {
    padding-inline-start: var(--_space);
    border-inline-start: 3px solid var(--_accent);
  }
  @container (min-width: 46rem) {
    section {
      display: grid;
      grid-template-columns: 12rem 1fr;
      gap: calc(var(--_space) * 1.5);
    }
  }
  @media print {
    nav {
      display: none;
    }
    .box {
      border-color: var(--_line);
      break-inside: avoid;
    }
    [role='heading'] {
      break-after: avoid;
    }
  }
`;
