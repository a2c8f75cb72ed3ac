/**
 * Does an address that is withheld stay so, whatever has been done to a feed? Feeds are made by fast-check: capitals, line breaks
 * that are spelled out, lists, floating point, broken numbers, words in every field, in several orders. The snapshot, the
 * report, what is printed, and the comparison with an older snapshot are looked through.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe as group, it } from 'node:test';
import fc from 'fast-check';
import { collector } from '../../cli/snapshot/collect.js';
import { compare } from '../../cli/snapshot/compare.js';
import { organizationsOf } from '../../cli/snapshot/organizations.js';
import { describe, inputReport } from '../../cli/snapshot/report.js';
import { Tally } from '../../cli/snapshot/tally.js';
import { existingSnapshot, writeSnapshot } from '../../cli/snapshot/write.js';
import { zoneNamed } from '../../cli/tidy/zones.js';
import { decodeSnapshot } from '../../dist/services/search/snapshot-read.js';
import { encodeSnapshot } from '../../dist/services/search/snapshot-write.js';
import { valueInRow } from '../../dist/services/search/columns.js';
import { fromHsds, shelterTerms } from '../../dist/services/hsds/from-hsds.js';

const folder = mkdtempSync(join(tmpdir(), 'alongside-withheld-'));
after(() => rmSync(folder, { recursive: true }));
const out = join(folder, 'services.json');

/** What nobody may read: the street, however it is written, and the point. */
const street = '77 Canary Wren Street';
const secret = /canary|wren|40\.7712|73\.9834/i;

const pick = fc.constantFrom;
const spelled = pick(
  street,
  street.toUpperCase(),
  '77 Canary Wren St.',
  '77  canary\\nwren st',
  '77 <b>Canary</b> Wren Street',
  '77 N Canary Wren St, Troy, NY 12180',
);
/** Text with the address in it, as feeds come to have it. */
const text = fc
  .tuple(
    pick('Ask for help at ', 'OVERVIEW: ', '* one\\n* ', 'For: o Food o ', '#REF! ', '###MON### ', '- a\n- '),
    spelled,
    pick('', '.', '\\n\\nMore.', ' (rear)', ' * two'),
  )
  .map((parts) => parts.join(''));
const number = fc
  .tuple(
    pick('202-555-0143', '2025550143.0', '202-555-0143 / 0144', '2.02555E9', ''),
    pick(' ', ' ext 22 ', ' x22 or ', ', '),
    spelled,
  )
  .map((parts) => parts.join(''));
const phone = fc.record(
  {
    number: fc.oneof(number, pick('202-555-0143')),
    extension: fc.oneof(spelled, pick('22.0')),
    description: text,
    type: fc.oneof(spelled, pick('Fax', 'voice')),
  },
  { requiredKeys: ['number'] },
);
const place = (sign) =>
  fc.record(
    {
      name: pick('House', 'HOUSE'),
      latitude: pick('40.7712345', 40.7712345),
      longitude: pick('-73.9834567', -73.9834567),
      addresses: fc.tuple(
        fc.record({
          address_1: pick(street, street.toUpperCase()),
          city: pick('TROY'),
          state_province: pick('NY'),
          postal_code: pick('12180', '12180.0'),
        }),
      ),
      schedules: fc.array(
        fc.record({
          freq: pick('WEEKLY'),
          byday: pick('MO'),
          opens_at: pick('09:00'),
          closes_at: pick('17:00'),
          timezone: fc.oneof(spelled, pick('EST')),
          original_text: text,
        }),
        { maxLength: 1 },
      ),
      accessibility: fc.array(fc.record({ description: text }), { maxLength: 1 }),
      ...(sign && { location_type: pick('redacted') }),
    },
    { requiredKeys: ['addresses', ...(sign ? ['location_type'] : [])] },
  );
