// Made by `npm run catalogue`. Not to be changed by hand.
import { primerSection } from './sections/csec-primer.js';
import { goalsSection } from './sections/goal-planner.js';
import { optionsSection } from './sections/options-explorer.js';
import { practiceSection } from './sections/practice-check.js';
import { principlesSection } from './sections/practice-principles.js';
import { resourcesSection } from './sections/resource-card.js';
import { safetyPlanSection } from './sections/safety-checklist.js';
import { sourcesSection } from './sections/source-note.js';
import { stagesSection } from './sections/stage-guide.js';

/** What a page can bring content of its own for, by the name of its published schema: the element that shows it, and the section. */
export const sections = {
  primer: { element: 'csec-primer', ...primerSection },
  goals: { element: 'goal-planner', ...goalsSection },
  options: { element: 'options-explorer', ...optionsSection },
  practice: { element: 'practice-check', ...practiceSection },
  principles: { element: 'practice-principles', ...principlesSection },
  resources: { element: 'resource-card', ...resourcesSection },
  'safety-plan': { element: 'safety-checklist', ...safetyPlanSection },
  sources: { element: 'source-note', ...sourcesSection },
  stages: { element: 'stage-guide', ...stagesSection },
};
