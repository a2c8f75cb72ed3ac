/** The frame around the stories. */
import { addons } from 'storybook/manager-api';
import { frameTheme } from './theme.js';

addons.setConfig({ theme: frameTheme });
