/**
 * `npm test`: builds what is missing or stale, then runs every test and ends with one line, `N passed, N failed`.
 * It goes on through failures. `npm test -- node`, `-- elements`, `-- pages` or `-- consumers` runs one part:
 *
 * - node: tests/node, with Node alone
 * - elements: tests/elements, inside each browser
 * - pages: tests/pages, whole pages driven from outside by Playwright
 * - consumers: tests/consumers, the packed package in pages made with other people's tools
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale, buildStorybookIfStale } from './build-if-stale.js';
import { setup } from './setup.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const nothing = { passed: 0, failed: 0, skipped: 0, failures: [] };
const crash = (where, message) => ({ ...nothing, failed: 1, failures: [{ where, message }] });

function testFiles(folder, ending) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort();
}

/** Runs Node on `args`; the tests write their counts to `file`. No counts, or an unexplained bad end, is a failure. */
function runCounted(args, file, env = {}) {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  let totals;
  try {
    totals = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return crash(args[0], 'ended without its counts');
  }
  return status !== 0 && totals.failed === 0 ? add(totals, crash(args[0], `ended with status ${status}`)) : totals;
}

function runNodeTests(files, totals, ...options) {
  if (files.length === 0) return nothing;
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'].concat(
    `--test-reporter=${new URL('node-totals.js', import.meta.url)}`,
    `--test-reporter-destination=${totals}`,
  );
  return runCounted(['--test', ...options, ...reporters, ...files], totals);
}

/** Much of each file is waiting. Node's own choice is one fewer than there are processors. */
const atOnce = (files) => `--test-concurrency=${files}`;

const parts = {
  node: {
    run: (totals) => runNodeTests(testFiles('tests/node', '.test.js'), totals, atOnce(3)),
  },
  elements: {
    browsers: true,
    run(totals) {
      const files = testFiles('tests/elements', '.test.ts');
      if (files.length === 0) return nothing;
      const runner = join(root, 'node_modules/@web/test-runner/dist/bin.js');
      return runCounted([runner], totals, { ALONGSIDE_TOTALS: totals });
    },
  },
  pages: {
    browsers: true,
    storybook: true,
    // With more at once, two processors are as busy, and tests of moments come late. A file that never ends fails, and the others go on.
    run: (totals) => runNodeTests(testFiles('tests/pages', '.test.js'), totals, atOnce(2), '--test-timeout=600000'),
  },
  consumers: {
    browsers: true,
    run: (totals) => runNodeTests(testFiles('tests/consumers', '.test.js'), totals, '--test-timeout=600000'),
  },
};

function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function add(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
  };
}

/** The first lines of a message, further in than what it belongs to. */
const indented = (message) => message.split('\n').slice(0, 12).join('\n').slice(0, 1000).replaceAll(/^/gm, '    ');

async function main(names) {
  const unknown = names.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    return crash('npm test', `There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);
  }
  const chosen = Object.entries(parts).filter(([name]) => names.length === 0 || names.includes(name));
  let browsers;
  try {
    browsers = await setup({ browsers: chosen.some(([, part]) => part.browsers) });
  } catch (error) {
    return crash('npm test', error.message);
  }
  if (!buildIfStale()) return crash('npm run build', 'The build failed, so there is nothing to test.');
  if (browsers.length > 0)
    console.log(`Browsers: ${browsers.map(({ engine, path }) => `${engine} (${path})`).join(', ')}`);

  const folder = mkdtempSync(join(tmpdir(), 'alongside-tests-'));
  const results = [];
  for (const [name, part] of chosen) {
    console.log(`\n— ${name} —`);
    const start = Date.now();
    let result = nothing;
    if (part.storybook && existsSync(join(root, '.storybook')) && !buildStorybookIfStale())
      result = crash('npm run build:storybook', 'The build failed, so there is no story to test.');
    result = add(result, part.run(join(folder, `${name}.json`)));
    results.push([name, result, Math.round((Date.now() - start) / 1000)]);
  }
  rmSync(folder, { recursive: true });

  console.log('');
  for (const [name, result, seconds] of results) console.log(`${name}: ${describe(result)} (${seconds} s)`);
  return results.map(([, result]) => result).reduce(add);
}

const total = await main(process.argv.slice(2));
if (total.failures.length > 0) console.log('\nWhat failed:');
for (const { where, message } of total.failures) console.log(`  ${where}\n${indented(message)}`);
if (total.passed + total.failed === 0) console.log('No test ran.');
console.log(describe(total));
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
