import { css } from 'lit';

/** The bar of the notebook, what opens below it, and the line that leads to it. */
export const bar = css`
  .notebook {
    padding: 0.9em var(--_space);
    border-radius: var(--_radius);
    background: var(--_quiet);
  }
  .notebook .with > .i {
    color: var(--_accent);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
  }
  .notebook > .acts {
    gap: 0.5em 0.25em;
    margin-block-start: 0.75em;
  }
  .notebook > .acts > * {
    flex: 1 0 auto;
  }
  .notebook > .acts > .own,
  .notebook > .acts > .coming {
    flex: 1 0 100%;
    min-block-size: var(--_target);
  }
  .notebook > .acts > .quiet {
    padding-inline: 0.4em;
  }
  .acts:not(:has(*)) {
    display: none;
  }
  .soft {
    color: var(--_muted);
    font-weight: 400;
  }
  .calm {
    border-color: var(--_line);
    background: none;
    color: var(--_text);
  }
  .notebook .panel {
    margin-block-start: 0.75em;
    padding: var(--_space);
    border-radius: var(--_r);
    background: var(--_surface);
  }
  .panel .note {
    max-inline-size: none;
  }
  .notebook [aria-live]:empty {
    margin: 0;
  }
  .pair {
    display: grid;
    gap: var(--_space);
  }
  .pointer {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em 0.6em;
    align-items: center;
    max-inline-size: none;
  }
  .link,
  .link:hover {
    padding-inline: 0.2em;
    border-color: transparent;
    background: none;
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  [data-at^='pass'] {
    -webkit-text-security: disc;
  }
  .panel:has(.show:checked) [data-at^='pass'] {
    -webkit-text-security: none;
  }
  @container (min-width: 34rem) {
    .notebook > .acts > *,
    .notebook > .acts > .own {
      flex: none;
    }
    .notebook > .acts > .quiet {
      padding-inline: 0.7em;
    }
    .pair {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (min-width: 56rem) {
    .notebook {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 1em;
      align-items: center;
    }
    .notebook > .acts {
      flex-wrap: nowrap;
      margin: 0;
    }
    .notebook > #panel {
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    .notebook {
      border: 1px solid;
    }
  }
`;
