import english from '../en/options.json';
import { options as others } from '../languages.js';
import { options } from '../schema.js';

/** `options-explorer` */
export const optionsSection = {
  schema: options,
  english,
  others,
};
