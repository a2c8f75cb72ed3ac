import english from '../en/primer.json';
import { primer as others } from '../languages.js';
import { primer } from '../schema.js';

/** `csec-primer` */
export const primerSection = {
  schema: primer,
  english,
  others,
};
