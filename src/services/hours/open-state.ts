import { calendarsOf, rulesOn, type Calendar, type WithHours } from './calendars.js';
import { oneDay } from './rrule.js';
import { dayAt, instant } from './time-zone.js';

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

/** How many days ahead the next change is looked for. */
const horizon = 14;
const midnight = 24 * 60;

/** A stretch of time in which it is open, or in which nobody knows whether it is. */
interface Stretch {
  readonly state: 'open' | 'unknown';
  readonly from: number;
  readonly to: number;
  readonly zone: string;
}

function stretchesOf(calendar: Calendar, now: number): Stretch[] {
  const { zone } = calendar;
  const stretches: Stretch[] = [];
  const add = (state: Stretch['state'], day: number, opens: number, closes: number): void => {
    stretches.push({ state, from: instant(zone, day, opens), to: instant(zone, day, closes), zone: zone.name });
  };
  const today = dayAt(zone, now);
  for (let day = today - 1; day <= today + horizon + 1; day++) {
    const { covered, sure, doubtful } = rulesOn(calendar, day);
    if (!covered) add('unknown', day, 0, midnight);
    for (const { opens, closes } of doubtful) add('unknown', day, opens, closes);
    for (const { opens, closes } of sure) {
      // Does a closed day also end the night before? Nobody has said.
      const cut = closes > midnight && calendar.isClosed(day + 1);
      add('open', day, opens, cut ? midnight : closes);
      if (cut) add('unknown', day, midnight, closes);
    }
  }
  return stretches;
}

/** The stretch that a time lies in, an open one first. `undefined`: it is closed. */
function stretchAt(stretches: readonly Stretch[], time: number): Stretch | undefined {
  let found: Stretch | undefined;
  for (const stretch of stretches) {
    if (stretch.from <= time && time < stretch.to && found?.state !== 'open') found = stretch;
  }
  return found;
}

/** When the state is another for the first time, and the stretch that it is then. `undefined`: not within two weeks. */
function nextChange(stretches: readonly Stretch[], now: number): readonly [number, Stretch | undefined] | undefined {
  const before = stretchAt(stretches, now)?.state;
  for (let time = now; ;) {
    let next = Infinity;
    for (const { from, to } of stretches) {
      if (from > time && from < next) next = from;
      if (to > time && to < next) next = to;
    }
    if (next > now + horizon * oneDay) return undefined;
    const stretch = stretchAt(stretches, next);
    if (stretch?.state !== before) return [next, stretch];
    time = next;
  }
}

/**
 * Whether a service is open at a time, in milliseconds since 1970. It is open when its own hours or those of one of its places say so. It is closed
 * only where every schedule is understood, and hours hold at that time: one that is not understood, or hours that have run out or not begun, leave it unknown.
 */
export function openState(service: WithHours, now: number): OpenState {
  const { calendars, complete } = calendarsOf(service);
  const stretches = calendars.flatMap((calendar) => stretchesOf(calendar, now));
  const stretch = stretchAt(stretches, now);
  const [first] = calendars;
  if (!first || stretch?.state === 'unknown' || !(stretch || complete)) {
    return { state: 'unknown', until: undefined, zone: '' };
  }
  const [time, then] = (complete && nextChange(stretches, now)) || [];
  return {
    state: stretch ? 'open' : 'closed',
    // Open, and after that nobody knows: then it is not known either when it closes.
    until: then?.state === 'unknown' ? undefined : time,
    zone: (stretch ?? then)?.zone ?? first.zone.name,
  };
}
