import type { Location, Schedule, Service } from '../content/schema.js';
import { oneDay } from './rule.js';
import { readSchedule, type Rule } from './schedule.js';
import { dayAt, instant, type Zone } from './zone.js';

/**
 * Whether a service is open. `unknown`: its hours are not known well enough to say; it is never taken for closed then.
 */
export interface OpenState {
  readonly state: 'open' | 'closed' | 'unknown';
  /** When an open service closes, or a closed one opens next, in milliseconds since 1970. `undefined`: not known, or not within two weeks; or it never closes. */
  readonly until: number | undefined;
  /** The IANA zone that the hours are in. Empty: not known. */
  readonly zone: string;
}

/** The hours of a day, on the clock of the place. */
export interface DayHours {
  /** As YYYY-MM-DD. */
  readonly day: string;
  /** In order, as `HH:MM`. `closes` is `24:00` at the end of the day; not after `opens`: on the day after. Empty: it is not open. */
  readonly periods: readonly { readonly opens: string; readonly closes: string }[];
  /** It is closed out of the ordinary: a holiday. */
  readonly closed: boolean;
}

/** What openState and weekOf look at. */
type WithHours = Pick<Service, 'schedules' | 'locations'>;

/** How far ahead the next change is looked for. */
const horizon = 14;

const unknown: OpenState = { state: 'unknown', until: undefined, zone: '' };

/** The schedules of one place, or the service's own. */
interface Place {
  readonly rules: readonly Rule[];
  readonly closures: readonly Rule[];
  /** Hours that are not understood: it may be open when the rules do not say so. */
  readonly unread: boolean;
  /** A holiday that is not understood: it may be closed when the rules say that it is open. */
  readonly unreadClosure: boolean;
}

function readPlace(schedules: readonly Schedule[]): Place {
  const rules: Rule[] = [];
  const closures: Rule[] = [];
  let unread = false;
  let unreadClosure = false;
  for (const schedule of schedules) {
    const rule = readSchedule(schedule);
    if (rule) (schedule.closed ? closures : rules).push(rule);
    else if (schedule.closed) unreadClosure = true;
    else unread = true;
  }
  return { rules, closures, unread, unreadClosure };
}

/** Rules of one place in one zone, and the closures that touch them. */
interface Calendar {
  readonly zone: Zone;
  readonly rules: readonly Rule[];
  /** Whether it is closed on a day, whatever the rules say. */
  readonly isClosed: (day: number) => boolean;
  /** Whether it may be closed on a day: it is not known whether what is said of the places is said of the service too. */
  readonly isDoubtful: (day: number) => boolean;
}

const falls = (rules: readonly Rule[], day: number): boolean => rules.some((rule) => rule.on(day));

/** Whether every place of a service is, or may be, closed on a day. Then it is not known whether the service is, which may be one that is called. */
const closedEverywhere = (places: readonly Place[], day: number): boolean =>
  places.length > 0 && places.every((place) => place.unreadClosure || falls(place.closures, day));

/** A closure of the service counts at each of its places, on the date there. */
function calendarsOf(place: Place, own: Place, places: readonly Place[]): Calendar[] {
  const isOwn = place === own;
  return [...new Set(place.rules.map((rule) => rule.zone))].map((zone) => ({
    zone,
    rules: place.rules.filter((rule) => rule.zone === zone),
    isClosed: (day) => falls(place.closures, day) || (!isOwn && falls(own.closures, day)),
    isDoubtful: (day) => isOwn && closedEverywhere(places, day),
  }));
}

/** The rules that fall on a day. Where there are hours for the date and it is not said that they replace the regular ones, the latter are in doubt. */
function rulesOn({ rules, isClosed }: Calendar, day: number): { sure: readonly Rule[]; doubtful: readonly Rule[] } {
  const sure = rules.filter((rule) => rule.on(day));
  if (sure.length === 0 || isClosed(day)) return { sure: [], doubtful: [] };
  const dated = sure.filter((rule) => rule.kind !== 'regular');
  if (dated.length === 0) return { sure, doubtful: [] };
  const replaced = dated.some((rule) => rule.kind === 'instead');
  return { sure: dated, doubtful: replaced ? [] : sure.filter((rule) => rule.kind === 'regular') };
}

/** Whether the data speaks of a day at all: it may be too old, or for a season. */
const isCovered = ({ rules }: Calendar, day: number): boolean =>
  rules.some(({ first, last }) => first <= day && day <= last);

/** A stretch of time. */
interface Stretch {
  readonly zone: string;
  readonly from: number;
  readonly to: number;
  /** It is not known whether it is open. */
  readonly doubtful: boolean;
}

const midnight = 24 * 60;

