/** What holds for any schedules at any time, also for dirt: with data made up from a fixed seed. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openState, weekOf } from './hours-source.js';

const { constantFrom, option, record, array, integer, boolean } = fc;
const maybe = (arbitrary) => option(arbitrary, { nil: undefined, freq: 2 });
const date = integer({ min: Date.UTC(2026, 0, 1) / 86_400_000, max: Date.UTC(2027, 11, 31) / 86_400_000 }).map((day) =>
  new Date(day * 86_400_000).toISOString().slice(0, 10),
);
const time = constantFrom('00:00', '06:00', '09:00', '12:00', '13:30', '17:00', '22:00', '23:59');
const zone = constantFrom('America/Chicago', 'America/Chicago', 'Europe/London', 'Australia/Lord_Howe');

/** Mostly understood. */
const schedule = record({
  timezone: zone,
  freq: constantFrom('WEEKLY', 'WEEKLY', 'DAILY', 'MONTHLY', undefined),
  byday: maybe(constantFrom('MO,TU,WE,TH,FR', 'SA,SU', 'MO', '1MO,FR', 'SU')),
  interval: maybe(constantFrom('1', '2')),
  dtstart: maybe(date),
  validFrom: maybe(date),
  validTo: maybe(date),
  opensAt: time,
  closesAt: time,
  closed: constantFrom(undefined, undefined, undefined, false, true),
});
const clear = schedule.map((one) => ({ ...one, freq: 'WEEKLY', byday: one.byday?.replace('1MO,', '') ?? 'TU' }));
const lasting = clear.map(({ timezone, freq, byday, opensAt, closesAt, closed }) => {
  return { timezone, freq, byday, opensAt, closesAt, closed };
});
const serviceWith = (one) => {
  const schedules = array(one, { maxLength: 4 });
  const locations = array(record({ schedules, accessibility: fc.constant([]) }), { maxLength: 2 });
  return record({ schedules, locations });
};
const service = serviceWith(fc.oneof(schedule, clear, lasting, lasting, lasting));
const now = integer({ min: Date.UTC(2026, 1, 1) / 60_000, max: Date.UTC(2027, 11, 1) / 60_000 }).map(
  (at) => at * 60_000,
);

/** Never understood, in one way or another. */
const unreadable = fc
  .tuple(
    schedule,
    constantFrom({ timezone: 'EST' }, { byweekno: '3' }, { freq: 'YEARLY' }, { validFrom: 'May' }),
    boolean(),
  )
  .map(([one, bad, closed]) => ({ ...one, ...bad, closed }));

const anything = fc.dictionary(
  constantFrom(
    'timezone',
    'freq',
    'byday',
    'bymonthday',
    'interval',
    'count',
    'until',
    'dtstart',
    'opensAt',
    'closesAt',
    'wkst',
  ),
  fc.oneof(
    fc.string(),
    constantFrom('America/Chicago', 'WEEKLY', 'MO', '__proto__', 'constructor', '1', '09:00', '2026-01-01'),
  ),
);

const run = (property, numRuns = 3000) => fc.assert(property, { seed: 20261123, numRuns });

/** A service with a schedule more: its own, or that of a place. */
function added(given, one, toPlace) {
  const [first, ...others] = given.locations;
  if (!toPlace || !first) return { ...given, schedules: [...given.schedules, one] };
  return { ...given, locations: [{ ...first, schedules: [one, ...first.schedules] }, ...others] };
}

describe('for any schedules', () => {
  it('a schedule that cannot be read never makes a service closed, nor tells when it opens or closes', () => {
    const seen = { open: 0, unknown: 0 };
    run(
      fc.property(service, unreadable, boolean(), now, (given, bad, toPlace, at) => {
        const { state, until } = openState(added(given, bad, toPlace), at);
        assert.notEqual(state, 'closed');
        assert.equal(until, undefined);
        seen[state]++;
      }),
    );
    assert.ok(seen.open > 100 && seen.unknown > 100, JSON.stringify(seen));
  });

  it('a schedule that cannot be read makes no service open that was not', () => {
    run(
      fc.property(service, unreadable, boolean(), now, (given, bad, toPlace, at) => {
        const before = openState(given, at).state;
        const after = openState(added(given, bad, toPlace), at).state;
        assert.ok(after === before || after === 'unknown', `${before}, then ${after}`);
      }),
    );
  });

  it('a holiday makes no service open that was not', () => {
    run(
      fc.property(service, clear, boolean(), now, (given, one, toPlace, at) => {
        if (openState(given, at).state === 'open') return;
        assert.notEqual(openState(added(given, { ...one, closed: true }, toPlace), at).state, 'open');
      }),
    );
  });

  it('hours more never make a service closed that was open', () => {
    run(
      fc.property(service, clear, boolean(), now, (given, one, toPlace, at) => {
        const more = added(given, { ...one, closed: undefined }, toPlace);
        if (openState(given, at).state === 'open') assert.notEqual(openState(more, at).state, 'closed');
      }),
    );
  });

  it('the state is the same up to the time that is told, and the other one from then', () => {
    let told = 0;
    run(
      fc.property(fc.oneof(service, serviceWith(lasting)), now, (given, at) => {
        const { state, until } = openState(given, at);
        if (until === undefined) return;
        told++;
        assert.ok(until > at && until <= at + 14 * 86_400_000);
        for (const part of [0.25, 0.5, 0.75, 1]) {
          const between = at + Math.floor((until - at - 1) * part);
          assert.equal(openState(given, between).state, state);
        }
        assert.equal(openState(given, until).state, state === 'open' ? 'closed' : 'open');
      }),
    );
    assert.ok(told > 300, `${told}`);
  });

  it('text of any kind is answered, without a zone with unknown', () => {
    run(
      fc.property(array(anything, { minLength: 1, maxLength: 3 }), now, (dirt, at) => {
        const given = { schedules: dirt, locations: [] };
        assert.ok(['open', 'closed', 'unknown'].includes(openState(given, at).state));
        weekOf(given, at);
        const noZone = dirt.map((one) => ({ ...one, timezone: undefined }));
        assert.equal(openState({ schedules: noZone, locations: [] }, at).state, 'unknown');
      }),
    );
  });
});
