/**
 * Does a service come out of HSDS with all that it says, whatever it is wrapped in and whichever version it is? Each rule by itself, then
 * the official examples and real records.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bundled, dataFile, feedFile } from './bundled.js';

const { fromHsds, parse, service } = await bundled('services/hsds/from-hsds', 'schema/parse', 'services/schema');

const told = ({ problems }) => problems.map(({ path, reason }) => `${path} ${reason}`);
/** What is read of one service that is called A. */
function read(more, options) {
  const result = fromHsds({ name: 'A', ...more }, options);
  assert.equal(result.services.length, 1);
  return { ...result, service: result.services[0] };
}
const only = (more, options) => {
  const { service, problems } = read(more, options);
  assert.deepEqual(problems, []);
  return service;
};
const phones = (...list) =>
  only({ phones: list.map((one) => (typeof one === 'string' ? { number: one } : one)) }).phones.map(
    ({ number, type, extension, keyword, description }) =>
      [type, number, extension && `x${extension}`, keyword && `"${keyword}"`, description && `(${description})`]
        .filter(Boolean)
        .join(' '),
  );
const schedules = (schedule, options, list = 'schedules') => only({ [list]: [schedule].flat() }, options).schedules;
const schedule = (given, options, list) => {
  const [one, ...more] = schedules(given, options, list);
  assert.equal(more.length, 0);
  return one;
};
const place = (location) => only({ locations: [location] }).locations[0];

describe('what a service is wrapped in', () => {
  const a = { id: '1', name: 'A' };
  const wrapped = {
    'a service': a,
    'a list': [a],
    'a page': { total_items: 1, contents: [a] },
    'an object with services': { services: [a] },
    'a list of pages': [{ contents: [a] }],
    'an organization with services': { name: 'Org', services: [a] },
    'an organization beside its services': { organization: { id: 'o', name: 'Org' }, services: [a] },
    'organizations beside services': {
      organizations: [{ id: 'o', name: 'Org' }],
      services: [{ ...a, organization_id: 'o' }],
    },
    'an organization inside its service': { ...a, organization: { name: 'Org' } },
    'a service at a location': { id: 'x', service: a, location: { name: 'Here', city: 'Town' } },
    'a location with services': {
      name: 'Here',
      address: { city: 'Town' },
      services: [a],
      organization: { name: 'Org' },
    },
    'an organization whose locations have the services': { name: 'Org', locations: [{ name: 'Here', services: [a] }] },
    'an organization with programs and no services': { name: 'Org', services: [], programs: [a] },
  };
  for (const [name, data] of Object.entries(wrapped)) {
    it(`is ${name}`, () => {
      const { services, problems } = fromHsds(data);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        services.map(({ id, name }) => [id, name]),
        [['1', 'A']],
      );
      const isOwned = JSON.stringify(data).includes('Org');
      assert.equal(services[0].organization, isOwned ? 'Org' : undefined);
      assert.deepEqual(
        services[0].locations.map(({ city }) => city),
        JSON.stringify(data).includes('Town') ? ['Town'] : services[0].locations.map(() => undefined),
      );
    });
  }
  it('is a list of services at locations: a service with two places is one', () => {
    const at = (city) => ({ service: a, location: { city }, phones: [{ number: '212-555-0100' }] });
    const { services } = fromHsds([
      at('North'),
      at('South'),
      { service: { id: '2', name: 'B' }, location: { city: 'West' } },
    ]);
    assert.deepEqual(
      services.map(({ name, locations }) => [name, locations.map(({ city }) => city)]),
      [
        ['A', ['North', 'South']],
        ['B', ['West']],
      ],
    );
    assert.equal(services[0].phones.length, 1);
  });
  it('belongs to the organization that it names', () => {
    const { services } = fromHsds({
      organizations: [
        { id: 'o1', name: 'One' },
        { id: 'o2', name: 'Two', phones: [{ number: '212-555-0102' }] },
      ],
      services: [
        { name: 'A', organization_id: 'o2' },
        { name: 'B', organization_id: 'o1' },
      ],
    });
    assert.deepEqual(
      services.map((one) => [one.organization, one.phones.length]),
      [
        ['Two', 1],
        ['One', 0],
      ],
    );
  });
  it('is left out without a name, and that is told', () => {
    const result = fromHsds({ contents: [{ id: '1' }, { name: 'A' }, { name: ' ' }, { name: 'null' }] });
    assert.equal(result.services.length, 1);
    assert.deepEqual(told(result), [
      '$.contents[0].name missing',
      '$.contents[2].name missing',
      '$.contents[3].name missing',
    ]);
  });
  it('is nothing: no service, no throw', () => {
    for (const data of [undefined, null, 0, '', 'text', [], true, [[]], [null, 3], Symbol('x'), () => {}])
      assert.deepEqual(fromHsds(data).services, []);
  });
});

