/**
 * Does reading a feed end well, whatever is in it? It never throws and never hangs; what it gives is what the parser takes without a
 * problem; and nothing that data can hold gets past.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { runs } from '../thorough.js';
import { bundled, dataFile, feedFile } from './bundled.js';

const { fromHsds, parse, service: shape } = await bundled('services/hsds/from-hsds', 'schema/parse', 'services/schema');

/** Reads, and checks that the parser has nothing to say about any service. */
function read(data, options) {
  const result = fromHsds(data, options);
  // These would have been found by the parser at the end: something was given to it that is not in order.
  for (const { reason, path } of result.problems) assert.ok(!['markup', 'unknown', 'empty'].includes(reason), path);
  for (const one of result.services) {
    assert.deepEqual(parse(shape, one), { value: one, problems: [] });
    assert.ok(Object.isFrozen(one) && Object.isFrozen(one.phones));
  }
  return result;
}

const keys = {
  text: [
    'name',
    'description',
    'url',
    'email',
    'status',
    'alert',
    'fees',
    'fees_description',
    'eligibility',
    'minimum_age',
    'maximum_age',
    'assured_date',
    'lang',
    'id',
    'application_process',
    'interpretation_services',
    'alternate_name',
    'hours_of_operation',
  ],
  lists: [
    'phones',
    'schedules',
    'regular_schedules',
    'holiday_schedules',
    'languages',
    'locations',
    'service_at_locations',
    'addresses',
    'attributes',
    'taxonomy_terms',
    'services_taxonomy',
    'cost_options',
    'required_documents',
    'service_areas',
    'contacts',
    'accessibility',
    'programs',
    'services',
    'contents',
    'organizations',
  ],
  inside: [
    'number',
    'extension',
    'type',
    'description',
    'freq',
    'byday',
    'weekday',
    'days',
    'opens_at',
    'closes_at',
    'times',
    'timezone',
    'rrule',
    'date',
    'dtstart',
    'valid_from',
    'closed',
    'code',
    'address_1',
    'city',
    'state_province',
    'latitude',
    'longitude',
    'coordinates',
    'location',
    'location_type',
    'location_id',
    'taxonomy_term',
    'amount',
    'currency',
    'option',
    'organization',
    'organization_id',
    'service',
    'confidential',
    '__proto__',
    'constructor',
  ],
};
const scalar = fc.oneof(
  fc.constantFrom(
    '',
    'N/A',
    '<b>x',
    '&lt;script&gt;',
    '24 hours',
    '+1741741',
    '09:00',
    '9 AM',
    'MO',
    'Mon-Fri',
    '2024-02-30',
    'javascript:alert(1)',
    'www.x.example',
    '-91',
    '1e999',
    'Spanish',
    '\u202e\u0000',
    '[a](b)',
    '**',
    '1-800-LIFENET',
    'FREQ=WEEKLY;BYDAY=MO',
    '\ud800',
    'x'.repeat(400),
    'América/Nowhere',
    'Confidential location',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(null, undefined, NaN, Infinity, 10n, Symbol('s'), () => 1, new Date(0), new Map([[1, 2]])),
);
const { record } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 5, arbitrary: scalar },
    { weight: 2, arbitrary: tie('record') },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
  ),
  record: fc.dictionary(fc.constantFrom(...keys.text, ...keys.lists, ...keys.inside), tie('value'), { maxKeys: 12 }),
}));

describe('10,000 bad records', () => {
  it('are read without a throw, and what comes out is in order', () => {
    let services = 0;
    fc.assert(
      fc.property(record, fc.boolean(), (more, isNamed) => {
        services += read(isNamed ? { ...more, name: 'A' } : more, { timezone: 'America/Chicago' }).services.length;
      }),
      { numRuns: runs(10_000), seed: 7 },
    );
    assert.ok(services > runs(10_000) / 2, `${services}`);
  });
});

const thrower = () => {
  throw new Error('no');
};
/** An object that throws wherever it is touched. */
const hostile = new Proxy(
  {},
  { get: thrower, has: thrower, ownKeys: thrower, getOwnPropertyDescriptor: thrower, getPrototypeOf: thrower },
);
const revoked = (() => {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
})();

