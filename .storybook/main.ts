/** Storybook's settings. It shows the built library, as a page that installs it would: `npm run build` comes first. */
import type { StorybookConfig } from '@storybook/web-components-vite';
import type { Rollup } from 'vite';

/** Without dist/ the library would be left out of the stories, silently. */
const builtFirst = {
  name: 'built-first',
  enforce: 'pre' as const,
  async resolveId(this: Rollup.PluginContext, source: string, importer?: string) {
    if (!source.startsWith('alongside-elements')) return null;
    const found = await this.resolve(source, importer, { skipSelf: true });
    if (!found || found.external) this.error(`${source} is not built. Run "npm run build" first.`);
    return found;
  },
};

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/*.mdx', '../stories/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // Packs that stories load by their address, the file of private frames, the snippet builder, which is a page of its own, and the pictures of the elements.
  staticDirs: [
    './public',
    { from: '../cdn', to: '/cdn' },
    { from: '../demo/builder', to: '/builder' },
    { from: '../docs/pictures', to: '/pictures' },
  ],
  // The switch for the theme sets the background, too: a second one would quarrel with it.
  features: { backgrounds: false },
  // Nothing is sent to anybody, and nothing is asked for.
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({ ...vite, plugins: [builtFirst, ...(vite.plugins ?? [])] }),
};

export default config;
