import { css } from 'lit';

export const styles = css`
  :host {
    --_open: var(--stage-guide-accent, var(--_accent));
  }
  .stack > .guide {
    display: grid;
    gap: calc(var(--_space) * 1.25);
    margin-block-start: calc(var(--_space) * 1.5);
  }
  /* Narrow: a list on a loop that comes round to its start. */
  .cycle {
    position: relative;
    display: grid;
    gap: 0.25rem;
    padding-inline-start: 2rem;
  }
  .cycle::before {
    content: '';
    position: absolute;
    inset-block: 1.35rem;
    inset-inline-start: 0.25rem;
    inline-size: 1.1rem;
    border: 2px dashed var(--_line);
    border-inline-end-style: solid;
    border-radius: 0.7rem;
  }
  .tab {
    justify-content: start;
    border-color: transparent;
    background: none;
    color: var(--_text);
    text-align: start;
  }
  .tab::before {
    content: '';
    position: absolute;
    inset-inline-start: 0.95rem;
    inline-size: 0.75rem;
    block-size: 0.75rem;
    border: 2px solid var(--_line);
    border-radius: 50%;
    background: var(--_surface);
  }
  .tab:hover {
    background: var(--_quiet);
  }
  .tab[aria-selected='true'] {
    background: var(--_open);
    color: var(--_on);
  }
  .tab[aria-selected='true']::before {
    border-color: var(--_open);
    background: var(--_open);
  }
  .tab > svg {
    display: none;
  }
  .tab b {
    display: inline-block;
    border-radius: 0.15em;
    font-weight: inherit;
  }
  .hub {
    display: flex;
    gap: 0.6em;
    align-items: center;
    margin-block-start: 0.5em;
    color: var(--_muted);
  }
  .invite {
    max-inline-size: none;
  }
  :host(:defined) .stage:not(.open) {
    display: none;
  }
  .stage > [role='heading'] {
    font-size: 1.125em;
  }
  .stage > * + * {
    margin-block-start: 1.25em;
  }
  .stage .with,
  .noticing > .with {
    align-items: center;
    margin-block-end: 0.5em;
  }
  .with > .i {
    margin: 0;
    color: var(--_accent);
  }
  .round {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em;
    justify-content: space-between;
    padding-block-start: 0.5em;
    border-block-start: 1px solid var(--_hair);
  }
  .round > button {
    gap: 0.15em;
    margin-inline: -0.4em;
    padding-inline: 0.4em;
  }
  .whole {
    margin-inline-start: -0.7em;
  }
  #noticing {
    font-size: 1.125em;
  }
  .signs {
    display: grid;
    gap: 0.5em 2em;
    margin-block-start: var(--_space);
  }
  fieldset {
    min-inline-size: 0;
    margin-inline: 0;
    padding: 0;
    border: 0;
  }
  .signs > fieldset {
    margin: 0;
  }
  legend {
    padding: 0;
    font-weight: 700;
  }
  .described {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    align-items: center;
    padding-inline-start: 2.2em;
  }
  @container (min-width: 30rem) {
    .ring {
      position: relative;
      inline-size: min(100%, 30rem);
      margin-inline: auto;
    }
    .five {
      display: block;
      padding: 0;
      aspect-ratio: 1;
    }
    .five::before,
    .five > .tab::before {
      display: none;
    }
    /* Each tab is the box around its part of the ring. Only the part can be pressed, and the middle of the box is in it. */
    .five > .tab {
      position: absolute;
      inset-block-start: var(--_y);
      inset-inline-start: var(--_x);
      inline-size: var(--_w);
      block-size: var(--_h);
      padding: 0;
      border: 0;
      outline: 0;
      background: none;
      pointer-events: none;
    }
    .five > .tab > svg {
      position: absolute;
      inset: 0;
      display: block;
      overflow: visible;
    }
    :host(:dir(rtl)) .five > .tab > svg {
      scale: -1 1;
    }
    .tab path {
      fill: var(--_tint);
      stroke: var(--_tint);
      stroke-width: 2.4;
      stroke-linejoin: round;
      pointer-events: auto;
      transition:
        fill 0.15s,
        stroke 0.15s;
      cursor: pointer;
    }
    .tab:hover path {
      stroke: var(--_open);
    }
    .tab[aria-selected='true'] path {
      fill: var(--_open);
      stroke: var(--_open);
    }
    .tab:focus-visible path {
      stroke: var(--_focus);
      stroke-width: 1.4;
    }
    .five > .tab > .name {
      position: relative;
      inline-size: 100%;
      padding-inline: 0.4em;
      font-size: 0.9375em;
      text-align: center;
    }
    .five > .tab b {
      pointer-events: auto;
    }
    .five > .tab[aria-selected='true'] b {
      background: var(--_open);
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    .five > .tab:focus-visible b {
      outline: 2px solid;
      outline-offset: 3px;
    }
    .tab:nth-child(1) {
      --_x: 19.6%;
      --_y: 0.1%;
      --_w: 55.8%;
      --_h: 32.1%;
    }
    .tab:nth-child(2) {
      --_x: 62.5%;
      --_y: 9%;
      --_w: 37.4%;
      --_h: 54%;
    }
    .tab:nth-child(3) {
      --_x: 48.2%;
      --_y: 55.7%;
      --_w: 49.5%;
      --_h: 43.9%;
    }
    .tab:nth-child(4) {
      --_x: 4.4%;
      --_y: 58.5%;
      --_w: 47.6%;
      --_h: 41.4%;
    }
    .tab:nth-child(5) {
      --_x: 0.1%;
      --_y: 12.7%;
      --_w: 35.1%;
      --_h: 54.2%;
    }
    .five > .tab:nth-child(2) > .name {
      padding-inline-start: 16%;
    }
    .five > .tab:nth-child(5) > .name {
      padding-inline-end: 15%;
    }
    .five + .hub {
      position: absolute;
      inset: 30%;
      flex-direction: column;
      justify-content: center;
      margin: 0;
      text-align: center;
      text-wrap: balance;
      pointer-events: none;
    }
  }
  @container (min-width: 48rem) {
    .signs {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container (min-width: 56rem) {
    .stack > .guide {
      grid-template-columns: 30rem minmax(0, 1fr);
      gap: calc(var(--_space) * 2.5);
      align-items: center;
    }
  }
  @supports not (color: light-dark(red, red)) {
    .tab path {
      fill: none;
    }
  }
  @media (forced-colors: active) {
    .five > .tab[aria-selected='true'],
    .five > .tab[aria-selected='true'] b {
      background: none !important;
    }
    .tab path {
      fill: Canvas;
      stroke: CanvasText;
      stroke-width: 0.8;
    }
    .tab[aria-selected='true'] path {
      fill: Highlight;
      stroke: Highlight;
    }
  }
  /* On paper: every stage, one below the other. */
  @media print {
    .cycle,
    .invite,
    .noticing {
      display: none;
    }
    .ring,
    .five + .hub {
      position: static;
      inline-size: auto;
    }
    .five + .hub {
      flex-direction: row;
      justify-content: start;
      text-align: start;
    }
    .stack > .guide,
    :host(:defined) .stage:not(.open) {
      display: block;
    }
    .stage {
      break-inside: avoid;
      margin-block-start: var(--_space);
    }
  }
`;
