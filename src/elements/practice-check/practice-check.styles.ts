import { css } from 'lit';

export const styles = css`
  .lenses {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: var(--_space);
  }
`;
