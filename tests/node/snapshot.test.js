/**
 * Is a snapshot the services that it was made from, and can a hostile one do nothing? Services are made by fast-check from the
 * schema itself, so that a new field is tested on the day it is added.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { entry } from '../../dist/content/schema.js';
import { service } from '../../dist/services/schema.js';
import { parse } from '../../dist/schema/parse.js';
import { chunksOf, decodeSnapshot, serviceAt } from '../../dist/services/search/snapshot-read.js';
import { encodeSnapshot, snapshotFiles } from '../../dist/services/search/snapshot-write.js';
import { runs } from '../thorough.js';
import { realServices } from './services.js';

const made = '2026-11-27';

const formed = {
  id: fc.constantFrom('one', 'a-2', 'x'),
  link: fc.constantFrom('https://example.org/', 'https://example.org/a?b=c', 'http://example.net/'),
  phone: fc.constantFrom('988', '+1 555 010 0000', '(212) 555-0100'),
  date: fc.constantFrom('2026-01-31', '2024-02-29'),
};

/** Anything that a schema allows. */
function valueOf(schema) {
  if (schema.kind === 'object') {
    const keys = Object.entries(schema.of).map(([key, of]) => [
      key,
      of.optional ? fc.option(valueOf(of)) : valueOf(of),
    ]);
    return fc.record(Object.fromEntries(keys)).map((value) => ({ ...value }));
  }
  if (schema.kind === 'list') return fc.array(valueOf(schema.of), { maxLength: 3 });
  if (schema.kind === 'whole') return fc.nat(120);
  if (schema.kind === 'number') return fc.double({ noNaN: true, noDefaultInfinity: true, min: -180, max: 180 });
  if (schema.kind === 'flag') return fc.boolean();
  if (schema.kind === 'choice') return fc.constantFrom(...schema.of);
  if (schema.kind !== 'text') return formed[schema.kind];
  return fc.oneof(fc.constantFrom('Shelter', 'Refugio', 'MO,TU', '10:00'), fc.string({ unit: 'binary', maxLength: 8 }));
}

/** What the parser makes of it: the services that there can be. */
const services = fc
  .array(valueOf(service), { maxLength: 12 })
  .map((values) => JSON.parse(JSON.stringify(values)).flatMap((value) => parse(service, value).value ?? []));

const read = (text) => decodeSnapshot(JSON.parse(text));
const servicesOf = (text) =>
  read(text).chunks.flatMap((part) => Array.from({ length: part.rows }, (_, row) => serviceAt(part, row)));

describe('a snapshot', () => {
  it('is the services that it was made from, whatever they are', () => {
    fc.assert(
      fc.property(services, (list) => {
        const { files } = encodeSnapshot(list, { made });
        assert.equal(files.length, 1);
        assert.deepEqual(servicesOf(files[0].text), list);
        assert.deepEqual(read(files[0].text).problems, []);
      }),
      { numRuns: runs(400), seed: 11 },
    );
  });

  it('says when it was made and how many there are', () => {
    const [{ name, text }] = encodeSnapshot([{ name: 'A' }, { name: 'B' }], { made }).files;
    const { count, made: day } = read(text);
    assert.deepEqual([name, count, day], ['services.json', 2, made]);
  });

  it('of version 0.1 is read as before', () => {
    const text = readFileSync(new URL('../fixtures/snapshots/services-0.1.json', import.meta.url), 'utf8');
    const { made: day, count, problems } = read(text);
    assert.deepEqual([day, count, problems], ['2026-01-01', 4, []]);
    const list = servicesOf(text);
    assert.deepEqual(
      list.map(({ phones }) => phones.length),
      [1, 1, 0, 0],
    );
    assert.deepEqual(servicesOf(encodeSnapshot(list, { made }).files[0].text), list);
  });

  it('keeps paragraphs and points, and an older reader has them in one line', () => {
    const description = 'Offers:\n• Food\n• Sleep';
    const [{ text }] = encodeSnapshot([parse(service, { name: 'A', description }).value], { made }).files;
    assert.equal(servicesOf(text)[0].description, description);
    assert.equal(parse(entry, { name: 'A', description }).value.description, 'Offers: • Food • Sleep');
  });

  it('stands in lines that can be read one by one', () => {
    const list = Array.from({ length: 1201 }, (_, at) => parse(service, { name: `Service ${at}` }).value);
    const lines = encodeSnapshot(list, { made }).files[0].text.split('\n');
    assert.equal(lines.length, 6);
    assert.equal(JSON.parse(`${lines[0]}]}`).alongside, 'services');
    for (const line of lines.slice(1, 4)) assert.ok(JSON.parse(line.replace(/,$/, '')).rows > 0);
    assert.deepEqual(lines.slice(4), [']}', '']);
  });

  it('of real services loses nothing, and takes at most 150 bytes for each', { skip: !realServices }, () => {
    const list = realServices();
    assert.ok(list.length > 3000);
    const [{ text }] = encodeSnapshot(list, { made }).files;
    assert.deepEqual(servicesOf(text), list);
    const each = brotliCompressSync(text).length / list.length;
    assert.ok(each <= 150, `${each} bytes for each service`);
  });
});

