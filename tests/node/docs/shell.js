/** Command lines of the docs: does what they call exist, with the options they give, and does our own command do what is written? */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { readJson, root } from '../texts.js';

const { scripts } = readJson('package.json');
const command = join(root, 'cli/alongside.js');
const alongside = (args, cwd = root) =>
  spawnSync(process.execPath, [command, ...args], { cwd, encoding: 'utf8', timeout: 60_000 });

/** What npm does by itself. */
const npmCommands = ['audit', 'ci', 'i', 'install', 'publish'];

/** What a line calls that is no part of the project. */
const others = ['age', 'cd', 'mail', 'mkdir'];

const helpOf = (name) => alongside([name, '--help']);
const optionsIn = (words) => words.filter((word) => /^--\w/.test(word)).map((word) => word.split('=')[0]);

/** The commands of a text, each a list of words: lines end them, and `&&`, `||`, `;`, `|`. Notes, variables and the hours of cron are left out. */
function commandsIn(code) {
  return code
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').replace(/^([\d*/,-]+\s+){5}/, ''))
    .flatMap((line) => line.split(/&&|\|\||[;|]/))
    .map((part) => (part.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^(["'])(.*)\1$/, '$2')))
    .map((words) =>
      words.slice(
        Math.max(
          0,
          words.findIndex((word) => !/^[A-Z_]+=/.test(word)),
        ),
      ),
    )
    .map((words) => (words.includes('<') ? words.slice(0, words.indexOf('<')) : words))
    .filter((words) => words.length > 0);
}

function npmProblems([name, ...rest]) {
  const script = name === 'run' ? rest[0] : name;
  if (Object.hasOwn(scripts, script) || (name !== 'run' && npmCommands.includes(name))) return [];
  return [`npm has no script ${script}`];
}

function npxProblems([name, ...words], run) {
  if (name === 'changeset') return existsSync(join(root, 'node_modules/.bin/changeset')) ? [] : ['no changeset'];
  if (name !== 'alongside-elements-cli') return [`nobody knows npx ${name}`];
  const { status, stdout } = helpOf(words[0]);
  if (status !== 0) return [`alongside-elements-cli has no command ${words[0]}`];
  const unknown = optionsIn(words).filter((option) => !new RegExp(`${option}(?![\\w-])`).test(stdout));
  if (unknown.length > 0) return unknown.map((option) => `alongside-elements-cli ${words[0]} has no option ${option}`);
  return words.includes('--api') ? [] : run(words);
}

const repositoryPaths = /^(src|tests|tools|cli|docs)\//;
const missing = (words) =>
  words.filter((word) => repositoryPaths.test(word) && !existsSync(join(root, word))).map((word) => `no file ${word}`);

/** What is wrong with the words of one command. `run` runs our own with them. */
function problemsOf([program, ...words], run) {
  if (program === 'npm') return [...npmProblems(words), ...missing(words)];
  if (program === 'npx') return npxProblems(words, run);
  if (program === 'node') return missing(words);
  return others.includes(program) ? [] : [`nobody knows the command ${program}`];
}

/** A folder with what our examples read: an export, a page, a folder of tables. */
function exampleFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-docs-'));
  const services = readFileSync(join(root, 'tests/fixtures/cli/haarrrvest/results.ndjson'));
  writeFileSync(join(folder, 'export.zip'), zipSync({ 'services.ndjson': services }));
  writeFileSync(
    join(folder, 'page.html'),
    '<!doctype html><html lang="en"><body><stage-guide></stage-guide></body></html>',
  );
  cpSync(join(root, 'tests/fixtures/cli/ohana'), join(folder, 'data'), { recursive: true });
  mkdirSync(join(folder, 'public'));
  return folder;
}

/** What is wrong with command lines. Those of our own command are run, one after the other, in a folder with examples. */
export function shellProblems(code) {
  const folder = exampleFolder();
  // Fixtures are smaller than what an agency has.
  const small = (words) => words.map((word, index) => (words[index - 1] === '--min-services' ? '1' : word));
  const run = (words) => {
    const { status, stderr } = alongside(small(words), folder);
    return status === 0
      ? []
      : [`alongside-elements-cli ${words.join(' ')} ends with ${status}: ${stderr.slice(0, 500)}`];
  };
  try {
    return commandsIn(code).flatMap((words) => problemsOf(words, run));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
