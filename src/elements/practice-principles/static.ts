import type { StaticElement } from '../../page/static-element.js';

/** `practice-principles` where no script runs. */
export const staticElement: StaticElement = {
  shows: 'all',
};
