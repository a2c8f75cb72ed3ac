import { css } from 'lit';

export const styles = css`
  a {
    min-inline-size: var(--_target);
    line-height: var(--_target);
    display: inline-block;
    margin-inline-end: 1em;
  }
  li > span {
    align-self: center;
  }
  li > .grip {
    flex: none;
    cursor: grab;
  }
  [part='sheet'] {
    display: none;
  }
  @media not (pointer: fine) {
    li > .grip {
      display: none;
    }
  }
  @media print {
    .surface {
      display: none;
    }
    [part='sheet'] {
      display: block;
    }
    [part='sheet'] p {
      max-width: none;
      border-block-end: 1px solid;
      white-space: pre-wrap;
    }
  }
`;
