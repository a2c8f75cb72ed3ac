import type { StaticElement } from '../../page/static-element.js';

/** `source-note` where no script runs. */
export const staticElement: StaticElement = {
  shows: 'all',
};
