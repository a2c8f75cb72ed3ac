import english from '../en/stages.json';
import { stages } from '../schema.js';

/** `stage-guide` */
export const stagesSection = {
  schema: stages,
  english,
  others: { es: () => import('../es/stages.json') },
};
