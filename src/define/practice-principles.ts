import { PracticePrinciples } from '../elements/practice-principles/practice-principles.js';
import { define } from './define.js';

define('practice-principles', PracticePrinciples);