describe('what throws when it is looked at', () => {
  const throwing = {
    get description() {
      return thrower();
    },
    get phones() {
      return thrower();
    },
    name: 'A',
    email: 'a@x.example',
  };
  it('is left out and told, and the rest is read', () => {
    const { services, problems } = read(throwing);
    assert.equal(services[0].email, 'a@x.example');
    assert.deepEqual(problems.map(({ path }) => path).sort(), ['$.description', '$.phones']);
  });
  for (const [name, value] of Object.entries({ hostile, revoked })) {
    it(`may stand anywhere: ${name}`, () => {
      read(value);
      read([value, { name: 'A' }]);
      for (const key of [...keys.text, ...keys.lists, ...keys.inside]) {
        const { services } = read({ alternate_name: 'B', name: 'A', [key]: value });
        assert.equal(services[0]?.name, key === 'name' ? 'B' : 'A', key);
        const inside = read({
          name: 'A',
          locations: [{ [key]: value }],
          schedules: [{ opens_at: '09:00', [key]: value }],
          phones: [{ [key]: value }],
        });
        assert.equal(inside.services.length, 1, key);
      }
      assert.deepEqual(
        read([value, { name: 'A' }]).services.map((one) => one.name),
        ['A'],
      );
    });
  }
  it('may be a text that cannot be one', () => {
    const odd = { toString: thrower, valueOf: thrower, [Symbol.toPrimitive]: thrower };
    for (const key of [...keys.text, ...keys.inside])
      read({ name: 'A', [key]: odd, schedules: [{ [key]: odd, freq: 'WEEKLY' }] });
  });
});

describe('what has no end', () => {
  it('holds itself', { timeout: 120_000 }, () => {
    const one = { name: 'A', organization: {}, locations: [], phones: [], schedules: [] };
    Object.assign(one.organization, { name: 'Org', services: [one], organization: one.organization });
    one.locations.push(one, { location: one, addresses: one.locations });
    one.phones.push(one.phones, { number: one.phones });
    one.schedules.push({ times: one.schedules, freq: 'WEEKLY' });
    one.self = one.attributes = one;
    assert.ok(read(one).services.length >= 1);
    const list = [];
    list.push(list, list, list, { contents: list, name: 'A' }, { data: list });
    read(list);
    const holder = { contents: [], locations: [] };
    for (let index = 0; index < 300; index++) (holder.contents.push(holder), holder.locations.push(holder));
    read(holder);
    const nameless = { organization: {} };
    nameless.organization.organization = nameless;
    read(nameless);
  });
  it('is very deep', () => {
    let deep = { name: 'A' };
    for (let index = 0; index < 20_000; index++)
      deep = { organization: deep, times: [deep], value: deep, attributes: [deep] };
    read(deep);
    read({ name: 'A', description: deep, schedules: [deep], attributes: deep, locations: [deep] });
  });
  it('is very long', () => {
    const long = 'Confidential <b '.repeat(100_000);
    const { services, problems } = read({
      name: 'A',
      description: long,
      phones: [{ number: long }],
      url: long,
      languages: [long],
      schedules: [{ byday: long, opens_at: long }],
      locations: [{ addresses: [{ address_1: long }] }],
      attributes: [{ taxonomy_term: { name: long } }],
    });
    assert.equal(services.length, 1);
    assert.ok(JSON.stringify(services).length < 60_000);
    assert.ok(problems.some(({ reason }) => reason === 'too-long'));
    for (const unit of [
      '<!--',
      '[[',
      '**a',
      '_',
      '`',
      '&',
      '<',
      '(1',
      '1-',
      'a ',
      '\n-',
      '\\',
      'text ',
      '8',
      'address ',
      'location is ',
      'confidential and ',
      '[a](',
      ' x ',
      '. ',
    ])
      read({
        name: 'A',
        description: unit.repeat(10_000),
        phones: [{ number: unit.repeat(10_000) }],
        url: unit.repeat(10_000),
        locations: [{ confidential: true, addresses: [{ address_1: unit.repeat(10_000) }] }],
        fees: unit.repeat(10_000),
      });
  });
  it('is a list of very many', () => {
    const phones = Array.from({ length: 3000 }, (_, index) => ({ number: `212-555-${1000 + index}` }));
    const { services, problems } = read({ name: 'A', phones });
    assert.equal(services[0].phones.length, 500);
    assert.deepEqual(
      problems.map(({ path, reason }) => `${path} ${reason}`),
      ['$.phones too-many'],
    );
    const empty = [];
    empty.length = 4_000_000_000;
    read({ name: 'A', phones: empty, locations: empty });
  });
});

