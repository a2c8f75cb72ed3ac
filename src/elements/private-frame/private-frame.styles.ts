/** As `css` of Lit, for a style sheet of its own: the build makes it small. */
const css = String.raw;

/** The frame is as high as what is in it: its height is set as it changes. */
export const styles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  iframe {
    display: block;
    inline-size: 100%;
    border: 0;
  }
  iframe.coming {
    block-size: 0;
    visibility: hidden;
  }
  svg {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  p {
    display: flex;
    gap: 0.6em;
    margin: 0;
    line-height: 1.5;
  }
  /* Where the frame is to be. What stands inside can be read and pressed there meanwhile. */
  [part='waiting'] {
    display: flex;
    flex-direction: column;
    gap: var(--alongside-space, 1rem);
    align-items: center;
    justify-content: center;
    box-sizing: border-box;
    min-block-size: 16rem;
    padding: var(--alongside-space, 1rem);
    border: 1px solid var(--alongside-color-hairline, color-mix(in oklab, currentcolor 15%, #0000));
    border-radius: calc(var(--alongside-radius, 0.75rem) * 1.33);
  }
  [part='waiting'] > p {
    flex-direction: column;
    align-items: center;
    text-align: center;
  }
  [part='blocked'] {
    align-items: start;
    margin-block-end: var(--alongside-space, 1rem);
    padding: 0.75em 0.9em;
    border: 1px solid #0000;
    border-radius: calc(var(--alongside-radius, 0.75rem) * 0.66);
    background: var(--alongside-color-note, light-dark(#faeed6, #3a3020));
    color: var(--alongside-color-text, light-dark(#28231e, #f3ede5));
  }
  [part='blocked'] > svg {
    margin-block-start: 0.125em;
  }
  [part='blocked'] > span {
    max-inline-size: var(--alongside-measure, 38rem);
    text-wrap: pretty;
  }
  [hidden] {
    display: none;
  }
`;
