// Made by `npm run catalogue`. Not to be changed by hand.
import { ResourceCard } from '../elements/resource-card/resource-card.js';
import { ResourceDirectory } from '../elements/resource-directory/resource-directory.js';
import { contained } from '../register/contain.js';
import { define } from '../register/define.js';

define('resource-card', contained(ResourceCard));
define('resource-directory', contained(ResourceDirectory));
