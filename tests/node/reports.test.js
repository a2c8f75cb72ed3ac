/**
 * Does the report of every set of real data add up, and does it say what agency staff have to know? Each report is kept in
 * `tests/fixtures/reports/` as it is printed, without the places: no text of the data stands in it. Two sets are not part of
 * the project, and are read where they lie beside it. `WRITE_REPORTS=1 node --test tests/node/reports.test.js` writes them anew.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe as group, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { leftOut, notes, problems } from '../../cli/snapshot/meanings.js';
import { describe } from '../../cli/snapshot/report.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const fixtures = join(root, 'tests/fixtures/cli');
const data = process.env.ALONGSIDE_DATA ?? join(root, '../shared/data');
const folder = mkdtempSync(join(tmpdir(), 'alongside-reports-'));
after(() => rmSync(folder, { recursive: true }));

const map = ['--map', join(fixtures, 'nyc-victim-services/map.json')];
const newYork = ['--timezone', 'America/New_York'];

/** By the name of the report: where the data is, and with which options it is read. */
const sets = {
  'part-haarrrvest': [fixtures, 'haarrrvest'],
  'part-healthleads': [fixtures, 'healthleads'],
  'part-hsds-transformer': [fixtures, 'hsds-transformer'],
  'part-nyc-victim-services': [fixtures, 'nyc-victim-services/facility.csv', ...map, ...newYork],
  'part-ohana': [fixtures, 'ohana'],
  'part-smcconnect': [fixtures, 'smcconnect'],
  'part-tiny-transcribed': [fixtures, 'tiny-transcribed'],
  'hsds-transformer-florida': [fixtures, 'florida'],
  'hsds-transformer-ilao-in': [fixtures, 'ilao/input'],
  'hsds-transformer-ilao-out': [fixtures, 'ilao/output'],
  'nyc-victim-services': [fixtures, 'nyc-victim-services-whole/facility.csv', ...map, ...newYork],
  'servicenet-adapters': [fixtures, 'servicenet-adapters'],
  // Too large to be a part of the project, and not allowed to be one.
  haarrrvest: [data, 'haarrrvest-llm-hsds/results.ndjson'],
  'hsds-examples': [data, 'hsds-3.2.3/hsds_official_examples'],
};

function reportOf(name, path, args) {
  const report = join(folder, `${name}.json`);
  const command = [join(root, 'cli/alongside.js'), 'snapshot', path, '--out', join(folder, name, 'services.json')];
  const more = ['--report', report, '--made', '2026-01-01', '--quiet', ...args];
  const { status, stderr } = spawnSync(process.execPath, [...command, ...more], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return JSON.parse(readFileSync(report, 'utf8'));
}

group('the report', () => {
  for (const [name, [base, path, ...args]] of Object.entries(sets)) {
    const skip = base === data && !existsSync(join(base, path)) && 'the data is not there';
    it(`of ${name} adds up, and says what it said before`, { skip }, () => {
      const report = reportOf(name, join(base, path), args);
      for (const { read, written, leftOut } of report.inputs)
        assert.equal(
          Object.values(leftOut).reduce((sum, count) => sum + count, written),
          read,
        );
      for (const input of report.inputs)
        for (const { count, examples } of Object.values({ ...input.problems, ...input.notes }))
          assert.equal(examples.length, Math.min(count, 10_000));
      const inputs = report.inputs.map((input) => ({ ...input, input: name }));
      const text = `${describe({ ...report, inputs, files: [] }, { places: false })}\n`;
      const golden = join(root, 'tests/fixtures/reports', `${name}.txt`);
      if (process.env.WRITE_REPORTS) writeFileSync(golden, text);
      assert.equal(text, readFileSync(golden, 'utf8'));
    });
  }

  it('says of everything that it counts what it means, in plain words', () => {
    for (const [kind, meaning] of Object.entries({ ...problems, ...notes })) {
      assert.match(meaning, /^[A-Z].*\.$/, kind);
      assert.ok(!/\b(?:null|JSON path|schema|parse|boolean|string|regex)\b/i.test(meaning), kind);
    }
    for (const reason of ['inactive', 'defunct', 'no-name', 'no-service', 'duplicate']) assert.ok(leftOut[reason]);
    for (const file of Object.keys(sets)) {
      const text = readFileSync(join(root, 'tests/fixtures/reports', `${file}.txt`), 'utf8');
      // A kind without a meaning would end in its own name.
      assert.doesNotMatch(text, / × [\w-]+: *$/m, file);
    }
  });
});