const service = (sign) =>
  fc.record(
    {
      id: pick('1', '2.0', '3'),
      name: fc.oneof(pick('SHELTER', 'Office', 'YWCA'), text),
      alternate_name: text,
      description: text,
      eligibility_description: text,
      application_process: text,
      fees_description: text,
      alert: text,
      url: pick('https://x.example/?q=77+Canary+Wren+Street', 'x.example'),
      email: pick('a@x.example'),
      phones: fc.array(phone, { maxLength: 2 }),
      schedules: fc.array(fc.record({ description: text, timezone: spelled, opens_at: pick('09:00') }), {
        maxLength: 1,
      }),
      required_documents: fc.array(fc.record({ document: text }), { maxLength: 1 }),
      service_areas: fc.array(fc.record({ name: text }), { maxLength: 1 }),
      languages: fc.array(fc.record({ name: fc.oneof(spelled, pick('es_MX')) }), { maxLength: 1 }),
      locations: fc.tuple(place(sign)),
      status: fc.oneof(spelled, pick('active')),
      assured_date: fc.oneof(spelled, pick('20260101')),
      minimum_age: fc.oneof(spelled, pick('13.0')),
    },
    { requiredKeys: ['name', 'locations'] },
  );
const organization = pick({ id: '9.0', name: 'EXAMPLE TRUST' }, { name: 'Example Trust' }, { id: '9' });
const feed = fc
  .tuple(
    service(true),
    fc.array(service(false), { maxLength: 3 }),
    organization,
    fc.boolean(),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([shelter, others, whose, isLast, isNested, isPage]) => {
    const list = isLast ? [...others, shelter] : [shelter, ...others];
    const services = list.map((one) => ({ ...one, organization: whose }));
    if (isNested) return { ...whose, services: list };
    return isPage ? { content: services } : services;
  });

/** Everything that a run of the command leaves behind. */
function traces(data, old) {
  const documents = [{ data: structuredClone(data), file: 'feed.json', rowOf: () => 7 }];
  const tally = new Tally();
  const tell = tally.tell.bind(tally);
  const options = { country: 'US', keepCase: false, tell: { cleaned: tell, renamed: tell } };
  const reading = { confidentialTerms: shelterTerms, zoneOf: zoneNamed, isUnderstood: () => false, timezone: '' };
  const phones = { country: 'US', drop: false };
  const { services, add } = collector({ fromHsds, reading, phones, source: '', lang: '', progress: () => {} });
  const counts = add(organizationsOf({ documents }, options), tally);
  const report = { inputs: [inputReport('feed.json', 'json', counts, tally)], files: [], message: '' };
  report.compared = old && compare(out, old, services, { decodeSnapshot, valueInRow });
  const { files } = encodeSnapshot(services, { made: '2026-01-02' });
  return { files, all: [files[0].text, JSON.stringify(report), describe(report)], report };
}

group('an address that is withheld', () => {
  it('is in no snapshot, no report, and nothing that is printed', () => {
    let withheld = 0;
    let told = 0;
    fc.assert(
      fc.property(feed, (data) => {
        const { all, report } = traces(data);
        for (const trace of all) assert.doesNotMatch(trace, secret);
        withheld += report.inputs[0].withheld;
        told += Object.keys(report.inputs[0].notes).length;
      }),
      { numRuns: 1500, seed: 5 },
    );
    assert.ok(withheld > 1500 && told > 1500, `${withheld} ${told}`);
  });

  it('is in no comparison, where an older snapshot still had it', () => {
    fc.assert(
      fc.property(feed, feed, (before, now) => {
        const open = JSON.parse(JSON.stringify(before).replaceAll('"redacted"', '"physical"'));
        writeSnapshot(out, traces(open).files);
        const { all, report } = traces(now, existingSnapshot(out));
        assert.ok(report.compared.services.before > 0);
        for (const trace of all) assert.doesNotMatch(trace, secret);
      }),
      { numRuns: 100, seed: 6 },
    );
  });
});
