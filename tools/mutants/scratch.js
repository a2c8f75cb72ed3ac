/** A scratch copy of the repository in a temporary folder, where mutations are applied, built and tested. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchCopy } from '../scratch-copy.js';
import { applied } from './lists.js';

/** Longer than any of the tests takes. One that has not ended by then has shown nothing. */
const patience = 240_000;

const escaped = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** A copy of the repository, with what is built. */
function copy(root) {
  const folder = scratchCopy();
  for (const name of ['dist', 'cdn', 'custom-elements.json'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  return folder;
}

/** What has to be built for a test to see a change: nothing where the file runs as it is. */
export function targetsOf({ file, killedBy }) {
  if (!file.startsWith('src/')) return [];
  return killedBy.loads?.map((name) => `cdn/${name}`) ?? ['dist'];
}

/** The commands that run now. Each leads a group of its own, with all that it has started in it. */
const running = new Set();

const endGroup = ({ pid }) => {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
};

/** Runs a command, and ends all that it has started where it takes too long. Gives whether it ended by itself, and what it said. */
async function runs(command, args, options) {
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-4000)));
  let ended = true;
  const end = () => {
    ended = false;
    endGroup(child);
  };
  const timer = setTimeout(end, patience);
  await once(child, 'close');
  clearTimeout(timer);
  running.delete(child);
  return { ended, said };
}

/** A copy, with a builder that waits in it. `close()` ends the builder and deletes the copy. */
export async function openScratch(root) {
  const folder = copy(root);
  const builder = fork(join(folder, 'tools/mutants/builder.js'), { cwd: folder, execArgv: [] });
  let gone = false;
  const ending = once(builder, 'exit').then(() => {
    gone = true;
    return [{ error: 'the builder has ended' }];
  });
  const ask = async (message) => {
    if (message && !gone) builder.send(message);
    const [reply] = await Promise.race([once(builder, 'message'), ending]);
    if (reply.error) throw new Error(`The build failed: ${reply.error}`);
  };
  await ask();

  /**
   * Runs the tests of one file whose titles contain one of `titles`.
   *
   * @returns a result for each test that ran: `title`, `passed`, `ran` (false where a hook failed), `message`.
   */
  async function test(file, titles) {
    const output = join(folder, 'mutant-results.ndjson');
    rmSync(output, { force: true });
    const inElements = file.startsWith('tests/elements/');
    const args = inElements
      ? [
          join(root, 'node_modules/@web/test-runner/dist/bin.js'),
          '--config',
          'tools/mutants/wtr.config.js',
          '--files',
          file,
        ]
      : [
          '--test',
          '--test-reporter=./tools/mutants/node-results.js',
          `--test-reporter-destination=${output}`,
          ...titles.map((title) => `--test-name-pattern=${escaped(title)}`),
          file,
        ];
    const env = { ...process.env, BROWSERS: 'chromium' };
    // Tests of tests are told by it not to run.
    delete env.NODE_TEST_CONTEXT;
    if (inElements) Object.assign(env, { MUTANT_RESULTS: output, MUTANT_TITLES: titles.map(escaped).join('|') });
    const { ended, said } = await runs(process.execPath, args, { cwd: folder, env });
    const lines = existsSync(output) ? readFileSync(output, 'utf8').split('\n').filter(Boolean) : [];
    const results = lines
      .map((line) => JSON.parse(line))
      .filter(({ title }) => titles.some((one) => title.includes(one)));
    return { results, ended, said };
  }

  return {
    folder,
    test,

    /** Applies a mutation, builds what its test needs, runs the test, and takes everything back. */
    async run(mutant) {
      const path = join(folder, mutant.file);
      const original = readFileSync(path, 'utf8');
      try {
        writeFileSync(path, applied(mutant, original));
        await ask({ build: targetsOf(mutant) });
        return await test(mutant.killedBy.file, [mutant.killedBy.test]);
      } finally {
        writeFileSync(path, original);
        if (!gone) await ask({ restore: true });
      }
    },

    async close() {
      for (const child of running) endGroup(child);
      builder.kill('SIGKILL');
      await ending;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
