import english from '../en/goals.json';
import { goals } from '../schema.js';

/** `goal-planner` */
export const goalsSection = {
  schema: goals,
  english,
  others: { es: () => import('../es/goals.json') },
};
