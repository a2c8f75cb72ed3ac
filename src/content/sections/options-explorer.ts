import english from '../en/options.json';
import { options } from '../schema.js';

/** `options-explorer` */
export const optionsSection = {
  schema: options,
  english,
  others: { es: () => import('../es/options.json') },
};
