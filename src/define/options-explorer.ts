// Made by `npm run catalogue`. Not to be changed by hand.
import { OptionsExplorer } from '../elements/options-explorer/options-explorer.js';
import { contained } from '../register/contain.js';
import { define } from '../register/define.js';

define('options-explorer', contained(OptionsExplorer));
