import type { StaticElement } from '../../page/static-element.js';

/** `csec-primer` where no script runs. */
export const staticElement: StaticElement = {
  shows: 'all',
  // In a shadow root, the browser finds no place for an address.
  needsScript: ['contents'],
};
