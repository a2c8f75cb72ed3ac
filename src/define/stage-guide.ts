// Made by `npm run catalogue`. Not to be changed by hand.
import { StageGuide } from '../elements/stage-guide/stage-guide.js';
import { contained } from '../register/contain.js';
import { define } from '../register/define.js';

define('stage-guide', contained(StageGuide));
