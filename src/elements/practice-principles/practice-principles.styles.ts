import { css } from 'lit';

export const styles = css`
  /* Only in the frame that prints the sheet alone: there is no host to take these from. */
  :root {
    --_space: 1rem;
    --_line: gray;
    --_radius: 0.75rem;
    --_accent: gray;
    font:
      12pt/1.5 system-ui,
      sans-serif;
  }
  .sets {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
    gap: var(--_space);
  }
  section {
    padding: var(--_space);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_quiet);
  }
  section > [role='heading'] {
    font-size: 1.15em;
  }
  section > ul > li {
    margin-block-start: calc(var(--_space) * 0.75);
  }
  p {
    text-wrap: pretty;
  }
  .own {
    margin-block: 0.5em;
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--_accent);
  }
  @media print {
    [part='sheet'] {
      break-inside: avoid;
    }
    [part='sheet']:has(.own) {
      font-size: 0.85em;
      line-height: 1.4;
    }
    section {
      border-color: var(--_line);
    }
  }
`;
