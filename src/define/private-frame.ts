import { PrivateFrame } from '../elements/private-frame/private-frame.js';
import { define } from './define.js';

define('private-frame', PrivateFrame);
