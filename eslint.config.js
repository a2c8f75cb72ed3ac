/** ESLint: TypeScript with types and Lit's own rules for src, less for tests, stories and tools. */
import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const nodeGlobals = [
  'process',
  'console',
  'Buffer',
  'URL',
  'URLSearchParams',
  'fetch',
  'AbortSignal',
  'AbortController',
]
  .concat(['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'queueMicrotask'])
  .concat(['TextEncoder', 'TextDecoder', 'performance', 'structuredClone', 'crypto', 'globalThis', 'Blob', 'Response'])
  .concat(['Event', 'EventTarget', 'Intl']);

/** Functions that a page test hands to the browser see these. */
const browserGlobals = ['window', 'document', 'navigator', 'location', 'history', 'customElements', 'localStorage']
  .concat(['sessionStorage', 'indexedDB', 'getComputedStyle', 'matchMedia', 'HTMLElement', 'CustomEvent', 'axe'])
  .concat(['requestAnimationFrame', 'innerWidth', 'innerHeight', 'caches', 'Node', 'Element', 'ShadowRoot'])
  .concat(['KeyboardEvent']);

const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

/** What an import or export line in src must look like. */
export const importRules = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export it by name: then it has the same name everywhere.',
  },
  {
    selector:
      ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression) > Literal[value=/^\\.(?!.*\\.(js|json)$)/]',
    message: 'Write the whole path, with .js at the end: browsers need it.',
  },
];

const dom =
  '/^(window|self|document|navigator|location|history|screen|customElements|localStorage|sessionStorage|indexedDB|matchMedia|' +
  'getComputedStyle|requestAnimationFrame|HTMLElement|Element|Node|ShadowRoot|DOMParser|MutationObserver|IntersectionObserver|' +
  'ResizeObserver|addEventListener|caches|CSSStyleSheet)$/';

/** Making an object of `Intl` is slow: all are made and kept in one place. */
const intlInOnePlace = {
  selector:
    ':matches(NewExpression, CallExpression)[callee.object.name="Intl"][callee.property.name=/^(DateTimeFormat|DisplayNames|ListFormat|NumberFormat|PluralRules)$/],' +
    'CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/]',
  message: 'Ask intl() in src/i18n/intl.ts for it, which keeps what it makes.',
};

/** Layers without DOM may use it in a function that is called later, never while they are loaded: a server loads them. */
export const noDomAtLoad = {
  selector:
    `Identifier[name=${dom}]` +
    ':not(:function *, PropertyDefinition[static=false] > *.value, PropertyDefinition[static=false] > *.value *)' +
    ':not(TSTypeReference *, TSTypeQuery *, TSInterfaceDeclaration *, TSInterfaceHeritage *, TSModuleDeclaration *)' +
    ':not(MemberExpression[computed=false] > Identifier.property, Property > Identifier.key, MethodDefinition > Identifier.key)' +
    ':not(PropertyDefinition > Identifier.key, TSPropertySignature > Identifier.key, TSParameterProperty *)' +
    ':not(UnaryExpression[operator="typeof"] > *)',
  message: 'No DOM while the module is loaded: the layer must load on a server.',
};

const withoutDom = ['schema', 'content', 'i18n', 'page', 'services', 'leave', 'frame', 'command-line'].concat(
  ['notebook', 'vault', 'file'].map((room) => `private-text/${room}`),
);

export default tseslint.config(
  {
    ignores: ['dist/', 'cdn/', 'storybook-static/', 'coverage/', 'node_modules/', '**/*.d.ts', 'bench/results/'].concat(
      // What there is for TypeScript alone to read.
      'tests/consumers/app/types/',
      'tests/fixtures/vendor/',
    ),
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['src/**/*.ts'],
    extends: [
      js.configs.recommended,
      ...tseslint.configs.recommendedTypeChecked,
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
    ],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...litA11y.configs.recommended.rules,
      // Wrong for Lit: it binds `@click=${this.method}` itself.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', ...importRules, intlInOnePlace],
    },
  },
  {
    files: withoutDom.map((layer) => `src/${layer}/**/*.ts`),
    rules: { 'no-restricted-syntax': ['error', ...importRules, noDomAtLoad, intlInOnePlace] },
  },
  {
    // The place itself; and what reads feeds and hours, which keeps one format for each zone and has no words.
    files: ['src/i18n/intl.ts', 'src/services/hours/time-zone.ts', 'src/services/hsds/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...importRules, noDomAtLoad] },
  },
  {
    files: ['tests/**/*.ts', 'stories/**/*.ts', '.storybook/**/*.ts'],
    extends: [js.configs.recommended, ...tseslint.configs.recommended],
    rules: {
      'no-undef': 'off',
      // `expect(x).to.be.true` is an expression on purpose.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['cli/**/*.js', 'tools/**/*.js', 'tests/**/*.js', '*.js', 'bench/**/*.js', 'demo/**/*.js'],
    extends: [js.configs.recommended],
    // What is taken out of an object to leave it behind.
    rules: { 'no-unused-vars': ['error', { ignoreRestSiblings: true }] },
    languageOptions: { globals: readonly(nodeGlobals) },
  },
  {
    files: ['tests/pages/**/*.js', 'tests/consumers/*.js', 'tests/consumers/lit/*.js', 'bench/**/*.js', 'demo/**/*.js'],
    languageOptions: { globals: readonly(browserGlobals) },
  },
);