describe('what would get past', () => {
  it('by names of a prototype', () => {
    const { services } = read(
      JSON.parse(
        '{"name":"A","__proto__":{"email":"a@x.example"},"constructor":{"prototype":{"polluted":1}},"schedules":[{"__proto__":{"freq":"WEEKLY"},"times":[{"__proto__":{"opens_at":"09:00"}}]}]}',
      ),
    );
    assert.equal(services[0].email, undefined);
    assert.equal({}.polluted, undefined);
    assert.equal(read(Object.create({ name: 'A' })).services.length, 0);
  });
  it('by markup', () => {
    const texts = [
      '<img src=x onerror=alert(1)>',
      '&lt;img src=x&gt;',
      '&amp;lt;img src=x&amp;gt;',
      '&#60;b&#62;',
      '<<b>b>',
      '<\u200bb>',
      '<!-- x',
      '</',
      '<b',
      '< b <i',
    ];
    for (const text of texts) {
      const { services } = read({
        name: `A ${text}`,
        description: `${text} Words`,
        alert: text,
        required_documents: [text],
        phones: [{ number: '212-555-0100', description: text }],
        locations: [{ name: text, addresses: [{ address_1: `1 ${text}`, city: text }] }],
      });
      assert.doesNotMatch(JSON.stringify(services), /<[a-z!/?]/i);
    }
  });
  it('by a path: no value stands in a problem', () => {
    const { problems } = read({
      name: 'A',
      url: 'SECRET',
      email: 'SECRET',
      status: 'SECRET',
      assured_date: 'SECRET',
      phones: [{ number: 'SECRET' }],
      minimum_age: 'SECRET',
      locations: [{ latitude: 'SECRET', city: 'x' }],
    });
    assert.ok(problems.length >= 7);
    assert.doesNotMatch(JSON.stringify(problems), /SECRET/);
  });
});

/** How many services a document has, told by hand: those that are called so; or else programs; or else the organization itself. */
function expected(data) {
  const collect = (value, names) => {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, part]) => {
      const isOne = names.includes(key) && !Array.isArray(value);
      // What stands below a service is that service again.
      return isOne ? [part].flat().filter((one) => one && typeof one === 'object') : collect(part, names);
    });
  };
  return [data]
    .flat()
    .reduce(
      (sum, unit) => sum + (collect(unit, ['services', 'service']).length || collect(unit, ['programs']).length || 1),
      0,
    );
}

describe('documents that a machine made', () => {
  const check = (lines) => {
    const found = { services: 0, nameless: 0, expected: 0 };
    for (const line of lines) {
      const { data } = JSON.parse(line);
      const { services, problems } = read(data);
      found.services += services.length;
      found.nameless += problems.filter(({ path, reason }) => reason === 'missing' && path.endsWith('.name')).length;
      found.expected += expected(data);
    }
    return found;
  };
  it('are read, and no service is lost: 60 of them', () => {
    const { services, nameless, expected } = check(feedFile('haarrrvest/results.ndjson').trim().split('\n'));
    assert.equal(services + nameless, expected);
  });
  it('are read, and no service is lost: all 3,867', { skip: !dataFile('haarrrvest-llm-hsds/results.ndjson') }, () => {
    const lines = dataFile('haarrrvest-llm-hsds/results.ndjson').trim().split('\n');
    const { services, nameless, expected } = check(lines);
    assert.equal(lines.length, 3867);
    assert.deepEqual([services, nameless, expected], [4077, 11, 4088]);
  });
});
