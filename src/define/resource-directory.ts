import { ResourceCard } from '../elements/resource-card/resource-card.js';
import { ResourceDirectory } from '../elements/resource-directory/resource-directory.js';
import { define } from './define.js';

// What is found is shown in cards.
define('resource-card', ResourceCard);
define('resource-directory', ResourceDirectory);
