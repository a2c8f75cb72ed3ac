import { ResourceCard } from '../elements/resource-card/resource-card.js';
import { ResourceDirectory } from '../elements/resource-directory/resource-directory.js';
import { contained, define } from '../register/define.js';

// What is found is shown in cards.
define('resource-card', contained(ResourceCard));
define('resource-directory', contained(ResourceDirectory));
