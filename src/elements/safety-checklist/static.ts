import type { StaticElement } from '../../page/static-element.js';

/** `safety-checklist` where no script runs. */
export const staticElement: StaticElement = {
  shows: 'form',
  aboutControls: ['memory', 'readable', 'trace', 'own'],
  start: { audience: 'youth' },
};
