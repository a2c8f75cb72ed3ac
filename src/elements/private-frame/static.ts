import type { StaticElement } from '../../page/static-element.js';

/** `private-frame` where no script runs. */
export const staticElement: StaticElement = {
  // A frame needs a script.
  shows: 'light',
};
