import english from '../en/practice.json';
import { practice as others } from '../languages.js';
import { practice } from '../schema.js';

/** `practice-check` */
export const practiceSection = {
  schema: practice,
  english,
  others,
};
