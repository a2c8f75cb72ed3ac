/**
 * Does an input that is too large for memory give what it would give at once? Feeds are made by fast-check in which rows name
 * what is there and what is not, share places and terms, have one id twice, and names in capitals; they are read both ways.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { bytesInMemory, linesIn, stretches } from '../../cli/read/bytes.js';
import { readInput } from '../../cli/read/input.js';
import { collector } from '../../cli/snapshot/collect.js';
import { KeptServices } from '../../cli/snapshot/kept-services.js';
import { organizationsOf } from '../../cli/snapshot/organizations.js';
import { Tally } from '../../cli/snapshot/tally.js';
import { zoneNamed } from '../../cli/tidy/zones.js';
import { fromHsds, shelterTerms } from '../../dist/services/hsds/from-hsds.js';
import { runs } from '../thorough.js';

const folder = mkdtempSync(join(tmpdir(), 'alongside-parts-'));
after(() => rmSync(folder, { recursive: true }));

/** Reads an input and tells all that is known of it then. */
function readAs(path, { held, batchSize, room }) {
  const { problems, ...input } = readInput(path, { limits: { bytes: 1e9, files: 1000, held } });
  assert.equal('parts' in input, held < Infinity);
  const [cleaned, renamed, found] = [new Tally(), new Tally(), new Tally()];
  const tell = {
    cleaned: cleaned.tell.bind(cleaned),
    renamed(kind, example) {
      renamed.tell(kind, example);
      return renamed.count(kind) < room;
    },
  };
  const reading = { confidentialTerms: shelterTerms, zoneOf: zoneNamed, isUnderstood: () => false, timezone: '' };
  const phones = { country: 'US', drop: false };
  const { services, add } = collector({ fromHsds, reading, phones, source: '', lang: '', progress: () => {} });
  const options = { country: 'US', keepCase: false, batchSize, tell, progress: () => {} };
  const counts = add(organizationsOf(input, options), found);
  const first = renamed.kinds.map(([kind, { count, examples }]) => [kind, count, examples.slice(0, room)]);
  return { problems, counts, told: [cleaned.kinds, first, found.kinds], services: [...services] };
}

