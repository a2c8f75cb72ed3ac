import english from './en/directory.json';
import { object } from '../parse/schema.js';

/** What `resource-directory` says around the services that it finds. Words only: the services are the page's. */
export const directorySection = {
  schema: object({}),
  english,
  others: { es: () => import('./es/directory.json') },
};
