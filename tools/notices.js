/**
 * Rollup plugin: what is bundled into `cdn/` keeps its notice of copyright, in one file beside the bundles, as the licenses of the
 * packages ask. Every bundle writes it anew with what has been bundled so far, so the last one has them all.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const folders = new Set();

/** The folder of the package that a module is of. */
const folderOf = (id) => /.*\/node_modules\/(@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/'))?.[0];
const notice = (folder) =>
  `${folder.replace(/.*\/node_modules\//, '')}\n\n${readFileSync(`${folder}/LICENSE`, 'utf8').trim()}\n`;

export const notices = {
  name: 'notices',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((file) => Object.entries(file.modules ?? {}));
    for (const [id, { renderedLength }] of modules) if (renderedLength > 0 && folderOf(id)) folders.add(folderOf(id));
    mkdirSync('cdn', { recursive: true });
    writeFileSync('cdn/licenses.txt', [...new Set([...folders].map(notice))].sort().join('\n\n'));
  },
};
