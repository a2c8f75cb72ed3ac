/**
 * `npm start`: shows the elements on the page of an imaginary partner agency. Installs and builds what is missing, then
 * serves demo/ at `/`, the built bundles at `/cdn/`, and Storybook at `/storybook/` if it was built.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './build-if-stale.js';
import { serve } from './serve.js';
import { setup } from './setup.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const storybook = join(root, 'storybook-static');

/** The page has a comment where the link to Storybook goes: it may be built while this runs. */
function linkStorybook(page) {
  const link = '<p><a href="/storybook/">All elements in Storybook</a></p>';
  return page.replace('<!-- storybook -->', existsSync(join(storybook, 'index.html')) ? link : '');
}

try {
  await setup();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
if (!buildIfStale()) process.exit(1);

const server = await serve({
  root: join(root, 'demo'),
  folders: { '/cdn/': join(root, 'cdn'), '/storybook/': storybook },
  port: 8000,
  fallbackPorts: 50,
  page: (page, path) => (path.startsWith('/storybook/') ? page : linkStorybook(page)),
});
console.log(`The partner page is at http://localhost:${server.port}/`);
console.log('Ctrl-C ends it.');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, async () => {
    await server.close();
    process.exit(0);
  });
}
