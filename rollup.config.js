// dist/: one ES module per source file, `lit` left outside, for npm.
// cdn/: self-contained files for script tags: one with everything, one per element; and the languages beside them.
import { readdirSync, readFileSync } from 'node:fs';
import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { transform } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';
import { canary } from './tools/canary.js';
import { classic, contained, litAsGuest, whenRead } from './tools/hosts.js';
import { litTemplates } from './tools/lit-templates.js';
import { notices } from './tools/notices.js';
import { shownFiles, translations } from './tools/translations.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const stem = (file) => file.replace(/\.\w+$/, '');
const defines = readdirSync('src/define').map(stem);
const elements = defines.filter((name) => name !== 'all');

/** Every file that is loaded when it is needed: all in another language than English, and the long text of `quick-exit`. */
const translated = Object.entries(shownFiles).flatMap(([name, files]) => files.map((file) => `${name}/${file}`));
const loadedLater = ['en/limits', ...translated];

/** What a directory is opened with, and what programs make its snapshots with. */
const services = [
  ...['open-directory', 'directory-worker', 'directory-engine'].map((name) => `directory/${name}`),
  'search/snapshot-read',
  'search/snapshot-write',
  'search/service-index',
  'hsds/from-hsds',
];

const resolve = nodeResolve({
  exportConditions: ['browser', 'production'],
  extensions: ['.ts', '.mjs', '.js', '.json'],
});
const typescript = esbuild({
  target: 'es2022',
  tsconfig: './tsconfig.build.json',
  include: /\.ts$/,
  define: { PACKAGE_VERSION: JSON.stringify(version) },
});

/** Only passphrases seal files, so the curves that keys would need are left out: 25 kB of 38. A name that is missing here fails the build. */
const passphrasesOnly = {
  name: 'passphrases-only',
  resolveId: (id) => (/^@noble\/(curves|post-quantum)\//.test(id) ? '\0no-keys' : null),
  load: (id) => (id === '\0no-keys' ? 'export let x25519, p256, MLKEM768X25519, MLKEM768P256;' : null),
};

const source = [resolve, translations(), json({ preferConst: true, compact: true }), typescript, litTemplates()];
const small = ({ keepsName = false, ...more } = {}) =>
  terser({
    module: !keepsName,
    ecma: 2022,
    compress: { passes: 3, keep_fargs: false, ...more },
    format: { comments: false },
  });

const npm = {
  input: Object.fromEntries(
    [
      ...defines.map((name) => `define/${name}.ts`),
      'index.ts',
      // All of the rules and of the default content, also what no element reads: the command line does.
      'content/schema.ts',
      'services/schema.ts',
      'content/sections.ts',
      'statics.ts',
      'private-text/file/age-file.ts',
      'private-text/file/age-worker.ts',
      'command-line/alongside.ts',
      'command-line/render.ts',
      ...services.map((name) => `services/${name}.ts`),
      ...loadedLater.map((name) => `content/${name}.json`),
    ].map((file) => [stem(file), `src/${file}`]),
  ),
  external: [/^lit($|\/)/, 'idb', /^age-encryption$/, /^@noble\//, /^alongside-elements-cli\//],
  plugins: source,
  output: {
    dir: 'dist',
    format: 'es',
    sourcemap: true,
    preserveModules: true,
    preserveModulesRoot: 'src',
    entryFileNames: ({ name }) => `${name.replace(/\.json$/, '')}.js`,
  },
};

/** Files of cdn/ that have another name than their source: pages and policies name them. */
const cdnNames = {
  'age-worker': 'file-worker',
  'div-upgrade': 'upgrade',
  'from-hsds': 'hsds',
  'keep-panel': 'keeping-area',
};
const cdnName = (specifier) => {
  const name = stem(specifier.split('/').at(-1));
  return `./${cdnNames[name] ?? name}.js`;
};

/** A worker is started from an address, which has to be that of its file in cdn/. */
const workersBeside = {
  name: 'workers-beside',
  transform: (code, id) =>
    id.endsWith('.ts') && code.includes('new Worker(')
      ? { code: code.replace(/(?<=new URL\(')\.\/[\w-]+\.js(?=')/, cdnName), map: null }
      : null,
};

/** In a self-contained file only English is inside; what else is loaded when needed stands beside it: languages in a folder each. */
const beside = {
  name: 'beside',
  resolveDynamicImport: (specifier) =>
    // What is no text is an address that is made in the page.
    typeof specifier === 'string'
      ? {
          id: specifier.endsWith('.json')
            ? specifier.replace(/^(\.\.?\/)+/, './').replace(/json$/, 'js')
            : cdnName(specifier),
          external: true,
        }
      : null,
};

/** The page of a private frame is a file of its own, and stands beside its script. */
const framePage = {
  name: 'frame-page',
  buildStart() {
    this.addWatchFile('src/frame-page/frame.html');
  },
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'frame.html', source: readFileSync('src/frame-page/frame.html') });
  },
};

/** What seals files is loaded when a file is saved or opened, also by the frame, which does that in a way of its own. */
const filesApart = {
  name: 'files-apart',
  resolveDynamicImport: (specifier) => (specifier === './age.js' ? { id: specifier, external: true } : null),
};