const maybe = (value) => fc.option(value, { nil: '', freq: 2 });
const id = fc.constantFrom('1', '2', '3', '4', '5.0', 'A', 'a');
const text = fc.constantFrom(
  ...['MCKINLEY HOUSE', 'Alanon', 'ALANON', 'YWCA', 'Ready to help at YWCA and McKinley', '#REF!', '="02138"'],
  ...['say "so", please', 'two\nlines', 'Comunidad “ñandú”', 'confidential location', 'AA'],
);
const named = { name: fc.oneof({ weight: 9, arbitrary: text }, { weight: 1, arbitrary: fc.constant('') }) };
const rows = (columns, maxLength = 8) => fc.array(fc.record(columns), { maxLength });
const of = (...tables) => Object.fromEntries(tables.map((table) => [`${table}_id`, maybe(id)]));
const tables = fc.record({
  organizations: rows({ id, ...named, alternate_name: maybe(fc.constant('MH')), description: text }),
  programs: rows({ id, ...of('organization') }, 2),
  services: fc.array(
    fc.record({
      id,
      ...named,
      ...of('organization', 'program', 'location'),
      description: text,
      status: fc.constantFrom('active', 'active', 'inactive'),
      taxonomy_ids: fc.constantFrom('', '1;2'),
      x_other: maybe(text),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  locations: rows({ id, ...named, ...of('organization'), x_schedule: maybe(fc.constant('Mon 9-5')) }),
  service_at_locations: rows({ id, ...of('service', 'location') }, 12),
  addresses: rows({
    ...of('location', 'organization'),
    address_1: fc.constantFrom('1 MAIN ST', '2 Elm'),
    city: text,
    postal_code: fc.constantFrom('2138', '12180.0', '99'),
  }),
  contacts: rows({ id, ...of('service_at_location', 'service', 'location', 'organization') }, 4),
  phones: rows({
    id,
    ...of('service_at_location', 'service', 'location', 'contact', 'organization'),
    number: fc.constantFrom('202-555-0143', '202', '2025550144.0'),
  }),
  languages: rows({ ...of('phone', 'service', 'location'), language: fc.constantFrom('English;Spanish', 'Urdu') }),
  schedules: rows({ id, ...of('service_at_location', 'service', 'location'), description: text }, 4),
  service_areas: rows({ ...of('service_at_location', 'service', 'location'), service_area: text }, 4),
  eligibility: rows({ ...of('service'), eligibility: text, minimum_age: fc.constantFrom('', '12') }, 4),
  fees: rows({ ...of('service'), fee: text }, 4),
  taxonomy: rows({ id, ...named }, 4),
  services_taxonomy: rows({ ...of('service', 'taxonomy'), taxonomy_detail: maybe(text) }),
  attributes: rows({ link_id: id, taxonomy_term_id: id, value: maybe(text) }),
});

const cell = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const csv = (list) => [Object.keys(list[0]), ...list.map(Object.values)].map((row) => row.map(cell).join()).join('\n');

const organization = fc.record(
  { id: fc.constantFrom('1', '2', 'A', 'a'), name: fc.constantFrom('ALANON', 'Al-Anon', 'MCKINLEY HOUSE', 'Other') },
  { requiredKeys: [] },
);
const nested = fc.record(
  { id, name: text, description: text, organization, alternate_name: text, addresses: fc.constant([{ zip: '2138' }]) },
  { requiredKeys: ['name', 'id'] },
);
const line = fc.oneof(
  { weight: 8, arbitrary: nested },
  fc.record({ ...named, services: fc.array(nested, { maxLength: 3 }) }),
  fc.record({ service: nested, location: fc.record({ ...named }) }),
  fc.array(nested, { maxLength: 3 }),
  fc.record({ contents: fc.array(nested, { maxLength: 3 }) }),
  fc.record({ data: nested }),
  fc.constantFrom(null, 7),
);

const inParts = fc.record({
  held: fc.constant(0),
  batchSize: fc.integer({ min: 1, max: 600 }),
  room: fc.integer({ min: 1, max: 6 }),
});
/** The same, at once. */
const atOnce = ({ room }) => ({ held: Infinity, room });

describe('an input that is read in parts gives what it gives at once', () => {
  it('as tables', () => {
    fc.assert(
      fc.property(tables, inParts, (given, parts) => {
        const path = mkdtempSync(join(folder, 'tables-'));
        for (const [name, list] of Object.entries(given))
          if (list.length > 0) writeFileSync(join(path, `${name}.csv`), csv(list));
        assert.deepEqual(readAs(path, parts), readAs(path, atOnce(parts)));
        rmSync(path, { recursive: true });
      }),
      { numRuns: runs(150), seed: 11 },
    );
  });

  it('as a line of JSON for each', () => {
    const path = join(folder, 'lines.ndjson');
    const broken = fc.constantFrom('{"name": ', '', ' ');
    const lines = fc.array(fc.oneof({ weight: 12, arbitrary: line.map((one) => JSON.stringify(one)) }, broken), {
      maxLength: 15,
    });
    fc.assert(
      fc.property(nested, lines, inParts, fc.constantFrom('\n', '\r\n'), (first, others, parts, end) => {
        writeFileSync(path, [JSON.stringify(first), ...others].join(end));
        assert.deepEqual(readAs(path, parts), readAs(path, atOnce(parts)));
      }),
      { numRuns: runs(300), seed: 12 },
    );
  });

  it('in any encoding, with any line ends, and where a table cannot be read in parts', () => {
    const path = join(folder, 'forms');
    mkdirSync(path);
    writeFileSync(join(path, 'organizations.csv'), 'id,name\r\n1,NIÑOS\r\n');
    writeFileSync(join(path, 'phones.csv'), 'service_id,number\r1,202-555-0143\r');
    writeFileSync(join(path, 'taxonomy.json'), JSON.stringify([{ id: 1, name: 'FOOD' }]));
    writeFileSync(join(path, 'services_taxonomy.json'), JSON.stringify([{ service_id: 1, taxonomy_id: 1 }]));
    const services = 'id,organization_id,name\n1,1,"Caf\u00e9 for ""all"""\n\n2,1,B,more\n3,1';
    for (const bytes of [
      Buffer.from(services),
      Buffer.from(`\ufeff${services}`),
      Buffer.from(services, 'latin1'),
      Buffer.from(`\ufeff${services}`, 'utf16le'),
      Buffer.from(`sep=,\n${services}`),
      Buffer.from(services.replace('B,', 'B "b",')),
      Buffer.from(services.replaceAll(',', ';')),
    ]) {
      writeFileSync(join(path, 'services.csv'), bytes);
      assert.deepEqual(readAs(path, { held: 0, batchSize: 1 }), readAs(path, { held: Infinity }));
    }
    for (const held of [0, Infinity]) {
      writeFileSync(join(path, 'services.csv'), 'id,name\n1,A\n2,"B\n3,C\n');
      assert.throws(() => readAs(path, { held }), { reason: 'csv', row: 3 });
      writeFileSync(join(folder, 'none.ndjson'), 'x\ny\n');
      assert.throws(() => readAs(join(folder, 'none.ndjson'), { held }), { reason: 'not-json' });
    }
  });
});

describe('a file that is gone through', () => {
  it('has the lines that it has, however long they are, and stretches are read from where they are', () => {
    const long = 'x'.repeat(3_000_000);
    const lines = ['a', '', `"${long}\n${long}"`, long, 'b"c\n"d', 'last'];
    const bytes = bytesInMemory(Buffer.from(lines.join('\n')));
    const found = [...linesIn(bytes, { quoted: true })];
    assert.deepEqual(
      found.map(({ line }) => line.toString().replace(/\n$/, '')),
      lines,
    );
    const places = { starts: found.map(({ start }) => start), sizes: found.map(({ line: { length } }) => length) };
    const some = [0, 2, 4, 5];
    assert.deepEqual(
      [...stretches(bytes, some, places)].map((stretch) => stretch.toString()),
      some.map((index) => found[index].line.toString()),
    );
    assert.equal([...linesIn(bytes, { quoted: true, longest: 1000 })].length, 3);
  });
});

describe('services that are kept', () => {
  it('are what they were, the first and the last of many', () => {
    const kept = new KeptServices();
    const of = (index) => ({ id: `${index}`, name: `Ñandú ${'x'.repeat(index % 900)}`, phones: [] });
    for (let index = 0; index < 12_000; index++) kept.push(of(index));
    assert.equal(kept.length, 12_000);
    for (const index of [0, 4999, 5000, 5001, 11_999]) assert.deepEqual(kept.at(index), of(index));
    assert.equal(kept.at(12_000), undefined);
    assert.equal([...kept].at(-1).id, '11999');
  });
});
