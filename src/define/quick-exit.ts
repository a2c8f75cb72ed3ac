import { QuickExit } from '../elements/quick-exit/quick-exit.js';
import { register } from './define.js';

register('quick-exit', QuickExit);