describe('what hangs on the service or above it', () => {
  const mine = {
    phones: [{ number: '212-555-0101' }],
    languages: ['es'],
    schedules: [{ description: 'Mine' }],
    url: 'https://mine.example/',
    email: 'me@mine.example',
    locations: [{ city: 'Mine' }],
  };
  const theirs = {
    name: 'Org',
    phones: [{ number: '212-555-0102' }],
    languages: ['fr'],
    schedules: [{ description: 'Theirs' }],
    website: 'https://theirs.example/',
    email: 'us@theirs.example',
    locations: [{ city: 'Theirs' }],
  };
  const facts = (one) => [
    one.phones[0].number.at(-1),
    one.languages,
    one.hoursDescription,
    one.url,
    one.email,
    one.locations[0].city,
  ];
  it('is its own', () =>
    assert.deepEqual(facts(only({ ...mine, organization: theirs })), [
      '1',
      ['es'],
      'Mine',
      'https://mine.example/',
      'me@mine.example',
      'Mine',
    ]));
  it('is that of its organization where it has none', () =>
    assert.deepEqual(facts(only({ organization: theirs })), [
      '2',
      ['fr'],
      'Theirs',
      'https://theirs.example/',
      'us@theirs.example',
      'Theirs',
    ]));
  it('is that of a place: phones join the service, hours stay with the place', () => {
    const at = {
      phones: [{ number: '212-555-0103' }],
      schedules: [{ byday: 'MO' }],
      location: {
        city: 'Town',
        languages: [{ code: 'vi' }],
        phones: [{ number: '212-555-0104' }],
        schedules: [{ byday: 'TU' }],
      },
    };
    const found = only({ service_at_locations: [at] });
    assert.deepEqual(
      found.phones.map(({ number }) => number.at(-1)),
      ['3', '4'],
    );
    assert.deepEqual(found.languages, ['vi']);
    assert.deepEqual(found.schedules, []);
    assert.deepEqual(
      found.locations[0].schedules.map(({ byday }) => byday),
      ['MO', 'TU'],
    );
  });
  it('is found by the id of a place', () => {
    const { services } = fromHsds({
      locations: [
        { id: 'l1', city: 'North' },
        { id: 'l2', city: 'South', latitude: 41, longitude: -87 },
      ],
      services: [
        { name: 'A', location_ids: ['l2'] },
        { name: 'B', locations: [{ location_id: 'l1', schedules: [{ byday: 'WE' }] }] },
      ],
    });
    assert.deepEqual(
      services.map(({ locations }) => locations.map(({ city, latitude }) => [city, latitude])),
      [[['South', 41]], [['North', undefined]]],
    );
    assert.equal(services[1].locations[0].schedules[0].byday, 'WE');
  });
});

describe('text', () => {
  const texts = {
    'Plain words.': 'Plain words.',
    '<p>One</p><p>Two.</p>Three': 'One\nTwo.\nThree',
    '<ul><li>Food<li>Shelter</ul>': '• Food\n• Shelter',
    'A<br>B &amp; C&nbsp;D &#39;E&#x27; &ntilde;&eacute;': "A\nB & C D 'E' ñé",
    '&lt;p&gt;Twice&lt;/p&gt; &lt;script&gt;alert(1)&lt;/script&gt; made': 'Twice\nmade',
    '<script>steal()</script>Safe<!-- hidden -->': 'Safe',
    '## Help\n\nWe **do** _this_ and [that](https://x.example/y).\n\n- one\n- two':
      'Help\nWe do this and that.\n• one\n• two',
    'In 2 * 3 ways, snake_case_name, 5 < 6': 'In 2 * 3 ways, snake_case_name, 5 < 6',
    'Cut off <a href="https://x.exa': 'Cut off',
    'A line\nthat goes on': 'A line that goes on',
    'See <https://x.example/a>': 'See https://x.example/a',
  };
  for (const [given, plain] of Object.entries(texts)) {
    it(`is plain: ${JSON.stringify(plain)}`, () => assert.equal(only({ description: given }).description, plain));
  }
  it('is cut after a word where it is too long, and that is told', () => {
    const { service, problems } = read({ description: 'word '.repeat(3000) });
    assert.match(service.description, /^(word )+word…$/);
    assert.ok(service.description.length <= 5000 && service.description.length > 4990);
    assert.deepEqual(told({ problems }), ['$.description too-long']);
  });
  for (const nothing of ['', ' ', 'null', 'N/A', 'n/a', 'none', 'None', '-', '--', 'undefined', null]) {
    it(`says nothing: ${JSON.stringify(nothing)}`, () => {
      const found = only({
        description: nothing,
        url: nothing,
        email: nothing,
        alert: nothing,
        phones: [{ number: nothing }],
        minimum_age: nothing,
        assured_date: nothing,
        status: nothing,
        fees_description: nothing,
      });
      assert.deepEqual(found, only({}));
    });
  }
});

