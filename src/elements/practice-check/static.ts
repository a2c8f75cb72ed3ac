import type { StaticElement } from '../../page/static-element.js';

/** `practice-check` where no script runs. */
export const staticElement: StaticElement = {
  shows: 'form',
  aboutControls: ['memory', 'readable', 'includeAbout'],
};
