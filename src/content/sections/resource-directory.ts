import english from '../en/directory.json';
import { directory } from '../schema.js';

/** `resource-directory`: what it says around the services that it finds. The services are the page's. */
export const directorySection = {
  schema: directory,
  english,
  others: { es: () => import('../es/directory.json') },
};
