/**
 * `npm run mutants`: does a test notice each fault of tests/mutants/? Every mutation is applied in a scratch copy, and its
 * test has to fail there. The same test has to pass without it. `npm run mutants -- <part>` takes those whose list, name or
 * file contains that part. The last line is `N passed, N failed`.
 */
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './build-if-stale.js';
import { chosen, problemOf, readMutants } from './mutants/lists.js';
import { openScratch } from './mutants/scratch.js';
import { setup } from './setup.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const atOnce = Math.min(2, availableParallelism());
const seconds = (start) => `${Math.round((Date.now() - start) / 1000)} s`;
const indented = (text) => text.trim().slice(0, 1500).replaceAll(/^/gm, '    ');

/** Works through jobs, one at a time in each scratch copy. */
async function inEach(scratches, jobs, work) {
  const waiting = jobs.values();
  const next = async (scratch) => {
    for (const job of waiting) await work(scratch, job);
  };
  await Promise.all(scratches.map(next));
}

/** What is wrong with a test that ran without a mutation: a sentence, or undefined. */
function faultWithout(title, { results, ended, said }) {
  const own = results.filter((result) => result.title.includes(title));
  const failed = own.find(({ passed }) => !passed);
  if (failed) return `its test fails without it: ${failed.message}`;
  if (!ended) return 'its test does not end without it';
  if (own.length === 0) return `no test is called "${title}"\n${said}`;
}

/** What is wrong with a test that ran with a mutation: a sentence, or undefined where it has noticed it. */
function faultWith({ results, ended, said }) {
  if (results.some(({ passed, ran }) => !passed && ran)) return undefined;
  if (!ended) return 'its test did not end, which tells nothing';
  if (results.length === 0 || results.some(({ passed }) => !passed)) return `its test did not get to run\n${said}`;
  return 'SURVIVED';
}

/** One run for each file of tests: all titles that mutations name, and all that has to be built for them. */
function withoutMutations(mutants) {
  const runs = new Map();
  for (const mutant of mutants) {
    const { file, test } = mutant.killedBy;
    if (!runs.has(file)) runs.set(file, { file, titles: new Set() });
    runs.get(file).titles.add(test);
  }
  return [...runs.values()];
}

async function run(mutants, scratches, report) {
  const faults = new Map();
  await inEach(scratches, withoutMutations(mutants), async (scratch, { file, titles }) => {
    const start = Date.now();
    const result = await scratch.test(file, [...titles]);
    console.log(`without mutations: ${file} (${seconds(start)})`);
    for (const title of titles) faults.set(`${file}\n${title}`, faultWithout(title, result));
  });
  await inEach(scratches, mutants, async (scratch, mutant) => {
    const { file, test } = mutant.killedBy;
    const start = Date.now();
    const fault =
      faults.get(`${file}\n${test}`) ?? (await scratch.run(mutant).then(faultWith, (error) => error.message));
    report(mutant, fault, seconds(start));
  });
}

async function main(parts) {
  await setup({ browsers: ['chromium'] });
  if (!buildIfStale()) throw new Error('The build failed, so there is nothing to change.');
  const mutants = chosen(await readMutants(root), parts);
  if (mutants.length === 0) throw new Error(`No mutation has ${parts.join(' or ')} in its list, name or file.`);
  const totals = { passed: 0, failed: 0 };
  const began = Date.now();
  const report = ({ wing, name, file, killedBy }, fault, time = '0 s') => {
    totals[fault ? 'failed' : 'passed'] += 1;
    console.log(`${fault ? 'FAILED' : 'killed'} ${wing}: ${name} (${time})`);
    if (fault) console.log(indented(`${file}, ${killedBy.file} > ${killedBy.test}\n${fault}`));
  };
  const applicable = mutants.filter((mutant) => {
    const problem = problemOf(mutant, root);
    if (problem) report(mutant, problem);
    return !problem;
  });
  const scratches = [];
  const close = () => Promise.all(scratches.splice(0).map((scratch) => scratch.close()));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close().finally(() => process.exit(1)));
  try {
    for (let n = Math.min(atOnce, applicable.length); n > 0; n--) scratches.push(await openScratch(root));
    if (scratches.length > 0) await run(applicable, scratches, report);
  } finally {
    await close();
  }
  console.log(`\n${mutants.length} mutations in ${seconds(began)}`);
  return totals;
}

const { passed, failed } = await main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  return { passed: 0, failed: 1 };
});
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
