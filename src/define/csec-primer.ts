// Made by `npm run catalogue`. Not to be changed by hand.
import { CsecPrimer } from '../elements/csec-primer/csec-primer.js';
import { contained } from '../register/contain.js';
import { define } from '../register/define.js';

define('csec-primer', contained(CsecPrimer));
