import { GoalPlanner } from '../elements/goal-planner/goal-planner.js';
import { define } from './define.js';

define('goal-planner', GoalPlanner);
