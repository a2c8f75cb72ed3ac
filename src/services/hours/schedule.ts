import type { Schedule } from '../schema.js';
import { oneDay, recurring, type Days } from './rrule.js';
import { zoneOf, type Zone } from './time-zone.js';

const midnight = 24 * 60;

/** The longest run of dates that can have hours without any weekdays: after a month they have been left out. */
const longestRun = 31;

/** A schedule that is fully understood. */
export interface Rule extends Days {
  readonly zone: Zone;
  /** `extra`: hours of certain dates. `instead`: such hours that replace the regular ones. `closed`: a holiday. */
  readonly kind: 'regular' | 'extra' | 'instead' | 'closed';
  /** In minutes from midnight; `closes` is greater, and may reach into the next day. NaN: it is closed. */
  readonly opens: number;
  readonly closes: number;
}

function parseDay(text: string | undefined, absent: number): number {
  if (!text) return absent;
  // Some servers write every date with a midnight that means nothing. With an offset it may be another day.
  if (!/^(19|[2-9]\d)\d\d-\d\d-\d\d(T00:00:00(\.0+)?)?$/.test(text)) return NaN;
  const month = +text.slice(5, 7) - 1;
  const time = Date.UTC(+text.slice(0, 4), month, +text.slice(8, 10));
  // A day that there is not, such as 31 February, is one of another month.
  return new Date(time).getUTCMonth() === month ? time / oneDay : NaN;
}

/** Minutes from midnight. Seconds are taken where they say nothing. */
function parseTime(text = ''): number {
  const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)(:(00|59))?$/.exec(text) ?? [];
  const time = Number(hours) * 60 + Number(minutes);
  return time <= midnight ? time : NaN;
}

/** When it closes, in minutes from the midnight before it opens. */
function readClosing(text: string | undefined, opens: number): number {
  const closes = parseTime(text);
  // Who writes 23:59 means midnight.
  if (closes === 0 || closes === midnight - 1) return midnight;
  if (closes > opens) return closes;
  // 10:00 to 02:00 may be until two in the afternoon. Only after noon it is sure that hours are counted to 24.
  return opens > midnight / 2 && closes < opens ? closes + midnight : NaN;
}

/** A schedule that names dates and no rule. One date alone is that day. */
function certain(schedule: Schedule, dtstart: number, until: number): Days | undefined {
  const { bymonthday, count, interval = '1', validTo } = schedule;
  if (bymonthday || count || interval !== '1') return undefined;
  const isOne = dtstart > -Infinity && until === Infinity;
  // From then on, or on that day only? Who gives the end elsewhere leaves it open.
  if (isOne && validTo && parseDay(validTo, NaN) !== dtstart) return undefined;
  return { first: dtstart, last: isOne ? dtstart : until, on: () => true };
}

/** Reads a schedule strictly. `undefined`: something in it is not fully understood, so that its hours are not known. */
export function readSchedule(schedule: Schedule): Rule | undefined {
  const zone = zoneOf(schedule.timezone ?? '');
  const validFrom = parseDay(schedule.validFrom, -Infinity);
  const validTo = parseDay(schedule.validTo, Infinity);
  const dtstart = parseDay(schedule.dtstart, -Infinity);
  const until = parseDay(schedule.until, Infinity);
  if (!zone || schedule.byweekno || schedule.byyearday) return undefined;

  const freq = schedule.freq?.toUpperCase() || (schedule.byday ? 'WEEKLY' : '');
  const days = freq ? recurring(schedule, freq, dtstart, until) : certain(schedule, dtstart, until);
  if (!days) return undefined;
  const first = Math.max(days.first, validFrom);
  const last = Math.min(days.last, validTo);
  // Also where one of the dates cannot be read.
  if (!(first <= last)) return undefined;
  const length = last - first;
  const on = (day: number): boolean => first <= day && day <= last && days.on(day);

  if (schedule.closed) {
    return freq || length < Infinity ? { zone, kind: 'closed', first, last, on, opens: NaN, closes: NaN } : undefined;
  }
  const opens = parseTime(schedule.opensAt);
  const closes = readClosing(schedule.closesAt, opens);
  if (!(opens < midnight && opens < closes) || (!freq && length >= longestRun)) return undefined;
  const kind = freq ? 'regular' : schedule.closed === false ? 'instead' : 'extra';
  return { zone, kind, first, last, on, opens, closes };
}
