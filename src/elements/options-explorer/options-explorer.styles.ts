import { css } from 'lit';

export const styles = css`
  .shared {
    display: grid;
    gap: calc(var(--_space) * 1.5);
  }
  .voices > b {
    display: block;
    margin-block-end: 0.5em;
  }
  .theirs {
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--_accent);
  }
  .feel {
    padding-block-start: 0.5em;
  }
  .edge {
    margin-inline-start: -0.7em;
  }
  [type='range'] {
    --_dot: radial-gradient(circle, var(--_line) 0.25em, transparent 0.28em);
    margin: 0;
    padding: 0;
    border: 0;
    background:
      var(--_dot) 0 / 1.75em 100% no-repeat,
      var(--_dot) 25% / 1.75em 100% no-repeat,
      var(--_dot) 50% / 1.75em 100% no-repeat,
      var(--_dot) 75% / 1.75em 100% no-repeat,
      var(--_dot) 100% / 1.75em 100% no-repeat,
      linear-gradient(var(--_line), var(--_line)) center / 100% 2px no-repeat;
    appearance: none;
    cursor: pointer;
  }
  ::-webkit-slider-thumb {
    inline-size: 1.75em;
    block-size: 1.75em;
    border: 0.5em solid var(--_accent);
    border-radius: 50%;
    background: var(--_surface);
    appearance: none;
  }
  ::-moz-range-thumb {
    box-sizing: border-box;
    inline-size: 1.75em;
    block-size: 1.75em;
    border: 0.5em solid var(--_accent);
    border-radius: 50%;
    background: var(--_surface);
  }
  .open ::-webkit-slider-thumb {
    border-width: 2px;
  }
  .open ::-moz-range-thumb {
    border-width: 2px;
  }
  .ends {
    display: flex;
    gap: 1em;
    justify-content: space-between;
    margin-block-start: 0.45em;
  }
  [part='place'] {
    color: var(--_text);
    font-weight: 700;
    text-align: center;
  }
`;
