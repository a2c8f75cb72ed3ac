import { css } from 'lit';

export const styles = css`
  form > * + *,
  details > * + *,
  [part='filters'] > * + * {
    margin-block-start: calc(var(--_space) * 0.75);
  }
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
    gap: calc(var(--_space) * 0.75);
  }
  .search {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: end;
  }
  select {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0.55em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_r);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  .found,
  .lines {
    display: grid;
    gap: var(--_space);
  }
  .found {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr));
    align-items: start;
  }
  .found > li {
    min-inline-size: 0;
  }
  .later {
    content-visibility: auto;
    contain-intrinsic-size: auto 14rem;
  }
  .under {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    align-items: center;
    margin-block-start: 0.5em;
  }
  [lang='en'] {
    display: block;
  }
  @media print {
    .surface {
      display: block;
    }
    form {
      display: none;
    }
    .later {
      content-visibility: visible;
    }
  }
`;
