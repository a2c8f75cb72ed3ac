import english from '../en/resources.json';
import { resources as others } from '../languages.js';
import { resources } from '../schema.js';

/** `resource-card` */
export const resourcesSection = {
  schema: resources,
  english,
  others,
};
