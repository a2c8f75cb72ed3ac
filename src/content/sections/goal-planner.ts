import english from '../en/goals.json';
import { goals as others } from '../languages.js';
import { goals } from '../schema.js';

/** `goal-planner` */
export const goalsSection = {
  schema: goals,
  english,
  others,
};
