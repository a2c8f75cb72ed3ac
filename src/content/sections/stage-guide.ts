import english from '../en/stages.json';
import { stages as others } from '../languages.js';
import { stages } from '../schema.js';

/** `stage-guide` */
export const stagesSection = {
  schema: stages,
  english,
  others,
};
