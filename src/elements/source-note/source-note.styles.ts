import { css } from 'lit';

export const styles = css`
  .surface {
    border: 0;
    background: var(--_quiet);
    font-size: 0.95em;
  }
  cite {
    font-weight: 700;
    font-style: normal;
  }
`;
