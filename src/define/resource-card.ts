import { ResourceCard } from '../elements/resource-card/resource-card.js';
import { define } from './define.js';

define('resource-card', ResourceCard);
