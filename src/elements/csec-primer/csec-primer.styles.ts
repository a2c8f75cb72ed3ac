import { css } from 'lit';

export const styles = css`
  section + section {
    margin-block-start: calc(var(--_space) * 1.25);
    padding-block-start: calc(var(--_space) * 1.25);
    border-block-start: 1px solid var(--_hair);
  }
  section > [role='heading'] {
    margin-block-end: 0.6em;
    font-size: 1.25em;
  }
  nav {
    margin-block-end: var(--_space);
  }
  nav summary {
    display: flex;
    justify-content: space-between;
    padding-inline: 1em;
    background: var(--_tint);
  }
  nav a {
    display: flex;
    align-items: center;
    min-block-size: var(--_target);
    padding-inline: 0.75em;
    border-radius: var(--_r);
    color: var(--_text);
    text-decoration: none;
  }
  nav a:hover {
    background: var(--_quiet);
    text-decoration: underline;
  }
  nav [aria-current] {
    background: var(--_tint);
    color: var(--_accent);
    font-weight: 600;
  }
  .beside {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    gap: var(--_space);
  }
  .beside > figure {
    display: grid;
    gap: 0.75em;
    align-content: space-between;
  }
  cite {
    font-weight: 600;
    font-style: normal;
  }
  .note [lang='en'],
  [part='law'] p > [lang='en'] {
    display: block;
    margin-block-start: 0.5em;
  }
  .short > .lines {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
  }
  .stack > .own {
    margin-block-start: calc(var(--_space) * 1.25);
  }
  .own {
    padding-inline-start: var(--_space);
    border-inline-start: 3px solid var(--_accent);
  }
  @container (min-width: 56rem) {
    .primer {
      display: grid;
      grid-template-columns: 15rem minmax(0, 1fr);
      gap: calc(var(--_space) * 2.5);
      margin-block-start: calc(var(--_space) * 1.5);
    }
    nav {
      position: sticky;
      inset-block-start: 5rem;
      align-self: start;
    }
    /* The contents stand at the side, open. */
    @supports selector(::details-content) {
      nav summary {
        display: none;
      }
      nav > details::details-content {
        block-size: auto;
        content-visibility: visible;
      }
    }
  }
  @media print {
    nav {
      display: none;
    }
    .primer {
      display: block;
    }
    .well {
      break-inside: avoid;
    }
    [role='heading'] {
      break-after: avoid;
    }
  }
`;
