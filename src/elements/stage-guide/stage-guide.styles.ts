import { css } from 'lit';

export const styles = css`
  :host {
    --_open: var(--stage-guide-accent, var(--_accent));
    --_way: 1;
  }
  :host(:dir(rtl)) {
    --_way: -1;
  }
  .cycle {
    display: grid;
    gap: 0.4em;
  }
  .tab {
    display: flex;
    gap: 0.75em;
    align-items: center;
    padding: 0.3em 0.75em;
    border-color: var(--_line);
    color: var(--_text);
    text-align: start;
  }
  .tab svg {
    flex: none;
    inline-size: 2em;
    aspect-ratio: 1;
  }
  .tab:nth-child(2) {
    --_turn: 72deg;
  }
  .tab:nth-child(3) {
    --_turn: 144deg;
  }
  .tab:nth-child(4) {
    --_turn: 216deg;
  }
  .tab:nth-child(5) {
    --_turn: 288deg;
  }
  .tab path {
    rotate: calc(var(--_turn, 0deg) * var(--_way));
    transform: scaleX(var(--_way));
    fill: var(--_line);
  }
  .tab circle {
    fill: none;
    stroke: var(--_line);
    stroke-width: 4;
    opacity: 0.45;
  }
  .tab[aria-selected='true'] {
    border-color: var(--_open);
    outline: 1px solid var(--_open);
    font-weight: 700;
  }
  .tab[aria-selected='true'] path {
    fill: var(--_open);
  }
  .tab:focus-visible {
    outline: 3px solid var(--_text);
  }
  .cycle:not(.five) svg {
    display: none;
  }
  .hub {
    margin-block-start: 0.5em;
    text-align: center;
    text-wrap: balance;
  }
  .stage {
    padding: var(--_space);
    border-radius: var(--_radius);
    background: var(--_quiet);
  }
  :host(:defined) .stage:not(.open) {
    display: none;
  }
  .stage > :first-child {
    font-size: 1.15em;
  }
  .lines {
    padding-inline-start: 1.25em;
  }
  .lines li {
    max-width: var(--_measure);
    list-style: disc;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  label,
  .described {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
  }
  label {
    flex-wrap: nowrap;
    min-block-size: var(--_target);
  }
  fieldset ul {
    display: grid;
    gap: 0.5em;
  }
  input {
    flex: none;
    margin: 0;
    inline-size: 1.5em;
    aspect-ratio: 1;
    accent-color: var(--_open);
  }
  .described {
    padding-inline-start: 2em;
  }
  @container (min-width: 32rem) {
    .ring {
      position: relative;
      inline-size: min(100%, 30rem);
      margin-inline: auto;
    }
    .five {
      display: block;
      aspect-ratio: 1;
    }
    .five > .tab,
    .five svg {
      position: absolute;
      inset: 0;
      inline-size: 100%;
      padding: 0;
      border: 0;
      background: none;
      outline: none;
      pointer-events: none;
    }
    .five circle {
      display: none;
    }
    .five path {
      pointer-events: auto;
    }
    .five .name {
      position: absolute;
      z-index: 1;
      hyphens: auto;
      inset-block-start: calc(50% - 37% * cos(var(--_turn, 0deg)));
      inset-inline-start: calc(50% + 34% * sin(var(--_turn, 0deg)));
      display: grid;
      place-content: center;
      inline-size: max-content;
      max-inline-size: 42%;
      min-block-size: var(--_target);
      padding: 0.2em 0.8em;
      border: 1px solid var(--_line);
      border-radius: 99rem;
      translate: calc(-50% * var(--_way)) -50%;
      background: var(--_surface);
      text-align: center;
      pointer-events: auto;
    }
    .tab:hover .name {
      text-decoration: underline;
    }
    .tab[aria-selected='true'] .name {
      border-color: var(--_open);
      background: var(--_open);
      color: var(--_surface);
    }
    .tab:focus-visible .name {
      outline: 3px solid var(--_text);
      outline-offset: 2px;
    }
    .five + .hub {
      position: absolute;
      inset: 0;
      display: grid;
      align-items: center;
      margin: 0;
      padding-inline: 32%;
      pointer-events: none;
    }
  }
  @container (min-width: 58rem) {
    .guide {
      display: grid;
      grid-template-columns: 30rem 1fr;
      gap: calc(var(--_space) * 1.5);
      align-items: center;
    }
  }
  @supports not (color: light-dark(red, red)) {
    path {
      fill: none;
    }
  }
  @media (forced-colors: active) {
    .tab[aria-selected='true'] .name {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .tab {
      display: flex;
    }
    fieldset {
      display: none;
    }
    .guide,
    :host(:defined) .stage:not(.open) {
      display: block;
    }
    .ring,
    .stage {
      break-inside: avoid;
    }
    .stage {
      margin-block-start: var(--_space);
      border: 1px solid;
    }
  }
`;
