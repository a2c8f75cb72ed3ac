/**
 * `npm run test:starts`, once a night: in a copy of the repository, a new element and a new language are begun, and have to pass `npm run verify` and the
 * tests of the element as they are. The last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { scratchCopy } from './scratch-copy.js';

const folder = scratchCopy();
const steps = [
  ['npm', 'run', 'new-element', 'scratch-note'],
  ['npm', 'run', 'new-language', 'vi'],
  ['npm', 'run', 'build'],
  ['npm', 'run', 'verify', '--', '--without-tests'],
  ['npx', 'wtr', '--files', 'tests/elements/scratch-note.test.ts'],
  ['node', '--test', 'tests/node/words.test.js', 'tests/node/facts.test.js', 'tests/node/snippet.test.js'],
  // Not those of translations: what is begun is not translated yet, and they say so.
  ['node', '--test', 'tests/node/render.test.js', 'tests/node/import.test.js', 'tests/node/schemas.test.js'],
];
const env = { ...process.env, BROWSERS: process.env.BROWSERS ?? 'chromium' };
// A test that is run by a test reports to that one.
delete env.NODE_TEST_CONTEXT;
const failed = [];
for (const [command, ...args] of steps) {
  console.log(`\n— ${[command, ...args].join(' ')} —`);
  const { status } = spawnSync(command, args, { cwd: folder, env, stdio: 'inherit' });
  if (status !== 0) failed.push([command, ...args].join(' '));
}
rmSync(folder, { recursive: true });
console.log('');
for (const step of failed) console.log(`failed ${step}`);
console.log(`${steps.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
