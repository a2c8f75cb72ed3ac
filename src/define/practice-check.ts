import { PracticeCheck } from '../elements/practice-check/practice-check.js';
import { define } from './define.js';

define('practice-check', PracticeCheck);
