import { service as shape, type Service } from '../schema.js';
import type { RecordReader } from './record-reader.js';
import type { IsMarked } from './confidential.js';
import { readLanguages } from './read-languages.js';
import { readPhones } from './read-phones.js';
import { addressLists, first, readPlace, type Place } from './read-places.js';
import type { FoundService } from './find-services.js';
import { readSchedules, type HoursRules } from './read-schedules.js';
import { readAges, readFees, readStatus, readTerms, textsOf } from './read-terms.js';
import { readDate, readEmail, readLang, readUrl } from './read-values.js';
import { cutText, folded } from './plain-text.js';

/** A service as it was read, before what is confidential has been taken away. */
export interface ServiceRead {
  readonly given: RecordReader;
  readonly draft: { -readonly [K in keyof Service]?: Service[K] };
  /** What stood where a number of `draft.phones` was found, whole: an address may have been taken apart there. */
  readonly said: Map<object, string>;
  readonly places: Place[];
  /** Each of its places is. */
  isConfidential: boolean;
  /** What it shares its addresses with: its organization, by id or name, and the record it stands in. */
  readonly owners: readonly unknown[];
  /** The same service may be told of at other places. */
  readonly isOneOf: boolean;
}

/** What is decided for the whole feed. */
export interface Rules extends HoursRules {
  readonly isShelter: (term: string) => boolean;
  readonly isMarked: IsMarked;
  readonly zone: string;
}

const placeLists = [
  'service_at_locations',
  'services_at_location',
  'services_at_locations',
  'service_locations',
  'locations',
  'location',
];
const phoneLists = ['phones', 'phone', 'phone_numbers', 'telephone'];
const scheduleLists = ['schedules', 'schedule', 'regular_schedules', 'regular_schedule', 'holiday_schedules', 'hours'];

/** What may have paragraphs and lists. */
const inLines: ReadonlySet<string> = new Set(['description', 'eligibilityDescription', 'applicationProcess']);

function all(sources: readonly RecordReader[], keys: readonly string[]): readonly RecordReader[] {
  const found: RecordReader[] = [];
  for (const source of sources)
    for (const key of keys) {
      const one = source.get(key);
      if (one.isThere) found.push(one);
    }
  return found;
}

/** Finds places by the ids that services name them by. */
function known(
  owners: readonly RecordReader[],
): (id: RecordReader, besides?: RecordReader) => RecordReader | undefined {
  const lists = owners.flatMap((owner) => ['locations', 'addresses'].flatMap((key) => owner.get(key).items(5000)));
  return (given, besides) => {
    const id = lists.length ? given.text(200) : '';
    const is = (one: RecordReader): boolean =>
      one.value !== besides?.value && one.get('id', 'location_id').text(200) === id;
    return id ? lists.find(is) : undefined;
  };
}

/** What tells of each place of a service: what stands between the two, the place, and the same place where it is told in full. */
function placeSources({ service, owners, at }: FoundService): readonly (readonly RecordReader[])[] {
  const find = known([service, ...owners]);
  const whole = (place: RecordReader): readonly RecordReader[] => {
    const inner = place.get('location');
    const ids = [place, inner].flatMap((one) => ['location_id', 'id'].map((key) => one.get(key)));
    const named = ids.map((id) => find(id, place)).find((one) => one && one.value !== inner.value);
    return [place, ...(inner.isRecord ? [inner] : []), ...(named ? [named] : [])];
  };
  const listed = at.length ? [at[0]!] : placeLists.flatMap((key) => service.get(key).items());
  const found = listed.filter((one) => one.isRecord).map(whole);
  if (found.length) return found;
  const named = ['location_ids', 'location_id'].flatMap((key) => service.get(key).items()).map((id) => find(id));
  const byId = named.filter((one) => one !== undefined).map((one) => [one]);
  if (byId.length) return byId;
  for (const owner of [service, ...owners]) {
    const places = owner === service ? [] : ['locations', 'location'].flatMap((key) => owner.get(key).items());
    if (places.length) return places.filter((one) => one.isRecord).map((one) => [one]);
    const addresses = addressLists.flatMap((key) => owner.get(key).items());
    if (addresses.length) return addresses.map((one) => [one.isRecord ? one : one.with({ address: one.value })]);
  }
  return [];
}

