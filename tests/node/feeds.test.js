/**
 * Is a feed read as it is, with what spreadsheets, databases and other programs have done to it? Nothing is lost in silence,
 * no wrong number is dialed, hours are known or said not to be, and names are written as people write them.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { organizationsOf } from '../../cli/snapshot/organizations.js';
import { Tally } from '../../cli/snapshot/tally.js';
import { asWritten, Usage } from '../../cli/tidy/capitals.js';
import { zoneNamed } from '../../cli/tidy/zones.js';
import { bundled } from './bundled.js';

const { fromHsds, openState, languageOf, readSchedule, ServiceIndex, encodeChunks, decodeChunk, noFilters } =
  await bundled(
    'services/hsds/from-hsds',
    'services/hours/open-state',
    'services/directory-contract',
    'services/hours/schedule',
    'services/search/service-index',
    'services/search/snapshot-read',
    'services/search/snapshot-write',
  );

/** Reads a feed as the command does: tidied, with its rules of hours. */
function read(data, { keepCase = false, country = 'US', ...options } = {}) {
  const told = new Tally();
  const given = structuredClone(data);
  const documents = [{ data: given, file: 'a.json', rowOf: () => undefined }];
  const tell = told.tell.bind(told);
  organizationsOf({ documents }, { keepCase, country, tell: { cleaned: tell, renamed: tell } });
  const isUnderstood = (schedule) => readSchedule(schedule) !== undefined;
  const found = fromHsds(given, { zoneOf: zoneNamed, isUnderstood, ...options });
  for (const { reason, path } of [...found.problems, ...found.notes]) told.tell(reason, () => ({ path }));
  return {
    ...found,
    told: Object.fromEntries(told.kinds.map(([kind, { count, examples }]) => [kind, [count, examples[0].path]])),
  };
}
const only = (service, options) => read({ name: 'A', ...service }, options).services[0];
const call = ({ type, number, extension, description }) =>
  [type, number, extension && `x${extension}`, description && `(${description})`].filter(Boolean).join(' ');
/** Services in a directory, and a way to search it. */
function searchOf(services) {
  const index = new ServiceIndex();
  for (const text of encodeChunks(services.map((service) => ({ service, copy: undefined }))))
    index.add(decodeChunk(JSON.parse(text), '$', []));
  return ({ text = '', languages = [] }) =>
    index.search({
      text,
      filters: { ...noFilters, languages },
      sort: 'name',
      near: undefined,
      now: 0,
      first: 0,
      size: 20,
    });
}
const phones = (...list) =>
  only({ phones: list.map((one) => (typeof one === 'object' ? one : { number: one })) }).phones.map(call);

describe('an extension', () => {
  for (const given of [
    'tel:+1-202-555-0143;ext=22',
    'tel:2025550143;ext=22;phone-context=+1',
    'tel:202-555-0143,22',
    '202-555-0143,,22',
    '202-555-0143, 22',
    '202-555-0143;22#',
    '202-555-0143 p22',
    '202-555-0143ww22',
    '202.555.0143ext22',
    '202.555.0143x22',
    '(202) 555-0143 X 22',
    '(202) 555-0143 (ext. 22)',
    '202-555-0143 extension: 22',
    '202-555-0143 ext. no. 22',
    '202-555-0143 #22',
    '202-555-0143 ext #22',
    '202-555-0143 anexo 22',
    '2025550143.0 ext 22.0',
  ])
    it(`is dialed behind the number: ${given}`, () => {
      const [phone, ...others] = only({ phones: [{ number: given }] }).phones;
      assert.deepEqual(others, []);
      assert.equal(phone.number.replace(/\D/g, '').replace(/^1/, ''), '2025550143');
      assert.equal(phone.extension, '22');
      assert.equal(phone.description, undefined);
    });

  it('that stands by itself may be a number of a table, or several', () => {
    const by = (extension) => phones({ number: '202-555-0143', extension });
    assert.deepEqual(by('22.0'), ['voice 202-555-0143 x22']);
    assert.deepEqual(by('22 or 23'), ['voice 202-555-0143 x22 (or 23)']);
    assert.deepEqual(by('press 2'), ['voice 202-555-0143 (press 2)']);
    assert.deepEqual(by('202-555-0144'), ['voice 202-555-0143', 'voice 202-555-0144']);
  });

  it('is not lost where there are two, nor is what is said with it', () => {
    assert.deepEqual(phones('202-555-0143 x22 or x23'), ['voice 202-555-0143 x22 (or x23)']);
    assert.deepEqual(phones('202-555-0143 ext 1234 or 1235'), ['voice 202-555-0143 x1234 (or 1235)']);
    assert.deepEqual(phones('202-555-0143 ext. 22, option 3'), ['voice 202-555-0143 x22 (option 3)']);
    assert.deepEqual(phones('202-555-0143 ext 12345678'), ['voice 202-555-0143 (ext 12345678)']);
    assert.deepEqual(phones({ number: '202-555-0143 x22', extension: '23' }), ['voice 202-555-0143 x22 (x23)']);
  });
});

