import { css } from 'lit';

/** Boxes to tick, drawn alike in all browsers. The whole line can be pressed. */
export const check = css`
  .check {
    display: flex;
    gap: 0.7em;
    align-items: start;
    min-block-size: var(--_target);
    padding-block: 0.6em;
    cursor: pointer;
  }
  [type='checkbox'],
  [type='radio'] {
    display: grid;
    flex: none;
    place-content: center;
    inline-size: 1.5em;
    block-size: 1.5em;
    min-block-size: 0;
    margin: 0;
    padding: 0;
    border: 2px solid var(--_line);
    border-radius: calc(var(--_r) * 0.6);
    background: var(--_surface);
    color: var(--_on);
    font: inherit;
    appearance: none;
    cursor: pointer;
  }
  [type='radio'] {
    border-radius: 50%;
  }
  input:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  [type='checkbox']:checked::before {
    content: '';
    inline-size: 0.95em;
    block-size: 0.95em;
    background: currentcolor;
    clip-path: polygon(12% 46%, 0 58%, 38% 94%, 100% 20%, 88% 8%, 37% 70%);
  }
  [type='radio']:checked::before {
    content: '';
    inline-size: 0.6em;
    block-size: 0.6em;
    border-radius: 50%;
    background: currentcolor;
  }
  @media (forced-colors: active) {
    [type='checkbox'],
    [type='radio'] {
      appearance: auto;
    }
  }
`;
