/**
 * Builds every page here as its framework's own tools do, into built/<name>/, and prints what they warned of: JSON, a list for each name.
 * A page alone: `node build.js vue`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const asTag = (tag) => tag.includes('-');
const warnings = {};

async function react() {
  const { default: plugin } = await import('@vitejs/plugin-react');
  return { plugins: [plugin()] };
}

const bundlers = {
  plain: {},
  react,
  'react-wrappers': react,
  preact: { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } },
  vue: async () => {
    const { default: vue } = await import('@vitejs/plugin-vue');
    return { plugins: [vue({ template: { compilerOptions: { isCustomElement: asTag } } })] };
  },
  svelte: async () => {
    const { svelte } = await import('@sveltejs/vite-plugin-svelte');
    return { plugins: [svelte({ configFile: false })] };
  },
};

async function bundle(name, { root = join(here, name), outDir = join(here, 'built', name), ...more } = {}) {
  const { build, createLogger } = await import('vite');
  const customLogger = createLogger('silent');
  customLogger.warn = customLogger.warnOnce = (message) => warnings[name].push(message);
  await build({
    root,
    base: './',
    configFile: false,
    customLogger,
    ...more,
    build: { outDir, emptyOutDir: true, ...more.build },
  });
}

async function page(name) {
  const options = typeof bundlers[name] === 'function' ? await bundlers[name]() : bundlers[name];
  await bundle(name, options);
  if (name !== 'react-wrappers') return;
  // The same page, made in Node first: the package itself is loaded by Node there, not bundled.
  const outDir = join(here, 'built/server');
  await bundle(name, { ...options, outDir, build: { ssr: 'server.tsx' } });
  const { html } = await import(pathToFileURL(join(outDir, 'server.js')).href);
  const file = join(here, 'built', name, 'index.html');
  writeFileSync(file, readFileSync(file, 'utf8').replace('<!--server-->', html));
}

async function eleventy() {
  const { default: Eleventy } = await import('@11ty/eleventy');
  const output = join(here, 'built/eleventy-pages');
  const site = new Eleventy(join(here, 'eleventy'), output, { quietMode: true, configPath: false });
  site.disableLogger();
  await site.write();
  await bundle('eleventy', { root: output });
}

async function single() {
  const { rollup } = await import('rollup');
  const { nodeResolve } = await import('@rollup/plugin-node-resolve');
  const onwarn = ({ message }) => warnings.single.push(message);
  const made = await rollup({ input: join(here, 'single.js'), plugins: [nodeResolve({ browser: true })], onwarn });
  await made.write({ dir: join(here, 'built/single'), format: 'es' });
}

const all = { ...Object.fromEntries(Object.keys(bundlers).map((name) => [name, () => page(name)])), eleventy, single };
const names = process.argv.slice(2);
for (const name of names.length > 0 ? names : Object.keys(all)) {
  warnings[name] = [];
  await all[name]();
}
process.stdout.write(`${JSON.stringify(warnings)}\n`);
// Some of the tools leave a watcher open.
process.exit(0);
