/** Storybook's settings. It shows the built library, as a page that installs it would: `npm run build` comes first. */
import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/*.mdx', '../stories/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // Packs that stories load by their address.
  staticDirs: ['./public'],
  // The switch for the theme sets the background, too: a second one would quarrel with it.
  features: { backgrounds: false },
  // Nothing is sent to anybody, and nothing is asked for.
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
};

export default config;
