import english from '../en/primer.json';
import { primer } from '../schema.js';

/** `csec-primer` */
export const primerSection = {
  schema: primer,
  english,
  others: { es: () => import('../es/primer.json') },
};
