import english from '../en/keeping.json';
import { keeping as others } from '../languages.js';
import { object } from '../../schema/parse.js';

// Apart from the other sections: what can be done with private text is loaded once there is an element that holds some.

/** What every element with private text says about keeping it. Words only. */
export const keepSection = {
  schema: object({}),
  english,
  others,
};
