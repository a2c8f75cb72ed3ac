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
    border: 1px solid #0000;
    border-radius: var(--alongside-radius, 0.75rem);
    background: var(--quick-exit-background, var(--alongside-color-text, CanvasText));
    color: var(--quick-exit-color, var(--alongside-color-surface, Canvas));
  }
  :host([placement='bottom']) [part='bar'] {
    inset-block: auto var(--_edge);
  }
  a:not([hidden]),
  div ::slotted(:is(a, p)) {
    all: unset !important;
    display: block !important;
    align-content: center !important;
    text-align: center !important;
    box-sizing: border-box !important;
    min-block-size: var(--_target) !important;
    /* With room for the arrow, which is drawn later. */
    padding-block: 0.4em !important;
    padding-inline: 2.4em 1em !important;
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
  [aria-live] {
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
  [part='bar'] {
    box-shadow: 0 2px 12px #0003;
  }
  /* An arrow that leads on. Made of an edge: a background is lost where a person has colors of their own. */
  a::before,
  div ::slotted(:is(a, p))::before {
    all: unset !important;
    content: '' !important;
    display: inline-block !important;
    scale: var(--_flip) !important;
    margin-inline: -1.4em 0.5em !important;
    border: 0.45em solid !important;
    vertical-align: -0.1em !important;
    clip-path: polygon(0 42%, 62% 42%, 38% 14%, 50% 0, 100% 50%, 50% 100%, 38% 86%, 62% 58%, 0 58%) !important;
  }
  :host(:dir(rtl)) {
    --_flip: -1 1;
  }
  details {
    flex: 1 1 0;
    min-inline-size: min-content;
    max-inline-size: var(--alongside-measure, 38rem);
    margin-inline-end: auto;
    padding-inline: var(--_edge);
    line-height: 1.5;
  }
  details[open] {
    flex-basis: 100%;
  }
  summary {
    display: flex;
    inline-size: fit-content;
    gap: 0.5em;
    align-items: center;
    min-block-size: var(--_target);
    line-height: 1.25;
    font-weight: 600;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover {
    text-decoration: underline;
  }
  summary:focus-visible {
    outline: 3px solid;
    outline-offset: 2px;
  }
  svg {
    flex: none;
    inline-size: 1.25em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [open] svg:last-child {
    rotate: 180deg;
  }
  /* Beside the button is room for the words alone: with more, they would need a third line, and the page would move. */
  @media (max-width: 30rem) {
    summary {
      font-weight: 400;
      text-decoration: underline;
    }
    svg {
      display: none;
    }
  }
  /* The sheet with all that the button does. */
  slot[name] {
    display: block;
    box-sizing: border-box;
    max-inline-size: var(--alongside-measure, 38rem);
    margin-block: var(--_edge) 1rem;
    padding: 1.25em 1.5em;
    border: 1px solid color-mix(in oklab, currentcolor 15%, #0000);
    border-radius: calc(var(--alongside-radius, 0.75rem) * 1.33);
    background: var(--alongside-color-surface, Canvas);
    box-shadow: var(--alongside-shadow, 0 1px 2px #3b2d1f14, 0 8px 28px #3b2d1f12);
    color: var(--alongside-color-text, CanvasText);
    text-wrap: pretty;
    overflow-wrap: break-word;
  }
  b {
    display: block;
    margin-block-start: 1em;
  }
  ul {
    margin: 0;
    padding-inline-start: 1.1em;
  }
  li {
    margin-block: 0.4em;
  }
  li::marker {
    color: var(--alongside-color-accent, currentcolor);
  }
  slot > p {
    margin: 1em 0 0;
  }
  /* The English beside a draft. */
  slot span {
    display: block;
    color: var(--alongside-color-muted, currentcolor);
  }
`;
