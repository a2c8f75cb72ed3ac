/** How a package of ours gets into a folder outside of the repository: packed, and installed from the tarball. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../pages/support.js';

/** Runs a command. `status` is its exit code, `said` all that it printed. */
export function run(command, args, cwd) {
  // A shell for npm, which is npm.cmd on Windows. Nothing in the command comes from outside.
  const options = { cwd, encoding: 'utf8', shell: command === 'npm' };
  const { status, stdout, stderr } = spawnSync(command, args, options);
  return { ok: status === 0, status, stdout, said: `${stdout}\n${stderr}` };
}

/** Packs a package of this repository, by its folder, into another folder. Returns the path of the tarball. */
export function pack(folder, destination) {
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', destination];
  const { ok, stdout, said } = run('npm', args, join(root, folder));
  assert.ok(ok, said);
  return join(destination, JSON.parse(stdout)[0].filename);
}

const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ENOTCACHED/;
const quietly = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=1'];

/** Runs npm. Returns why that could not be done where the registry is the reason, and fails for any other. */
export function npm(cwd, ...args) {
  const { ok, said } = run('npm', [...args, ...quietly], cwd);
  if (!ok && unreachable.test(said)) return 'The npm registry cannot be reached, so nothing could be installed.';
  assert.ok(ok, said);
}
