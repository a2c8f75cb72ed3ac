import english from '../en/sources.json';
import { sources } from '../schema.js';

/** `source-note` */
export const sourcesSection = {
  schema: sources,
  english,
  others: { es: () => import('../es/sources.json') },
};
