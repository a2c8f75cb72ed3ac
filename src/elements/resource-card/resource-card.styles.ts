import { css } from 'lit';

export const styles = css`
  /* As high as what stands beside it, with what there is to know of the card itself at its end. */
  .surface {
    display: flex;
    flex-direction: column;
    gap: 0.75em;
    min-block-size: 100%;
  }
  .title {
    font-size: 1.1875em;
    letter-spacing: normal;
  }
  .badges {
    align-items: center;
  }
  .badge.open {
    background: var(--_tint);
    color: var(--_accent);
    font-weight: 600;
  }
  .badge.open > .i {
    fill: currentcolor;
  }
  .ways {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12.5rem), 1fr));
    gap: 0.5em;
  }
  .ways > li {
    display: flex;
    flex-direction: column;
  }
  .ways a {
    display: flex;
    flex: 1;
    gap: 0.8em;
    align-items: center;
    min-block-size: 3.5rem;
    padding: 0.45em 1em;
    border: 1px solid var(--_edge);
    border-radius: var(--_r);
    background: var(--_tint);
    line-height: 1.25;
    text-decoration: none;
  }
  .ways b {
    display: block;
  }
  /* No way is pushed, and a website is the last of them. */
  .ways .site {
    border-color: var(--_hair);
    background: none;
  }
  .ways a:hover {
    border-color: currentcolor;
  }
  .compact .ways {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, max(9.5rem, 34%)), 1fr));
  }
  .compact a {
    gap: 0.5em;
    padding-inline: 0.6em;
  }
  .compact .ways bdi {
    font-size: 0.875em;
  }
  dl {
    display: grid;
    gap: 0.5em;
  }
  dl > div {
    display: grid;
    grid-template-columns: 7.5rem minmax(0, 1fr);
    gap: 0 0.75em;
  }
  dt {
    color: var(--_muted);
  }
  li > p,
  dd p {
    margin-block-start: 0.25em;
  }
  dd a {
    display: inline-flex;
    align-items: center;
    min-inline-size: var(--_target);
    min-block-size: var(--_target);
  }
  .points li {
    margin-inline-start: 1.25em;
    list-style: disc;
  }
  footer {
    margin-block-start: auto;
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--_hair);
  }
  footer > details {
    margin-block-start: 0.4em;
  }
  /* A line of a list: the list is the box. */
  .listed {
    gap: 0.5em;
    min-block-size: 0;
    padding: 0;
    border: 0;
    border-radius: 0;
    background: none;
    box-shadow: none;
  }
  .listed .title {
    font-size: 1.0625em;
  }
  .listed .title + .muted {
    font-size: 0.875em;
  }
  .listed .ways bdi {
    font-size: 0.8125em;
  }
  .listed .ways a {
    min-block-size: var(--_target);
    padding-block: 0.3em;
  }
  /* The number stands beside its word where there is room. */
  .listed .ways a > span {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    align-items: baseline;
  }
  /* What is pressed is as high as anywhere; only the space around its word is shared with the lines next to it. */
  .listed > footer {
    display: flex;
    margin-block-end: -0.5em;
    gap: 0 0.75em;
    align-items: center;
    justify-content: space-between;
    padding: 0;
    border: 0;
  }
  .listed:has([aria-expanded='true']) > footer {
    margin-block-end: 0;
  }
  footer > button {
    flex: none;
    margin-inline-end: -0.7em;
  }
  button > .i {
    transition: rotate 0.15s;
  }
  [aria-expanded='true'] > .i {
    rotate: 180deg;
  }
  .details > * + * {
    margin-block-start: 0.75em;
  }
  span[lang='en'] {
    display: block;
  }
  @container (max-width: 21.99rem) {
    dl > div {
      display: block;
    }
  }
  @container (min-width: 40rem) {
    dl {
      display: block;
      columns: 2;
      column-gap: 2em;
    }
    dl > div {
      break-inside: avoid;
      padding-block: 0.25em;
    }
    .listed {
      display: grid;
      grid-template: auto auto auto 1fr / minmax(0, 1fr) minmax(0, 1fr);
      gap: 0 2em;
      align-items: start;
    }
    .listed > .badges,
    .listed > .note {
      margin-block-start: 0.5em;
    }
    .listed > .reach {
      grid-row: 1 / 5;
      grid-column: 2;
    }
    .listed .ways {
      grid-template-columns: repeat(auto-fill, minmax(max(10.5rem, 34%), 1fr));
    }
    .listed > footer {
      justify-content: start;
      margin-block-start: 0.25em;
    }
    .details {
      grid-row: 5;
      grid-column: 1 / 3;
      margin-block-start: 0.5em;
      padding: var(--_space);
      border-radius: var(--_radius);
      background: var(--_quiet);
    }
  }
  @media print {
    article {
      break-inside: avoid;
    }
  }
`;
