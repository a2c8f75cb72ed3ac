/**
 * How custom-elements.json is made from the comments in src: `cem analyze`. It describes the public API only, which is
 * what Storybook and editors show.
 */
import { readdirSync } from 'node:fs';

/** Lit's own statics and hooks, which a person who uses an element has no use for. */
const ofLit = [
  'styles',
  'properties',
  'shadowRootOptions',
  'formAssociated',
  'createRenderRoot',
  'render',
  'scheduleUpdate',
]
  .concat(['willUpdate', 'update', 'updated', 'firstUpdated', 'shouldUpdate', 'getUpdateComplete', 'performUpdate'])
  .concat(['connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'adoptedCallback']);

const isPublic = ({ name, privacy }) =>
  !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected' && !ofLit.includes(name);

/** Properties that one element of ours sets on another, `@internal`: the analyzer finds them once more where Lit is told of them. */
const internal = new Set();

const publicOnly = {
  name: 'public-only',
  analyzePhase({ ts, node }) {
    if (!ts.isPropertyDeclaration(node)) return;
    if (ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'internal'))
      internal.add(`${node.parent.name.text} ${node.name.getText()}`);
  },
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        if (declaration.members)
          declaration.members = declaration.members.filter(
            (member) => isPublic(member) && !internal.has(`${declaration.name} ${member.name}`),
          );
        // The analyzer adds what it sees dispatched, without a name, beside what `@fires` names.
        if (declaration.events) declaration.events = declaration.events.filter(({ name }) => name);
      }
    }
  },
};

/** The package has dist/, not src/: paths are those that an import can use. */
const builtPaths = {
  name: 'built-paths',
  packageLinkPhase({ customElementsManifest }) {
    const rename = (node) => {
      for (const [key, value] of Object.entries(node)) {
        if (typeof value === 'object' && value !== null) rename(value);
        else if ((key === 'path' || key === 'module') && typeof value === 'string') {
          node[key] = value.replace(/^\/?src\/(.*)\.(ts|js)$/, 'dist/$1.js');
        }
      }
    };
    rename(customElementsManifest);
  },
};

export default {
  // The class of each element has the name of its folder; what else lies there is its own business.
  globs: [...readdirSync('src/elements').map((tag) => `src/elements/${tag}/${tag}.ts`), 'src/events.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [publicOnly, builtPaths],
};
