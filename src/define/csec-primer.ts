import { CsecPrimer } from '../elements/csec-primer/csec-primer.js';
import { define } from './define.js';

define('csec-primer', CsecPrimer);
