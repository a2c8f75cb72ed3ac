/** Are the figures that the guides show those that were measured? `npm run bench:leave` writes those of leaving, the build those of the files. */
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

test('the guide to delivery shows the sizes of the files, within 3 %, and what comes of them', () => {
  const guide = text('docs/delivery.md');
  const brotli = new Map(JSON.parse(text('cdn/manifest.json')).map((entry) => [entry.file, entry.brotli]));
  const near = (shown, real, what) => assert.ok(Math.abs(shown / real - 1) < 0.03, `${what}: ${shown}, really ${real}`);
  const rows = [...guide.matchAll(/^\| ([^|]+) \| (`[^|]+`) \| ([\d,]+) \|$/gm)].map(([, page, files, bytes]) => ({
    page,
    shown: Number(bytes.replaceAll(',', '')),
    real: [...files.matchAll(/`([^`]+)`/g)].reduce((sum, [, file]) => sum + brotli.get(file), 0),
  }));
  assert.equal(rows.length, 7);
  for (const { page, shown, real } of rows) near(shown, real, page);
  const [card, everything] = ['one card', 'everything, without services'].map(
    (page) => rows.find((row) => row.page === page).real / 1000,
  );
  const [, ofCard, ofAll] =
    /a million views of a card send (\d+) GB, and a million\s+views of everything send (\d+) GB/.exec(guide);
  assert.deepEqual([Number(ofCard), Number(ofAll)], [Math.round(card), Math.round(everything)]);
  const [, price, costOfAll, costOfCard] =
    /At ([\d.]+) per gigabyte, a million\s+first views of everything cost (\d+\.\d+), and of one card (\d+\.\d+)/.exec(
      guide,
    );
  near(Number(costOfAll), everything * price, 'everything');
  near(Number(costOfCard), card * price, 'one card');
});
