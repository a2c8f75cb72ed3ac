import { CsecPrimer } from '../elements/csec-primer/csec-primer.js';
import { GoalPlanner } from '../elements/goal-planner/goal-planner.js';
import { OptionsExplorer } from '../elements/options-explorer/options-explorer.js';
import { PracticeCheck } from '../elements/practice-check/practice-check.js';
import { PracticePrinciples } from '../elements/practice-principles/practice-principles.js';
import { PrivateFrame } from '../elements/private-frame/private-frame.js';
import { QuickExit } from '../elements/quick-exit/quick-exit.js';
import { ResourceCard } from '../elements/resource-card/resource-card.js';
import { ResourceDirectory } from '../elements/resource-directory/resource-directory.js';
import { SafetyChecklist } from '../elements/safety-checklist/safety-checklist.js';
import { SourceNote } from '../elements/source-note/source-note.js';
import { StageGuide } from '../elements/stage-guide/stage-guide.js';
import { contained } from '../register/contain.js';
import { define } from '../register/define.js';
import { queueFirstRender } from '../register/first-render-queue.js';

/**
 * Every tag of the library, and the class behind it. Importing this file registers them all. A new element needs a row here; the imports above, and
 * every other list, are made from these rows by `npm run catalogue`.
 */
export const tags = {
  'csec-primer': CsecPrimer,
  'goal-planner': GoalPlanner,
  'options-explorer': OptionsExplorer,
  'practice-check': PracticeCheck,
  'practice-principles': PracticePrinciples,
  'private-frame': PrivateFrame,
  'quick-exit': QuickExit,
  'resource-card': ResourceCard,
  'resource-directory': ResourceDirectory,
  'safety-checklist': SafetyChecklist,
  'source-note': SourceNote,
  'stage-guide': StageGuide,
} as const;

for (const [tag, element] of Object.entries(tags)) define(tag, contained(queueFirstRender(element)));
