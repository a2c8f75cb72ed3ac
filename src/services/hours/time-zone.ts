import { oneDay } from './rrule.js';

const quarter = 900_000;
const minute = 60_000;

/** A time zone. Days are counted from 1 January 1970, on the zone's own calendar. */
export interface Zone {
  /** Its IANA name, as the data has it. */
  readonly name: string;
  /** How far its clocks are ahead of UTC at a time, in milliseconds. */
  readonly offsetAt: (time: number) => number;
}

// Asking `Intl` takes microseconds, and a directory asks for the same few days again and again. No clock is changed within a quarter of an hour.
function offsets(format: Intl.DateTimeFormat): Zone['offsetAt'] {
  const known = new Map<number, number>();
  return (time) => {
    const key = Math.floor(time / quarter);
    let offset = known.get(key);
    if (offset === undefined) {
      // Some engines have called midnight 24 o'clock, of the day that begins.
      const parts = format.format(key * quarter).match(/\d+/g) as RegExpMatchArray;
      const [month, date, year, hours, minutes] = parts.map(Number) as [number, number, number, number, number];
      offset = Date.UTC(year, month - 1, date, hours % 24, minutes) - key * quarter;
      // A page that stays open for days does not gather them.
      if (known.size > 2000) known.clear();
      known.set(key, offset);
    }
    return offset;
  };
}

function make(name: string): Zone | undefined {
  // Engines also take offsets and abbreviations such as EST, which has no summer time: what people write for New York.
  if (!/^(UTC|[A-Za-z]+\/[\w+/-]+)$/.test(name)) return undefined;
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    return { name, offsetAt: offsets(format) };
  } catch {
    return undefined;
  }
}

const zones = new Map<string, Zone | undefined>();

/** The zone of an IANA name such as `America/Chicago`, `Etc/GMT+5` or `UTC`. `undefined`: an offset, an abbreviation, or not known here. */
export function zoneOf(name: string): Zone | undefined {
  const known = zones.get(name);
  if (known || zones.has(name)) return known;
  const zone = make(name);
  // There are about 600 names; more than that is dirt.
  if (zones.size > 1000) zones.clear();
  zones.set(name, zone);
  return zone;
}

/** The day that it is in a zone. */
export const dayAt = (zone: Zone, time: number): number => Math.floor((time + zone.offsetAt(time)) / oneDay);

/**
 * When the zone's clocks show a time, in milliseconds since 1970. `minutes` are counted from midnight, and may reach into the next day.
 * As RFC 5545 has it: of a time that comes twice it is the first; one that is skipped is read as if the clock had not been changed.
 */
export function instant({ offsetAt }: Zone, date: number, minutes: number): number {
  const local = date * oneDay + minutes * minute;
  const on = Math.floor(local / oneDay);
  const before = offsetAt((on - 1) * oneDay);
  const after = offsetAt((on + 2) * oneDay);
  const early = local - before;
  const late = local - after;
  return offsetAt(early) !== before && offsetAt(late) === after ? late : early;
}
