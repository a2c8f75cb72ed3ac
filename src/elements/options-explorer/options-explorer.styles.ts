import { css } from 'lit';

export const styles = css`
  .theirs {
    border-inline-start: 3px solid var(--_accent);
    padding-inline-start: 0.75em;
  }
`;
