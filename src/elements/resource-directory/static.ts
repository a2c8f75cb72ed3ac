import type { StaticElement } from '../../page/static-element.js';

/** `resource-directory` where no script runs. */
export const staticElement: StaticElement = {
  // A search needs a script.
  shows: 'light',
};
