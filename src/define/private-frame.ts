import { PrivateFrame } from '../elements/private-frame/private-frame.js';
import { contained, define } from '../register/define.js';

define('private-frame', contained(PrivateFrame));
