import type { StaticElement } from '../../page/static-element.js';

/** `stage-guide` where no script runs. */
export const staticElement: StaticElement = {
  shows: 'all',
  needsScript: ['diagram'],
  aboutControls: ['invite'],
  // Without its ring, the sentence in the middle of it stands like any other.
  css: '@media not (scripting:enabled){.stack>.guide{display:block}.five+.hub{position:static;flex-direction:row;justify-content:start;text-align:start}.round{display:none}}',
};
