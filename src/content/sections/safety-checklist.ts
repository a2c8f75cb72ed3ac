import english from '../en/safety-plan.json';
import { safetyPlan as others } from '../languages.js';
import { safetyPlan } from '../schema.js';

/** `safety-checklist` */
export const safetyPlanSection = {
  schema: safetyPlan,
  english,
  others,
};
