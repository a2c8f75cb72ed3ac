// Made by `npm run catalogue`. Not to be changed by hand.
import { PracticePrinciples } from '../elements/practice-principles/practice-principles.js';
import { contained } from '../register/contain.js';
import { define } from '../register/define.js';

define('practice-principles', contained(PracticePrinciples));
