/** Does the check before a release stop services that nobody checked, and let those pass that somebody did? */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { releaseProblems } from '../../tools/check-release.js';
import { contentFile, root } from './texts.js';

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
    const waiting = releaseProblems(resources);
    const { status, stderr, stdout } = spawnSync(process.execPath, ['tools/check-release.js'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, waiting.length > 0 ? 1 : 0);
    assert.equal(stderr.trim(), waiting.join('\n'));
    assert.match(stdout, new RegExp(`^${resources.length - waiting.length} of ${resources.length} `));
  });
});
