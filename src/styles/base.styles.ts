import { css } from 'lit';

/**
 * What every element starts from: the tokens under their inside names, text, controls, focus, print.
 * A browser that does not know `light-dark()` drops the colours and shows those of the page around.
 */
export const base = css`
  :host {
    --_text: var(--alongside-color-text, light-dark(#28231e, #f3ede5));
    --_muted: var(--alongside-color-muted, light-dark(#544b43, #cdc3b8));
    --_surface: var(--alongside-color-surface, light-dark(#fffdfa, #211e1b));
    --_quiet: var(--alongside-color-quiet, light-dark(#f5efe6, #2e2a26));
    --_line: var(--alongside-color-line, light-dark(#8a7d70, #8f8377));
    --_accent: var(--alongside-color-accent, light-dark(#0b4f4a, #9cdcd0));
    --_radius: var(--alongside-radius, 0.75rem);
    --_space: var(--alongside-space, 1rem);
    --_measure: var(--alongside-measure, 38rem);
    --_target: var(--alongside-target, 2.75rem);
    display: block;
    container-type: inline-size;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  .surface {
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    line-height: 1.5;
    text-align: start;
    text-indent: 0;
    text-transform: none;
    letter-spacing: normal;
    white-space: normal;
    overflow-wrap: anywhere;
    writing-mode: horizontal-tb;
  }
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }
  li {
    list-style: none;
  }
  p {
    max-width: var(--_measure);
  }
  .stack > * + * {
    margin-block-start: calc(var(--_space) * 0.75);
  }
  [role='heading'] {
    font-weight: 700;
    line-height: 1.3;
  }
  .stack > * + [role='heading'] {
    margin-block-start: calc(var(--_space) * 1.25);
  }
  .title {
    font-size: 1.35em;
  }
  .muted {
    color: var(--_muted);
    font-size: 0.9em;
  }
  a {
    color: var(--_accent);
  }
  button {
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    padding: 0.4em 0.9em;
    border: 1px solid var(--_accent);
    border-radius: calc(var(--_radius) * 0.66);
    background: none;
    color: var(--_accent);
    font: inherit;
    cursor: pointer;
  }
  button:hover {
    background: var(--_quiet);
  }
  :focus-visible {
    outline: 3px solid;
    outline-offset: 2px;
  }
  @media print {
    :host {
      color-scheme: light;
    }
    button {
      display: none;
    }
  }
`;
