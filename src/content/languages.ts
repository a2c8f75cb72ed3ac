// Made by `npm run languages`. Not to be changed by hand.

// What each section says in other languages, by primary language tag. Loaded when a page needs it.

export const directory = {
  es: () => import('./es/directory.json'),
};
export const framing = {
  es: () => import('./es/framing.json'),
};
export const goals = {
  es: () => import('./es/goals.json'),
};
export const keeping = {
  es: () => import('./es/keeping.json'),
};
export const options = {
  es: () => import('./es/options.json'),
};
export const practice = {
  es: () => import('./es/practice.json'),
};
export const primer = {
  es: () => import('./es/primer.json'),
};
export const principles = {
  es: () => import('./es/principles.json'),
};
export const resourceDetails = {
  es: () => import('./es/resource-details.json'),
};
export const resources = {
  es: () => import('./es/resources.json'),
};
export const safetyPlan = {
  es: () => import('./es/safety-plan.json'),
};
export const sources = {
  es: () => import('./es/sources.json'),
};
export const stages = {
  es: () => import('./es/stages.json'),
};
export const writing = {
  es: () => import('./es/writing.json'),
};
