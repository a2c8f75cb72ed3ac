import type { Schedule } from '../schema.js';

// The part of RFC 5545 (RRULE) that HSDS has. Days are numbers, counted from 1 January 1970; weekdays from Monday, 0. A number that
// cannot be read is NaN, which is neither more nor less than anything: every check is written so that it fails then.

/** One day, in milliseconds. */
export const oneDay = 86_400_000;

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** How many days a rule with a `count` is followed: four years. */
const furthestCount = 1461;

/** The days of a schedule. */
export interface Days {
  /** The first and the last day of which it speaks. `-Infinity` and `Infinity`: always, for ever. */
  readonly first: number;
  readonly last: number;
  /** Whether a day between them is one of its days. */
  readonly on: (day: number) => boolean;
}

/** A whole number from 1 to 999. */
const readWhole = (text: string | undefined, absent: number): number =>
  text ? (/^[1-9]\d{0,2}$/.test(text) ? +text : NaN) : absent;

/** The weekday, and eight times which one of the month it is. */
function readWeekday(text: string): number {
  const [, nth = 0, name = ''] = /^([+-]?[1-5])?([A-Z]{2})$/.exec(text.toUpperCase()) ?? [];
  const on = weekdays.indexOf(name);
  return on < 0 ? NaN : +nth * 8 + on;
}

const readMonthday = (text: string): number => (/^[+-]?([1-9]|[12]\d|3[01])$/.test(text) ? +text : NaN);

/** A list without what cannot be read would tell other days: then it is `undefined`. Empty: there is none. */
function readList(text: string | undefined, read: (part: string) => number): readonly number[] | undefined {
  const list = text ? text.split(',').map((part) => read(part.trim())) : [];
  return list.some(Number.isNaN) ? undefined : list;
}

/** Tells the days, weeks or months that count, where only every second, third and so on does. */
function everyNth(freq: string, every: number, start: number, wkst: number): Days['on'] {
  if (every === 1) return () => true;
  const period = (day: number): number => {
    if (freq === 'DAILY') return day;
    if (freq === 'WEEKLY') return Math.floor((day + 3 - wkst) / 7);
    const date = new Date(day * oneDay);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  };
  return (day) => (period(day) - period(start)) % every === 0;
}

const isPlain = (day: number): boolean => day >= 0 && day < 7;

/** Tells the days of the week that are also days of the month. An empty list leaves every day. */
function among(days: readonly number[], monthdays: readonly number[]): Days['on'] {
  if (!monthdays.length && days.every(isPlain)) return (day) => !days.length || days.includes(weekdayOf(day));
  return (day) => {
    const date = new Date(day * oneDay);
    const nth = date.getUTCDate();
    // From the end of the month, where the last day is 1.
    const back = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate() - nth + 1;
    const ways = [0, Math.ceil(nth / 7), -Math.ceil(back / 7)].map((which) => which * 8 + weekdayOf(day));
    return (
      (!days.length || ways.some((way) => days.includes(way))) &&
      (!monthdays.length || monthdays.includes(nth) || monthdays.includes(-back))
    );
  };
}

/** The day on which a rule has come round `count` times. NaN: too far away to look for, or not defined. */
function countedTo(count: number, start: number, on: Days['on']): number {
  // Whether the start counts where the rule does not fall on it, RFC 5545 leaves open.
  if (!on(start)) return NaN;
  for (let day = start, left = count; day < start + furthestCount; day++) {
    if (on(day) && --left === 0) return day;
  }
  return NaN;
}

/**
 * The days of a rule that recurs, from `dtstart` to `until`, which the caller has read. `undefined`: it is not fully understood, or its
 * `count` ends more than four years after its start.
 */
export function recurring(schedule: Schedule, freq: string, dtstart: number, until: number): Days | undefined {
  const interval = readWhole(schedule.interval, 1);
  const count = readWhole(schedule.count, Infinity);
  const wkst = weekdays.indexOf(schedule.wkst?.toUpperCase() || 'MO');
  const days = readList(schedule.byday, readWeekday);
  const monthdays = readList(schedule.bymonthday, readMonthday);
  if (!(interval >= 1 && count >= 1 && wkst >= 0) || !days || !monthdays) return undefined;
  // A rule that skips or counts needs a day to begin with, and no rule has two ends.
  if ((interval > 1 || count < Infinity) && dtstart === -Infinity) return undefined;
  if (count < Infinity && until !== Infinity) return undefined;
  // Without days RFC 5545 takes that of `dtstart`. In a directory somebody has left them out.
  const understood =
    freq === 'MONTHLY'
      ? days.length + monthdays.length > 0
      : days.every(isPlain) && (freq === 'DAILY' || (freq === 'WEEKLY' && days.length > 0 && !monthdays.length));
  if (!understood) return undefined;
  const isDue = everyNth(freq, interval, dtstart, wkst);
  const isAmong = among(days, monthdays);
  const on = (day: number): boolean => isDue(day) && isAmong(day);
  return { first: dtstart, last: count < Infinity ? countedTo(count, dtstart, on) : until, on };
}
