import english from '../en/writing.json';
import { writing as others } from '../languages.js';
import { object } from '../../schema/parse.js';

/** What every element with private text says about what is typed, and on its buttons. Words only. */
export const formSection = {
  schema: object({}),
  english,
  others,
};
