/**
 * Feeds to time the command with: as large as is asked for, in the two shapes that 211 centers hand out, the same each time.
 *
 * Nothing in them is about anybody. Names and sentences are put together from lists of words, in the proportions of real
 * feeds: an organization has four to five services, a service six taxonomy terms, a place, two phone numbers and a paragraph
 * that its sisters partly repeat. Names are in capitals, as most 211 feeds have them.
 */
import { randomFrom } from '../directory/data.js';

const words =
  `access adult after aid assistance basic behavioral bridge care career case center child citizens clinic clothing community counseling county crisis day department development disability dispute domestic drop early education elder emergency employment energy family financial food foster free general group head health help home homeless hope hospital hotline house housing immigrant independent information intake intervention job kitchen learning legal library life literacy local meals mediation medical mental mentoring ministry mobile neighborhood night north nutrition open outreach pantry parent partner peer pharmacy planning prevention program public recovery referral refugee regional rental resource respite rural safe school senior service shelter skills social south street summer support teen therapy training transit transition transport tribal tutoring union valley veterans victim village visiting volunteer walk weekend wellness west winter women work young youth`.split(
    ' ',
  );
const verbs = 'offers provides arranges supports teaches helps plans refers screens counsels'.split(' ');
const cities = Array.from(
  { length: 140 },
  (_, at) => `${words[at % words.length]}${['ville', ' Falls', ' Park'][at % 3]}`,
);

/** Everything about some services, as tables of HSDS: `{ organizations: [row, …], services: [row, …], … }`. */
export function tablesOf(count, { links = 26_259 / 4089, seed = 3 } = {}) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const some = (from, to, make) => Array.from({ length: from + Math.floor(random() * (to - from + 1)) }, make);
  const phrase = (from, to) => some(from, to, () => pick(words)).join(' ');
  const sentence = () => {
    const text = `${phrase(1, 3)} ${pick(verbs)} ${phrase(4, 12)} for ${phrase(2, 5)}.`;
    return text[0].toUpperCase() + text.slice(1);
  };
  const id = (kind, number) =>
    `${kind}-${((number * 2654435761) % 4294967296).toString(16).padStart(8, '0')}-${number}`;
  const digits = (most) => `${Math.floor(random() * most)}`.padStart(`${most - 1}`.length, '0');
  const number = () =>
    `(${pick(['202', '212', '312', '415', '518', '607', '716'])}) ${200 + Math.floor(random() * 700)}-${digits(10_000)}`;
  const taxonomy = Array.from({ length: 900 }, (_, at) => ({
    id: id('t', at),
    code: `B${'DEFHN'[at % 5]}-${1000 + at}.${digits(10_000)}`,
    name: phrase(2, 4).replace(/\b\w/g, (letter) => letter.toUpperCase()),
  }));
  const tables = {
    organizations: [],
    services: [],
    locations: [],
    service_at_locations: [],
    addresses: [],
    phones: [],
  };
  Object.assign(tables, { regular_schedules: [], languages: [], taxonomy, services_taxonomy: [] });
  let about = [];
  for (let at = 0; at < count; at++) {
    if (at % 5 === 0 || random() < 0.04) {
      const name = `${phrase(2, 5)} of ${pick(cities)}`.toUpperCase();
      about = some(6, 10, sentence);
      tables.organizations.push({
        id: id('o', at),
        name,
        description: some(2, 4, sentence).join(' '),
        url: `https://${pick(words)}-${at}.example/`,
      });
      for (let place = 0; place < 2; place++) {
        const location = {
          id: id('l', 2 * at + place),
          organization_id: id('o', at),
          name: `${name} ${place ? 'ANNEX' : ''}`.trim(),
        };
        tables.locations.push({
          ...location,
          latitude: (30 + random() * 15).toFixed(6),
          longitude: (-120 + random() * 45).toFixed(6),
        });
        tables.addresses.push({
          id: id('a', 2 * at + place),
          location_id: location.id,
          address_1: `${1 + Math.floor(random() * 9000)} ${pick(words)} street`.toUpperCase(),
          city: pick(cities).toUpperCase(),
          state_province: 'NY',
          postal_code: `1${digits(10_000)}`,
          country: 'US',
        });
        tables.phones.push({ id: id('q', 2 * at + place), location_id: location.id, number: number(), type: 'voice' });
      }
    }
    const organization = tables.organizations.at(-1);
    const location = tables.locations.at(-1 - (at % 2));
    const service = {
      id: id('s', at),
      organization_id: organization.id,
      name: phrase(2, 5).toUpperCase(),
      status: 'active',
    };
    const text = [...about.slice(at % 3, 5), ...some(1, 4, sentence)];
    const list = some(2, 5, () => phrase(2, 5)).join('\\n* ');
    tables.services.push({
      ...service,
      description: `${text.join(' ')}\\n\\n* ${list}`,
      application_process: sentence(),
      fees_description: pick(['None', 'Sliding scale', 'Free', '']),
      eligibility_description: phrase(3, 9),
      minimum_age: pick(['', '', '13', '18']),
      assured_date: '2026-05-0' + (1 + (at % 9)),
    });
    tables.service_at_locations.push({ id: id('x', at), service_id: service.id, location_id: location.id });
    for (let one = 0; one < 2; one++)
      tables.phones.push({
        id: id('p', 2 * at + one),
        service_id: service.id,
        number: number(),
        extension: one ? '22' : '',
        type: one ? 'voice' : 'Toll Free',
      });
    for (const weekday of random() < 0.7 ? ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] : [])
      tables.regular_schedules.push({
        id: id('h', 5 * at),
        service_id: service.id,
        weekday,
        opens_at: '09:00',
        closes_at: pick(['17:00', '16:30']),
        original_text: 'Mon-Fri, 9-5',
      });
    tables.languages.push({ id: id('g', at), service_id: service.id, language: pick(['English', 'English;Spanish']) });
    for (let link = Math.floor(at * links); link < Math.floor((at + 1) * links); link++)
      tables.services_taxonomy.push({ id: id('z', link), service_id: service.id, taxonomy_id: pick(taxonomy).id });
  }
  return tables;
}

