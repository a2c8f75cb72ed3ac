/**
 * `npm run verify`: every check, then every test. It goes on through failures and ends with one line, in which a check
 * counts as one test: `N passed, N failed`. With `--without-tests` it leaves the tests out.
 */
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './build-if-stale.js';
import { setup } from './setup.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const checks = [
  'lint',
  'types',
  'manifest',
  'layers',
  'rooms:check',
  'names',
  'contents:check',
  'unused',
  'tokens',
  'sizes',
  'weight',
  'icons:check',
  'catalogue:check',
  'languages:check',
  'schemas:check',
  'translations',
  'works-with:check',
  'reference:check',
  'spelling',
];

/** Runs a script of package.json, shows what it says, and gives its exit code and its last line. */
function run(script) {
  console.log(`\n— ${script} —`);
  return new Promise((resolve) => {
    const child = spawn(`npm run --silent ${script}`, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], shell: true });
    let said = '';
    child.stdout.on('data', (data) => {
      process.stdout.write(data);
      said = (said + data).slice(-1000);
    });
    child.on('close', (code) => resolve({ ok: code === 0, last: said.trimEnd().split('\n').at(-1) }));
  });
}

async function verify(withTests) {
  try {
    await setup();
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  }
  // The manifest and the sizes are those of what was built; when the build fails, those two say that there is nothing.
  const built = buildIfStale();
  const results = [['build', built]];
  for (const check of checks) results.push([check, (await run(check)).ok]);
  const totals = {
    passed: results.filter(([, ok]) => ok).length,
    failed: results.filter(([, ok]) => !ok).length,
  };
  if (withTests) {
    const { ok, last } = await run('test');
    const [, passed = 0, failed = 0] = /^(\d+) passed, (\d+) failed/.exec(last) ?? [];
    totals.passed += Number(passed);
    totals.failed += ok ? 0 : Math.max(1, Number(failed));
    results.push(['test', ok]);
  }
  console.log('');
  for (const [name, ok] of results) console.log(`${ok ? 'ok    ' : 'failed'} ${name}`);
  return totals;
}

const { passed, failed } = await verify(!process.argv.includes('--without-tests'));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
