// Made by `npm run catalogue`. Not to be changed by hand.
import type { StaticElement } from './page/static-element.js';
import { staticElement as csecPrimer } from './elements/csec-primer/static.js';
import { staticElement as goalPlanner } from './elements/goal-planner/static.js';
import { staticElement as optionsExplorer } from './elements/options-explorer/static.js';
import { staticElement as practiceCheck } from './elements/practice-check/static.js';
import { staticElement as practicePrinciples } from './elements/practice-principles/static.js';
import { staticElement as privateFrame } from './elements/private-frame/static.js';
import { staticElement as quickExit } from './elements/quick-exit/static.js';
import { staticElement as resourceCard } from './elements/resource-card/static.js';
import { staticElement as resourceDirectory } from './elements/resource-directory/static.js';
import { staticElement as safetyChecklist } from './elements/safety-checklist/static.js';
import { staticElement as sourceNote } from './elements/source-note/static.js';
import { staticElement as stageGuide } from './elements/stage-guide/static.js';

/** By tag, what an element is where no script runs. */
export const statics: Readonly<Record<string, StaticElement>> = {
  'csec-primer': csecPrimer,
  'goal-planner': goalPlanner,
  'options-explorer': optionsExplorer,
  'practice-check': practiceCheck,
  'practice-principles': practicePrinciples,
  'private-frame': privateFrame,
  'quick-exit': quickExit,
  'resource-card': resourceCard,
  'resource-directory': resourceDirectory,
  'safety-checklist': safetyChecklist,
  'source-note': sourceNote,
  'stage-guide': stageGuide,
};
