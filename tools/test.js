/**
 * `npm test`: builds what is missing or stale, then runs every test and ends with one line, `N passed, N failed`.
 * It goes on through failures. The tests of pages and elements run in one engine: the first that the machine has, or all
 * that BROWSERS names. tools/test-plan.js says what else can be asked for.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildIfStale, buildStorybookIfStale } from './build-if-stale.js';
import { setup } from './setup.js';
import { dealOut, planOf } from './test-plan.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const nothing = { passed: 0, failed: 0, skipped: 0, failures: [] };
const crash = (where, message) => ({ ...nothing, failed: 1, failures: [{ where, message }] });

/** Runs Node on `args`; the tests write their counts to `file`. No counts, or an unexplained bad end, is a failure. */
function runCounted(args, file, env) {
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

function runNodeTests({ files, env }, totals, ...options) {
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'].concat(
    `--test-reporter=${new URL('node-totals.js', import.meta.url)}`,
    `--test-reporter-destination=${totals}`,
  );
  return runCounted(['--test', ...options, ...reporters, ...files], totals, env);
}

/** Runs files of tests in a few processes, one file after the other in each: what their browsers need to start is spent once in each process. */
function runDealtOut({ files, env }, totals, ...options) {
  const lanes = dealOut(files, processes).map((dealt, index) => {
    const lane = join(dirname(totals), `lane-${index + 1}.mjs`);
    const imports = dealt.map((file) => `await import(${JSON.stringify(pathToFileURL(join(root, file)))});\n`);
    writeFileSync(lane, imports.join(''));
    return lane;
  });
  return runNodeTests({ files: lanes, env }, totals, atOnce(processes), ...options);
}

/** Much of each file is waiting. Node's own choice is one fewer than there are processors. */
const processes = Math.max(2, Math.min(4, cpus().length));
const atOnce = (count) => `--test-concurrency=${count}`;
/** What never ends fails, and the others go on. */
const patience = '--test-timeout=3600000';

const runners = {
  node: (part, totals) => runNodeTests(part, totals, atOnce(processes + 1)),
  elements({ files, env }, totals) {
    const runner = join(root, 'node_modules/@web/test-runner/dist/bin.js');
    return runCounted([runner, '--files', ...files], totals, { ...env, ALONGSIDE_TOTALS: totals });
  },
  // With more at once, the processors are as busy, and tests of moments come late.
  pages: (part, totals) => runDealtOut(part, totals, patience),
  consumers: (part, totals) => runNodeTests(part, totals, patience),
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

async function main(args) {
  let plan;
  try {
    // The packages come first: a plan may look for browsers.
    await setup();
    plan = await planOf(args);
    if (plan.engines.length > 0) await setup({ browsers: plan.engines });
  } catch (error) {
    return crash('npm test', error.message);
  }
  for (const line of plan.says) console.log(line);
  if (plan.parts.length === 0) return { ...nothing, none: true };
  if (!buildIfStale()) return crash('npm run build', 'The build failed, so there is nothing to test.');

  const folder = mkdtempSync(join(tmpdir(), 'alongside-tests-'));
  const results = [];
  for (const part of plan.parts) {
    console.log(`\n— ${part.name} —`);
    const start = Date.now();
    let result = nothing;
    if (part.storybook && existsSync(join(root, '.storybook')) && !buildStorybookIfStale())
      result = crash('npm run build:storybook', 'The build failed, so there is no story to test.');
    result = add(result, runners[part.runner](part, join(folder, `${results.length}.json`)));
    results.push([part.name, result, Math.round((Date.now() - start) / 1000)]);
  }
  rmSync(folder, { recursive: true });

  console.log('');
  for (const [name, result, seconds] of results) console.log(`${name}: ${describe(result)} (${seconds} s)`);
  return results.map(([, result]) => result).reduce(add);
}

const total = await main(process.argv.slice(2));
if (total.failures.length > 0) console.log('\nWhat failed:');
for (const { where, message } of total.failures) console.log(`  ${where}\n${indented(message)}`);
if (total.passed + total.failed === 0 && !total.none) console.log('No test ran.');
console.log(describe(total));
process.exitCode = total.failed > 0 || (total.passed === 0 && !total.none) ? 1 : 0;
