import type { Location, Schedule, Service } from '../schema.js';
import { readSchedule, type Rule } from './schedule.js';
import type { Zone } from './time-zone.js';

/** What hours are reckoned from. */
export type WithHours = Pick<Service, 'schedules' | 'locations'>;

/** The schedules of one place, or the service's own. */
interface Place {
  readonly rules: readonly Rule[];
  readonly closures: readonly Rule[];
  /** Hours that are not understood: it may be open when the rules do not say so. */
  readonly unread: boolean;
  /** A holiday that is not understood: it may be closed when the rules say that it is open. */
  readonly unreadClosure: boolean;
}

/** Rules of one place in one zone, and the closures that touch them. */
export interface Calendar {
  readonly zone: Zone;
  readonly rules: readonly Rule[];
  /** Whether it is closed on a day, whatever the rules say. */
  readonly isClosed: (day: number) => boolean;
  /** Whether it may be. */
  readonly mayBeClosed: (day: number) => boolean;
}

/** What there is to reckon with. */
export interface Calendars {
  readonly calendars: readonly Calendar[];
  /** All schedules are understood, apart from a holiday of the service: then there are no calendars. */
  readonly complete: boolean;
}

/** What the calendar says of a day. */
export interface DayRules {
  /** It says something at all. Otherwise it is too old, or for another season. */
  readonly covered: boolean;
  /** The rules by which it is open. */
  readonly sure: readonly Rule[];
  /** The rules of which nobody knows whether they count on that day. */
  readonly doubtful: readonly Rule[];
}

function rulesOfPlace({ schedules }: { readonly schedules: readonly Schedule[] }): Place {
  const read = schedules.map((schedule) => ({ closed: !!schedule.closed, rule: readSchedule(schedule) }));
  const rulesOf = (closed: boolean): Rule[] => read.flatMap((one) => (one.closed === closed && one.rule) || []);
  const isUnread = (closed: boolean): boolean => read.some((one) => one.closed === closed && !one.rule);
  return { rules: rulesOf(false), closures: rulesOf(true), unread: isUnread(false), unreadClosure: isUnread(true) };
}

const falls = (rules: readonly Rule[], day: number): boolean => rules.some(({ on }) => on(day));

/**
 * Reads the schedules of a service and all of its places, or of one of the places, or (`'own'`) of the service only.
 *
 * A closure of the service counts at each of its places, on the date there. Where all places are closed, it is not known whether
 * the service is: it may be one that is called.
 */
export function calendarsOf(service: WithHours, only?: Location | 'own'): Calendars {
  const own = rulesOfPlace(service);
  const places = service.locations.map(rulesOfPlace);
  const wanted = only ? [only === 'own' ? own : rulesOfPlace(only)] : [own, ...places];
  // A holiday that cannot be read may be today.
  const known = own.unreadClosure ? [] : wanted.filter(({ unreadClosure }) => !unreadClosure);
  const mayBeClosed = (day: number): boolean =>
    places.length > 0 && places.every((one) => one.unreadClosure || falls(one.closures, day));
  const calendars = known.flatMap((place) => {
    const closures = place === own ? own.closures : [...place.closures, ...own.closures];
    const isClosed = (day: number): boolean => falls(closures, day);
    const zones = new Set(place.rules.map(({ zone }) => zone));
    return [...zones].map((zone) => {
      return { zone, rules: place.rules.filter((rule) => rule.zone === zone), isClosed, mayBeClosed };
    });
  });
  const complete = !wanted.some(({ unread, unreadClosure }) => unread || unreadClosure);
  return { calendars, complete };
}

/** Where there are hours for the date, and it is not said that they replace the regular ones, the latter are in doubt. */
export function rulesOn({ rules, isClosed, mayBeClosed }: Calendar, day: number): DayRules {
  const covered = rules.some(({ first, last }) => first <= day && day <= last);
  const all = rules.filter(({ on }) => on(day));
  if (all.length === 0 || isClosed(day)) return { covered, sure: [], doubtful: [] };
  if (mayBeClosed(day)) return { covered, sure: [], doubtful: all };
  const dated = all.filter(({ kind }) => kind !== 'regular');
  if (dated.length === 0) return { covered, sure: all, doubtful: [] };
  const replaced = dated.some(({ kind }) => kind === 'instead');
  return { covered, sure: dated, doubtful: replaced ? [] : all };
}
