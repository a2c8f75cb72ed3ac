import type { StaticElement } from '../../page/static-element.js';

/** `quick-exit` where no script runs. */
export const staticElement: StaticElement = {
  shows: 'link',
};
