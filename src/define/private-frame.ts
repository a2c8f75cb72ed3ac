import { PrivateFrame } from '../elements/private-frame/private-frame.js';
import { contained, define } from './define.js';

define('private-frame', contained(PrivateFrame));
