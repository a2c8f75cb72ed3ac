import type { StaticElement } from '../../page/static-element.js';

/** `stage-guide` where no script runs. */
export const staticElement: StaticElement = {
  shows: 'all',
  needsScript: ['diagram'],
  aboutControls: ['invite'],
  // Without its ring, the sentence in the middle of it stands like any other.
  css: '@media not (scripting:enabled){.guide{display:block}.cycle+.hub{position:static;padding:0;text-align:start}}',
};
