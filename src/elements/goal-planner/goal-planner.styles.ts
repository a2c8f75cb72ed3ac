import { css } from 'lit';

export const styles = css`
  .entry .entry > .row {
    flex: 0 1 auto;
  }
  .entry:has(> .check [data-at$='there']:checked) {
    padding-inline-start: 0.75em;
    border-inline-start: 0.35rem solid var(--_accent);
    background: var(--_tint);
  }
`;
