import { readFileSync } from 'node:fs';

/**
 * What is used by nobody: files, exports, types, dependencies (`npm run unused`). Each entry below is started by something that reads no import:
 * a browser, a command, a test runner, or a tool that is given a file's name.
 */

const { devDependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** A text that names a package or one of its files: `'axe-core/axe.min.js'`, or `/packages/axe-core/axe.min.js` where it is served to a page. */
const named = /(?<=['"`]|\b(?:node_modules|packages|modules)\/)((?:@[\w-]+\/)?[a-z][\w.-]*)(?=[/'"`])/g;

/**
 * What is tested, and what the command line runs, is the built copy of a source: it counts as a use of that source. A package is also used where one of
 * its files is served to a page, read, or started, which a text names and no import.
 */
const ofSource = (text) =>
  text.replace(/(['"`])((?:\.\.?\/)+)dist\//g, '$1$2src/') +
  [...text.matchAll(named)]
    .filter(([, name]) => Object.hasOwn(devDependencies, name))
    .map(([, name]) => `\nimport '${name}';`)
    .join('');

/** Module names that stand in the scripts of an HTML page. */
const scriptsOf = (text) =>
  [...text.matchAll(/<script[^>]+src="([^"]+\.js)"/g), ...text.matchAll(/(?:from|import)\s*\(?'([^']+\.js)'/g)]
    .map(([, name]) => `import '${name.startsWith('.') ? name : `./${name}`}';`)
    .join('\n');

export default {
  // What is imported and not there is found by the types, the bundler and `npm run layers`.
  include: ['files', 'dependencies', 'exports', 'nsExports', 'types', 'nsTypes', 'enumMembers', 'duplicates'],
  workspaces: {
    '.': {
      entry: [
        // What pages load, and what the package gives: the inputs in rollup.config.js.
        'src/define/*.ts',
        'src/index.ts',
        'src/content/{schema,sections}.ts',
        'src/statics.ts',
        'src/register/{div-upgrade,div-loader}.ts',
        'src/private-text/file/{age,age-file,age-worker}.ts',
        'src/services/directory/{open-directory,directory-worker,directory-engine}.ts',
        'src/services/search/{snapshot,service-index}.ts',
        'src/services/hsds/from-hsds.ts',
        'src/command-line/*.ts',
        'demo/**/*.html',
        'stories/**/*.{ts,mdx}',
        'tests/{node,pages}/**/*.test.js',
        'tests/elements/*.test.ts',
        'bench/*/run.js',
        // Pages load these.
        'bench/{directory/engines,page/plain-page}.js',
        'tests/fixtures/{hosts,vendor}/*.js',
        // The types of the file beside it.
        '.storybook/axe-options.d.ts',
        '*.config.js',
        '.storybook/*.ts',
        'tools/*.js',
        'tools/{hear,mutants}/*.js',
        'tests/mutants/*.js',
      ],
      project: [
        '{src,stories,.storybook}/**/*.ts',
        '{tools,bench,demo}/**/*.js',
        'tests/{node,pages,elements,fixtures,mutants}/**/*.{js,ts}',
        'tests/*.js',
        '*.config.js',
      ],
    },
    // The command line finds a command by its name. What it takes of the elements is built from src/.
    cli: {
      entry: ['alongside.js', 'commands/*.js', 'render/render.js'],
      project: ['**/*.js'],
      paths: {
        'alongside-elements/internal/*.js': ['../src/*.ts'],
        'alongside-elements/define/*.js': ['../src/define/*.ts'],
      },
    },
  },
  // Started by hand to make a release (`npx changeset`); and what the Vite part of Storybook wants to be there beside it.
  // The command line is loaded where it is installed, and asked for where it is not.
  ignoreDependencies: ['@changesets/cli', '@storybook/web-components', 'alongside-elements-cli'],
  compilers: { html: scriptsOf, js: ofSource, ts: ofSource },
};