describe('services that are at hand', () => {
  it('can be searched as their snapshot can, without being written, and stay the same objects', () => {
    fc.assert(
      fc.property(services, (list) => {
        const parts = [...chunksOf(list)];
        const withoutServices = parts.map(({ services: _, ...part }) => part);
        assert.deepEqual(withoutServices, read(encodeSnapshot(list, { made }).files[0].text).chunks);
        const given = parts.flatMap((part) => Array.from({ length: part.rows }, (_, row) => serviceAt(part, row)));
        assert.ok(given.every((one, at) => one === list[at]) && given.length === list.length);
      }),
      { numRuns: runs(400), seed: 12 },
    );
  });
});

describe('a large snapshot', () => {
  const place = (city, region) => ({ city, region });
  const make = (at, locations) => parse(service, { id: `s-${at}`, name: `Service ${at}`, locations }).value;
  const list = [
    ...Array.from({ length: 3200 }, (_, at) => make(at, [place('Chicago', 'IL')])),
    ...Array.from({ length: 40 }, (_, at) => make(4000 + at, [place(`Town ${at % 5}`, 'IL')])),
    ...Array.from({ length: 30 }, (_, at) => make(5000 + at, [place('', 'OH')])),
    ...Array.from({ length: 310 }, (_, at) => make(6000 + at, [])),
    make(7000, [place('Chicago', 'IL'), place('Columbus', 'OH')]),
    make(
      7001,
      ['MI', 'OH', 'NY', 'CA', 'TX'].map((region) => place('', region)),
    ),
  ];
  const { files } = encodeSnapshot(list, { made, shardAbove: 1000 });
  const head = read(files[0].text);
  const area = (id) => head.areas.find((one) => one.id === id);
  const inArea = (id) => area(id).files.flatMap((name) => servicesOf(files.find((file) => file.name === name).text));

  it('is made file by file, of services that are asked for one at a time, and what names the parts comes last', () => {
    const asked = { length: list.length, at: (index) => structuredClone(list[index]) };
    const [first, ...parts] = files;
    assert.deepEqual([...snapshotFiles(asked, { made, shardAbove: 1000 })], [...parts, first]);
  });
  it('is divided by city, by region, and by what is tied to no place', () => {
    const { areas } = head;
    assert.deepEqual(
      areas.map(({ id, name, count }) => [id, name, count]),
      [
        ['anywhere', '', 11],
        ['chicago-il', 'Chicago, IL', 3201],
        ['il', 'IL', 40],
        ['oh', 'OH', 31],
      ],
    );
    assert.equal(head.count, list.length);
    assert.equal(
      head.chunks.reduce((sum, { rows }) => sum + rows, 0),
      300,
    );
  });

  it('has every service somewhere, and a service with two places in both', () => {
    const everywhere = [...servicesOf(files[0].text), ...head.areas.flatMap(({ id }) => inArea(id))];
    assert.deepEqual(new Set(everywhere.map(({ id }) => id)), new Set(list.map(({ id }) => id)));
    assert.equal(everywhere.filter(({ id }) => id === 's-7000').length, 2);
    for (const one of everywhere)
      assert.deepEqual(
        one,
        list.find(({ id }) => id === one.id),
      );
  });

  it('has files of at most 2,500 services, whose names change with what is in them', () => {
    assert.equal(area('chicago-il').files.length, 2);
    const other = encodeSnapshot(list.toSpliced(0, 1), { made, shardAbove: 1000 });
    const names = files.map(({ name }) => name);
    const kept = other.files.filter(({ name }) => names.includes(name)).length;
    assert.ok(kept < names.length && kept >= 3, `${kept} of ${names.length}`);
    assert.equal(new Set(names).size, names.length);
  });
});

