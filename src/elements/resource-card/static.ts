import type { StaticElement } from '../../page/static-element.js';

/** `resource-card` where no script runs. */
export const staticElement: StaticElement = {
  shows: 'all',
  start: { 'resource-id': 'national-human-trafficking-hotline' },
};
