export { CsecPrimer } from './elements/csec-primer/csec-primer.js';
export { GoalPlanner } from './elements/goal-planner/goal-planner.js';
export { OptionsExplorer } from './elements/options-explorer/options-explorer.js';
export { PracticeCheck } from './elements/practice-check/practice-check.js';
export { PracticePrinciples } from './elements/practice-principles/practice-principles.js';
export { PrivateFrame } from './elements/private-frame/private-frame.js';
export { QuickExit } from './elements/quick-exit/quick-exit.js';
export { ResourceCard } from './elements/resource-card/resource-card.js';
export { ResourceDirectory } from './elements/resource-directory/resource-directory.js';
export { SafetyChecklist } from './elements/safety-checklist/safety-checklist.js';
export { SourceNote } from './elements/source-note/source-note.js';
export { StageGuide } from './elements/stage-guide/stage-guide.js';
export { define } from './register/define.js';
export { ContentErrorEvent, StageChangeEvent } from './events.js';
export type {
  Entry,
  Idea,
  Law,
  PrimerSection,
  Principle,
  PrincipleSet,
  Question,
  Stage,
  Statement,
} from './content/schema.js';
export type { Location, Schedule, Service } from './services/schema.js';
export type { Problem, ProblemReason } from './schema/parse.js';
