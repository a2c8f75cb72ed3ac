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
`;
