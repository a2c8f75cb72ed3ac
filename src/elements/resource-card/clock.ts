import { deviceZone, orPlain, type intl } from '../../i18n/intl.js';
import { zoneOf } from '../../services/hours/time-zone.js';

/** How days and times are written in one language; where the browser cannot, as `2026-11-30` and `09:30`. */
export interface Clock {
  /** `09:30` on any clock, such as "9:30 AM". */
  time(hhmm: string): string;
  /** A `YYYY-MM-DD` day, such as "Monday, Nov 30". */
  day(day: string): string;
  /** A moment on the clock of a zone; with the day, unless it is the same as that of `now`. Of the next days, the weekday says enough. */
  moment(at: number, zone: string, now: number): string;
  /** The name of a zone, such as "Central Time", or `America/Chicago`. Empty where the clock of the device shows the same. */
  zoneName(zone: string): string;
}

/** In milliseconds. Within them no weekday comes twice. */
const fewDays = 6 * 86_400_000;

/** What the clocks of a zone show, as `2026-11-30T09:30`. */
const wall = (at: number, zone: string) => new Date(at + (zoneOf(zone)?.offsetAt(at) ?? 0)).toISOString();

/**
 * The clock of a language.
 *
 * @param formats Where formats are kept once they are made: the card's, so that the two files of a card share them.
 */
export function clock(language: string, formats: typeof intl): Clock {
  const format = (timeZone: string, options: Intl.DateTimeFormatOptions) =>
    formats('DateTimeFormat', language, { ...options, timeZone });
  const time = (at: number, zone: string) =>
    orPlain(() => format(zone, { hour: 'numeric', minute: '2-digit' }).format(at), '') || wall(at, zone).slice(11, 16);
  const date = { month: 'short', day: 'numeric' } as const;
  const dayIn = (at: number, zone: string, more: Intl.DateTimeFormatOptions = date) =>
    orPlain(() => format(zone, { weekday: 'long', ...more }).format(at), '') || wall(at, zone).slice(0, 10);
  return {
    time: (hhmm) => time(Date.parse(`2000-01-01T${hhmm === '24:00' ? '00:00' : hhmm}Z`), 'UTC'),
    day: (day) => dayIn(Date.parse(`${day}T00:00Z`), 'UTC'),
    moment(at, zone, now) {
      const day = dayIn(at, zone);
      if (day === dayIn(now, zone)) return time(at, zone);
      return `${at - now < fewDays ? dayIn(at, zone, {}) : day}, ${time(at, zone)}`;
    },
    zoneName(zone) {
      if (!zone || zone === deviceZone()) return '';
      return orPlain(() => {
        const parts = format(zone, { timeZoneName: 'longGeneric' }).formatToParts(Date.now());
        return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
      }, zone);
    },
  };
}
