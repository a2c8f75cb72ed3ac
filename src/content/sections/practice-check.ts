import english from '../en/practice.json';
import { practice } from '../schema.js';

/** `practice-check` */
export const practiceSection = {
  schema: practice,
  english,
  others: { es: () => import('../es/practice.json') },
};