describe('phones', () => {
  const numbers = {
    'as they are': ['(212) 555-0100', 'voice (212) 555-0100'],
    'in quote marks': ['"+44 1234 234567"', 'voice +44 1234 234567'],
    'with an extension behind': ['212-555-0100 x123', 'voice 212-555-0100 x123'],
    'with a written extension': ['212-555-0100, ext. 5', 'voice 212-555-0100 x5'],
    'with an extension glued on': ['212-555-0100x45', 'voice 212-555-0100 x45'],
    'with keys to press': ['1-800-555-0100, press 2', 'voice 1-800-555-0100 (press 2)'],
    'two in one': ['212-555-0100 / 212.555.0101', 'voice 212-555-0100', 'voice 212.555.0101'],
    'two joined by a word': ['212-555-0100 or 988', 'voice 212-555-0100', 'voice 988'],
    'in letters': ['1-800-LIFENET', 'voice 1-800-543-3638 (1-800-LIFENET)'],
    'partly in letters': ['1-800-273-TALK', 'voice 1-800-273-8255 (1-800-273-TALK)'],
    'in letters and figures': ['1-800-799-SAFE (7233)', 'voice 1-800-799-SAFE (7233)'],
    'a short code with a country before': ['+1741741', 'text 741741'],
    'three digits with a country before': ['+1988', 'voice 988'],
    'with a keyword': ['Text HELLO to 741741', 'text 741741 "HELLO"'],
    'with a keyword in Spanish': ['Envía AYUDA al 741741', 'text 741741 "AYUDA"'],
    'with its type in words': ['TTY: 212-555-0100', 'textphone 212-555-0100'],
    'for both': ['Call or text 988', 'voice 988', 'text 988'],
    'with one for letters': ['212-555-0100; 212-555-0101 (fax)', 'voice 212-555-0100'],
    'of nine digits': ['718-228-216', 'voice 718-228-216'],
  };
  for (const [name, [given, ...expected]] of Object.entries(numbers)) {
    it(`are read ${name}`, () => assert.deepEqual(phones(given), expected));
  }
  const types = {
    text: 'text',
    SMS: 'text',
    sms: 'text',
    voice: 'voice',
    cell: 'voice',
    Mobile: 'voice (Mobile)',
    Hotline: 'voice (Hotline)',
    'Toll-Free': 'voice (Toll-Free)',
    TTY: 'textphone',
    textphone: 'textphone',
    'Text Telephone': 'textphone',
    video: 'voice (video)',
  };
  for (const [type, expected] of Object.entries(types)) {
    it(`of type ${type} are ${expected}`, () => {
      const [kind, ...more] = expected.split(' ');
      assert.deepEqual(phones({ number: '212-555-0100', type }), [[kind, '212-555-0100', ...more].join(' ')]);
    });
  }
  it('for letters and signals are dropped without a word', () =>
    assert.deepEqual(
      phones(
        { number: '212-555-0100', type: 'fax' },
        { number: '212-555-0101', type: 'Pager' },
        { number: '212-555-0102', description: 'Fax' },
      ),
      [],
    ));
  it('may have a number for an extension', () =>
    assert.deepEqual(phones({ number: '212-555-0100', extension: 100 }), ['voice 212-555-0100 x100']));
  it('may be numbers', () =>
    assert.deepEqual(only({ phones: [{ number: 2125550100 }] }).phones[0].number, '2125550100'));
  it('are told once', () =>
    assert.deepEqual(
      phones('212-555-0100', '(212) 555 0100', '+1 212-555-0100', { number: '212-555-0100', extension: '2' }),
      ['voice 212-555-0100', 'voice 212-555-0100 x2'],
    ));
  it('that are none are told, and hours are kept as such', () => {
    const { service, problems } = read({
      phones: [{ number: '24 hours daily' }, { number: 'Call for info' }, { number: '8:30-5:00' }],
    });
    assert.deepEqual(service.phones, []);
    assert.deepEqual(
      told({ problems }),
      [0, 1, 2].map((index) => `$.phones[${index}].number not-phone`),
    );
    assert.equal(service.hoursDescription, '24 hours daily');
  });
});

