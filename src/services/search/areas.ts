import type { Service } from '../schema.js';

/** Services that are there when they are asked for: a list, or something that is read one by one. */
export type ServiceList = Pick<readonly Service[], 'length' | 'at'>;

/** Where a service stands in a list and, if it stands in several areas, a number that is the same in all of them. */
export interface Numbered {
  readonly at: number;
  readonly copy: number | undefined;
}

/** An area, and its services, a list for each file. */
export interface Division {
  readonly id: string;
  readonly name: string;
  readonly files: readonly (readonly Numbered[])[];
}

/** A city with fewer services than this is loaded together with the other small ones of its region. */
const ownArea = 300;
/** Services in one file, and its text in characters: about 350 kB on the way, compressed. */
const mostInFile = 2500;
const longestFile = 1_500_000;
/** What stands in more places is for everybody. */
const mostAreas = 4;
/** So many services that are tied to no place come with the snapshot itself. More of them are an area. */
const mostAlways = 300;

interface Place {
  readonly city: string;
  readonly region: string;
}

const key = (...words: string[]): string => JSON.stringify(words.map((word) => word.toLowerCase()));

function citiesOf({ locations }: Service): Place[] {
  const places = new Map<string, Place>();
  for (const { city = '', region = '' } of locations)
    if (city || region) places.set(key(city, region), { city, region });
  return [...places.values()];
}

const slug = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/\p{M}|^-|-$/gu, '') || 'area';

/** The name that is written most often: sources write places in many ways. */
function usualName(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

function inFiles(entries: readonly Numbered[], lengths: Uint32Array): Numbered[][] {
  const files: Numbered[][] = [];
  let room = 0;
  let file: Numbered[] = [];
  for (const entry of entries) {
    const length = lengths[entry.at]!;
    if (file.length === mostInFile || length > room) {
      files.push((file = []));
      room = longestFile;
    }
    file.push(entry);
    room -= length;
  }
  return files;
}

/**
 * Divides services by area: each large city, the rest of each region, and what is tied to no place. A service with places
 * in several areas is in each of them.
 */
export function divide(services: ServiceList): { always: Numbered[]; areas: Division[] } {
  const places: Place[][] = [];
  const inCity = new Map<string, number>();
  const lengths = new Uint32Array(services.length);
  for (let at = 0; at < services.length; at++) {
    const service = services.at(at)!;
    const cities = citiesOf(service);
    places.push(cities);
    lengths[at] = JSON.stringify(service).length;
    for (const { city, region } of cities) inCity.set(key(city, region), (inCity.get(key(city, region)) ?? 0) + 1);
  }

  const groups = new Map<string, { names: string[]; entries: Numbered[] }>();
  const everywhere: Numbered[] = [];
  let copies = 0;
  for (const [at, cities] of places.entries()) {
    const areas = new Map<string, string>();
    for (const { city, region } of cities) {
      const large = city && inCity.get(key(city, region))! >= ownArea;
      // Small cities whose region nobody wrote down: by their first letter.
      const name = large ? [city, region].filter(Boolean).join(', ') : region || city.charAt(0).toUpperCase();
      areas.set(large ? key(city, region) : key(region || name), name);
    }
    if (areas.size === 0 || areas.size > mostAreas) {
      everywhere.push({ at, copy: undefined });
      continue;
    }
    const copy = areas.size > 1 ? copies++ : undefined;
    for (const [area, name] of areas) {
      const group = groups.get(area) ?? { names: [], entries: [] };
      groups.set(area, group);
      group.names.push(name);
      group.entries.push({ at, copy });
    }
  }

  const taken = new Set<string>(['anywhere']);
  const areas = [...groups.values()].map(({ names, entries }): Division => {
    const name = usualName(names);
    let id = slug(name);
    for (let more = 2; taken.has(id); more++) id = `${slug(name)}-${more}`;
    taken.add(id);
    return { id, name, files: inFiles(entries, lengths) };
  });
  areas.sort((one, other) => (one.name < other.name ? -1 : 1));
  const rest = everywhere.slice(mostAlways);
  if (rest.length) areas.unshift({ id: 'anywhere', name: '', files: inFiles(rest, lengths) });
  return { always: everywhere.slice(0, mostAlways), areas };
}
