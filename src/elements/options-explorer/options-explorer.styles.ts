import { css } from 'lit';

export const styles = css`
  .voices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: 0.5em 1em;
  }
  .voices > b {
    grid-column: 1 / -1;
  }
  .theirs {
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--_accent);
  }
  .feel {
    padding: 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .sides {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.75em;
    align-items: end;
  }
  [type='range'] {
    margin: 0;
    padding: 0;
    border: 0;
    background: linear-gradient(var(--_line), var(--_line)) center / 100% 2px no-repeat;
    appearance: none;
  }
  ::-webkit-slider-thumb {
    inline-size: 1.75em;
    block-size: 1.75em;
    border: 0.875em solid var(--_accent);
    border-radius: 50%;
    background: var(--_surface);
    appearance: none;
  }
  ::-moz-range-thumb {
    box-sizing: border-box;
    inline-size: 1.75em;
    block-size: 1.75em;
    border: 0.875em solid var(--_accent);
    border-radius: 50%;
    background: var(--_surface);
  }
  .open ::-webkit-slider-thumb {
    border-width: 2px;
  }
  .open ::-moz-range-thumb {
    border-width: 2px;
  }
  [part='place'] {
    text-align: center;
  }
`;
