import type { RecordReader } from './record-reader.js';

/** A service of a feed, and what it hangs on. */
export interface FoundService {
  readonly service: RecordReader;
  /** What it takes from where it has nothing itself, the nearest first: its organization, then what holds both. */
  readonly owners: readonly RecordReader[];
  /** The service at a location, or the location, that it was found below. */
  readonly at: readonly RecordReader[];
  /** It stands inside of a service at a location: the same service may stand in others. */
  readonly isOneOf: boolean;
}

/** Keys below which services stand, in pages, exports and what is made by machine. */
// The United Kingdom's feeds say `content`, as pages of Spring do.
const pages = ['contents', 'content', 'data', 'results', 'records', 'resources', 'items'];
const organizations = ['organizations', 'organization', 'hsds_organization'];
const placeKeys = ['locations', 'addresses'];
const holders = [...pages, 'payload', 'result', 'schema', 'hsds', ...organizations];

/** A feed has no more. What has, is no list of services. */
const mostServices = 200_000;

const recordsIn = (given: RecordReader, keys: readonly string[]): readonly RecordReader[] =>
  given
    .keys()
    .filter((key) => keys.includes(key))
    .flatMap((key) => given.get(key).items(mostServices))
    .filter((one) => one.keys().length);

/** What has services and an organization, and says where it is. */
const isLocation = (given: RecordReader): boolean =>
  given.get('organization').isRecord && given.get('address', 'addresses', 'latitude', 'location').isThere;

/** The organization that a service names, or the only one there is; then what holds both. */
function ownersOf(
  service: RecordReader,
  holder: RecordReader,
  above: readonly RecordReader[],
): readonly RecordReader[] {
  const own = service.get('organization', 'agency');
  const beside = holder === service ? [] : recordsIn(holder, organizations);
  const wanted = service.get('organization_id', 'agency_id').text(200);
  const named = wanted && beside.find((one) => one.get('id', 'organization_id', 'org_id', 'oid').text(200) === wanted);
  const theirs = named || (beside.length === 1 && beside[0]);
  return [...(own.isRecord ? [own] : []), ...(theirs ? [theirs] : []), ...above];
}

/** Finds every service of a feed, whatever it is wrapped in. Each entry of a list is looked at by itself. */
export function* findServices(feed: RecordReader): Generator<FoundService> {
  // What holds itself is looked into once.
  const seen = new Set<unknown>();
  const done = new Set<unknown>();
  const isDone = ({ value }: RecordReader): boolean => done.has(value) || !done.add(value);
  const isNew = ({ value }: RecordReader): boolean => !seen.has(value) && !!seen.add(value);

  function* within(
    given: RecordReader,
    above: readonly RecordReader[],
    at: readonly RecordReader[],
  ): Generator<FoundService> {
    // A place owns nothing.
    const owners = at[0] === given ? above : [given, ...above];
    for (const key of ['services', 'service']) {
      for (const service of recordsIn(given, [key])) {
        // A service at a location has both inside.
        const isPlace = at[0] !== given && (key === 'service' || isLocation(given));
        yield {
          service,
          owners: ownersOf(service, given, owners),
          at: isPlace ? [given, ...at] : at,
          isOneOf: key === 'service',
        };
      }
    }
    for (const part of recordsIn(given, holders)) if (isNew(part)) yield* within(part, owners, at);
    for (const part of recordsIn(given, placeKeys)) if (isNew(part)) yield* within(part, owners, [part, ...at]);
    // A service has them too, and then they tell of nothing else.
    if (given.get('name').isThere) return;
    for (const part of recordsIn(given, ['service_at_locations'])) if (isNew(part)) yield* within(part, owners, at);
  }

  /** An organization without services: its programs stand for them, or it stands for itself. */
  function* instead(unit: RecordReader): Generator<FoundService> {
    const programs = recordsIn(unit, ['programs']);
    const others = unit.get('name').isThere ? [] : recordsIn(unit, organizations);
    for (const service of programs) yield { service, owners: ownersOf(service, unit, [unit]), at: [], isOneOf: false };
    if (programs.length) return;
    if (!others.length) yield { service: unit, owners: ownersOf(unit, unit, []), at: [], isOneOf: false };
    for (const other of others) if (other.value !== unit.value && !isDone(other)) yield* instead(other);
  }

  function* units(given: RecordReader, depth: number): Generator<FoundService> {
    if (typeof given.value !== 'object' || !isNew(given)) return;
    const page = pages.map((key) => given.get(key)).find((one) => Array.isArray(one.value) && one.isThere);
    const list = given.isRecord ? page : given;
    if (list && !given.get('name').isThere) {
      if (depth) for (const item of list.items(mostServices)) yield* units(item, depth - 1);
      return;
    }
    let some = false;
    for (const found of within(given, [], [])) {
      some = true;
      yield found;
    }
    if (!some) yield* instead(given);
  }

  yield* units(feed, 4);
}
