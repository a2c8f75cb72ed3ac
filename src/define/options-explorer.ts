import { OptionsExplorer } from '../elements/options-explorer/options-explorer.js';
import { define } from './define.js';

define('options-explorer', OptionsExplorer);
