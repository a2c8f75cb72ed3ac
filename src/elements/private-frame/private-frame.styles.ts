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
  p {
    max-inline-size: var(--alongside-measure, 38rem);
    margin-block: 0 0.75em;
  }
  [hidden] {
    display: none;
  }
`;
