import { CsecPrimer } from '../elements/csec-primer/csec-primer.js';
import { contained, define } from '../register/define.js';

define('csec-primer', contained(CsecPrimer));
