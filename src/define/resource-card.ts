// Made by `npm run catalogue`. Not to be changed by hand.
import { ResourceCard } from '../elements/resource-card/resource-card.js';
import { contained } from '../register/contain.js';
import { define } from '../register/define.js';

define('resource-card', contained(ResourceCard));
