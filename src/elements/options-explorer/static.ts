import type { StaticElement } from '../../page/static-element.js';

/** `options-explorer` where no script runs. */
export const staticElement: StaticElement = {
  shows: 'form',
  aboutControls: ['memory', 'readable', 'togetherAbout', 'own'],
};