describe('links, addresses of e-mail and dates', () => {
  it('are as they are written', () => {
    for (const url of ['https://x.example/_a_/*b*?c=[d](e)&f_g', 'http://x.example/a-b.html#c'])
      assert.equal(only({ url }).url, new URL(url).href);
    assert.equal(only({ url: 'https://x.example/?a=1&amp;b=2' }).url, 'https://x.example/?a=1&b=2');
    assert.deepEqual(told(read({ url: `https://x.example/${'é'.repeat(900)}` })), ['$.url not-link']);
  });
  it('may lack what is before them', () =>
    assert.equal(only({ url: 'www.x.example/a' }).url, 'https://www.x.example/a'));
  for (const url of [
    'javascript:alert(1)',
    'call us',
    'https://user:pw@x.example',
    'data:text/html,x',
    'mailto:a@x.example',
  ]) {
    it(`are refused: ${url}`, () => {
      const { service, problems } = read({ url });
      assert.deepEqual([service.url, told({ problems })], [undefined, ['$.url not-link']]);
    });
  }
  it('are refused where they are no address', () => {
    const { service, problems } = read({ email: 'not an address' });
    assert.deepEqual([service.email, told({ problems })], [undefined, ['$.email not-text']]);
    assert.equal(only({ email: 'mailto:a@x.example' }).email, 'a@x.example');
  });
  it('are days, also with a time', () => {
    assert.equal(only({ assured_date: '2024-02-29' }).assuredDate, '2024-02-29');
    assert.equal(only({ last_verified: '2024-02-29T10:00:00Z' }).assuredDate, '2024-02-29');
    for (const assured_date of ['2023-02-29', 'May 2024', '01/02/2024']) {
      const { service, problems } = read({ assured_date });
      assert.deepEqual([service.assuredDate, told({ problems })], [undefined, ['$.assured_date not-date']]);
    }
  });
});

