import english from '../en/resource-details.json';
import { resourceDetails as others } from '../languages.js';
import { object } from '../../schema/parse.js';

// Apart from the other sections: what a feed tells more is loaded once there is a card of such a service.

/** What a card says of a service in a feed: its hours, its places. Words only. */
export const resourceDetailsSection = {
  schema: object({}),
  english,
  others,
};
