import type { StaticElement } from '../../page/static-element.js';

/** `goal-planner` where no script runs. */
export const staticElement: StaticElement = {
  shows: 'form',
  aboutControls: ['memory', 'readable', 'own'],
};