describe('schedules', () => {
  it('of HSDS 3 keep every part', () => {
    const given = {
      freq: 'WEEKLY',
      interval: 2,
      byday: 'MO,TU',
      bymonthday: '1,-1',
      byweekno: '3',
      byyearday: '9',
      wkst: 'MO',
      valid_from: '2024-01-01',
      valid_to: '2024-12-31',
      dtstart: '2024-01-01',
      until: '2024-06-30',
      count: 3,
      timezone: 'America/Chicago',
      opens_at: '09:00:00',
      closes_at: '17:00',
    };
    assert.deepEqual(schedule(given), {
      freq: 'WEEKLY',
      interval: '2',
      byday: 'MO,TU',
      bymonthday: '1,-1',
      byweekno: '3',
      byyearday: '9',
      wkst: 'MO',
      validFrom: '2024-01-01',
      validTo: '2024-12-31',
      dtstart: '2024-01-01',
      until: '2024-06-30',
      count: '3',
      timezone: 'America/Chicago',
      opensAt: '09:00',
      closesAt: '17:00',
    });
  });
  const times = {
    '09:00:00': '09:00',
    '9:00 AM': '09:00',
    '9 am': '09:00',
    '12:00 a.m.': '00:00',
    '12:30 PM': '12:30',
    '09:00Z': '09:00',
    '09:00-05:00': '09:00',
    '09:00:00+01:00': '09:00',
    900: '09:00',
    2230: '22:30',
    noon: '12:00',
    9: '9',
    'by appointment': 'by appointment',
    '25:00': '25:00',
    '13:00 pm': '13:00 pm',
    '2024-01-01T09:00': '2024-01-01T09:00',
  };
  for (const [given, expected] of Object.entries(times)) {
    it(`open at ${given}: ${expected}`, () =>
      assert.equal(schedule({ byday: 'MO', opens_at: given }).opensAt, expected));
  }
  it('have the hours of numbers', () =>
    assert.equal(schedule({ byday: 'MO', opens_at: 600, closes_at: 1730 }).closesAt, '17:30'));
  const days = {
    MO: 'MO',
    'mo,tu': 'MO,TU',
    Monday: 'MO',
    'Mon-Fri': 'MO,TU,WE,TH,FR',
    'Saturday to Monday': 'SA,SU,MO',
    'Tue & Thu': 'TU,TH',
    'lunes y miércoles': 'MO,WE',
    '1MO,-1FR': '1MO,-1FR',
    daily: 'MO,TU,WE,TH,FR,SA,SU',
    'first Monday': 'first Monday',
    'MO-': 'MO-',
    'MO,XX': 'MO,XX',
  };
  for (const [given, expected] of Object.entries(days)) {
    it(`are on ${given}: ${expected}`, () =>
      assert.equal(schedule({ byday: given, opens_at: '09:00' }).byday, expected));
  }
  it('have weekdays by number only where that is HSDS', () => {
    assert.equal(schedule({ weekday: 1, opens_at: '09:00' }).byday, 'MO');
    assert.equal(schedule({ weekday: '7', opens_at: '09:00' }, {}, 'regular_schedules').byday, 'SU');
    assert.equal(schedule({ day_of_week: 2, opens_at: '09:00' }).byday, '2');
  });
  it('are spelled as machines do', () => {
    assert.deepEqual(
      schedule({
        freq: 'weekly',
        wkst: 'MO',
        days: ['WE', 'TH'],
        start_time: '10:00',
        end_time: '12:00',
        start_date: '2025-08-13',
      }),
      { freq: 'WEEKLY', wkst: 'MO', byday: 'WE,TH', opensAt: '10:00', closesAt: '12:00', validFrom: '2025-08-13' },
    );
    assert.deepEqual(
      schedules({
        freq: 'WEEKLY',
        days: ['MO'],
        times: [
          { start_time: '9:00', end_time: '12:00' },
          { start_time: '13:00', end_time: '15:00' },
        ],
      }).map(({ byday, opensAt }) => [byday, opensAt]),
      [
        ['MO', '09:00'],
        ['MO', '13:00'],
      ],
    );
    assert.deepEqual(schedule({ rrule: 'FREQ=MONTHLY;BYDAY=3SA', opens_at: '09:00' }), {
      freq: 'MONTHLY',
      byday: '3SA',
      opensAt: '09:00',
    });
    assert.deepEqual(schedule({ freq: 'ONCE', date: '2025-08-21', opens_at: '09:00' }), {
      validFrom: '2025-08-21',
      validTo: '2025-08-21',
      opensAt: '09:00',
    });
  });
  const lost = {
    'dates beside a rule': { freq: 'WEEKLY', byday: 'MO', dates: ['2025-08-12'] },
    exceptions: { freq: 'WEEKLY', byday: 'MO', exceptions: [{ date: '2025-08-12' }] },
    'a place in a set': { rrule: 'FREQ=WEEKLY;BYDAY=MO;BYSETPOS=-1' },
    'an end that HSDS lacks': { freq: 'WEEKLY', byday: 'MO', dtend: '2025-08-12' },
    'two rules that differ': { freq: 'WEEKLY', byday: 'MO', rrule: 'FREQ=MONTHLY' },
    'which week of the month in words': { freq: 'WEEKLY', byday: 'SU', description: '2nd and last Sunday' },
    'by appointment in words': { freq: 'DAILY', notes: 'By appointment only' },
    'every second week in words': { freq: 'BIWEEKLY', byday: 'MO' },
  };
  for (const [name, given] of Object.entries(lost)) {
    it(`are not taken for less than they say: ${name}`, () =>
      assert.doesNotMatch(schedule({ ...given, opens_at: '09:00' }).freq, /^(DAILY|WEEKLY|MONTHLY)$/));
  }
  it('are not taken for less than they say: two days that differ', () =>
    assert.equal(schedule({ byday: 'MO', days: ['TU'], opens_at: '09:00' }).byday, 'MO / TU'));
  it('are not taken for less than they say: a long list', () =>
    assert.match(schedule({ bymonthday: '1,'.repeat(300), opens_at: '09:00' }).bymonthday, /…$/));
  it('have a zone of their own, or the feed’s where theirs says too little', () => {
    const zoned = (timezone, options) => schedule({ byday: 'MO', opens_at: '09:00', timezone }, options).timezone;
    const options = { timezone: 'America/Detroit' };
    assert.equal(zoned('America/Chicago', options), 'America/Chicago');
    for (const offset of [-5, '-05:00', '+0100', 'UTC-5', undefined, ''])
      assert.equal(zoned(offset, options), 'America/Detroit');
    assert.equal(zoned(-5), '-5');
    assert.equal(zoned('-05:00'), '-05:00');
    assert.equal(zoned(undefined), undefined);
    assert.equal(zoned('Middle/Earth', options), 'Middle/Earth');
    assert.equal(schedule({ byday: 'MO', x_own: { timezone: 'America/Boise' } }, options).timezone, 'America/Boise');
  });
  it('of holidays are closed, or open at other hours', () => {
    const given = [
      { closed: true, start_date: '2024-12-25', end_date: '2024-12-25' },
      { closed: 'false', start_date: '2024-12-24', end_date: '2024-12-24', opens_at: '10:00', closes_at: '14:00' },
      { start_date: '2024-12-31', end_date: '2024-12-31', opens_at: '10:00', closes_at: '14:00' },
    ];
    assert.deepEqual(
      schedules(given, {}, 'holiday_schedules').map(({ closed }) => closed),
      [true, false, false],
    );
  });
  it('in words alone are no hours to reckon with', () => {
    const found = only({
      schedules: [
        { description: 'Most days' },
        'By chance',
        { byday: 'MO', description: 'Mondays', notes: 'Ring twice' },
      ],
    });
    assert.equal(found.schedules.length, 1);
    assert.equal(found.schedules[0].description, 'Mondays Ring twice');
    assert.equal(found.hoursDescription, 'Most days By chance Mondays Ring twice');
  });
});

