/** As `css` of Lit, for a style sheet of its own: the build makes it small. */
const css = String.raw;

// What is `!important` here wins over everything that a page can say, also over its `!important`: that is how the cascade treats shadow roots.
export const styles = css`
  :host {
    --_edge: var(--quick-exit-edge, 0.5rem);
    --_target: var(--alongside-target, 2.75rem);
    all: unset !important;
    display: block !important;
    min-block-size: 3.375rem !important;
    visibility: visible !important;
    pointer-events: auto !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  /* Without popovers it is no different, but for dialogs and the full screen of the page, which lie above it. */
  [part='bar'] {
    position: fixed;
    z-index: 2147483647;
    inset: auto;
    inset-block-start: var(--_edge);
    inset-inline-end: var(--_edge);
    max-inline-size: 94%;
    margin: 0;
    padding: 0;
    overflow: hidden;
    border: 1px solid;
    border-radius: var(--alongside-radius, 0.5rem);
    background: var(--quick-exit-background, var(--alongside-color-text, CanvasText));
    color: var(--quick-exit-color, var(--alongside-color-surface, Canvas));
  }
  :host([placement='bottom']) [part='bar'] {
    inset-block: auto var(--_edge);
  }
  a:not([hidden]),
  ::slotted(a),
  ::slotted(p) {
    all: unset !important;
    display: block !important;
    align-content: center !important;
    text-align: center !important;
    box-sizing: border-box !important;
    min-block-size: var(--_target) !important;
    padding: 0.4em 0.9em !important;
    font-weight: 700 !important;
    cursor: pointer !important;
  }
  /* What editors add: the bar would be higher for it. */
  ::slotted(br),
  ::slotted(p:empty) {
    display: none !important;
  }
  a:focus-visible,
  ::slotted(a:focus-visible),
  ::slotted(p:focus-within) {
    outline: 3px solid !important;
    outline-offset: -6px !important;
  }
  [part='bar'] div {
    position: absolute;
    inset-block-end: 0;
    inline-size: 0;
    border-block-end: 5px solid;
  }
  [role='status'] {
    position: absolute;
    clip-path: inset(50%);
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;

/** Of what is loaded later. */
export const laterStyles = css`
  @media not print {
    /* From now on the room is measured. */
    :host(:not([hidden])) {
      display: flex !important;
      min-block-size: 0 !important;
      flex-flow: row-reverse wrap !important;
    }
  }
  /* Below what the page has at its top: WordPress says how high its own bar is. */
  :host(:not([placement='bottom'])) [part='bar'] {
    inset-block-start: calc(var(--_edge) + var(--_start, var(--wp-admin--admin-bar--height, 0px)));
  }
  details {
    flex: 1 1 0;
    min-inline-size: 0;
    max-inline-size: var(--alongside-measure, 38rem);
    margin-inline-end: auto;
    padding-inline: var(--_edge);
    line-height: 1.5;
  }
  details[open] {
    flex-basis: 100%;
  }
  summary {
    align-content: center;
    min-block-size: var(--_target);
    line-height: 1.25;
    text-decoration: underline;
    cursor: pointer;
  }
  summary:focus-visible {
    outline: 3px solid;
    outline-offset: 2px;
  }
  p {
    margin: 0 0 0.75em;
  }
`;
