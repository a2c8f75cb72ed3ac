import english from '../en/resources.json';
import { resources } from '../schema.js';

/** `resource-card` */
export const resourcesSection = {
  schema: resources,
  english,
  others: { es: () => import('../es/resources.json') },
};
