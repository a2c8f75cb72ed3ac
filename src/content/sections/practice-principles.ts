import english from '../en/principles.json';
import { principles as others } from '../languages.js';
import { principles } from '../schema.js';

/** `practice-principles` */
export const principlesSection = {
  schema: principles,
  english,
  others,
};
