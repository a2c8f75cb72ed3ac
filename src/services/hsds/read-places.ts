import type { Location } from '../schema.js';
import type { IsMarked } from './confidential.js';
import { nowhere, type RecordReader } from './record-reader.js';
import { folded } from './plain-text.js';
import type { Whereabouts } from './redact-address.js';

/** Where a service is, before anything is decided about it. What stands nearest to the service comes first in `sources`. */
export interface Place {
  readonly sources: readonly RecordReader[];
  readonly isVirtual: boolean;
  readonly isConfidential: boolean;
  /** Every address that is told of it, also those for letters, and where each says that it is. */
  readonly known: readonly Whereabouts[];
  readonly read: { -readonly [K in keyof Location]?: Location[K] };
}

const postalLists = ['postal_addresses', 'mail_addresses', 'mailing_address', 'postal_address', 'mail_address'];
const streets = [
  'address_1',
  'street_address',
  'street_address_1',
  'street1',
  'street',
  'line1',
  'line_1',
  'address_line_1',
  'address1',
  'address_lines',
];
const seconds = ['address_2', 'street_address_2', 'street2', 'line2', 'line_2', 'address_line_2', 'address2'];
const cities = ['city', 'locality', 'town'];
const regions = ['state_province', 'state_province_code', 'state', 'state_code', 'region'];
const postcodes = ['postal_code', 'zip', 'zip_code', 'zipcode', 'postcode'];

/** Where places stand that are addresses and nothing more. */
export const addressLists: readonly string[] = [
  'addresses',
  'addresss',
  'address',
  'physical_addresses',
  'physical_address',
];

/** The first of several records that says something. */
export function first(sources: readonly RecordReader[], ...keys: readonly string[]): RecordReader {
  for (const source of sources) {
    const found = source.get(...keys);
    if (found.isThere) return found;
  }
  return nowhere;
}

interface Address extends Whereabouts {
  readonly line: string;
  readonly city: string;
  readonly region: string;
  readonly type: string;
  readonly given: RecordReader;
}

function readDegrees(from: readonly RecordReader[]): { latitude?: number; longitude?: number } {
  const latitude = first(from, 'latitude', 'lat');
  const longitude = first(from, 'longitude', 'lng', 'lon', 'long');
  if (!latitude.isThere && !longitude.isThere) return {};
  const [north, east] = [latitude.number(), longitude.number()];
  const isRight =
    north !== undefined && east !== undefined && Math.abs(north) <= 90 && Math.abs(east) <= 180 && (north || east);
  if (isRight) return { latitude: north, longitude: east };
  (latitude.isThere ? latitude : longitude).refuse('type', 'degrees');
  return {};
}

/** One line, as an envelope has it. */
function readAddress(given: RecordReader, isPostal: boolean): Address {
  const street = given.isRecord ? given.get(...streets).text(200) : given.text(200);
  const second = given.get(...seconds).text(200);
  const city = given.get(...cities).text(120);
  const region = given.get(...regions).text(120);
  const code = given.get(...postcodes).text(20);
  const country = given.get('country', 'country_code').text(60);
  const own = folded(street);
  const has = (part: string): boolean => !!part && own.includes(folded(part));
  const end = [region, code].filter((part) => part && !(has(city) && has(part))).join(' ');
  const abroad = /^(?:us|usa|u\.s\.(?:a\.)?|united states(?: of america)?)$/i.test(country) ? '' : country;
  const line = [street, has(second) ? '' : second, has(city) ? '' : city, end, abroad].filter(Boolean).join(', ');
  const isBox = /^p\.?\s?o\.?\s*(?:box|drawer)\b/i.test(street);
  const type = isPostal || isBox ? 'postal' : given.get('address_type', 'type').text(60).toLowerCase();
  const degrees = readDegrees([given.quiet(), given.get('coordinates').quiet()]);
  return {
    given,
    line: street ? line : '',
    street,
    rest: [second, city, region, code],
    city,
    region,
    type,
    latitude: degrees.latitude,
    longitude: degrees.longitude,
  };
}

function addressesOf(source: RecordReader): readonly Address[] {
  const listed = addressLists.flatMap((key) => source.get(key).items());
  const postal = postalLists.flatMap((key) => source.get(key).items());
  const own = [...streets, ...cities].some((key) => source.get(key).isThere) ? [source] : [];
  return [...[...own, ...listed].map((one) => readAddress(one, false)), ...postal.map((one) => readAddress(one, true))];
}

function accessibilityOf(sources: readonly RecordReader[]): readonly string[] {
  const texts = sources
    .flatMap((source) =>
      ['accessibility', 'accessibilities', 'accessibilitys', 'accessibility_for_disabilities'].map((key) =>
        source.get(key),
      ),
    )
    .flatMap((list) => list.items())
    .map((item) =>
      item.isRecord
        ? [item.get('description', 'accessibility', 'name', 'notes').text(300), item.get('details').text(300)]
        : [item.text(300)],
    )
    .map((parts) => parts.filter(Boolean).join(' '));
  return [...new Set(texts.filter(Boolean))];
}

/** Reads a place. `names` are those of the service and its organization: a place that is called so has no name of its own. */
export function readPlace(sources: readonly RecordReader[], names: readonly string[], isMarked: IsMarked): Place {
  const addresses = sources.flatMap(addressesOf);
  const isVirtual = /virtual|online|remote/i.test(
    first(sources, 'location_type').text(60) || (addresses.length === 1 ? addresses[0]!.type : ''),
  );
  const isPhysical = ({ type }: Address): boolean => !/postal|mail|billing/.test(type);
  const best = addresses.find((one) => isPhysical(one) && one.line) ?? addresses.find(isPhysical) ?? addresses[0];
  const places = sources.flatMap((source) => [
    source,
    ...source.get('coordinates').items(),
    ...source.get('geo', 'position', 'coordinate').items(),
  ]);
  const degrees = readDegrees([...places, ...(best ? [best.given, ...best.given.get('coordinates').items()] : [])]);
  const name = first(sources, 'name', 'location_name').text(200);
  const accessibility = accessibilityOf(sources);
  return {
    sources,
    isVirtual,
    isConfidential: sources.some((source) => isMarked(source, 'place')),
    known: [...addresses, { street: '', rest: [], latitude: degrees.latitude, longitude: degrees.longitude }],
    read: {
      ...(name && !names.some((other) => folded(other) === folded(name)) && { name }),
      ...(best && isPhysical(best) && best.line && { address: best.line.slice(0, 300) }),
      ...(best?.city && { city: best.city }),
      ...(best?.region && { region: best.region }),
      ...degrees,
      accessibility,
    },
  };
}
