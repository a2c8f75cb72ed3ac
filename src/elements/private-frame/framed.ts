/** An element that can stand in a private frame. */
export interface Framed {
  /**
   * Loads its class. In the frame, where nothing can be loaded, that is built in; beside a file of `cdn/`, the file that comes registers the element
   * by itself, and gives nothing.
   */
  readonly load: () => Promise<CustomElementConstructor | undefined>;
}

/** Every element with private text, by its tag. */
const framed: Readonly<Record<string, Framed>> = {
  'goal-planner': {
    load: async () => (await import('../goal-planner/goal-planner.js')).GoalPlanner,
  },
  'options-explorer': {
    load: async () => (await import('../options-explorer/options-explorer.js')).OptionsExplorer,
  },
  'practice-check': {
    load: async () => (await import('../practice-check/practice-check.js')).PracticeCheck,
  },
  'safety-checklist': {
    load: async () => (await import('../safety-checklist/safety-checklist.js')).SafetyChecklist,
  },
};

/** The element of a tag that can stand in a frame. */
export const framedBy = (tag: string): Framed | undefined => (Object.hasOwn(framed, tag) ? framed[tag] : undefined);