describe('who it is for and what it costs', () => {
  it('has ages', () => {
    assert.deepEqual(
      [only({ minimum_age: '12', maximum_age: 24.9 })].map((one) => [one.minimumAge, one.maximumAge]),
      [[12, 24]],
    );
    assert.deepEqual(
      [only({ eligibility: [{ minimum_age: 13, eligibility: 'Teens' }] })].map((one) => [
        one.minimumAge,
        one.eligibilityDescription,
      ]),
      [[13, 'Teens']],
    );
    assert.equal(only({ minimum_age: 18, maximum_age: 999 }).maximumAge, undefined);
    assert.deepEqual(told(read({ minimum_age: 18, maximum_age: 5 })), ['$.maximum_age type']);
    assert.deepEqual(told(read({ minimum_age: 'old' })), ['$.minimum_age type']);
  });
  const costs = {
    Free: true,
    'No cost.': true,
    'Services are free of charge': true,
    Gratis: true,
    $0: true,
    'Free for first visit': undefined,
    'Free or low cost': undefined,
    $5: undefined,
    'Sliding scale': undefined,
    'Free to members': undefined,
  };
  for (const [fees, free] of Object.entries(costs)) {
    it(`is free or not known: ${fees}`, () =>
      assert.deepEqual([only({ fees }).free, only({ fees }).feesDescription], [free, fees]));
  }
  it('is free where every amount is nothing, and nothing else is said', () => {
    assert.equal(only({ cost_options: [{ amount: 0 }] }).free, true);
    assert.equal(only({ cost_options: [{ amount: 0 }, { amount: 5 }] }).free, undefined);
    assert.equal(only({ cost_options: [{ option: 'Adults' }] }).free, undefined);
    assert.equal(only({ fees_description: 'Ask us', cost_options: [{ amount: 0 }] }).free, undefined);
    assert.equal(
      only({ cost_options: [{ option: 'Adults', amount: 5, currency: 'usd', amount_description: 'per visit' }] })
        .feesDescription,
      'Adults: 5 USD per visit',
    );
  });
  const languages = {
    'names in English': [
      ['Spanish', 'Haitian Creole'],
      ['es', 'ht'],
    ],
    'codes of three letters': [
      ['spa', 'eng'],
      ['es', 'en'],
    ],
    'own names': [
      ['español', 'Français'],
      ['es', 'fr'],
    ],
    tags: [
      ['es', 'pt-BR'],
      ['es', 'pt-BR'],
    ],
    'several in one': [['English, Spanish and Vietnamese'], ['en', 'es', 'vi']],
    objects: [
      [{ name: 'Farsi' }, { code: 'ur', name: 'Urdu' }, { name: 'ASL' }],
      ['fa', 'ur', 'ase'],
    ],
    'nobody’s': [['Klingonese', '375', 'Language 384'], ['Klingonese']],
    'the same again': [['en', 'English'], ['en']],
  };
  for (const [name, [given, tags]] of Object.entries(languages)) {
    it(`speaks languages: ${name}`, () => assert.deepEqual(only({ languages: given }).languages, tags));
  }
  it('has terms, from wherever they stand, each once', () => {
    const found = only({
      attributes: [{ taxonomy_term: { name: 'Counseling' } }, { label: 'Other', value: 'x' }],
      taxonomy_terms: [{ term: 'Shelter' }, 'Food'],
      services_taxonomy: [{ taxonomy_detail: 'x', taxonomy: { id: 't', name: 'Legal' } }],
      categories: [{ name: 'food' }, { name: 'Health' }],
      taxonomy: ['Housing'],
    });
    assert.deepEqual(found.taxonomyTerms, ['Counseling', 'Shelter', 'Food', 'Legal', 'Housing', 'Health']);
  });
  it('has the rest', () => {
    const found = only({
      alternate_name: 'B',
      email: 'a@x.example',
      application_process: 'Ring',
      interpretation_services: 'By phone',
      alert: 'Moved',
      required_documents: [{ document: 'ID' }, 'Letter'],
      service_areas: [{ name: 'North' }, 'South', { name: 'North' }],
      lang: 'es',
      accreditations: 'x',
    });
    assert.deepEqual(
      [
        found.alternateName,
        found.email,
        found.applicationProcess,
        found.interpretationServices,
        found.alert,
        found.requiredDocuments,
        found.serviceAreas,
        found.lang,
      ],
      ['B', 'a@x.example', 'Ring', 'By phone', 'Moved', ['ID', 'Letter'], ['North', 'South'], 'es'],
    );
  });
  const statuses = {
    active: 'active',
    Active: 'active',
    inactive: 'inactive',
    Closed: 'inactive',
    defunct: 'defunct',
    'Permanently closed': 'defunct',
    temporarily_closed: 'temporarily closed',
    'Temporarily Closed': 'temporarily closed',
  };
  for (const [status, expected] of Object.entries(statuses)) {
    it(`has a status: ${status}`, () => assert.equal(only({ status }).status, expected));
  }
  it('has a status that nobody knows', () =>
    assert.deepEqual(told(read({ status: 'purple' })), ['$.status not-choice']));
});

