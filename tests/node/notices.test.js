/** Does every package whose code is in our files keep its notice of copyright, as its license asks? Told by the source maps. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { readJson, root } from './texts.js';

it('what is bundled keeps its notice of copyright', () => {
  const maps = readdirSync(join(root, 'cdn')).filter((file) => file.endsWith('.js.map'));
  const sources = maps.flatMap((file) => readJson(`cdn/${file}`).sources);
  const folders = new Set(
    sources.flatMap(
      (path) => path.match(/node_modules\/.*node_modules\/(@[^/]+\/)?[^/]+|node_modules\/(@[^/]+\/)?[^/]+/)?.[0] ?? [],
    ),
  );
  for (const known of ['node_modules/lit-html', 'node_modules/age-encryption', 'node_modules/@noble/hashes'])
    assert.ok(folders.has(known), known);
  const notices = readFileSync(join(root, 'cdn/licenses.txt'), 'utf8');
  for (const folder of folders)
    assert.ok(notices.includes(readFileSync(join(root, folder, 'LICENSE'), 'utf8').trim()), folder);
});