describe('a second number', () => {
  const both = ['voice 202-555-0143', 'voice 202-555-0144'];
  for (const given of [
    '202-555-0143 / 0144',
    '202-555-0143/0144',
    '202-555-0143 or 0144',
    '202-555-0143 & 555-0144',
    '202-555-0143 202-555-0144',
    '202-555-0143\n202-555-0144',
    '202-555-0143;202-555-0144',
  ])
    it(`is one: ${JSON.stringify(given)}`, () => assert.deepEqual(phones(given), both));

  it('has the words that are said of it', () => {
    assert.deepEqual(phones('202-555-0143 (office) 202-555-0144 (cell)'), [
      'voice 202-555-0143 (office)',
      'voice 202-555-0144 (cell)',
    ]);
    assert.deepEqual(phones('202-555-0143 after 5pm 202-555-0144'), [
      'voice 202-555-0143 (after 5pm)',
      'voice 202-555-0144',
    ]);
    assert.deepEqual(phones('202-555-0143 or text 741741'), ['voice 202-555-0143', 'text 741741']);
  });

  it('that was put together, and digits that nobody can place, are told', () => {
    const told = (number) => read({ name: 'A', phones: [{ number }] }).told;
    assert.deepEqual(told('(202) 555-0143 / 0144').completed, [1, '$.phones[0].number']);
    for (const given of ['202-555-0143, 0144', '202-555-0143/44', '202-555-0143 22', '202-555-0143-22']) {
      assert.equal(only({ phones: [{ number: given }] }).phones[0].number, '202-555-0143', given);
      assert.match(only({ phones: [{ number: given }] }).phones[0].description, /0144|44|22/);
      assert.deepEqual(told(given).beside, [1, '$.phones[0].number'], given);
    }
    assert.deepEqual(told('202-555-0143 fax 202-555-0144').fax, [1, '$.phones[0].number']);
  });
});

describe('a number that went through a table of numbers', () => {
  for (const [given, number] of [
    ['2025550143.0', '2025550143'],
    ['2025550143.00', '2025550143'],
    ['+12025550143.0', '+12025550143'],
    ['2.025550143E9', '2025550143'],
    ['2.025550143e+09', '2025550143'],
    ['2,025,550,143', '2025550143'],
    ['988.0', '988'],
    [2025550143.0, '2025550143'],
  ])
    it(`is dialed as it was: ${given}`, () => {
      const { services, told } = read({ name: 'A', phones: [{ number: given }] });
      assert.equal(services[0].phones[0].number, number);
      if (typeof given === 'string') assert.deepEqual(told.decimal, [1, '$.phones[0].number']);
    });

  it('and has lost digits is not dialed at all, and told', () => {
    for (const given of ['2.02555E+09', '2.0255501E9', '2E9']) {
      const { services, told } = read({ name: 'A', phones: [{ number: given }] });
      assert.deepEqual(services[0].phones, [], given);
      assert.deepEqual(told['not-phone'], [1, '$.phones[0].number'], given);
    }
  });

  it('is an id, too, wherever it stands', () => {
    const { services, told } = read([
      { id: '7.0', name: 'A' },
      { id: '1.0-beta', name: 'B' },
    ]);
    assert.deepEqual(
      [services.map(({ id }) => id), told.decimal],
      [
        ['7', '1.0-beta'],
        [1, '$[0].id'],
      ],
    );
  });
});

