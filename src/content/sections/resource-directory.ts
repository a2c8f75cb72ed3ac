import english from '../en/directory.json';
import { directory as others } from '../languages.js';
import { directory } from '../schema.js';

/** `resource-directory`: what it says around the services that it finds. The services are the page's. */
export const directorySection = {
  schema: directory,
  english,
  others,
};
