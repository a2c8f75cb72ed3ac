// Made by `npm run catalogue`. Not to be changed by hand.
import { PracticeCheck } from '../elements/practice-check/practice-check.js';
import { contained } from '../register/contain.js';
import { define } from '../register/define.js';

define('practice-check', contained(PracticeCheck));
