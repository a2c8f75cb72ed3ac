import { css } from 'lit';

export const styles = css`
  /* Only in the frame that prints the sheet alone: there is no host to take these from. */
  :root {
    --_space: 1rem;
    --_line: gray;
    --_hair: silver;
    --_radius: 0.75rem;
    --_accent: gray;
    font:
      12pt/1.5 system-ui,
      sans-serif;
  }
  .stack > .sets {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 1.5);
  }
  section > [role='heading'] {
    font-size: 1.125em;
  }
  .principles {
    margin-block-start: 0.25em;
  }
  .principles > li {
    display: grid;
    grid-template-columns: 2.75rem minmax(0, 1fr);
    gap: 0 0.9em;
    padding-block: 0.85em;
  }
  .principles > li + li {
    border-block-start: 1px solid var(--_hair);
  }
  .principles .emblem {
    grid-row: 1 / 4;
    align-self: start;
  }
  .stack > .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    margin-block: calc(var(--_space) * 1.25) calc(var(--_space) * -0.5);
    padding-block-start: calc(var(--_space) * 0.75);
    border-block-start: 1px solid var(--_hair);
  }
  .own {
    margin-block: 0.5em;
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--_accent);
  }
  @container (min-width: 48rem) {
    .stack > .sets {
      grid-template-columns: 1fr 1fr;
      gap: calc(var(--_space) * 3);
    }
  }
  @media print {
    [part='sheet'] {
      break-inside: avoid;
    }
    [part='sheet']:has(.own) {
      font-size: 0.85em;
      line-height: 1.4;
    }
    .stack > .sets {
      grid-template-columns: 1fr 1fr;
      gap: calc(var(--_space) * 2);
    }
    .principles > li {
      padding-block: 0.5em;
    }
  }
`;
