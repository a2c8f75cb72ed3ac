import { css } from 'lit';

export const styles = css`
  .title {
    font-size: 1.15em;
  }
  dl,
  dd {
    margin: 0;
  }
  dl {
    display: grid;
    gap: 0.25em;
  }
  dl > div {
    display: flex;
    flex-wrap: wrap;
    column-gap: 0.75em;
  }
  dt {
    font-weight: 700;
  }
  .ways {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr));
    gap: calc(var(--_space) * 0.75);
  }
  a {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    align-items: center;
    min-block-size: var(--_target);
    padding: 0.4em 0.9em;
    border: 1px solid var(--_accent);
    border-radius: calc(var(--_radius) * 0.66);
    color: var(--_accent);
    text-decoration: none;
  }
  a.inline {
    display: inline-flex;
  }
  a:hover {
    background: var(--_quiet);
    text-decoration: underline;
  }
  [lang='en'] {
    display: block;
  }
  .points li {
    margin-inline-start: 1.25em;
    list-style: disc;
  }
  summary {
    line-height: var(--_target);
    color: var(--_accent);
    cursor: pointer;
  }
  li > p {
    margin-block-start: 0.25em;
  }
  @media print {
    article {
      break-inside: avoid;
    }
    details::details-content {
      block-size: auto;
      content-visibility: visible;
    }
  }
`;
