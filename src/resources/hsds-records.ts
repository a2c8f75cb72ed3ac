import type { Given } from './given.js';

/** A service of a feed, and what it hangs on. */
export interface Found {
  readonly service: Given;
  /** What it takes from where it has nothing itself, the nearest first: its organization, then what holds both. */
  readonly owners: readonly Given[];
  /** The service at a location, or the location, that it was found below. */
  readonly at: readonly Given[];
}

/** Keys below which services stand, in pages, exports and what is made by machine. */
const holders = [
  'contents',
  'data',
  'payload',
  'result',
  'results',
  'records',
  'resources',
  'items',
  'schema',
  'hsds',
  'organizations',
  'organization',
  'hsds_organization',
  'locations',
  'addresses',
];
const deepest = 8;
/** A feed has no more. What has, is no list of services. */
const mostServices = 200_000;

const idOf = (given: Given): string => given.get('id', 'organization_id', 'org_id', 'oid').text(200);

/** The organization that a service names, or the only one there is. */
function ownersOf(service: Given, holder: Given, above: readonly Given[]): readonly Given[] {
  const own = service.get('organization', 'agency');
  const beside = ['organization', 'organizations', 'hsds_organization'].flatMap((key) =>
    holder
      .get(key)
      .items()
      .filter((one) => one.isRecord),
  );
  const wanted = service.get('organization_id', 'agency_id').text(200);
  const named = beside.find((one) => wanted && idOf(one) === wanted);
  const theirs = named ?? (beside.length === 1 ? beside[0] : undefined);
  return [...(own.isRecord ? [own] : []), ...(theirs ? [theirs] : []), holder, ...above];
}

function* within(given: Given, above: readonly Given[], at: readonly Given[], depth: number): Generator<Found> {
  if (!depth) return;
  if (!given.isRecord) {
    for (const item of given.items(mostServices)) if (item.isRecord) yield* within(item, above, at, depth - 1);
    return;
  }
  for (const key of ['services', 'service']) {
    for (const service of given.get(key).items(mostServices)) {
      if (!service.isRecord) continue;
      // A service at a location has both inside.
      const isPlace = key === 'service' || given.get('location').isRecord;
      yield { service, owners: ownersOf(service, given, above), at: isPlace ? [given, ...at] : at };
    }
  }
  // A service names its organization and places, and these have no services of their own.
  for (const key of holders) {
    const isPlace = key === 'locations' || key === 'addresses';
    for (const part of given.get(key).items(mostServices)) {
      if (part.isRecord) yield* within(part, [given, ...above], isPlace ? [part, ...at] : at, depth - 1);
    }
  }
  if (!given.get('name').isThere) {
    for (const one of given.get('service_at_locations').items(mostServices))
      yield* within(one, [given, ...above], at, depth - 1);
  }
}

/** An organization without services: its programs stand for them, or it stands for itself. */
function* instead(unit: Given): Generator<Found> {
  const programs = unit
    .get('programs')
    .items()
    .filter((program) => program.isRecord);
  if (programs.length) {
    for (const service of programs) yield { service, owners: ownersOf(service, unit, []), at: [] };
    return;
  }
  const organizations = ['organizations', 'organization', 'hsds_organization'].flatMap((key) => unit.get(key).items());
  if (unit.get('name').isThere || !organizations.length)
    yield { service: unit, owners: ownersOf(unit, unit, []).filter((one) => one !== unit), at: [] };
  else for (const organization of organizations) if (organization.isRecord) yield* instead(organization);
}

const pages = ['contents', 'data', 'results', 'records', 'resources', 'items'];

/** Finds every service of a feed, whatever it is wrapped in. Each entry of a list is looked at by itself. */
export function* findServices(given: Given, depth = 4): Generator<Found> {
  if (!depth) return;
  if (!given.isRecord) {
    for (const item of given.items(mostServices)) yield* findServices(item, depth - 1);
    return;
  }
  const page = pages.find((key) => Array.isArray(given.get(key).value));
  if (page && !given.get('name').isThere) {
    yield* findServices(given.get(page), depth - 1);
    return;
  }
  let some = false;
  for (const found of within(given, [], [], deepest)) {
    some = true;
    yield found;
  }
  if (!some) yield* instead(given);
}