function addStretches(stretches: Stretch[], calendar: Calendar, now: number): void {
  const { zone } = calendar;
  const add = (day: number, opens: number, closes: number, doubtful: boolean): void => {
    stretches.push({ zone: zone.name, from: instant(zone, day, opens), to: instant(zone, day, closes), doubtful });
  };
  const today = dayAt(zone, now);
  for (let day = today - 1; day <= today + horizon + 1; day++) {
    if (!isCovered(calendar, day)) add(day, 0, midnight, true);
    const { sure, doubtful } = rulesOn(calendar, day);
    for (const { opens, closes } of doubtful) add(day, opens, closes, true);
    const inDoubt = sure.length > 0 && calendar.isDoubtful(day);
    for (const { opens, closes } of sure) {
      // Is the end of the night before closed with the day? Nobody has said.
      const cut = closes > midnight && calendar.isClosed(day + 1);
      add(day, opens, cut ? midnight : closes, inDoubt);
      if (cut) add(day, midnight, closes, true);
    }
  }
}

/** What is said of a time: an open stretch, else a doubtful one, else none. */
function stretchAt(stretches: readonly Stretch[], time: number): Stretch | undefined {
  let found: Stretch | undefined;
  for (const stretch of stretches) {
    if (stretch.from <= time && time < stretch.to && (!found || found.doubtful)) found = stretch;
  }
  return found;
}

const stateOf = (stretch: Stretch | undefined): OpenState['state'] =>
  !stretch ? 'closed' : stretch.doubtful ? 'unknown' : 'open';

/** The first stretch from a time on in which the state is another. `undefined`: there is none within two weeks. */
function nextChange(
  stretches: readonly Stretch[],
  now: number,
): { at: number; stretch: Stretch | undefined } | undefined {
  const state = stateOf(stretchAt(stretches, now));
  for (let at = now; ;) {
    let next = Infinity;
    for (const { from, to } of stretches) {
      if (from > at && from < next) next = from;
      if (to > at && to < next) next = to;
    }
    if (next > now + horizon * oneDay) return undefined;
    const stretch = stretchAt(stretches, next);
    if (stateOf(stretch) !== state) return { at: next, stretch };
    at = next;
  }
}

/**
 * Whether a service is open at a time, in milliseconds since 1970. It is open when its own hours or those of one of its places say so. It is closed
 * only when all of its schedules are understood and hold at that time: a schedule that is not understood, has run out or has not begun leaves it unknown.
 */
export function openState(service: WithHours, now: number): OpenState {
  const own = readPlace(service.schedules);
  // A holiday that cannot be read may be today.
  if (own.unreadClosure) return unknown;
  const places = service.locations.map(({ schedules }) => readPlace(schedules));
  const all = [own, ...places];
  const stretches: Stretch[] = [];
  const calendars = all.flatMap((place) => (place.unreadClosure ? [] : calendarsOf(place, own, places)));
  for (const calendar of calendars) addStretches(stretches, calendar, now);

  const stretch = stretchAt(stretches, now);
  const state = stateOf(stretch);
  const allRead = !all.some((place) => place.unread || place.unreadClosure);
  if (state === 'unknown' || !calendars[0] || (state === 'closed' && !allRead)) return unknown;
  const change = allRead ? nextChange(stretches, now) : undefined;
  // Open, and then nobody knows: nor is it known when it closes.
  const until = change && stateOf(change.stretch) !== 'unknown' ? change.at : undefined;
  return { state, until, zone: (stretch ?? change?.stretch)?.zone ?? calendars[0].zone.name };
}

const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => `${part}`.padStart(2, '0')).join(':');

function periodsOf(rules: readonly Rule[]): DayHours['periods'] {
  const joined: { opens: number; closes: number }[] = [];
  for (const { opens, closes } of [...rules].sort((a, b) => a.opens - b.opens)) {
    const last = joined.at(-1);
    if (last && opens <= last.closes) last.closes = Math.max(last.closes, closes);
    else joined.push({ opens, closes });
  }
  return joined.map(({ opens, closes }) => ({
    opens: clock(opens),
    closes: clock(closes > midnight ? closes - midnight : closes),
  }));
}

/**
 * The hours of seven days from today on, for a table: of one of the service's places, or without one the service's own. `undefined`: there are none, or they
 * are not known well enough for each of the days, or they are in several zones.
 */
export function weekOf(service: WithHours, now: number, location?: Location): readonly DayHours[] | undefined {
  const own = readPlace(service.schedules);
  const places = service.locations.map(({ schedules }) => readPlace(schedules));
  const place = location ? readPlace(location.schedules) : own;
  const [calendar, another] = calendarsOf(place, own, places);
  if (!calendar || another || place.unread || place.unreadClosure || own.unreadClosure) return undefined;
  const today = dayAt(calendar.zone, now);
  const week: DayHours[] = [];
  for (let day = today; day < today + 7; day++) {
    const { sure, doubtful } = rulesOn(calendar, day);
    if (!isCovered(calendar, day) || calendar.isDoubtful(day) || doubtful.length > 0) return undefined;
    week.push({
      day: new Date(day * oneDay).toISOString().slice(0, 10),
      periods: periodsOf(sure),
      closed: calendar.isClosed(day),
    });
  }
  return week;
}
