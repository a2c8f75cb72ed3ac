import type { Service } from '../../services/schema.js';
import { openState, type OpenState } from '../../services/hours/open-state.js';
import { oneDay } from '../../services/hours/rrule.js';
import { dayAt, zoneOf } from '../../services/hours/time-zone.js';

/** What a card says of a service's hours, and when it was worked out, in milliseconds since 1970. */
export interface SaidOfHours {
  readonly service: Service;
  readonly at: number;
  readonly open: OpenState;
}

/** The day that it is at the service's places and in UTC: weeks begin with it, and times of another day are said with their day. */
function daysAt({ schedules, locations }: Service, time: number): string {
  const zones = [schedules, ...locations.map((place) => place.schedules)].flat().map(({ timezone }) => timezone);
  const days = [...new Set(zones)].map((name) => {
    const zone = name ? zoneOf(name) : undefined;
    return zone && dayAt(zone, time);
  });
  return [Math.floor(time / oneDay), ...days].join();
}

/** Whether it is no longer what would be said now. Works the hours out anew only where they may have changed. */
export function isOutdated({ service, at, open }: SaidOfHours, now: number): boolean {
  // Somebody may have set the clock back.
  if (now < at || daysAt(service, now) !== daysAt(service, at)) return true;
  if (open.until && now < open.until) return false;
  const { state, until } = openState(service, now);
  return state !== open.state || until !== open.until;
}
