import { css } from 'lit';

export const styles = css`
  .plan {
    margin-block-start: calc(var(--_space) * 1.25);
  }
  .people > .rows > li {
    padding-block: 0.75em;
  }
  .people .below {
    margin-block-start: 0.5em;
  }
  [part='face'] {
    display: grid;
    place-content: center;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    border-radius: calc(var(--_radius) * 99);
    background: var(--_tint);
    color: var(--_accent);
    font-weight: 700;
  }
  [part='reach'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  [part='reach'] > a {
    display: inline-flex;
    flex: 1;
    gap: 0.5em;
    align-items: center;
    justify-content: center;
    min-inline-size: var(--_target);
    min-block-size: var(--_target);
    padding: 0.45em 1em;
    border: 1px solid var(--_edge);
    border-radius: var(--_r);
    background: var(--_tint);
    font-weight: 600;
    line-height: 1.25;
    overflow-wrap: break-word;
    text-decoration: none;
  }
  [part='reach'] > a:hover {
    border-color: currentcolor;
  }
  .ride {
    display: grid;
    gap: var(--_space);
  }
  @container (min-width: 34rem) {
    .people .below {
      grid-column: 2 / -1;
      margin-inline-start: 0.5em;
    }
    [part='reach'] > a {
      flex: none;
    }
    .ride {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (min-width: 56rem) {
    .plan {
      display: grid;
      grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr);
      gap: calc(var(--_space) * 2.5);
    }
    .plan > * > :first-child {
      margin-block-start: 0;
      padding-block-start: 0;
      border: 0;
    }
    .ride {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
