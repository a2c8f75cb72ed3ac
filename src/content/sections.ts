/** Every section that a page can bring content of its own for. */
export { primerSection } from './sections/csec-primer.js';
export { goalsSection } from './sections/goal-planner.js';
export { optionsSection } from './sections/options-explorer.js';
export { practiceSection } from './sections/practice-check.js';
export { principlesSection } from './sections/practice-principles.js';
export { resourcesSection } from './sections/resource-card.js';
export { safetyPlanSection } from './sections/safety-checklist.js';
export { sourcesSection } from './sections/source-note.js';
export { stagesSection } from './sections/stage-guide.js';
