import { css } from 'lit';

export const styles = css`
  .entry .entry {
    background: var(--_surface);
  }
  .entry .entry > .row {
    flex: 0 1 auto;
  }
  .entry:has(> .check [data-at$='there']:checked) {
    border-inline-start: 0.4em solid var(--_accent);
  }
`;