describe('places', () => {
  const street = {
    address_1: '1 Main St',
    address_2: 'Suite 2',
    city: 'Town',
    state_province: 'IL',
    postal_code: '60601',
    country: 'US',
  };
  it('have an address in one line', () => {
    const found = place({
      name: 'Hall',
      addresses: [street],
      latitude: '41.5',
      longitude: -87.25,
      accessibility: [{ description: 'Ramp', details: 'At the back' }, 'Lift'],
    });
    assert.deepEqual(found, {
      name: 'Hall',
      address: '1 Main St, Suite 2, Town, IL 60601',
      city: 'Town',
      region: 'IL',
      latitude: 41.5,
      longitude: -87.25,
      schedules: [],
      accessibility: ['Ramp At the back', 'Lift'],
    });
  });
  it('have the address that is one, where a city stands apart', () =>
    assert.match(place({ city: 'Elsewhere', addresses: [street] }).address, /^1 Main St/));
  it('name a country that is another one', () =>
    assert.match(place({ addresses: [{ ...street, country: 'CA' }] }).address, /, CA$/));
  it('do not say the city twice', () =>
    assert.equal(
      place({ addresses: [{ ...street, address_1: '1 Main St, Town, IL 60601', address_2: '' }] }).address,
      '1 Main St, Town, IL 60601',
    ));
  it('are where people can go, not where letters go', () => {
    const postal = { ...street, address_1: '9 Mail Rd', address_type: 'postal' };
    assert.match(place({ addresses: [postal, { ...street, address_type: 'physical' }] }).address, /^1 Main/);
    assert.deepEqual(place({ addresses: [postal] }).address, undefined);
    assert.deepEqual(place({ addresses: [{ ...street, address_1: 'PO Box 5' }] }).address, undefined);
  });
  it('have no name where it is that of the service or organization', () =>
    assert.equal(
      only({ organization: { name: 'Org' }, locations: [{ name: 'org', city: 'Town' }] }).locations[0].name,
      undefined,
    ));
  for (const [latitude, longitude] of [
    [0, 0],
    [100, 10],
    [10, 200],
    ['x', 10],
    [41, undefined],
  ]) {
    it(`have no point at ${latitude}, ${longitude}, and that is told`, () => {
      const { service, problems } = read({ locations: [{ latitude, longitude, city: 'Town' }] });
      assert.deepEqual(
        [service.locations[0].latitude, told({ problems })],
        [undefined, ['$.locations[0].latitude type']],
      );
    });
  }
  it('that are virtual are none', () => {
    const found = only({ locations: [{ location_type: 'virtual', name: 'Chat', schedules: [{ byday: 'MO' }] }] });
    assert.deepEqual([found.remote, found.locations, found.schedules.length], [true, [], 1]);
  });
});

