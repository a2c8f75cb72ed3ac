/** A copy of the repository to try things in, with the packages that are installed here. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './made-files.js';

/** Its folder. Files that git ignores are left out: nothing is built in it. */
export function scratchCopy() {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-scratch-'));
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  for (const path of listed.trim().split('\n')) {
    if (!existsSync(join(root, path))) continue;
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  // One link for each package: the two that are in the repository are those of the copy.
  const ours = { 'alongside-elements': folder, 'alongside-elements-cli': join(folder, 'cli') };
  mkdirSync(join(folder, 'node_modules'));
  for (const name of new Set([...readdirSync(join(root, 'node_modules')), ...Object.keys(ours)]))
    symlinkSync(ours[name] ?? join(root, 'node_modules', name), join(folder, 'node_modules', name));
  return folder;
}
