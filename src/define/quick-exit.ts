// Made by `npm run catalogue`. Not to be changed by hand.
import { QuickExit } from '../elements/quick-exit/quick-exit.js';
import { define } from '../register/define.js';

define('quick-exit', QuickExit);
