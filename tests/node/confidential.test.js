/**
 * Is an address that is confidential nowhere in what comes out of a feed? By every sign that people and programs give; in every place that
 * an address can get to; and only there: a service that has no such sign keeps its address.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { runs } from '../thorough.js';
import { bundled, dataFile } from './bundled.js';

const {
  fromHsds,
  parse,
  service: shape,
  shelterTerms,
} = await bundled('services/hsds/from-hsds', 'schema/parse', 'services/schema');

const hidden = {
  address_1: '4711 Canary Street',
  address_2: 'Floor 7',
  city: 'Canaryville',
  state_province: 'IL',
  postal_code: '60609',
  country: 'US',
};
const location = { name: 'Canary House', latitude: 41.81234, longitude: -87.65432, addresses: [hidden] };
const canary = /canary|4711|41\.812|87\.654|floor 7/i;

const base = { id: 's', name: 'Night line', organization: { id: 'o', name: 'Org' }, locations: [location] };
const read = (data, options) => fromHsds(data, options);
const isWithheld = (data, options) => {
  const result = read(data, options);
  assert.ok(result.services.length > 0);
  assert.doesNotMatch(JSON.stringify(result), canary);
  return result.services;
};
const isTold = (data, options) => {
  const { services } = read(data, options);
  assert.equal(services[0].locations[0].address, '4711 Canary Street, Floor 7, Canaryville, IL 60609');
  assert.equal(services[0].addressConfidential, undefined);
};
const at = (more) => ({ ...base, locations: [{ ...location, ...more }] });
const inAddress = (more) => at({ addresses: [{ ...hidden, ...more }] });

describe('without a sign', () => {
  it('the address is told', () => isTold(base));
  for (const description of [
    'Free and confidential support for survivors.',
    'Confidential counseling and housing advice.',
    'All calls are confidential.',
    'Confidential testing at 3 locations',
    'Apoyo gratuito y confidencial.',
    'Call for an appointment.',
    'We never share your data.',
    'A public location with parking.',
    'Shelter, food and confidential advice',
  ]) {
    it(`the address is told: ${description}`, () => isTold({ ...base, description }));
  }
  for (const more of [
    { confidential: false },
    { is_confidential: 'no' },
    { address_confidential: 0 },
    { confidential: '' },
    { public: true },
  ]) {
    it(`the address is told: ${JSON.stringify(more)}`, () => isTold(at(more)));
  }
  for (const term of ['Homeless Shelter', 'Domestic Violence Support Groups', 'Housing Counseling', 'Women’s Health']) {
    it(`the address is told: ${term}`, () => isTold({ ...base, taxonomy_terms: [{ name: term }] }));
  }
});

describe('a sign in words', () => {
  const words = [
    'Confidential location',
    'confidential, secure location',
    'The shelter is at an undisclosed location.',
    'Address withheld',
    'Location not disclosed',
    'Our address is not published',
    'Call for address',
    'Please call our office for the location',
    'Safe house for women',
    'safehouse',
    'We do not disclose the location.',
    'The location of the shelter is kept confidential.',
    'Address: confidential',
    '<p>Confiden<b>tial</b> location</p>',
    'CONFIDENTIAL&nbsp;LOCATION',
    'Confidential emergency shelter',
    'Dirección confidencial',
    'DIRECCION CONFIDENCIAL',
    'Domicilio reservado',
    'La ubicación es confidencial',
    'No se divulga la dirección',
    'Casa segura para mujeres',
    'Address available upon request',
    'Confi\u00addential location',
  ];
  for (const text of words) {
    it(`in a description of the service: ${JSON.stringify(text)}`, () => {
      const [one] = isWithheld({ ...base, description: text });
      assert.equal(one.addressConfidential, true);
      assert.deepEqual(one.locations, [{ region: 'IL', addressConfidential: true, schedules: [], accessibility: [] }]);
    });
  }
  for (const key of ['name', 'description', 'transportation', 'notes', 'alternate_name']) {
    it(`in the ${key} of the place`, () => isWithheld(at({ [key]: 'Confidential location' })));
  }
  for (const key of ['attention', 'address_2', 'region', 'address_type', 'notes']) {
    it(`in the ${key} of the address`, () => isWithheld(inAddress({ [key]: 'Address withheld' })));
  }
  it('in the name of the service', () => isWithheld({ ...base, name: 'Safe House' }));
  it('in what the organization says of itself', () =>
    isWithheld({ ...base, organization: { name: 'Org', description: 'A shelter at an undisclosed location' } }));
  for (const type of ['redacted', 'REDACTED', 'Confidential']) {
    it(`as a type: ${type}`, () => {
      isWithheld(at({ location_type: type }));
      isWithheld(inAddress({ address_type: type }));
    });
  }
});

describe('a flag', () => {
  const flags = [
    { confidential: true },
    { is_confidential: 'true' },
    { isConfidential: 1 },
    { address_confidential: 'yes' },
    { x_confidential: 'Y' },
    { addressConfidential: true },
    { hide_address: true },
    { address_withheld: 'since 2020' },
    { public: false },
    { show_address: 'no' },
    { attributes: [{ label: 'Confidential', value: 'true' }] },
    { attributes: [{ taxonomy_term: { name: 'Confidential address' } }] },
    { metadata: { confidential: true } },
    { metadata: [{ field_name: 'is_confidential', replacement_value: 'yes' }] },
    { x_own: { confidential: true } },
  ];
  for (const flag of flags) {
    it(`on the service, the place, the address, the organization: ${JSON.stringify(flag)}`, () => {
      isWithheld({ ...base, ...flag });
      isWithheld(at(flag));
      isWithheld(inAddress(flag));
      isWithheld({ ...base, organization: { ...base.organization, ...flag } });
      isWithheld({ id: 'x', service: { ...base, locations: undefined }, location, ...flag });
    });
  }
});

describe('a term', () => {
  for (const term of [
    'Domestic Violence Shelters',
    'domestic violence shelter',
    'Shelters, Domestic Violence',
    'Human Trafficking Shelters',
    'Emergency shelter for survivors',
    'Transitional housing for survivors',
    'Safe Houses',
    "Battered Women's Shelters",
    'Refugio para víctimas',
    'Refugios para mujeres',
  ]) {
    it(`of a shelter: ${term}`, () => {
      isWithheld({ ...base, taxonomy_terms: [{ name: term }] });
      isWithheld({ ...base, attributes: [{ taxonomy_term: { name: term } }] });
      isWithheld({ ...base, name: term });
    });
  }
  it('of a shelter, by its code', () => {
    isWithheld({ ...base, attributes: [{ taxonomy_term: { id: 't', code: 'BH-1800.1500-100', name: 'Housing' } }] });
    isWithheld({ ...base, taxonomy: ['BH-1800.1500-100'] });
  });
  it('that the agency names, in place of ours', () => {
    const own = { ...base, taxonomy_terms: [{ id: 't-9', name: 'Réfuge' }] };
    isTold(own);
    isWithheld(own, { confidentialTerms: ['refuge'] });
    isWithheld(own, { confidentialTerms: ['T-9'] });
    isTold({ ...base, taxonomy_terms: ['Domestic Violence Shelters'] }, { confidentialTerms: [] });
    assert.ok(shelterTerms.length > 10);
  });
});

describe('what is left of an address', () => {
  const shelter = { ...base, taxonomy_terms: ['Domestic Violence Shelters'] };
  const texts = [
    'Come to 4711 Canary Street, Floor 7, Canaryville, IL 60609.',
    'At 4711 CANARY ST.',
    'At 4711 N. Canary St, Floor 7',
    'At 4711  Canary',
    'See 41.81234, -87.65432 on the map',
    '<p>4711&nbsp;Canary <b>Street</b></p>',
  ];
  const keys = [
    'description',
    'alert',
    'application_process',
    'eligibility_description',
    'fees_description',
    'interpretation_services',
    'alternate_name',
    'hours_of_operation',
  ];
  for (const text of texts) {
    it(`is taken out of every text: ${text}`, () => {
      for (const key of keys) isWithheld({ ...shelter, [key]: text });
      isWithheld({
        ...shelter,
        required_documents: [{ document: text }],
        service_areas: [{ name: text }],
        schedules: [{ description: text, byday: 'MO' }],
        phones: [{ number: '212-555-0100', description: text }],
      });
      isWithheld({ ...shelter, organization: { name: `Org, ${text}` } });
    });
  }
  it('leaves the rest of the text', () => {
    const [one] = isWithheld({
      ...shelter,
      description: 'Open to all. Come to 4711 Canary Street, Floor 7, Canaryville, IL 60609 at night. Call first.',
    });
    assert.equal(one.description, 'Open to all. Come to … at night. Call first.');
  });
  it('takes whole links with it', () => {
    for (const url of [
      'https://maps.example/?q=4711+Canary+Street',
      'https://maps.example/4711%20Canary%20Street',
      'https://maps.example/@41.81234,-87.65432',
    ]) {
      const [one] = isWithheld({ ...shelter, url });
      assert.equal(one.url, undefined);
    }
  });
  it('has accents or none', () => {
    const peñon = { ...hidden, address_1: '4711 Canáry Peñón' };
    isWithheld({ ...shelter, locations: [{ addresses: [peñon] }], description: 'En 4711 Canary Penon' });
  });
  it('is not told by another service or place of the same organization', () => {
    const office = {
      id: 'b',
      name: 'Office',
      organization: { id: 'o', name: 'Org' },
      description: 'At 4711 Canary St',
      locations: [{ addresses: [{ ...hidden, address_1: '4711 Canary St.' }] }],
    };
    const point = {
      id: 'c',
      name: 'Drop-in',
      organization: { id: 'o', name: 'Org' },
      locations: [{ latitude: 41.81234, longitude: -87.65432 }],
    };
    const other = {
      id: 'd',
      name: 'Other',
      organization: { id: 'o', name: 'Org' },
      locations: [{ addresses: [{ ...hidden, address_1: '12 Open Rd', address_2: '', city: 'Town' }] }],
    };
    const services = isWithheld({ contents: [office, shelter, point, other] });
    assert.deepEqual(
      services.map((one) => one.locations[0].address),
      [undefined, undefined, undefined, '12 Open Rd, Town, IL 60609'],
    );
    isWithheld({
      organization: { id: 'o', name: 'Org' },
      services: [office, shelter, point].map(({ organization, ...one }) => ({ ...one, was: !organization })),
    });
  });
  it('is told by another organization that says it of itself', () => {
    const clinic = { id: 'c', name: 'Clinic', organization: { id: 'p', name: 'Other' }, locations: [location] };
    assert.match(read([shelter, clinic]).services[1].locations[0].address, /^4711/);
  });
  it('is not in the places that have no sign where one of them has', () => {
    const [one] = isWithheld({
      ...base,
      locations: [{ ...location, confidential: true }, { addresses: [{ ...hidden, address_1: '4711 Canary' }] }],
    });
    assert.equal(one.addressConfidential, true);
  });
  it('leaves places that are open', () => {
    const open = { addresses: [{ address_1: '12 Open Rd', city: 'Town', state_province: 'IL' }] };
    const [one] = isWithheld({ ...base, locations: [{ ...location, confidential: true }, open] });
    assert.deepEqual(
      one.locations.map(({ address }) => address),
      [undefined, '12 Open Rd, Town, IL'],
    );
    assert.equal(one.addressConfidential, undefined);
  });
  it('is not that of the organization either, or of letters', () => {
    isWithheld({ ...shelter, locations: undefined, organization: { name: 'Org', locations: [location] } });
    isWithheld({ ...shelter, locations: undefined, organization: { name: 'Org', addresses: [hidden] } });
    isWithheld({
      ...shelter,
      locations: [{ name: 'x', postal_addresses: [hidden] }],
      description: '4711 Canary Street',
    });
  });
});

describe('whatever else is in the record', () => {
  const sign = fc.constantFrom(
    { confidential: true },
    { description: 'Confidential location' },
    { taxonomy_terms: ['Domestic Violence Shelters'] },
    { attributes: [{ label: 'confidential', value: 1 }] },
  );
  const junk = fc.jsonValue({ maxDepth: 2 });
  const text = fc.constantFrom(
    'At 4711 Canary Street',
    '4711 canary st, Floor 7',
    'Lat 41.81234',
    'Fine',
    '<i>4711 Canary Street</i>',
  );
  const record = fc.record({
    sign,
    more: fc.dictionary(
      fc.constantFrom(
        'phones',
        'schedules',
        'languages',
        'cost_options',
        'eligibility',
        'email',
        'url',
        'program',
        'contacts',
        'funding',
        'service_areas',
        'required_documents',
      ),
      fc.oneof(
        junk,
        text,
        fc.array(fc.record({ name: text, description: text, number: text, document: text }), { maxLength: 2 }),
      ),
    ),
    text,
  });
  it('no address comes out of 2,000 of them', () => {
    fc.assert(
      fc.property(record, ({ sign, more, text }) => {
        const result = fromHsds({ ...base, alert: text, ...more, ...sign });
        assert.doesNotMatch(JSON.stringify(result), /canary|4711|41\.812|87\.654/i);
        for (const one of result.services) assert.deepEqual(parse(shape, one).problems, []);
      }),
      { numRuns: runs(2000), seed: 11 },
    );
  });
});

describe('real records', { skip: !dataFile('haarrrvest-llm-hsds/results.ndjson') }, () => {
  it('of food pantries keep their addresses, nearly all of them', () => {
    const documents = dataFile('haarrrvest-llm-hsds/results.ndjson')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).data);
    const withheld = documents.flatMap((one) => fromHsds(one).services).filter((one) => one.addressConfidential);
    assert.ok(withheld.length < 20, withheld.map(({ name }) => name).join('\n'));
  });
});
