import { CsecPrimer } from '../elements/csec-primer/csec-primer.js';
import { contained, define } from './define.js';

define('csec-primer', contained(CsecPrimer));