describe('a ZIP code', () => {
  const at = (address, options) => {
    const { services, told } = read(
      { name: 'A', addresses: [{ address_1: '1 Main St', city: 'C', ...address }] },
      options,
    );
    return [services[0].locations[0].address.split(', ').at(-1), Object.keys(told).join()];
  };
  for (const [given, state, shown, kind] of [
    ['2138', 'MA', 'MA 02138', 'zip'],
    ['2138.0', 'MA', 'MA 02138', 'zip'],
    [2138, 'Massachusetts', 'Massachusetts 02138', 'zip'],
    ['2138-1234', 'MA', 'MA 02138-1234', 'zip'],
    ['21381234', 'MA', 'MA 02138-1234', 'zip'],
    ['601', 'PR', 'PR 00601', 'zip'],
    ['60601.0', 'IL', 'IL 60601', 'zip'],
    ['60601', 'IL', 'IL 60601', ''],
    ['9021', 'CA', 'CA 9021', 'zip-odd'],
  ])
    it(`is ${shown} for ${given} in ${state}`, () =>
      assert.deepEqual(at({ postal_code: given, state_province: state }), [shown, kind]));

  it('of another country stays', () => {
    assert.deepEqual(at({ postal_code: '2000', country: 'AU' })[1], '');
    assert.deepEqual(at({ postal_code: '1010', state_province: '' }, { country: 'AT' })[1], '');
  });
});

describe('what programs write for nothing', () => {
  for (const nothing of ['\\N', 'NULL', '(null)', '#N/A', '#REF!', '#NAME?', '#VALUE!', '#DIV/0!', 'NaN', '<NA>'])
    it(`is nothing: ${nothing}`, () => {
      const { services } = read({
        name: 'A',
        description: nothing,
        taxonomy_terms: [{ name: nothing }],
        fees: nothing,
      });
      assert.deepEqual(services[0], only({}));
    });

  it('is told where it is an error, since something is lost', () => {
    const { told } = read([{ name: 'A', description: '#REF!', alert: '\\N' }]);
    assert.deepEqual(told, { 'sheet-error': [1, '$[0].description'] });
  });

  it('is the same in a page that reads a feed itself', () => {
    const [service] = fromHsds({
      name: 'A',
      description: '#REF!',
      alert: '\\N',
      phones: [{ number: '2025550143.0' }],
    }).services;
    assert.deepEqual(
      [service.description, service.alert, service.phones[0].number],
      [undefined, undefined, '2025550143'],
    );
  });
});

describe('a feed of the United Kingdom', () => {
  const service = {
    name: 'Drop-in',
    service_taxonomys: [{ id: 't', taxonomy: { id: 'x', name: 'Counselling', vocabulary: 'esdServiceTypes' } }],
    eligibilitys: [{ minimum_age: 13, maximum_age: 19 }],
    contacts: [{ phones: [{ number: '0113 496 0000' }] }],
  };
  it('has its list under `content`, and plurals of its own', () => {
    const { services } = read({ totalElements: 1, content: [service], last: true }, { country: 'GB' });
    assert.equal(services.length, 1);
    const [{ taxonomyTerms, minimumAge, maximumAge, phones }] = services;
    assert.deepEqual(
      [taxonomyTerms, minimumAge, maximumAge, phones[0].number],
      [['Counselling'], 13, 19, '0113 496 0000'],
    );
  });
  it('is not taken for a list where `content` is text', () =>
    assert.equal(read({ title: 'A', content: 'Words' }).services[0].name, 'A'));
});

/** A Tuesday, 3.30 in the afternoon in UTC. */
const tuesday = Date.parse('2026-06-02T15:30Z');
const weekly = { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opens_at: '09:00', closes_at: '17:00' };
const stateOf = (schedule, options) =>
  openState(only({ schedules: [{ ...weekly, ...schedule }] }, options), tuesday).state;

