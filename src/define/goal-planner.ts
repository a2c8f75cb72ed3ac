// Made by `npm run catalogue`. Not to be changed by hand.
import { GoalPlanner } from '../elements/goal-planner/goal-planner.js';
import { contained } from '../register/contain.js';
import { define } from '../register/define.js';

define('goal-planner', contained(GoalPlanner));
