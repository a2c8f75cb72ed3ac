/** Are the mutations of tests/mutants/ read, chosen and applied as they say? Whether tests notice them is what `npm run mutants` finds out. */
import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { applied, chosen, problemOf, readMutants } from '../../tools/mutants/lists.js';
import { targetsOf } from '../../tools/mutants/scratch.js';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const mutant = {
  wing: 'leaving',
  name: 'the page stays in sight',
  file: 'src/leave/cover.ts',
  find: 'opacity:0;',
  replace: '',
  killedBy: { file: 'tests/node/leave.test.js', test: 'is the first address that will do' },
};

describe('a mutation', () => {
  it('changes its text, and only that', () =>
    assert.equal(applied({ ...mutant, replace: '$&$1' }, 'a opacity:0; b'), 'a $&$1 b'));

  for (const [what, text] of [
    ['is not there', 'opacity:1;'],
    ['is there twice', 'opacity:0;opacity:0;'],
  ])
    it(`is refused with its list, its name and its file where its text ${what}`, () =>
      assert.throws(() => applied(mutant, text), /tests\/mutants\/leaving\.js, "the page stays in sight".*cover\.ts/));

  it('is refused where it changes nothing', () =>
    assert.throws(() => applied({ ...mutant, replace: mutant.find }, mutant.find), /it changes nothing/));

  it('is refused where its file or its test is not there', () => {
    assert.match(problemOf({ ...mutant, file: 'src/none.ts' }, root), /no file src\/none\.ts/);
    const killedBy = { ...mutant.killedBy, file: 'tests/node/none.test.js' };
    assert.match(problemOf({ ...mutant, killedBy }, root), /no file tests\/node\/none\.test\.js/);
  });

  it('is refused where nobody knows what a page test loads', () => {
    const killedBy = { ...mutant.killedBy, file: 'tests/pages/leave.test.js' };
    assert.match(problemOf({ ...mutant, killedBy }, root), /needs `loads`/);
    assert.deepEqual(targetsOf({ ...mutant, killedBy: { ...killedBy, loads: ['all.js'] } }), ['cdn/all.js']);
  });

  it('is chosen by a part of its list, its name or its file', () => {
    for (const part of ['leav', 'IN SIGHT', 'cover.ts']) assert.equal(chosen([mutant], [part]).length, 1, part);
    assert.equal(chosen([mutant], ['vault']).length, 0);
    assert.equal(chosen([mutant], []).length, 1);
  });
});

describe('the lists', () => {
  it('have no two mutations of one name', async () => {
    const names = (await readMutants(root)).map(({ wing, name }) => `${wing}: ${name}`);
    assert.ok(names.length >= 60);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });
});