describe('a time zone', () => {
  for (const timezone of [
    'Eastern Standard Time',
    'eastern standard time',
    'Eastern Daylight Time',
    'Eastern Time (US & Canada)',
    '(UTC-05:00) Eastern Time (US & Canada)',
    '(GMT-05:00) Eastern Time',
    'Indiana (East)',
    'EST5EDT',
    'America/New York',
    'America / New_York',
    'Eastern',
    'US Eastern Time',
    'ET',
  ])
    it(`is known as ${timezone}`, () => assert.equal(stateOf({ timezone }), 'open'));

  it('is another one under another name', () => {
    assert.equal(zoneNamed('US Mountain Standard Time', ''), 'America/Phoenix');
    assert.equal(zoneNamed('Pacific Time (US & Canada)', ''), 'America/Los_Angeles');
    assert.equal(zoneNamed('GMT Standard Time', ''), 'Europe/London');
    assert.equal(zoneNamed('Puerto Rico', ''), 'America/Puerto_Rico');
  });

  it('of an abbreviation is the given one only where it fits', () => {
    const timezone = 'America/New_York';
    assert.equal(stateOf({ timezone: 'EST' }), 'unknown');
    assert.equal(stateOf({ timezone: 'EST' }, { timezone }), 'open');
    assert.equal(stateOf({ timezone: 'PST' }, { timezone }), 'unknown');
    assert.equal(stateOf({ timezone: 'Mars' }, { timezone }), 'open');
  });

  it('that is not known, or stands for another, is told', () => {
    const told = (timezone, options) => read([{ name: 'A', schedules: [{ ...weekly, timezone }] }], options).told;
    const path = '$[0].schedules[0].timezone';
    assert.deepEqual(told('Mars')['not-zone'], [1, path]);
    assert.deepEqual(told('Mars')['not-hours'], [1, '$[0].schedules[0]']);
    assert.deepEqual(told('Mars', { timezone: 'America/Chicago' }), { 'zone-guessed': [1, path] });
    assert.deepEqual(told('Eastern Standard Time'), { 'zone-named': [1, path] });
    assert.deepEqual(told('America/Chicago'), {});
  });
});

describe('dates of hours', () => {
  const timezone = 'America/Chicago';
  for (const dates of [
    { valid_from: '0001-01-01' },
    { valid_from: '0001-01-01T00:00:00' },
    { valid_from: '0001-01-01T00:00:00Z', valid_to: '9999-12-31T23:59:59.9999999' },
    { valid_from: '1753-01-01', valid_to: '0001-01-01' },
    { valid_from: '1900-01-01T00:00:00', valid_to: '9999-12-31' },
    { valid_from: '2026-01-01T00:00:00-06:00' },
    { valid_from: '2026-01-01T06:00:00Z', valid_to: '2026-06-03T04:59:59Z' },
    { valid_from: '2026-01-01 00:00:00', valid_to: '2026-12-31 00:00:00.000' },
    { valid_from: '2026-01-01T00:00:00.000+0000' },
    { valid_from: '20260101', valid_to: '20261231T000000Z' },
    { valid_from: '2026-W01-1', valid_to: '2026-365' },
    { dtstart: '20260101' },
    { dtstart: '20260101T090000', until: '20261231T235959Z' },
  ])
    it(`are read: ${JSON.stringify(dates)}`, () => assert.equal(stateOf({ timezone, ...dates }), 'open'));

  it('end hours, and begin them, on the day that is meant', () => {
    const end = (valid_to) => stateOf({ timezone, valid_to });
    assert.deepEqual(['20260602', '2026-06-02T00:00:00Z', '2026-153'].map(end), ['open', 'open', 'open']);
    assert.deepEqual(['20260601', '2026-06-02T04:59:59Z', '2026-W23-1'].map(end), ['unknown', 'unknown', 'unknown']);
  });

  it('that cannot be read leave the hours open, which is told', () => {
    const { told, services } = read({ name: 'A', schedules: [{ ...weekly, timezone, valid_from: '1/2/2026' }] });
    assert.equal(openState(services[0], tuesday).state, 'unknown');
    assert.deepEqual(told['not-hours'], [1, '$.schedules[0]']);
  });
});