const cell = (value) => (/[",\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : `${value}`);

/** A table as CSV, in pieces that a large one can be written from. */
export function* csvOf(rows) {
  const columns = [...new Set(rows.flatMap(Object.keys))];
  yield `${columns.join(',')}\n`;
  for (let from = 0; from < rows.length; from += 1000)
    yield rows
      .slice(from, from + 1000)
      .map((row) => `${columns.map((column) => cell(row[column] ?? '')).join(',')}\n`)
      .join('');
}

/** The same as nested services, a line of JSON for each, with all that its organization and its place say. */
export function* nestedOf(tables) {
  const by = (rows, key) => {
    const groups = new Map();
    for (const row of rows) {
      const group = groups.get(row[key]);
      if (group) group.push(row);
      else groups.set(row[key], [row]);
    }
    return groups;
  };
  const one = (rows) => new Map(rows.map((row) => [row.id, row]));
  const [organizations, locations, terms] = [one(tables.organizations), one(tables.locations), one(tables.taxonomy)];
  const [phones, theirs, addresses] = [
    by(tables.phones, 'service_id'),
    by(tables.phones, 'location_id'),
    by(tables.addresses, 'location_id'),
  ];
  const [schedules, links, places] = [
    by(tables.regular_schedules, 'service_id'),
    by(tables.services_taxonomy, 'service_id'),
    by(tables.service_at_locations, 'service_id'),
  ];
  for (const service of tables.services)
    yield `${JSON.stringify({
      ...service,
      organization: organizations.get(service.organization_id),
      phones: phones.get(service.id),
      schedules: schedules.get(service.id)?.map(({ weekday, original_text, ...row }) => ({
        ...row,
        freq: 'WEEKLY',
        byday: weekday.slice(0, 2).toUpperCase(),
        description: original_text,
      })),
      service_at_locations: places.get(service.id).map(({ id, location_id }) => ({
        id,
        location: {
          ...locations.get(location_id),
          addresses: addresses.get(location_id),
          phones: theirs.get(location_id),
        },
      })),
      attributes: links.get(service.id)?.map(({ id, taxonomy_id }) => ({
        id,
        link_id: service.id,
        link_entity: 'service',
        taxonomy_term: terms.get(taxonomy_id),
      })),
    })}\n`;
}
