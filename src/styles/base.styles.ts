import { css } from 'lit';

/**
 * What every element starts from: the tokens under their inside names, text, buttons, what stands apart, focus, print.
 * A browser that does not know `light-dark()` drops the colors and shows those of the page around.
 */
export const base = css`
  :host {
    --_text: var(--alongside-color-text, light-dark(#28231e, #f3ede5));
    --_muted: var(--alongside-color-muted, light-dark(#544b43, #cdc3b8));
    --_surface: var(--alongside-color-surface, light-dark(#fffdfa, #211e1b));
    --_quiet: var(--alongside-color-quiet, light-dark(#f5efe6, #2e2a26));
    --_line: var(--alongside-color-line, light-dark(#8a7d70, #8f8377));
    --_accent: var(--alongside-color-accent, light-dark(#0b4f4a, #9cdcd0));
    --_on: var(--alongside-color-on-accent, var(--_surface));
    --_tint: var(
      --alongside-color-tint,
      light-dark(oklch(from var(--_accent) 0.94 calc(c * 0.3) h), oklch(from var(--_accent) 0.32 calc(c * 0.5) h))
    );
    --_hair: var(--alongside-color-hairline, color-mix(in oklab, var(--_text) 15%, var(--_surface)));
    --_edge: var(--alongside-color-edge, transparent);
    --_note: var(--alongside-color-note, light-dark(#faeed6, #3a3020));
    --_focus: var(--alongside-color-focus, var(--_text));
    --_shadow: var(
      --alongside-shadow,
      0 1px 2px light-dark(#3b2d1f14, transparent),
      0 8px 28px light-dark(#3b2d1f12, transparent)
    );
    --_radius: var(--alongside-radius, 0.75rem);
    --_r: calc(var(--_radius) * 0.66);
    --_space: var(--alongside-space, 1rem);
    --_measure: var(--alongside-measure, 38rem);
    --_target: var(--alongside-target, 2.75rem);
    display: block;
    container-type: inline-size;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .surface {
    padding: clamp(var(--_space), 4cqi, calc(var(--_space) * 2));
    border: 1px solid var(--_hair);
    border-radius: calc(var(--_radius) * 1.33);
    background: var(--_surface);
    box-shadow: var(--_shadow);
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
  ol,
  dl,
  dd,
  figure,
  blockquote {
    margin: 0;
    padding: 0;
  }
  li {
    list-style: none;
  }
  p {
    max-inline-size: var(--_measure);
    text-wrap: pretty;
  }
  .stack > * + * {
    margin-block-start: calc(var(--_space) * 0.75);
  }
  [role='heading'] {
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
  }
  .title {
    font-size: clamp(1.375em, 1.05em + 1.6cqi, 1.75em);
    letter-spacing: -0.01em;
  }
  .small {
    font-size: 0.875em;
  }
  .muted {
    color: var(--_muted);
  }
  .i {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :dir(rtl) > .flip {
    scale: -1 1;
  }
  /* How each element starts. */
  .head {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.6em 0.9em;
    align-items: center;
  }
  .head > p {
    grid-column: 1 / -1;
  }
  .emblem {
    display: grid;
    place-content: center;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    border-radius: calc(var(--_radius) * 99);
    background: var(--_tint);
    color: var(--_accent);
  }
  /* A line that starts with a drawing. */
  .with {
    display: flex;
    gap: 0.6em;
    align-items: start;
  }
  .with > .i {
    margin-block-start: 0.125em;
  }
  .with > span {
    max-inline-size: var(--_measure);
  }
  /* What is good to know before going on. Warm, not alarming. */
  .note {
    max-inline-size: none;
    padding: 0.75em 0.9em;
    border-radius: var(--_r);
    background: var(--_note);
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
  }
  /* A state, in words; its drawing has a shape of its own. */
  .badge {
    display: inline-flex;
    gap: 0.4em;
    align-items: center;
    padding: 0.15em 0.65em 0.15em 0.5em;
    border-radius: calc(var(--_radius) * 99);
    background: var(--_quiet);
    color: var(--_text);
    font-size: 0.875em;
    line-height: 1.4;
  }
  .badge > .i {
    inline-size: 1em;
    block-size: 1em;
  }
  .well .badge {
    background: var(--_surface);
  }
  /* What stands apart from the rest. */
  .well {
    padding: var(--_space);
    border-radius: var(--_radius);
    background: var(--_quiet);
  }
  /* A part of an element. */
  .sec {
    --_apart: calc(var(--_space) * 1.25);
    margin-block-start: var(--_apart);
    padding-block-start: var(--_apart);
    border-block-start: 1px solid var(--_hair);
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }
  button {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    justify-content: center;
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    padding: 0.45em 1em;
    border: 1px solid var(--_edge);
    border-radius: var(--_r);
    background: var(--_tint);
    color: var(--_accent);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    overflow-wrap: break-word;
    cursor: pointer;
    transition: border-color 0.15s;
  }
  button:hover {
    border-color: currentcolor;
  }
  .primary {
    background: var(--_accent);
    color: var(--_on);
  }
  .primary:hover {
    background: color-mix(in oklab, var(--_accent) 86%, var(--_text));
  }
  .quiet {
    padding-inline: 0.7em;
    border-color: transparent;
    background: none;
  }
  .quiet:hover {
    background: var(--_tint);
  }
  .chip {
    padding-inline: 0.9em;
    border-color: var(--_line);
    border-radius: calc(var(--_radius) * 99);
    background: var(--_surface);
    color: var(--_text);
    font-weight: 400;
  }
  .chip:hover {
    background: var(--_quiet);
  }
  .away {
    position: absolute;
    clip-path: inset(50%);
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    white-space: nowrap;
  }
  summary {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: var(--_target);
    padding-inline-end: 0.5em;
    border-radius: var(--_r);
    color: var(--_accent);
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
  summary::after {
    content: '';
    flex: none;
    inline-size: 0.5em;
    block-size: 0.5em;
    margin-inline: 0.25em;
    border: solid;
    border-width: 0 0.13em 0.13em 0;
    translate: 0 -0.15em;
    rotate: 45deg;
    transition: rotate 0.15s;
  }
  [open] > summary::after {
    translate: 0 0.15em;
    rotate: 225deg;
  }
  .lines {
    display: grid;
    gap: 0.4em;
    align-content: start;
  }
  .lines > li {
    position: relative;
    max-inline-size: var(--_measure);
    padding-inline-start: 1.25em;
  }
  .lines > li::before {
    content: '';
    position: absolute;
    inset-block-start: 0.55em;
    inset-inline-start: 0.15em;
    border: 0.2em solid var(--_accent);
    border-radius: 50%;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  @container (min-width: 34rem) {
    .sec {
      --_apart: calc(var(--_space) * 1.5);
    }
    .head {
      row-gap: 0.3em;
    }
    .head:has(> p) > .emblem {
      grid-row: 1 / 3;
      align-self: start;
    }
    .head > p {
      grid-column: 2;
    }
    .head + .more {
      padding-inline-start: 3.65rem;
    }
  }
  @supports not (color: oklch(from light-dark(red, red) l c h)) {
    :host {
      --_tint: var(--alongside-color-tint, var(--_quiet));
      --_edge: var(--alongside-color-edge, currentcolor);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::after {
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    [aria-pressed='true'],
    [aria-selected='true'] {
      forced-color-adjust: none;
      background: Highlight !important;
      color: HighlightText !important;
    }
    .badge,
    .emblem,
    .note,
    .well {
      border: 1px solid;
    }
  }
  @media print {
    :host {
      color-scheme: light;
    }
    .surface {
      box-shadow: none;
    }
    .note,
    .well {
      border: 1px solid var(--_hair);
    }
    button,
    summary::after {
      display: none;
    }
    details::details-content {
      block-size: auto;
      content-visibility: visible;
    }
  }
`;
