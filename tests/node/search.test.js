/**
 * Does a person find what is meant? Small directories for the rules, and real services with a fixed list of questions, four in
 * ten of them misspelled, for the whole.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { questions } from '../../bench/directory/data.js';
import { service } from '../../dist/services/schema.js';
import { parse } from '../../dist/schema/parse.js';
import { noFilters } from '../../dist/services/directory-contract.js';
import { ServiceIndex } from '../../dist/services/search/service-index.js';
import { decodeChunk } from '../../dist/services/search/snapshot-read.js';
import { encodeChunks } from '../../dist/services/search/snapshot-write.js';
import { realServices } from './services.js';

// A Wednesday, noon in Chicago.
const now = Date.UTC(2026, 5, 3, 17);

const parsed = (values) =>
  values.map((value) => {
    const read = parse(service, value);
    assert.deepEqual(read.problems, []);
    return read.value;
  });

function indexOf(services, options) {
  const index = new ServiceIndex(options);
  for (const text of encodeChunks(services.map((one) => ({ service: one }))))
    index.add(decodeChunk(JSON.parse(text), '$', []));
  return index;
}

const ask = (index, text, { filters, ...more } = {}) =>
  index.search({
    text,
    filters: { ...noFilters, ...filters },
    sort: 'best',
    near: undefined,
    now,
    first: 0,
    size: 20,
    ...more,
  });
const names = (results) => results.found.map((found) => found.service.name);

const weekdays = { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', timezone: 'America/Chicago', opensAt: '09:00' };
const small = indexOf(
  parsed([
    {
      name: 'Harbor Shelter',
      organization: 'Lake House',
      description: 'Beds for a night or longer.',
      taxonomyTerms: ['Housing', 'Emergency'],
      languages: ['en', 'es'],
      minimumAge: 12,
      maximumAge: 17,
      free: true,
      phones: [{ number: '555 010 0001', type: 'voice' }],
      locations: [{ city: 'Chicago', region: 'IL', latitude: 41.88, longitude: -87.63 }],
      schedules: [{ ...weekdays, closesAt: '17:00' }],
    },
    {
      name: 'Legal Aid Desk',
      organization: 'Justice Centre',
      description: 'Lawyers who help with housing and papers.',
      taxonomyTerms: ['Legal'],
      languages: ['en'],
      phones: [{ number: '233733', type: 'text', keyword: 'HELP' }],
      chatUrl: 'https://example.org/chat',
      remote: true,
    },
    {
      name: 'Niños y Jóvenes',
      description: 'Consejería para familias.',
      taxonomyTerms: ['Counseling'],
      languages: ['es'],
      minimumAge: 18,
      locations: [{ city: 'Springfield', region: 'IL', latitude: 39.8, longitude: -89.65 }],
      schedules: [{ ...weekdays, closesAt: '11:00' }],
    },
    { name: 'Old Shelter', status: 'inactive' },
    { name: 'Gone Shelter', status: 'defunct' },
    { name: 'Straße und Åland', taxonomyTerms: ['Legal'], status: 'temporarily closed' },
  ]),
);

describe('words', () => {
  it('are found without case and accents, in either direction', () => {
    for (const text of ['ninos', 'NIÑOS', 'jóvenes', 'jovenes', 'Niños y Jóvenes'])
      assert.deepEqual(names(ask(small, text)), ['Niños y Jóvenes'], text);
    for (const text of ['strasse', 'aland', 'Åland'])
      assert.deepEqual(names(ask(small, text)), ['Straße und Åland'], text);
  });

  it('of three letters too, which are never taken for misspelled', () => {
    const index = indexOf(parsed([{ name: 'Año Té' }, { name: 'Bee' }]));
    assert.deepEqual(names(ask(index, 'ano te')), ['Año Té']);
    assert.deepEqual(names(ask(index, 'año')), ['Año Té']);
  });

  it('are found while they are typed', () => {
    for (const text of ['s', 'sh', 'shel', 'shelte', 'harbor sh'])
      assert.ok(names(ask(small, text)).includes('Harbor Shelter'), text);
  });

  it('must all be there, where there is a service that has them', () => {
    assert.deepEqual(names(ask(small, 'legal housing')), ['Legal Aid Desk']);
    assert.deepEqual(names(ask(small, 'chicago shelter')), ['Harbor Shelter']);
  });

  it('need not all be there, where no service has them', () => {
    assert.deepEqual(names(ask(small, 'shelter xylophone chicago')), ['Harbor Shelter']);
    assert.deepEqual(new Set(names(ask(small, 'desk shelter'))), new Set(['Legal Aid Desk', 'Harbor Shelter']));
  });

  it('in a name count for more than elsewhere', () => {
    const index = indexOf(
      parsed([
        { name: 'A', description: 'Some food.' },
        { name: 'B', taxonomyTerms: ['Food'] },
        { name: 'Food' },
        { name: 'Food for all the families of the county' },
        { name: 'C', organization: 'Food Works' },
      ]),
    );
    const [first, second] = names(ask(index, 'food'));
    assert.deepEqual([first, second], ['Food', 'Food for all the families of the county']);
    assert.equal(names(ask(index, 'food')).at(-1), 'A');
  });

  it('may be one or many', () => {
    assert.ok(names(ask(small, 'shelters chicago')).includes('Harbor Shelter'));
    assert.ok(names(ask(small, 'lawyer papers')).includes('Legal Aid Desk'));
  });

  it('that say nothing are left out, and can still begin another one', () => {
    assert.deepEqual(names(ask(small, 'the shelter in the city of chicago')), ['Harbor Shelter']);
    assert.ok(names(ask(indexOf(parsed([{ name: 'Therapy' }])), 'the')).includes('Therapy'));
  });

  it('of Chinese and Russian are found', () => {
    const index = indexOf(parsed([{ name: '紧急庇护所' }, { name: 'Помощь Ёлка' }, { name: 'Đà Nẵng hỗ trợ' }]));
    assert.deepEqual(names(ask(index, '庇护')), ['紧急庇护所']);
    assert.deepEqual(names(ask(index, 'помощь')), ['Помощь Ёлка']);
    assert.deepEqual(names(ask(index, 'ho tro')), ['Đà Nẵng hỗ trợ']);
  });

  it('may be anything at all', () => {
    for (const text of [
      '',
      '   ',
      '...',
      '\u0000',
      '\ud800',
      '%',
      '(',
      '__proto__',
      'constructor',
      'x'.repeat(5000),
      'a b '.repeat(900),
    ])
      assert.ok(ask(small, text).total >= 0, text);
    assert.equal(ask(small, 'constructor').total, 0);
  });
});

describe('a misspelled word', () => {
  const one = (text) => names(ask(small, text))[0];

  it('is found with one edit from four letters on: one left out, too many, another, or two swapped', () => {
    for (const text of ['shlter', 'sheltter', 'shelfer', 'shetler', 'hsrbor', 'legla', 'lgeal', 'hrabor'])
      assert.ok(['Harbor Shelter', 'Legal Aid Desk'].includes(one(text)), text);
  });

  it('is found with two edits from eight letters on', () => {
    assert.equal(one('sprngfeild'), 'Niños y Jóvenes');
    assert.equal(one('consejreia'), 'Niños y Jóvenes');
  });

  it('is found while it is typed', () => {
    assert.equal(one('sprign'), 'Niños y Jóvenes');
  });

  it('of three letters, or far from every word, finds nothing', () => {
    for (const text of ['zqx', 'qqqqqqqq', 'shxxtxr']) assert.equal(ask(small, text).total, 0, text);
  });

  it('does not hide what is spelled right', () => {
    const index = indexOf(parsed([{ name: 'Trial support' }, { name: 'Trail walks' }]));
    assert.deepEqual(names(ask(index, 'trial')), ['Trial support']);
    assert.deepEqual(names(ask(index, 'trial walks')), ['Trail walks']);
  });
});

describe('filters', () => {
  const filtered = (filters, text = '') => names(ask(small, text, { filters }));

  it('narrow to a term, an age, a language, what is free, what is open, and ways to reach it', () => {
    assert.deepEqual(filtered({ terms: ['Housing'] }), ['Harbor Shelter']);
    assert.deepEqual(filtered({ terms: ['Housing', 'Counseling'] }), ['Harbor Shelter', 'Niños y Jóvenes']);
    assert.deepEqual(filtered({ age: 15 }), ['Harbor Shelter', 'Legal Aid Desk', 'Straße und Åland']);
    assert.deepEqual(filtered({ age: 18 }), ['Legal Aid Desk', 'Niños y Jóvenes', 'Straße und Åland']);
    assert.deepEqual(filtered({ languages: ['es'] }), ['Harbor Shelter', 'Niños y Jóvenes']);
    assert.deepEqual(filtered({ free: true }), ['Harbor Shelter']);
    assert.deepEqual(filtered({ openNow: true }), ['Harbor Shelter']);
    assert.deepEqual(filtered({ reach: ['text'] }), ['Legal Aid Desk']);
    assert.deepEqual(filtered({ reach: ['in-person'] }), ['Harbor Shelter', 'Niños y Jóvenes']);
    assert.deepEqual(filtered({ reach: ['chat', 'call'] }), ['Harbor Shelter', 'Legal Aid Desk']);
    assert.deepEqual(filtered({ languages: ['es'], age: 20 }, 'familias'), ['Niños y Jóvenes']);
  });

  it('take a chat whose address is only the website again for none', () => {
    const url = 'https://example.org/';
    const services = [
      { name: 'A', url, chatUrl: 'https://www.example.org' },
      { name: 'B', url, chatUrl: 'https://example.org/chat' },
      { name: 'C', chatUrl: url },
      { name: 'D', url },
    ];
    assert.deepEqual(names(ask(indexOf(parsed(services)), '', { filters: { reach: ['chat'] } })), ['B', 'C']);
  });

  it('count what can be chosen, each with its own choice left aside', () => {
    const { choices } = ask(small, '', { filters: { languages: ['es'], terms: ['Housing'] } });
    assert.deepEqual(choices.languages, [
      { value: 'en', count: 1 },
      { value: 'es', count: 1 },
    ]);
    assert.deepEqual(
      choices.terms.map(({ value, count }) => [value, count]),
      [
        ['Counseling', 1],
        ['Emergency', 1],
        ['Housing', 1],
      ],
    );
    const all = small.choices(now);
    assert.deepEqual(
      { ages: all.ages, free: all.free, hours: all.hours, openNow: all.openNow, places: all.places },
      { ages: 2, free: 1, hours: 2, openNow: 1, places: 2 },
    );
    assert.deepEqual(all.terms[0], { value: 'Legal', count: 2 });
    assert.deepEqual(
      new Set(all.reach.map(({ value }) => value)),
      new Set(['chat', 'text', 'call', 'remote', 'in-person']),
    );
  });

  it('that leave nothing say what to take out', () => {
    const { total, widen } = ask(small, 'legal', { filters: { languages: ['es'] } });
    assert.equal(total, 0);
    assert.deepEqual(widen, [
      { without: 'languages', count: 2 },
      { without: 'text', count: 2 },
    ]);
    assert.deepEqual(ask(small, 'zqxzqx').widen, [{ without: 'text', count: 4 }]);
    assert.deepEqual(ask(small, 'legal').widen, []);
  });
});

describe('results', () => {
  it('leave out services that are inactive or defunct', () => {
    assert.equal(small.count, 4);
    assert.deepEqual(names(ask(small, 'shelter')), ['Harbor Shelter']);
  });

  it('without words come by name, whatever its case and accents', () => {
    const index = indexOf(parsed(['zeta', 'Émile', 'alpha', '"Beta"', 'Zeta'].map((name) => ({ name }))));
    assert.deepEqual(names(ask(index, '')), ['alpha', '"Beta"', 'Émile', 'zeta', 'Zeta']);
  });

  it('come by distance, with what has no place last, and say how far it is', () => {
    const near = { latitude: 39.8, longitude: -89.65 };
    const { found } = ask(small, '', { near, sort: 'distance' });
    assert.deepEqual(
      found.map(({ service: one, distance }) => [one.name, distance && Math.round(distance)]),
      [
        ['Niños y Jóvenes', 0],
        ['Harbor Shelter', 287],
        ['Legal Aid Desk', undefined],
        ['Straße und Åland', undefined],
      ],
    );
    assert.ok(ask(small, '').found.every(({ distance }) => distance === undefined));
  });

  it('are those that are open for sure, where that is asked: a closed one is left out, and one whose hours are not known', () => {
    const open = ask(small, '', { filters: { openNow: true } });
    assert.deepEqual(
      open.found.map(({ service: one }) => one.name),
      ['Harbor Shelter'],
    );
    const evening = ask(small, '', { now: now + 6 * 3_600_000, filters: { openNow: true } });
    assert.equal(evening.total, 0);
  });

  it('come in pages, each service once', () => {
    const index = indexOf(parsed(Array.from({ length: 1234 }, (_, at) => ({ name: `Same ${at % 7}`, id: `${at}` }))));
    for (const text of ['', 'same']) {
      const ids = [];
      for (let first = 0; first < 1234; first += 100)
        ids.push(...ask(index, text, { first, size: 100 }).found.map((found) => found.service.id));
      assert.equal(new Set(ids).size, 1234, text);
    }
    assert.equal(ask(index, '', { first: 5000 }).found.length, 0);
  });

  it('are clean and frozen', () => {
    const [{ service: one }] = ask(small, 'harbor').found;
    assert.ok(Object.isFrozen(one) && Object.isFrozen(one.phones[0]));
    assert.deepEqual(parse(service, one).problems, []);
  });

  it('keep the order of who ranked them, where somebody did', () => {
    const index = indexOf(parsed([{ name: 'Z' }, { name: 'A' }]), { ranked: true });
    assert.deepEqual(names(ask(index, '')), ['Z', 'A']);
  });

  it('are the same when services come in several parts, later ones after a question', () => {
    const services = parsed(
      Array.from({ length: 40 }, (_, at) => ({ name: `Place ${String.fromCharCode(97 + ((at * 7) % 26))}${at}` })),
    );
    const whole = indexOf(services);
    const index = new ServiceIndex();
    for (const one of services) {
      index.add(decodeChunk(JSON.parse(encodeChunks([{ service: one }])[0]), '$', []));
      ask(index, 'place');
    }
    assert.deepEqual(names(ask(index, '')), names(ask(whole, '')));
    assert.deepEqual(ask(index, 'place').total, 40);
  });

  it('have a service that two areas brought once', () => {
    const [one] = parsed([{ name: 'Twice' }]);
    const index = new ServiceIndex();
    for (const copy of [7, 7, 8])
      index.add(decodeChunk(JSON.parse(encodeChunks([{ service: one, copy }])[0]), '$', []));
    assert.equal(index.count, 2);
  });
});

describe('real services', { skip: !realServices }, () => {
  const services = realServices?.() ?? [];
  const index = indexOf(services);
  const asked = questions(services);

  it('are found by what they are called and do', () => {
    const found = asked.filter(({ text, typo, target }) => {
      if (typo) return false;
      const { total } = ask(index, text);
      const page = (at) => ask(index, text, { first: at * 500, size: 500 }).found;
      return Array.from({ length: Math.ceil(total / 500) }, (_, at) => page(at)).some((found) =>
        found.some((one) => one.service.id === services[target].id),
      );
    });
    assert.ok(
      found.length >= 118,
      `${found.length} of 120: not ${asked.filter((one) => !one.typo && !found.includes(one)).map(({ text }) => text)}`,
    );
  });

  it('are found with a word misspelled, nearly as without', () => {
    const missed = asked.filter(({ text, typo, meant }) => {
      if (!typo) return false;
      const right = new Set(ask(index, meant).found.map((one) => one.service));
      const ids = new Set([...right].map(({ id, name }) => `${id} ${name}`));
      return !ask(index, text).found.some((one) => ids.has(`${one.service.id} ${one.service.name}`));
    });
    assert.equal(asked.filter(({ typo }) => typo).length, 80);
    assert.ok(
      missed.length <= 5,
      `${missed.length} missed: ${missed.map(({ text, meant }) => `${text} (${meant})`).join(', ')}`,
    );
  });
});
