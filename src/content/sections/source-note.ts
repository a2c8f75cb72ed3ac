import english from '../en/sources.json';
import { sources as others } from '../languages.js';
import { sources } from '../schema.js';

/** `source-note` */
export const sourcesSection = {
  schema: sources,
  english,
  others,
};