describe('a hostile snapshot', () => {
  const good = encodeSnapshot(
    [parse(service, { name: 'A', phones: [{ number: '988', type: 'voice' }], taxonomyTerms: ['x'] }).value],
    { made },
  ).files[0].text;

  it('never throws, whatever stands in its places', () => {
    const paths = [];
    const walk = (value, path) => {
      if (path.length) paths.push(path);
      if (typeof value === 'object' && value) for (const key of Object.keys(value)) walk(value[key], [...path, key]);
    };
    walk(JSON.parse(good), []);
    const bad = fc.oneof(fc.jsonValue(), fc.constantFrom(-1, 1e9, 0.5, 'x', [[]], [-2], [1e12], { __proto__: null }));
    fc.assert(
      fc.property(fc.constantFrom(...paths), bad, (path, value) => {
        const json = JSON.parse(good);
        const holder = path.slice(0, -1).reduce((inside, key) => inside[key], json);
        holder[path.at(-1)] = value;
        const snapshot = decodeSnapshot(json);
        for (const part of snapshot?.chunks ?? [])
          for (let row = 0; row < Math.min(part.rows, 20); row++) {
            const one = serviceAt(part, row);
            if (one) assert.deepEqual(parse(service, one).problems, []);
          }
      }),
      { numRuns: runs(2000), seed: 12 },
    );
    for (const json of [null, [], 'x', 1, {}]) assert.equal(decodeSnapshot(json), undefined);
  });

  it('takes no memory for rows that are not there', () => {
    const problemsOf = (part) =>
      decodeSnapshot({ alongside: 'services', version: 1, parts: [part] }).problems.map(({ path }) => path);
    assert.deepEqual(problemsOf({ rows: 1e9, columns: {} }), ['$.parts[0].rows']);
    assert.deepEqual(problemsOf({ rows: 1, columns: { phones: { n: [4e6, 4e6], of: {}, i: [1] } } }), [
      '$.parts[0].columns.phones.n',
    ]);
    assert.deepEqual(problemsOf({ rows: 1, columns: { name: { d: ['A'], i: [3] } } }), ['$.parts[0].columns.name.i']);
  });

  it('sets no prototype and takes nothing from one', () => {
    const text = good.replace('"columns":{', '"columns":{"__proto__":{"polluted":1},"constructor":[],');
    const [part] = read(text).chunks;
    assert.equal(serviceAt(part, 0).polluted, undefined);
    assert.equal({}.polluted, undefined);
    assert.equal(Object.getPrototypeOf(serviceAt(part, 0)), Object.prototype);
  });

  it('is cleaned like any other data: no markup, no script links, no confidential address', () => {
    const raw = (columns) => ({ alongside: 'services', version: 1, parts: [{ rows: 1, columns }] });
    const [part] = decodeSnapshot(
      raw({
        name: { d: ['A\u202eB'] },
        description: { d: ['<img src=x onerror=alert(1)>'] },
        url: { d: ['javascript:alert(1)'] },
        address: { d: ['1 Hidden Street'] },
        addressConfidential: [1],
      }),
    ).chunks;
    assert.deepEqual(
      { ...serviceAt(part, 0) },
      {
        name: 'AB',
        addressConfidential: true,
        phones: [],
        languages: [],
        notes: [],
        facts: [],
        taxonomyTerms: [],
        schedules: [],
        locations: [],
        serviceAreas: [],
        requiredDocuments: [],
      },
    );
  });

  it('names no file outside its folder', () => {
    const areas = [
      ['https://evil.example/a.json'],
      ['//evil.example/a.json'],
      ['../a.json'],
      ['a/b.json'],
      ['\\\\evil.example\\a.json'],
      ['%2e%2e.json'],
      ['data:a.json'],
      ['.json'],
      ['services-abc.json'],
    ].map((files, at) => ({ id: `a${at}`, name: 'A', count: 1, bytes: 1, files }));
    const { areas: read, problems } = decodeSnapshot({ alongside: 'services', version: 1, areas, parts: [] });
    assert.deepEqual(
      read.map(({ id }) => id),
      ['a8'],
    );
    assert.equal(problems.length, 8);
  });

  it('of a newer version is not read', () => {
    assert.equal(decodeSnapshot({ alongside: 'services', version: 2, parts: [] }), undefined);
  });
});
