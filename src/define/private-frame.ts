// Made by `npm run catalogue`. Not to be changed by hand.
import { PrivateFrame } from '../elements/private-frame/private-frame.js';
import { contained } from '../register/contain.js';
import { define } from '../register/define.js';

define('private-frame', contained(PrivateFrame));
