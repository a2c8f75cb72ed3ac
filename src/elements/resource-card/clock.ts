import { orPlain } from '../../i18n/intl.js';
import { zoneOf } from '../../services/hours/time-zone.js';

/** How days and times are written in one language; where the browser cannot, as `2026-11-30` and `09:30`. */
export interface Clock {
  /** `09:30` on any clock, such as "9:30 AM". */
  time(hhmm: string): string;
  /** A `YYYY-MM-DD` day, such as "Monday, Nov 30". */
  day(day: string): string;
  /** A moment on the clock of a zone; with the day, unless it is the same as that of `now`. */
  moment(at: number, zone: string, now: number): string;
  /** The name of a zone, such as "Central Time", or `America/Chicago`. Empty where the clock of the device shows the same. */
  zoneName(zone: string): string;
}

const clocks = new Map<string, Clock>();

/** The clock of a language. Making its formats is slow, so each is made once, and only where hours are shown. */
export function clock(language: string): Clock {
  const known = clocks.get(language) ?? makeClock(language);
  clocks.set(language, known);
  return known;
}

/** What the clocks of a zone show, as `2026-11-30T09:30`. */
const wall = (at: number, zone: string) => new Date(at + (zoneOf(zone)?.offsetAt(at) ?? 0)).toISOString();

function makeClock(language: string): Clock {
  const formats = new Map<string, Intl.DateTimeFormat>();
  const format = (key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    const made = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
    formats.set(key, made);
    return made;
  };
  const short = { hour: 'numeric', minute: '2-digit' } as const;
  const time = (at: number, zone: string) =>
    orPlain(() => format(`time ${zone}`, { ...short, timeZone: zone }).format(at), '') || wall(at, zone).slice(11, 16);
  const dayIn = (at: number, zone: string) =>
    orPlain(
      () => format(`day ${zone}`, { weekday: 'long', month: 'short', day: 'numeric', timeZone: zone }).format(at),
      '',
    ) || wall(at, zone).slice(0, 10);
  return {
    time: (hhmm) => time(Date.parse(`2000-01-01T${hhmm === '24:00' ? '00:00' : hhmm}Z`), 'UTC'),
    day: (day) => dayIn(Date.parse(`${day}T00:00Z`), 'UTC'),
    moment(at, zone, now) {
      const day = dayIn(at, zone);
      return day === dayIn(now, zone) ? time(at, zone) : `${day}, ${time(at, zone)}`;
    },
    zoneName(zone) {
      const own = orPlain(() => new Intl.DateTimeFormat().resolvedOptions().timeZone, '');
      if (!zone || zone === own) return '';
      return orPlain(() => {
        const parts = format(`zone ${zone}`, { timeZoneName: 'longGeneric', timeZone: zone }).formatToParts(Date.now());
        return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
      }, zone);
    },
  };
}
