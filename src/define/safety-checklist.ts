// Made by `npm run catalogue`. Not to be changed by hand.
import { SafetyChecklist } from '../elements/safety-checklist/safety-checklist.js';
import { contained } from '../register/contain.js';
import { define } from '../register/define.js';

define('safety-checklist', contained(SafetyChecklist));
