import english from '../en/principles.json';
import { principles } from '../schema.js';

/** `practice-principles` */
export const principlesSection = {
  schema: principles,
  english,
  others: { es: () => import('../es/principles.json') },
};
