/** Are the figures that the guide shows those that were measured? `npm run bench:leave` writes both. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './texts.js';

const text = (path) => readFileSync(join(root, path), 'utf8');
const linesOf = (part) => part.split('\n').map((line) => line.replace(/^#+ /, ''));

test('the guide shows the figures of the last benchmark, and no others', () => {
  const [, shown] = /<!-- figures -->([^]*)<!-- .figures -->/.exec(text('docs/leaving.md'));
  const measured = linesOf(text('bench/leave/results.md'));
  const lines = linesOf(shown).filter(Boolean);
  assert.equal(lines.filter((line) => /^- .* reached/.test(line)).length, 2, 'both goals');
  assert.equal(lines.filter((line) => /^\| [\d,]+ \|/.test(line)).length, 16, 'eight cases, twice');
  assert.deepEqual(
    lines.filter((line) => !measured.includes(line)),
    [],
  );
});
