import { StageGuide } from '../elements/stage-guide/stage-guide.js';
import { define } from './define.js';

define('stage-guide', StageGuide);
