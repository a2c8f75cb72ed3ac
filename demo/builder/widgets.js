// What each element is for, in plain words, and what it starts with. An element without a line here is shown with its summary.
export const widgets = {
  'stage-guide': { words: 'For advocates: the five stages of change, the signs of each, and how to help.' },
  'resource-card': {
    words: 'For everyone: one organization, the ways to reach it, and the trace that each way leaves.',
    start: { 'resource-id': 'national-human-trafficking-hotline' },
  },
  'resource-directory': { words: 'For everyone: a search through many services, which stays on the device.' },
  'safety-checklist': {
    words: 'For a young person, alone or with an advocate: their own safety plan, to keep or to print.',
    start: { audience: 'youth' },
  },
  'options-explorer': { words: 'For a young person, alone or with an advocate: a close look at their options.' },
  'goal-planner': { words: 'For a young person: goals in their own words, in small steps.' },
  'practice-check': { words: 'For advocates: a look at their own practice, for themselves alone.' },
  'csec-primer': { words: 'For advocates: what commercial sexual exploitation of children is, section by section.' },
  'practice-principles': { words: 'For advocates: ten principles of good practice, on one page to print.' },
  'source-note': { words: 'For everyone: where the words of the other elements come from. Once on a page will do.' },
};
