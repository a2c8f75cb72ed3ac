import { service as shape, type Service } from '../schema.js';
import { parse, type Problem } from '../../schema/parse.js';
import { onceMarked, shelterTerms, termFinder } from './confidential.js';
import { RecordReader, noteReasons, type NoteReason, type Reports, type Reported } from './record-reader.js';
import { findServices, type FoundService } from './find-services.js';
import type { HoursRules } from './read-schedules.js';
import { readService, type ServiceRead } from './read-service.js';
import { Withheld } from './redact-address.js';

export { shelterTerms };

/** What an agency decides about a feed. */
export interface HsdsOptions extends Partial<HoursRules> {
  /** Taxonomy terms (names or ids, compared without case and accents) whose services keep their address to themselves. Default: `shelterTerms`. */
  readonly confidentialTerms?: readonly string[];
  /** IANA zone of schedules that name none, or only an offset. Empty: their hours are not known. */
  readonly timezone?: string;
  /** Is told each key that something was looked for under and found, and the record that has it. What nobody asks for is not shown. */
  readonly asked?: (record: unknown, key: string) => void;
}

/** Something that is good to know of a feed, and where it stands. */
export interface Note {
  readonly path: string;
  readonly reason: NoteReason;
  readonly detail: string;
}

const isNote = (one: Reported): one is Note => (noteReasons as readonly string[]).includes(one.reason);
const isProblem = (one: Reported): one is Problem => !isNote(one);

/** What could be read of a feed. */
export interface HsdsRead {
  /** In the order of the feed, frozen. */
  readonly services: readonly Service[];
  /** What could not be used, each with its JSON path in the feed. No value of the feed stands in them. */
  readonly problems: readonly Problem[];
  /** What was left out on purpose, changed, or not understood, each with its JSON path. No value of the feed stands in them. */
  readonly notes: readonly Note[];
}

/**
 * Reads HSDS 1 to 3, and what comes close to it: a service, an organization, a service at a location, a page, or a list of any of these.
 * It never throws: what cannot be read is left out and told. Addresses that are confidential are not in what it gives.
 */
export function fromHsds(data: unknown, options: HsdsOptions = {}): HsdsRead {
  const reported: Reports = [];
  reported.asked = options.asked;
  const isShelter = termFinder(options.confidentialTerms ?? shelterTerms);
  const isMarked = onceMarked();
  const { timezone: zone = '', zoneOf, isUnderstood } = options;
  const rules = { isShelter, isMarked, zone, zoneOf, isUnderstood };
  const reads: ServiceRead[] = [];
  const read = (found: FoundService): void => {
    try {
      const one = readService(found, rules);
      if (one) reads.push(one);
    } catch {
      found.service.refuse('type', 'readable');
    }
  };
  try {
    for (const found of findServices(new RecordReader(data, reported))) read(found);
  } catch {
    reported.push({ path: '$', reason: 'type', detail: 'readable' });
  }
  const services = withoutWhereabouts(merged(reads)).flatMap((one) => {
    const { value, problems: found } = parse(shape, one.draft);
    for (const problem of found) reported.push({ ...problem, path: one.given.path + problem.path.slice(1) });
    return value ?? [];
  });
  const all = once(reported);
  return { services: Object.freeze(services), problems: all.filter(isProblem), notes: all.filter(isNote) };
}

/** A list of services at locations tells a service once for each of its places. */
function merged(reads: readonly ServiceRead[]): readonly ServiceRead[] {
  const known = new Map<string, ServiceRead>();
  return reads.filter((one) => {
    const { id, name, organization } = one.draft;
    if (!one.isOneOf || !id) return true;
    const key = JSON.stringify([id, name, organization]);
    const before = known.get(key);
    if (!before) {
      known.set(key, one);
      return true;
    }
    before.places.push(...one.places);
    for (const [phone, text] of one.said) before.said.set(phone, text);
    before.isConfidential ||= one.isConfidential;
    before.draft.phones = [...(before.draft.phones ?? []), ...(one.draft.phones ?? [])].filter(
      (phone, index, all) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(phone)) === index,
    );
    return false;
  });
}

/** Takes away what is confidential, in every service of the same organization: what one of them keeps to itself no other may tell. */
function withoutWhereabouts(reads: readonly ServiceRead[]): readonly ServiceRead[] {
  const byOwner = new Map<unknown, Withheld>();
  /** An id, a name and a record lead to the same, or to two where only later something says so. */
  const withheldOf = (one: ServiceRead): readonly Withheld[] => {
    const known = new Set(one.owners.flatMap((owner) => byOwner.get(owner) ?? []));
    const [first = new Withheld()] = known;
    for (const owner of one.owners) if (!byOwner.has(owner)) byOwner.set(owner, first);
    return [...known.add(first)];
  };
  for (const one of reads) {
    for (const place of one.places) {
      if (!one.isConfidential && !place.isConfidential) continue;
      for (const withheld of withheldOf(one)) for (const known of place.known) withheld.add(known);
    }
  }
  return reads.map((one) => {
    const withheld = withheldOf(one);
    const places = one.places.map((place) => {
      const isHidden =
        one.isConfidential ||
        place.isConfidential ||
        withheld.some((some) => place.known.some((known) => some.has(known)));
      const { region, schedules, accessibility } = place.read;
      return isHidden
        ? {
            ...(region && { region }),
            addressConfidential: true,
            schedules: schedules ?? [],
            accessibility: accessibility ?? [],
          }
        : place.read;
    });
    const hidden = places.filter((place) => place.addressConfidential);
    // Of a number with an address beside it nothing is kept but the number.
    const phones = one.draft.phones?.map(({ description, ...phone }, index) =>
      !description || withheld.some((some) => some.isIn(one.said.get(one.draft.phones![index]!) ?? ''))
        ? phone
        : { ...phone, description },
    );
    const draft: Record<string, unknown> = { ...one.draft, phones, locations: places };
    if (one.isConfidential || (hidden.length && hidden.length === places.length)) draft['addressConfidential'] = true;
    return { ...one, draft: withheld.reduce((left, some) => some.without(left), draft) };
  });
}

/** Each once: what hangs on an organization is read with each of its services. */
const once = (reported: readonly Reported[]): readonly Reported[] => [
  ...new Map(reported.map((one) => [`${one.path} ${one.reason}`, one])).values(),
];
