// Writes cdn/manifest.json: for each file its size as it is, its size in brotli 11, and the hash for `integrity`.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const files = readdirSync('cdn', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(js|css)$/.test(entry.name))
  .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.replaceAll('\\', '/').replace(/^cdn\//, ''))
  .sort();

const manifest = files.map((file) => {
  const content = readFileSync(`cdn/${file}`);
  return {
    file,
    bytes: content.length,
    brotli: brotliCompressSync(content).length,
    integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
  };
});
writeFileSync('cdn/manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