/** Reads one service. `undefined`: it has no name, and that is told. */
export function readService(found: FoundService, rules: Rules): ServiceRead | undefined {
  const { service, owners, at } = found;
  const name = ['name', 'service_name', 'title', 'alternate_name', 'service_type', 'type']
    .map((key) => service.get(key).text(300))
    .find(Boolean);
  if (!name) {
    service.lacks('name');
    return undefined;
  }
  const owner = owners.find((one) => one.get('name').isThere);
  // An organization without a name is one all the same.
  const holder = owner ?? owners.find((one) => one.get('id').isThere);
  const organization = owner?.get('name').text(300) ?? service.get('organization_name', 'provider_name').text(300);
  const scope = [service, ...owners];
  const draft: ServiceRead['draft'] = { name };
  const put = <K extends keyof Service>(key: K, value: Service[K] | '' | undefined): void => {
    if (value !== undefined && value !== '') draft[key] = value;
  };
  const texts = (
    key:
      | 'description'
      | 'alternateName'
      | 'eligibilityDescription'
      | 'applicationProcess'
      | 'interpretationServices'
      | 'alert',
    ...from: readonly string[]
  ): void => put(key, service.get(...from)[inLines.has(key) ? 'prose' : 'text'](shape.of[key].max));

  put('id', service.get('id', 'service_id').text(200));
  put('organization', organization === name ? '' : organization);
  texts('description', 'description', 'long_description', 'short_description');
  texts('alternateName', 'alternate_name', 'alternate_names');
  texts('eligibilityDescription', 'eligibility_description', 'eligibility', 'eligibilities', 'eligibilitys');
  texts('applicationProcess', 'application_process', 'how_to_apply');
  texts('interpretationServices', 'interpretation_services');
  texts('alert', 'alert');
  put('status', readStatus(service.get('status')));
  put('url', readUrl(first(scope, 'url', 'website', 'uri_website')));
  put('email', readEmail(first(scope, 'email')));
  put(
    'assuredDate',
    readDate(
      service.get(
        'assured_date',
        'last_assured',
        'last_verified',
        'last_verified_at',
        'last_verified_on',
        'verified_at',
      ),
    ),
  );
  put('lang', readLang(service.get('lang', 'locale')));
  Object.assign(draft, readAges(service), readFees(service));
  const { terms, ids } = readTerms(service);
  draft.taxonomyTerms = terms;
  draft.requiredDocuments = textsOf([service.get('required_documents')], ['document', 'name', 'description'], 300);

  const names = [name, organization];
  const sources = placeSources(found);
  const places = sources.map((one) => readPlace(one, names, rules.isMarked));
  const near = sources.flat();
  const zone = first(scope, 'timezone').text(80) || rules.zone;
  const own = all([service], scheduleLists);
  const virtual = places.filter((place) => place.isVirtual);
  const timed = places.map((place) => readSchedules(all(place.sources, scheduleLists), zone, rules));
  for (const [index, place] of places.entries()) place.read.schedules = timed[index]!.schedules;
  const isTimed = own.length || timed.some(({ schedules, words }) => schedules.length || words.length);
  const theirs = isTimed ? own : owners.map((one) => all([one], scheduleLists)).find((lists) => lists.length);
  const hours = readSchedules(
    [...(theirs ?? []), ...virtual.flatMap((place) => all(place.sources, scheduleLists))],
    zone,
    rules,
  );
  draft.schedules = hours.schedules;

  const calls = [near.length ? [service, ...near] : [service], ...owners.map((one) => [one])].map((one) =>
    all(one, phoneLists),
  );
  const persons = scope.map((one) => all([...one.get('contacts', 'contact').items()], phoneLists));
  const { phones, hours: said, whole } = readPhones([...calls, ...persons].find((lists) => lists.length) ?? []);
  draft.phones = phones.slice(0, 500);
  const inWords = new Set([
    service.get('hours_description', 'hours_of_operation', 'opening_hours').text(1000),
    ...hours.words,
    ...timed.flatMap(({ words }) => words),
    ...said,
  ]);
  put('hoursDescription', cutText([...inWords].filter(Boolean).join(' '), shape.of.hoursDescription.max));

  const spoken = [[service], near, ...owners.map((one) => [one])].map((one) =>
    all(one, ['languages', 'language', 'languages_offered']),
  );
  const onPhones = (calls.find((lists) => lists.length) ?? [])
    .flatMap((list) => list.items())
    .map((phone) => phone.get('languages'));
  draft.languages = readLanguages(spoken.find((lists) => lists.length) ?? onPhones);
  draft.serviceAreas = textsOf(
    all([service, ...near, ...at], ['service_areas', 'service_area']),
    ['name', 'service_area', 'description'],
    300,
  );
  if (virtual.length) draft.remote = true;

  const isConfidential =
    rules.isShelter(name) || [...terms, ...ids].some(rules.isShelter) || scope.some((one) => rules.isMarked(one));
  return {
    given: service,
    draft,
    said: whole,
    places: places.filter((place) => !place.isVirtual),
    isConfidential,
    owners: [holder?.get('id').text(200), folded(organization), holder?.value]
      .filter((one) => one !== undefined && one !== '')
      .concat(holder || organization ? [] : [service.value]),
    isOneOf: found.isOneOf,
  };
}
