import { css } from 'lit';

export const styles = css`
  .rows > .there {
    border-inline-start: 0.35rem solid var(--_accent);
    background: var(--_tint);
  }
  .there > .line {
    grid-template-columns: auto minmax(0, 1fr) auto;
  }
  @container (max-width: 29.99rem) {
    .there > .line {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .there > .line > .acts {
      grid-column: 1 / -1;
    }
  }
  .got {
    padding-inline-start: 0.5em;
    color: var(--_accent);
  }
  .there > .closer {
    background: var(--_surface);
  }
  .reached {
    padding-block-start: 0.25rem;
    border-block-start: 1px solid var(--_hair);
  }
`;
