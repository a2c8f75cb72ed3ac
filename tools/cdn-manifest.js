// Writes cdn/manifest.json: for each file its size as it is, its size in brotli 11, and the hash for `integrity`. Of what is to be put into a
// page as HTML, also the hashes by which a content security policy allows its styles.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { hashesIn } from '../cli/render/styles.js';

/** `frame.html` is a page of its own, and is not pinned. */
const isPiece = (entry) => entry.name.endsWith('.html') && (entry.parentPath ?? entry.path).endsWith('html');

const files = readdirSync('cdn', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && (/\.(js|css)$/.test(entry.name) || isPiece(entry)))
  .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.replaceAll('\\', '/').replace(/^cdn\//, ''))
  .sort();

const manifest = files.map((file) => {
  const content = readFileSync(`cdn/${file}`);
  return {
    file,
    bytes: content.length,
    brotli: brotliCompressSync(content).length,
    integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
    ...(file.endsWith('.html') && { styles: hashesIn(content.toString()) }),
  };
});
writeFileSync('cdn/manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
