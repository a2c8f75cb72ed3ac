/**
 * Gets a fresh clone ready: the right Node.js, the packages of package-lock.json and, when asked, browsers for the
 * tests. Uses Node's own modules only, since it runs before anything is installed. When nothing is missing it is
 * silent and takes a few milliseconds. `npm start`, `npm test` and `npm run verify` call it first.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMain } from './is-main.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNode = [20, 19];

/** @throws {Error} with a sentence that says what to do. So do all functions here: print `message`, not the stack. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new Error(
    `This needs Node.js ${oldestNode.join('.')} or newer, and this is ${version}. Get it from https://nodejs.org/`,
  );
}

/**
 * Does node_modules hold what package-lock.json asks for? npm keeps its own list of what it installed. Packages for
 * other operating systems are in the lock and not in that list, and are optional.
 */
function packagesMatch(folder) {
  const installed = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  for (const [path, { version, integrity, optional, link }] of Object.entries(want)) {
    // What is no package of npm's is one of this repository: itself, a folder of it, or the link by which that is found.
    if (link && !existsSync(join(folder, path))) return false;
    if (link || !path.startsWith('node_modules/')) continue;
    const found = have[path];
    if (found ? found.version !== version || found.integrity !== integrity : !optional) return false;
  }
  return Object.keys(have).every((path) => path in want);
}

/** Runs `npm ci` unless node_modules already fits the lock file. A stamp in node_modules makes the next look cheap. */
export function installPackages(folder = root) {
  const stamp = join(folder, 'node_modules/.alongside-setup');
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  if (!packagesMatch(folder)) {
    console.log('Installing packages (npm ci)…');
    // A shell, because npm is npm.cmd on Windows. Nothing in the command comes from outside.
    const { status } = spawnSync('npm ci --no-audit --no-fund', { cwd: folder, stdio: 'inherit', shell: true });
    if (status !== 0)
      throw new Error('npm ci did not finish; see above. Once that is mended, run the same command again.');
  }
  writeFileSync(stamp, lock);
}

/**
 * Checks Node.js and installs the packages. With `browsers`, also makes sure that the tests have one:
 * `true` means what BROWSERS asks for or what the machine has, a list means exactly those engines.
 *
 * @returns the browsers to use; empty when no browser was asked for.
 */
export async function setup({ browsers = false } = {}) {
  checkNode();
  installPackages();
  if (!browsers) return [];
  const { ensureBrowsers, wantedEngines } = await import('./browsers.js');
  return ensureBrowsers(browsers === true ? wantedEngines() : browsers);
}

if (isMain(import.meta.url)) {
  const names = process.argv.slice(2);
  await setup({ browsers: names.length > 0 ? names : false }).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