describe('the official examples', { skip: !dataFile('hsds-3.2.3/hsds_official_examples/service_full.json') }, () => {
  const example = (name) => JSON.parse(dataFile(`hsds-3.2.3/hsds_official_examples/${name}.json`));
  const given = example('service_full');
  const line = { latitude: 'type' };
  for (const [name, path] of [
    ['service_full', '$'],
    ['organization_full', '$'],
    ['service_at_location_full', '$'],
    ['service_list', '$.contents[0]'],
    ['service_at_location_list', '$.contents[0]'],
  ]) {
    it(`are read: ${name}`, () => {
      const { services, problems } = fromHsds(example(name));
      assert.equal(services.length, 1);
      assert.equal(services[0].name, given.name);
      // Their latitude is 100.
      assert.deepEqual(
        new Set(problems.map((one) => one.path.split('.').at(-1) + one.reason)),
        new Set(problems.length ? ['latitudetype'] : []),
        path + line,
      );
      assert.deepEqual(parse(service, services[0]), { value: services[0], problems: [] });
    });
  }
  it('tell everything that a service has a place for', () => {
    const [found] = fromHsds(given).services;
    const [shift] = given.schedules;
    const [call] = given.phones;
    const site = given.service_at_locations[0].location;
    const words = `${shift.description} ${shift.notes}`;
    const hours = {
      validFrom: shift.valid_from,
      validTo: shift.valid_to,
      dtstart: shift.dtstart,
      until: shift.until,
      count: `${shift.count}`,
      freq: shift.freq,
      interval: `${shift.interval}`,
      byday: shift.byday,
      bymonthday: shift.bymonthday,
      byweekno: shift.byweekno,
      byyearday: shift.byyearday,
      wkst: shift.wkst,
      timezone: `${shift.timezone}`,
      opensAt: '10:00',
      closesAt: '18:00',
      description: words,
    };
    assert.deepEqual(found, {
      id: given.id,
      name: given.name,
      organization: given.organization.name,
      description: given.description.trim(),
      url: given.url,
      phones: [
        {
          number: call.number.replaceAll('"', ''),
          extension: `${call.extension}`,
          type: call.type,
          description: call.description,
        },
      ],
      languages: ['ur'],
      minimumAge: given.minimum_age,
      maximumAge: given.maximum_age,
      eligibilityDescription: given.eligibility_description,
      feesDescription: `${given.fees_description} Under 18s and Over 60s: 35 GBP per 1 hour session.`,
      hoursDescription: words,
      assuredDate: given.assured_date,
      notes: [],
      facts: [],
      alternateName: given.alternate_name,
      status: given.status,
      email: given.email,
      taxonomyTerms: [given.attributes[0].taxonomy_term.name],
      schedules: [hours],
      locations: [
        {
          name: site.name,
          city: site.addresses[0].city,
          region: site.addresses[0].state_province,
          schedules: [hours],
          accessibility: [`${site.accessibility[0].description} ${site.accessibility[0].details}`],
        },
      ],
      serviceAreas: [given.service_areas[0].name],
      applicationProcess: given.application_process,
      requiredDocuments: [given.required_documents[0].document],
      interpretationServices: given.interpretation_services,
      alert: given.alert,
    });
  });
});

describe('real records', () => {
  it('of Detroit: phones and hours stand below the places', () => {
    const { services, problems } = fromHsds(JSON.parse(feedFile('tiny-transcribed/detroit-313help-2-services.json')));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      services.map(({ organization, phones, locations }) => [organization, phones[0].number, locations[0].address]),
      [
        ['ACCESS', '313-203-1874', '6451 Schaefer Rd, Dearborn, MI 48126'],
        ['Advantage Health Centers', '313-416-6262', '1355 Oakman Blvd, Detroit, MI 48238'],
      ],
    );
    assert.deepEqual(services[1].locations[0].schedules, [
      {
        freq: 'WEEKLY',
        byday: 'MO,TU,WE,TH,FR',
        dtstart: '2026-09-14',
        opensAt: '08:00',
        closesAt: '17:00',
        timezone: 'America/Detroit',
      },
    ]);
  });
  it('of Ohana: a location with its services', () => {
    const { services } = fromHsds(JSON.parse(feedFile('ohana/location.json')));
    assert.deepEqual(services.map(({ name }) => name).slice(0, 1), ['Passport Photos']);
    const [first] = services;
    assert.equal(first.organization, 'Example Agency');
    assert.equal(first.locations[0].address, '2013 Avenue of the fellows, Suite 100, San Francisco, CA 94103');
    assert.deepEqual(first.phones.map(({ type, number, extension }) => [type, number, extension]).slice(0, 2), [
      ['voice', '123-456-7890', '123'],
      ['text', '650-222-5555', undefined],
    ]);
    assert.ok(first.phones.some(({ type }) => type === 'textphone'));
    assert.ok(!JSON.stringify(first.phones).includes('627-8244'));
    assert.deepEqual(
      first.schedules.slice(0, 3).map(({ byday, opensAt, closesAt }) => [byday, opensAt, closesAt]),
      [
        ['MO', '08:00', '12:00'],
        ['MO', '14:00', '16:00'],
        ['WE', '10:00', '15:00'],
      ],
    );
  });
  it('of ShelterTech: an organization whose services have notes, categories and hours in numbers', () => {
    const [found] = fromHsds(JSON.parse(feedFile('servicenet/complete.json'))).services;
    assert.deepEqual(
      [found.organization, found.description, found.free, found.assuredDate, found.taxonomyTerms],
      ['The Organization', 'The Service Description', true, '2011-12-04', ['Health', 'Help']],
    );
    assert.deepEqual(found.schedules[1], { byday: 'WE', opensAt: '22:00 / 12:34', closesAt: '06:00' });
    assert.equal(fromHsds(JSON.parse(feedFile('servicenet/minimal.json'))).services.length, 1);
    assert.equal(fromHsds(JSON.parse(feedFile('servicenet/invalid_fields.json'))).services.length, 1);
  });
});
