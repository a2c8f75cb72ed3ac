/** Does a clone get what it lacks before anything else runs? Only folders of the clone itself are installed here, so no registry is asked. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { installPackages } from '../../tools/setup.js';

const folder = mkdtempSync(join(tmpdir(), 'alongside-setup-'));
after(() => rmSync(folder, { recursive: true }));

const version = '1.0.0';
const files = {
  'package.json': { name: 'whole', version, workspaces: ['.', 'part'] },
  'part/package.json': { name: 'part', version, dependencies: { whole: version } },
  'package-lock.json': {
    name: 'whole',
    version,
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'whole', version, workspaces: ['.', 'part'] },
      'node_modules/part': { resolved: 'part', link: true },
      'node_modules/whole': { resolved: '', link: true },
      part: { version, dependencies: { whole: version } },
    },
  },
};

describe('installPackages', () => {
  const stamp = join(folder, 'node_modules/.alongside-setup');
  const link = join(folder, 'node_modules/part');

  it('links the packages of the repository, so that each finds the other', () => {
    mkdirSync(join(folder, 'part'));
    for (const [path, json] of Object.entries(files)) writeFileSync(join(folder, path), JSON.stringify(json));
    installPackages(folder);
    assert.ok(existsSync(join(link, 'package.json')));
    assert.ok(existsSync(join(folder, 'node_modules/whole/part/package.json')));
  });

  it('does so again where such a link is missing, as in a clone from before there were two packages', () => {
    unlinkSync(link);
    rmSync(stamp);
    installPackages(folder);
    assert.ok(existsSync(link));
  });

  it('installs nothing where all is there', () => {
    rmSync(stamp);
    const left = join(folder, 'node_modules/left-alone');
    writeFileSync(left, '');
    installPackages(folder);
    // `npm ci` begins with an empty folder.
    assert.ok(existsSync(left) && existsSync(stamp));
  });
});
