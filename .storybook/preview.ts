/** What all stories have in common: the tables from the manifest, and switches for language, direction and theme. */
import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { configure } from 'storybook/test';
import { sessionOf } from '../src/private-text/fields/notebook-controller.js';
import { tidy } from '../stories/parts.js';
import { axeOptions } from './axe-options.js';
import { forTables, withoutNeedlessControls } from './manifest.js';
import { pageTheme } from './theme.js';

setCustomElementsManifest(forTables);
// Each `waitFor` of a story has this long, in milliseconds: a page with many frames loads slowly on a busy machine.
configure({ asyncUtilTimeout: 90_000 });

/**
 * Sets what a page sets, where a page sets it: on the root. A docs page holds many stories, each with settings of its own;
 * there they are set around the story.
 */
const likeThePage: Decorator = (story, { canvasElement, globals, viewMode }) => {
  const { language: lang, direction: dir, theme: colorScheme } = globals as Record<string, string>;
  const page = viewMode === 'docs' ? canvasElement : document.documentElement;
  Object.assign(page, { lang, dir });
  Object.assign(page.style, { colorScheme, background: 'Canvas', color: 'CanvasText' });
  return html`${story()}`;
};

/** All elements of a page share one notebook, and stories follow each other on one page: each starts with an empty one. */
function emptyNotebook() {
  for (const element of document.querySelectorAll('*')) sessionOf(element)?.notebook.forget();
}

const preview: Preview = {
  tags: ['autodocs'],
  beforeEach: () => emptyNotebook,
  decorators: [likeThePage],
  argTypesEnhancers: [withoutNeedlessControls],
  globalTypes: {
    language: {
      description: 'Language of the page',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'es', title: 'Español' },
          { value: 'vi', title: 'Tiếng Việt (not there yet: shows English)' },
        ],
      },
    },
    direction: {
      description: 'Direction of writing',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
    theme: {
      description: 'Color scheme of the page',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
  },
  initialGlobals: { language: 'en', direction: 'ltr', theme: 'light' },
  parameters: {
    viewport: {
      options: {
        small: { name: 'Small phone', styles: { width: '320px', height: '568px' }, type: 'mobile' },
        phone: { name: 'Phone', styles: { width: '360px', height: '740px' }, type: 'mobile' },
        tablet: { name: 'Tablet', styles: { width: '768px', height: '1024px' }, type: 'tablet' },
        wide: { name: 'Wide', styles: { width: '1280px', height: '900px' }, type: 'desktop' },
      },
    },
    a11y: { test: 'error', options: axeOptions },
    docs: { theme: pageTheme, source: { transform: tidy } },
    controls: { expanded: true, sort: 'alpha' },
    options: {
      storySort: {
        order: [
          'Welcome',
          'Guides',
          ['For agencies', 'For developers', 'For designers', 'For translators', 'For content reviewers'],
          'Snippet builder',
          'Leaving the site',
          'quick-exit',
          'One visit',
          'stage-guide',
          'resource-card',
          'resource-directory',
          'safety-checklist',
          'options-explorer',
          'goal-planner',
          'practice-check',
          'csec-primer',
          'practice-principles',
          'private-frame',
          'source-note',
        ],
      },
    },
  },
};

export default preview;
