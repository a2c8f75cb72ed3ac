import { css } from 'lit';

/** Fields for what a person types, rows of what can be done with it, and what is printed of it. */
export const fields = css`
  .surface > [role='heading'] {
    margin-block-start: calc(var(--_space) * 1.5);
    padding-block-start: calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_hair);
    font-size: 1.125em;
  }
  /* A part of an element: what it is called, a hint, what is in it. */
  .sec-head {
    display: flex;
    gap: 0.6em;
    align-items: center;
    font-size: 1.125em;
  }
  .sec-head > .i {
    color: var(--_accent);
  }
  .sec-head + p {
    margin-block-start: 0.25em;
  }
  .sec > .stack {
    margin-block-start: 0.6em;
  }
  .pair {
    display: grid;
    gap: var(--_space);
    align-items: start;
  }
  .row,
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: end;
  }
  .acts {
    gap: 0.25em;
    align-items: center;
  }
  /* Lines of what there is, and what can be done with each. */
  .rows {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .rows > li {
    padding-block: 0.35em;
  }
  .rows > li + li:not(.done, .opt),
  .done + li {
    border-block-start: 1px solid var(--_hair);
  }
  .rows > .row {
    align-items: center;
    justify-content: space-between;
  }
  .line {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 0.5em;
    align-items: center;
  }
  .line:has(> .box, > [part='face']) {
    grid-template-columns: auto minmax(0, 1fr) auto;
  }
  .line:has(> .box) {
    column-gap: 0;
  }
  .below {
    grid-column: 1 / -1;
  }
  .line > .acts {
    justify-content: end;
  }
  /* The menu is a line of its own where it cannot be laid over the page. */
  .line > .acts:has(> .menu:not([popover], [hidden])) {
    grid-column: 1 / -1;
  }
  /* What a person wrote. Pressed, it becomes its own field. */
  .words {
    display: block;
    inline-size: 100%;
    padding-inline: 0.5em;
    border-color: transparent;
    background: none;
    color: var(--_text);
    font-weight: 400;
    line-height: 1.4;
    overflow-wrap: anywhere;
    text-align: start;
  }
  .words:hover {
    background: var(--_quiet);
  }
  .words > :first-child {
    white-space: pre-line;
  }
  .words small {
    display: block;
    color: var(--_muted);
    font-size: 0.875em;
  }
  .rows > .opt > .line > .words {
    font-weight: 600;
  }
  .rows > .opt .words small {
    font-weight: 400;
  }
  .soft {
    color: var(--_muted);
    font-weight: 400;
  }
  .look > .i {
    transition: rotate 0.15s;
  }
  .look[aria-expanded='true'] > .i {
    rotate: 180deg;
  }
  .opens {
    anchor-name: --more;
  }
  .entry {
    anchor-scope: --more;
  }
  .menu[popover] {
    position-anchor: --more;
    position-area: block-end span-inline-start;
    position-try-fallbacks: flip-block;
    inset: auto;
    min-inline-size: 13rem;
    max-inline-size: 100vi;
    margin: 0;
    margin-block: 0.25rem;
    padding: 0.35rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 8px 32px #0003;
    color: var(--_text);
  }
  .menu:not([popover]) {
    flex-basis: 100%;
    padding: 0.35rem;
    border-radius: var(--_r);
    background: var(--_quiet);
  }
  .menu[hidden] {
    display: none;
  }
  .menu > button {
    display: flex;
    justify-content: start;
    inline-size: 100%;
    border-color: transparent;
    background: none;
    color: var(--_text);
    font-weight: 400;
  }
  .menu > button:hover {
    background: var(--_quiet);
  }
  .menu > .apart {
    border-block-start-color: var(--_hair);
    border-radius: 0;
  }
  /* An option or a goal: a line that can be seen closer. */
  .opt {
    border: 1px solid var(--_hair);
    border-radius: var(--_radius);
  }
  .rows > .opt {
    padding: 0.4em;
  }
  .rows > .opt + .opt,
  .rows > .done + .opt,
  .rows > .opt + .done {
    margin-block-start: 0.75em;
  }
  .opt > .closer {
    margin: 0.4em -0.4em -0.4em;
    padding: var(--_space);
    border-block-start: 1px solid var(--_hair);
  }
  /* Where something was taken away. */
  .rows > .done {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
    align-items: center;
    justify-content: space-between;
    margin-block: 0.35em;
    padding-block: 0.15em;
    padding-inline-start: 0.9em;
    border-radius: var(--_r);
    background: var(--_quiet);
  }
  .done > p {
    flex: 1 1 10rem;
    padding-block: 0.4em;
  }
  .empty {
    max-inline-size: none;
    padding: 0.75em;
    border: 1px dashed var(--_line);
    border-radius: var(--_r);
    color: var(--_muted);
  }
  .box {
    align-items: center;
    margin-inline-end: -0.5em;
    padding: 0;
    min-inline-size: var(--_target);
  }
  .check small {
    display: block;
    color: var(--_muted);
    font-size: 0.875em;
  }
  .add > .field {
    flex-basis: 9rem;
  }
  .add > button {
    flex: none;
  }
  /* One of a few things, or none, each in a line. */
  .choices.lines {
    display: grid;
    gap: 0;
  }
  .choices.lines > span {
    margin-block-end: 0.5em;
  }
  .choices.lines > button {
    justify-content: start;
    gap: 0.7em;
    border-color: transparent;
    border-block-end-color: var(--_hair);
    border-radius: 0;
    background: none;
    box-shadow: none;
    color: var(--_text);
    font-weight: 400;
    text-align: start;
    text-decoration: none;
  }
  .choices.lines > button:hover {
    background: var(--_quiet);
  }
  .choices.lines > button::before {
    content: '';
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    border: 2px solid var(--_line);
    border-radius: 50%;
    background: var(--_surface);
  }
  .choices.lines > [aria-pressed='true']::before {
    border: 0.45em solid var(--_accent);
  }
  .field {
    display: block;
    min-inline-size: 0;
  }
  .field > span:first-child {
    display: block;
    margin-block-end: 0.45em;
    font-weight: 600;
  }
  .field,
  .row > [data-private],
  li > span:first-child {
    flex: 1 1 12rem;
  }
  input,
  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0.55em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_r);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    line-height: 1.4;
  }
  input:hover,
  textarea:hover {
    border-color: var(--_text);
  }
  textarea {
    min-block-size: calc(var(--_target) * 1.6);
    resize: vertical;
  }
  @supports (field-sizing: content) {
    textarea {
      field-sizing: content;
      min-block-size: var(--_target);
    }
  }
  /* Nothing to undo: then there is nothing to see. */
  .row > [data-do='undo']:disabled {
    display: none;
  }
  .row:not(:has(> :not([data-do='undo']:disabled))) {
    display: none;
  }
  :disabled,
  .menu > :disabled {
    border: 1px dashed var(--_line);
    background: none;
    color: var(--_muted);
    cursor: default;
  }
  .quiet:disabled,
  .menu > :disabled {
    border-color: transparent;
  }
  [aria-pressed] {
    text-align: start;
  }
  [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_tint);
    box-shadow: inset 0 0 0 1px var(--_accent);
    text-decoration: underline;
  }
  .row > [data-private],
  li > span {
    align-self: center;
  }
  li > .acts {
    flex: none;
  }
  .grip {
    position: absolute;
    inset-inline-start: -1em;
    opacity: 0;
    color: var(--_muted);
    cursor: grab;
  }
  .opt > .line > .grip {
    inset-inline-start: -0.4em;
  }
  :is(:hover, :focus-within) > .line > .grip {
    opacity: 1;
  }
  .row > .muted {
    flex-basis: 100%;
  }
  .closer {
    min-inline-size: 0;
  }
  .closer b {
    display: block;
  }
  [part='sheet'] {
    display: none;
  }
  @container (max-width: 33.99rem) {
    .rows > .offer {
      flex-direction: column;
      gap: 0.5em;
      align-items: stretch;
      padding-block: 0.75em;
    }
    .rows > .offer > span {
      flex: none;
      align-self: stretch;
    }
    .offer > .acts > .quiet:first-child {
      margin-inline-start: -0.7em;
    }
  }
  @container (max-width: 29.99rem) {
    .opt > .line {
      grid-template-columns: minmax(0, 1fr);
    }
    .opt > .line > .acts {
      justify-content: space-between;
    }
  }
  @container (min-width: 34rem) {
    .pair {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media (forced-colors: active) {
    .done,
    .menu,
    .words {
      border: 1px solid;
    }
  }
  @media not (pointer: fine) {
    .grip {
      display: none;
    }
  }
  @media print {
    .surface {
      display: none;
    }
    [part='sheet'] {
      display: block;
    }
    [part='sheet'] p {
      max-width: none;
      border-block-end: 1px solid;
      white-space: pre-wrap;
    }
  }
`;
