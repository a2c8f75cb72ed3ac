import { css } from 'lit';

export const styles = css`
  a {
    min-inline-size: var(--_target);
    line-height: var(--_target);
    display: inline-block;
    margin-inline-end: 1em;
  }
`;
