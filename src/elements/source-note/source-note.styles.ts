import { css } from 'lit';

/** The quietest sheet: small, and no color but in its drawing. */
export const styles = css`
  .surface > :not(.head) {
    font-size: 0.875em;
  }
  cite {
    font-weight: 700;
    font-style: normal;
  }
  .sources {
    display: grid;
    gap: 1em 2em;
  }
  details {
    inline-size: fit-content;
  }
  details > .stack {
    padding-block-end: 0.5em;
  }
  @container (min-width: 48rem) {
    .sources {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
