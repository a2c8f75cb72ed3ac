import { StageGuide } from '../elements/stage-guide/stage-guide.js';
import { contained, define } from '../register/define.js';

define('stage-guide', contained(StageGuide));
