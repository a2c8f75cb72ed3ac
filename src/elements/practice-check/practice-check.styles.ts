import { css } from 'lit';

export const styles = css`
  .lenses {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: var(--_space);
  }
  section {
    padding: var(--_space);
    border-radius: var(--_radius);
    background: var(--_quiet);
  }
  .lines {
    display: grid;
    gap: 0.5em;
  }
  .lines li {
    padding-inline-start: 0.75em;
    border-inline-start: 2px solid var(--_line);
  }
`;
