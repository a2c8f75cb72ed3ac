import type { Location } from '../schema.js';
import { calendarsOf, rulesOn, type DayRules, type WithHours } from './calendars.js';
import { oneDay } from './rrule.js';
import { dayAt } from './time-zone.js';

/** The hours of a day, on the clock of the place. */
export interface DayHours {
  /** As YYYY-MM-DD. */
  readonly day: string;
  /** In order, as `HH:MM`. `closes` is `24:00` at the end of the day; not after `opens`: on the day after. Empty: it is not open. */
  readonly periods: readonly { readonly opens: string; readonly closes: string }[];
}

const midnight = 24 * 60;

const clockTime = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => `${part}`.padStart(2, '0')).join(':');

function periodsOf(rules: DayRules['sure']): DayHours['periods'] {
  const joined: { opens: number; closes: number }[] = [];
  for (const { opens, closes } of [...rules].sort((a, b) => a.opens - b.opens)) {
    const last = joined.at(-1);
    if (last && opens <= last.closes) last.closes = Math.max(last.closes, closes);
    else joined.push({ opens, closes });
  }
  return joined.map(({ opens, closes }) => ({
    opens: clockTime(opens),
    closes: clockTime(closes > midnight ? closes - midnight : closes),
  }));
}

/**
 * The hours of seven days for a table, from the day on that it is at the place: of one of the service's places, or without one the service's own.
 * `undefined`: there are none, they are not known for sure on each of the days, or they are in several zones.
 */
export function weekOf(service: WithHours, now: number, location?: Location): readonly DayHours[] | undefined {
  const { calendars, complete } = calendarsOf(service, location ?? 'own');
  const [calendar, another] = calendars;
  if (!calendar || another || !complete) return undefined;
  const today = dayAt(calendar.zone, now);
  const week: DayHours[] = [];
  for (let day = today; day < today + 7; day++) {
    const { covered, sure, doubtful } = rulesOn(calendar, day);
    if (!covered || doubtful.length > 0) return undefined;
    const date = new Date(day * oneDay).toISOString().slice(0, 10);
    week.push({ day: date, periods: periodsOf(sure) });
  }
  return week;
}