describe('hours in words', () => {
  it('are shown where there is nothing else', () => {
    const rows = [
      { weekday: 'Monday', opens_at: '9:00am', closes_at: '5:00pm', original_text: '9:00am-5:00pm, Mon-Fri' },
      { weekday: 'Saturday', original_text: 'Saturdays by appointment, call first' },
      { original_text: 'Closed on holidays' },
    ];
    const shown = rows.map((row) => only({ regular_schedules: [row] }).hoursDescription);
    assert.deepEqual(
      shown,
      rows.map(({ original_text }) => original_text),
    );
  });
});

describe('languages', () => {
  it('of regions, scripts and kinds are one choice', () => {
    const ways = {
      es: [
        'Spanish',
        'es-MX',
        'es-419',
        'es_US',
        'spa',
        'Mexican Spanish',
        'Spanish - Mexico',
        'Spanish; Castilian',
        'Español',
      ],
      zh: [
        'Chinese',
        'zh-TW',
        'zh-Hant',
        'zh-Hant-TW',
        'zh-CN',
        'zh_Hans',
        'Mandarin',
        'Traditional Chinese',
        'Chinese, Simplified',
        'Mandarin Chinese',
        'chi',
        'cmn',
      ],
      pt: ['Portuguese', 'pt-BR', 'Brazilian Portuguese'],
      yue: ['Cantonese', 'Chinese (Cantonese)', 'yue'],
      fil: ['Tagalog', 'tl', 'fil', 'Filipino'],
    };
    for (const [language, names] of Object.entries(ways))
      for (const name of names)
        assert.deepEqual(only({ languages: [{ name }] }).languages.map(languageOf), [language], name);
  });
});

describe('a directory', () => {
  const named = (names) => names.map((name, id) => ({ id: `${id}`, name, languages: [{ name }] }));
  const spanish = ['Spanish', 'es-MX', 'es-419', 'es_US'];
  const chinese = ['Chinese', 'zh-TW', 'zh-Hant', 'zh-Hant-TW', 'zh-CN', 'Mandarin', 'Traditional Chinese'];
  const ask = searchOf(read(named([...spanish, ...chinese])).services);

  it('has one choice for each language', () =>
    assert.deepEqual(ask({}).choices.languages, [
      { value: 'zh', count: 7 },
      { value: 'es', count: 4 },
    ]));
  it('finds all by any of its regions and scripts', () => {
    for (const tag of ['es', 'es-MX', 'es-419', 'ES']) assert.equal(ask({ languages: [tag] }).total, 4, tag);
    for (const tag of ['zh', 'zh-TW', 'zh-Hans']) assert.equal(ask({ languages: [tag] }).total, 7, tag);
  });
});