/** In that page nothing can be imported: all is inside, every language too. A module could not be loaded either: it has no origin. */
const frame = {
  input: 'src/frame-page/frame.ts',
  plugins: [
    framePage,
    filesApart,
    workersBeside,
    ...source,
    small(),
    canary('frame.js', { says: false }),
    contained,
    notices,
  ],
  output: { file: 'cdn/frame.js', format: 'iife', sourcemap: 'hidden', inlineDynamicImports: true },
};

/**
 * Files for script tags also put their elements in the place of divs that stand for them. The package does not: who builds a site has the tags.
 * Nor does the way out, which has a budget of its own and stands where a site can put tags.
 */
const divsToo = {
  name: 'divs-too',
  transform(code, id) {
    const [, name] = /[\\/]src[\\/]define[\\/]([\w-]+)\.ts$/.exec(id) ?? [];
    if (name !== 'all' && (name === 'quick-exit' || !elements.includes(name))) return null;
    const [file, call] =
      name === 'all' ? ['div-upgrade', 'upgrade(Object.keys(tags))'] : ['div-loader', `divs('${name}')`];
    const [does] = call.split('(');
    return { code: `import { ${does} } from '../register/${file}.js';\n${code}\n${call};\n`, map: null };
  },
};

/** What a page loads itself, and not another file of ours. */
const isStart = (input) => /^src\/define\//.test(input);

/** Where such a file fails, nobody tells the console. A worker is followed by a file that does the same in the page, and tells. */
const isLoadedByImport = (input, format) => !isStart(input) && format === 'es';

/**
 * A file without template literals has nothing that a minifier could break: the way out does without them, and without a look at itself. They are
 * taken out before the file is made small; the other way around, it would be 150 bytes larger.
 */
const withoutTemplates = {
  name: 'without-templates',
  renderChunk: (code) =>
    transform(code, {
      charset: 'utf8',
      target: 'es2022',
      supported: { 'template-literal': false },
      sourcemap: true,
    }),
};

/** `name` is the one name that a plain script leaves behind; `more` are options of what makes it small. */
const selfContained = (input, file, format = 'es', { name, ...more } = {}) => ({
  input,
  plugins: [
    beside,
    workersBeside,
    passphrasesOnly,
    divsToo,
    litAsGuest,
    ...source,
    ...(/quick-exit/.test(file) ? [withoutTemplates] : []),
    small({ keepsName: !!name, ...more }),
    canary(file.replace('cdn/', ''), { says: isLoadedByImport(input, format) }),
    // What other scripts load is in a promise, and who asks for it hears of an error.
    ...(isStart(input) ? [contained] : []),
    notices,
  ],
  // Hidden: the maps are there for whoever debugs, but the line that points to them is weight on every phone.
  output: { file, format, name, sourcemap: 'hidden', inlineDynamicImports: true },
});

/**
 * Everything in one plain script: for tools that make plain scripts of modules, and for pages opened from a disk, where nothing can be imported.
 * So what other files load when it is needed is inside, every language too.
 */
const plain = {
  input: 'src/define/all.ts',
  plugins: [
    workersBeside,
    passphrasesOnly,
    divsToo,
    litAsGuest,
    ...source,
    classic,
    small(),
    canary('all.classic.js', { says: false }),
    contained,
    whenRead,
    notices,
  ],
  output: {
    file: 'cdn/all.classic.js',
    format: 'iife',
    exports: 'none',
    sourcemap: 'hidden',
    inlineDynamicImports: true,
  },
};

export default [
  npm,
  ...['all', ...elements].map((name) =>
    // A way out may be loaded as a plain script, before the page: then it must leave no names behind.
    name === 'quick-exit'
      ? selfContained('src/define/quick-exit.ts', 'cdn/quick-exit.js', 'iife', { inline: 1, unsafe_arrows: true })
      : selfContained(`src/define/${name}.ts`, `cdn/${name}.js`),
  ),
  selfContained('src/elements/quick-exit/quick-exit-later.ts', 'cdn/quick-exit-later.js'),
  selfContained('src/register/div-upgrade.ts', 'cdn/upgrade.js'),
  selfContained('src/private-text/keep/keep-panel.ts', 'cdn/keeping-area.js'),
  selfContained('src/elements/resource-card/resource-details.ts', 'cdn/resource-details.js'),
  // What seals and opens files: in a worker, in a page that can have none, in a frame that can import nothing.
  selfContained('src/private-text/file/age-worker.ts', 'cdn/file-worker.js', 'iife'),
  selfContained('src/private-text/file/age.ts', 'cdn/age.js'),
  selfContained('src/private-text/file/age.ts', 'cdn/frame-age.js', 'iife', { name: 'alongsideAge' }),
  // What searches a directory: in a worker, in a page that can have none.
  selfContained('src/services/directory/directory-worker.ts', 'cdn/directory-worker.js', 'iife'),
  selfContained('src/services/directory/directory-engine.ts', 'cdn/directory-engine.js'),
  // What reads HSDS that is no snapshot.
  selfContained('src/services/hsds/from-hsds.ts', 'cdn/hsds.js'),
  frame,
  plain,
  ...loadedLater.map((name) => selfContained(`src/content/${name}.json`, `cdn/${name}.js`)),
];
