/** Does the check of what is installed find everything that is, and say what is too much? */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { budgets, bytesIn, installedWith, weightProblems } from '../../tools/check-weight.js';
import { readJson } from './texts.js';

describe('what is installed with a package', () => {
  const packages = {
    '': { dependencies: { a: '1' }, devDependencies: { tool: '1' }, peerDependencies: { react: '1' } },
    cli: { dependencies: { whole: '1', b: '1' } },
    'node_modules/whole': { link: true, resolved: '' },
    'node_modules/a': { dependencies: { '@scope/b': '2' }, optionalDependencies: { absent: '1' } },
    'node_modules/@scope/b': { dependencies: { a: '1', c: '1' } },
    'node_modules/@scope/b/node_modules/c': { dependencies: { d: '1' } },
    'node_modules/c': {},
    'node_modules/d': {},
    'node_modules/b': {},
    'node_modules/tool': {},
    'node_modules/react': {},
  };

  it('is what it needs, and what that needs, each once and where Node finds it', () => {
    const expected = ['', 'node_modules/a', 'node_modules/@scope/b', 'node_modules/@scope/b/node_modules/c'];
    assert.deepEqual(installedWith(packages, ''), [...expected, 'node_modules/d']);
  });
  it('is, for the command line, the elements with all of theirs, too', () => {
    const paths = installedWith(packages, 'cli');
    assert.deepEqual(paths.slice(0, 3), ['cli', '', 'node_modules/b']);
    assert.equal(paths.length, 7);
  });
  it('is never a guess', () => {
    assert.throws(() => installedWith({ '': { dependencies: { a: '1' } } }, ''), /needs a, which/);
  });
});

describe('the bytes of a package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-weight-'));
  after(() => rmSync(folder, { recursive: true }));
  it('are those of all its files, but of none that is a package of its own', () => {
    mkdirSync(join(folder, 'lib/node_modules/other'), { recursive: true });
    for (const name of ['package.json', 'lib/index.js', 'lib/node_modules/other/index.js'])
      writeFileSync(join(folder, name), '12345');
    assert.equal(bytesIn(folder), 10);
  });
});

describe('the budget', () => {
  const budget = { name: 'ours', packages: 2, bytes: 100 };
  it('is kept to the last byte and package', () => assert.deepEqual(weightProblems(budget, [60, 40]), []));
  it('is broken by one byte more', () =>
    assert.deepEqual(weightProblems(budget, [60, 41]), ['ours brings 101 bytes, and may bring 100.']));
  it('is broken by one package more', () =>
    assert.deepEqual(weightProblems(budget, [60, 30, 1]), ['ours brings 3 packages, and may bring 2.']));
  it('is no more than 14 MB and 16 packages for the elements, and there is one for each package of ours', () => {
    const names = ['package.json', 'cli/package.json'].map((path) => readJson(path).name);
    assert.deepEqual(
      budgets.map(({ name }) => name),
      names,
    );
    assert.ok(budgets[0].packages <= 16 && budgets[0].bytes <= 14_000_000);
  });
});