describe('a name in capitals', () => {
  const usage = new Usage();
  usage.read('KidsPeace works with youth, in the hope of McHenry. At HSC and at the safe house.');
  usage.abbreviation('SOAR', 'SERVICES OF ADVOCACY, RECOVERY');
  const spellings = {
    'EXAMPLE CENTER FOR CHILDREN & FAMILIES, INC.': 'Example Center for Children & Families, Inc.',
    'YWCA OF SAMPLEVILLE': 'YWCA of Sampleville',
    ECCF: 'ECCF',
    HSC: 'HSC',
    HOPE: 'Hope',
    'SOAR HOUSE': 'SOAR House',
    'KIDSPEACE OF MCHENRY': 'KidsPeace of McHenry',
    "ST. MARY'S DROP-IN CENTER": "St. Mary's Drop-In Center",
    "O'BRIEN HOUSE, PHASE II": "O'Brien House, Phase II",
    'HIV/AIDS SERVICES (ECCF)': 'HIV/AIDS Services (ECCF)',
    '24-HOUR CRISIS LINE': '24-Hour Crisis Line',
    '1ST STREET PROGRAM': '1st Street Program',
    'CASA DE ESPERANZA Y FAMILIA': 'Casa de Esperanza y Familia',
    'U.S. DEPT. OF VETERANS AFFAIRS': 'U.S. Dept. of Veterans Affairs',
    'MOTHER-TO-MOTHER': 'Mother-to-Mother',
    'SPRINGFIELD, OR': 'Springfield, OR',
    'UNITED WAY 2-1-1': 'United Way 2-1-1',
    'ALANON FAMILY GROUPS': 'Alanon Family Groups',
    'NIÑOS PRIMERO, PHD': 'Niños Primero, PhD',
  };
  for (const [shouted, written] of Object.entries(spellings))
    it(`is written as ${written}`, () => assert.equal(asWritten(shouted, usage), written));

  it('is found by both spellings, and by each word of them', () => {
    const { services, told } = read(Object.keys(spellings).map((name, id) => ({ id: `${id}`, name })));
    assert.ok(told.capitals[0] > 10);
    const search = searchOf(services);
    for (const [id, shouted] of Object.keys(spellings).entries()) {
      const { name } = services[id];
      for (const text of [shouted, name, ...shouted.split(/\s+/), ...name.split(/\s+/)]) {
        // Nobody searches for a sign, or for what stands in every text.
        if (!/[\p{L}\d]{3}/u.test(text) || /^(?:for|the)$/i.test(text)) continue;
        const found = search({ text }).found.map(({ service }) => service.id);
        assert.ok(found.includes(`${id}`), `${text} finds ${name}`);
      }
    }
  });

  const feed = [
    {
      name: 'EXAMPLE CENTER',
      alternate_name: 'EXC',
      organization: { name: 'EXAMPLE TRUST' },
      locations: [
        { name: 'NORTH ANNEX', addresses: [{ address_1: '5 MAIN ST NW', city: 'TROY', state_province: 'NY' }] },
      ],
    },
    { name: 'Ecumenical Center' },
    { name: 'YouthBuild NYC' },
  ];
  it('is written so wherever it stands, and counted; other names stay', () => {
    const { services, told } = read(feed);
    assert.deepEqual(
      services.map(({ name, organization, alternateName, locations }) => [
        name,
        organization,
        alternateName,
        locations[0]?.address,
      ]),
      [
        ['Example Center', 'Example Trust', 'EXC', '5 Main St NW, Troy, NY'],
        ['Ecumenical Center', undefined, undefined, undefined],
        ['YouthBuild NYC', undefined, undefined, undefined],
      ],
    );
    assert.deepEqual(told, { capitals: [5, '$[0].name'] });
  });

  it('stays where that is wanted', () => {
    const { services, told } = read(feed, { keepCase: true });
    assert.equal(services[0].name, 'EXAMPLE CENTER');
    assert.deepEqual(told, {});
  });
});

describe('text', () => {
  for (const [name, given, lines, told] of [
    [
      'with line breaks spelled out',
      'One.\\n\\n* a\\n* b\\n\\n###MON###',
      ['One.', '• a', '• b'],
      'line-break,marker,list',
    ],
    ['with returns spelled out', 'One.\\r\\nTwo.', ['One.', 'Two.'], 'line-break'],
    ['with dashes', 'Meals.\r\n- breakfast\r\n- dinner', ['Meals.', '• breakfast', '• dinner'], 'list'],
    [
      'with the letter o',
      'For: o Coping o Safety. LOCATIONS: 1 Sample St.',
      ['For:', '• Coping', '• Safety.', 'LOCATIONS: 1 Sample St.'],
      'list',
    ],
    ['with the letter o in a line of its own', 'Bring this.\no Papers', ['Bring this.', '• Papers'], 'list'],
    ['with stars in one line', 'Offers: * one * two', ['Offers:', '• one', '• two'], 'list'],
    ['with bullets in one line', '• One • Two • Three', ['• One', '• Two', '• Three'], ''],
    ['in HTML', '<p>One.</p><ul><li>a</li><li>b</li></ul>', ['One.', '• a', '• b'], 'list'],
    ['that a program broke', `${'word '.repeat(14)}\nand on.`, [`${'word '.repeat(14)}and on.`], ''],
    ['with markers of other kinds', 'A {{MON}} b %%TUE%% c', ['A b c'], 'marker'],
    ['with a dash', 'Mon - Fri, 9 - 5', ['Mon - Fri, 9 - 5'], ''],
    ['with "o" in Spanish', 'Niños o Niñas', ['Niños o Niñas'], ''],
    ['with a path', 'C:\\new\\data', ['C:\\new\\data'], ''],
  ])
    it(`${name} is in lines`, () => {
      const { services, told: found } = read({ name: 'A', description: given });
      assert.deepEqual(services[0].description.split('\n'), lines);
      assert.equal(Object.keys(found).join(), told);
    });
});
