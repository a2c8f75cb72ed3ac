/** Does the check before a release stop services that nobody checked, and let those pass that somebody did? */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { contentProblems, releaseProblems, reviewProblems, versionProblems } from '../../tools/check-release.js';
import { contentFile, readJson, root } from './texts.js';

const now = new Date('2026-11-22T12:00:00Z');
const service = (assuredDate) => ({ id: 'a-place', name: 'A Place', assuredDate });

describe('the check before a release', () => {
  const fails = {
    'no day': undefined,
    'a day that is null': null,
    'an empty day': '',
    'a day more than a year ago': '2025-11-21',
    'a day to come': '2026-12-01',
    'no day at all': 'last week',
    'a day that no month has': '2026-02-31',
    'a time': '2026-03-01T10:00',
  };
  for (const [what, day] of Object.entries(fails))
    it(`stops: ${what}`, () => {
      const [problem, ...more] = releaseProblems([service(day), service('2026-11-01')], now);
      assert.match(problem, /^a-place \(A Place\): /);
      assert.deepEqual(more, []);
    });
  it('lets pass: today, last month, a year ago to the day', () => {
    assert.deepEqual(releaseProblems([service('2026-11-22'), service('2026-10-01'), service('2025-11-23')], now), []);
  });
  it('stops a release without services', () => assert.equal(releaseProblems([], now).length, 1));
  it('ends with a code, and names each service that nobody has checked', () => {
    const { resources } = contentFile('resources').content;
    const services = releaseProblems(resources);
    const waiting = [...services, ...contentProblems()];
    const { status, stderr, stdout } = spawnSync(process.execPath, ['tools/check-release.js'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, waiting.length > 0 ? 1 : 0);
    assert.equal(stderr.trim(), waiting.join('\n'));
    assert.match(stdout, new RegExp(`^${resources.length - services.length} of ${resources.length} `));
  });
  it('names each entry that somebody has to read who knows the law, with its place', () => {
    const law = (review) => ({ sections: [{ id: 'law', laws: [{ id: 'a-law', review }] }] });
    assert.deepEqual(reviewProblems(law({ 'needs-review': 'law' }), 'primer'), [
      'primer.sections[law].laws[a-law]: needs review (law)',
    ]);
    assert.deepEqual(reviewProblems(law({ note: 'read' }), 'primer'), []);
    assert.deepEqual(reviewProblems(law(), 'primer'), []);
  });
  it('each law of the default content says what the public record adds, with its date and address, until somebody has read it', () => {
    const { sections } = readJson('src/content/en/primer.json').content;
    const laws = sections.flatMap(({ laws = [] }) => laws);
    assert.ok(laws.length > 0);
    for (const { review } of laws) {
      assert.match(review.dated, /^\d{4}-\d{2}-\d{2}$/);
      assert.match(review.address, /^https?:\/\//);
      assert.ok(review.note.length > 50);
    }
  });
});

describe('the version of a release', () => {
  const elements = { name: 'elements', version: '1.2.3' };
  const cli = { name: 'cli', version: '1.2.3', dependencies: { elements: '1.2.3' } };
  const run = (tag) =>
    spawnSync(process.execPath, ['tools/check-release.js', '--version', tag], { cwd: root, encoding: 'utf8' });

  it('is the tag, in both packages', () => assert.deepEqual(versionProblems('v1.2.3', [elements, cli]), []));
  const others = {
    'of the elements': [{ ...elements, version: '1.2.4' }, cli],
    'of the command line': [elements, { ...cli, version: '1.2.4' }],
    'of the elements that the command line needs': [elements, { ...cli, dependencies: { elements: '^1.2.3' } }],
  };
  for (const [what, manifests] of Object.entries(others))
    it(`stops: another one ${what}`, () => assert.equal(versionProblems('v1.2.3', manifests).length, 1));
  it('is asked for by the workflow, of these packages', () => {
    assert.equal(run(`v${readJson('package.json').version}`).status, 0);
    const { status, stderr } = run('v0.0.0');
    assert.equal(status, 1);
    assert.match(stderr, /^alongside-elements: .*\nalongside-elements-cli: /);
    const workflow = readFileSync(join(root, '.github/workflows/release.yml'), 'utf8');
    assert.match(workflow, /check-release\.js --version "\$GITHUB_REF_NAME"/);
    // Both are published, the one that the other needs first.
    assert.match(workflow, /run: npm publish\n +- run: npm publish --workspace alongside-elements-cli\n/);
  });
});
