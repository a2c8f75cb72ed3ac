import english from '../en/safety-plan.json';
import { safetyPlan } from '../schema.js';

/** `safety-checklist` */
export const safetyPlanSection = {
  schema: safetyPlan,
  english,
  others: { es: () => import('../es/safety-plan.json') },
};
