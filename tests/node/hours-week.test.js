/** The table of a week, and how little is asked of `Intl`. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { at, openState, weekOf, withHours, withPlaces } from './hours-source.js';

const chicago = 'America/Chicago';
const regular = (byday, opensAt, closesAt, more) => ({
  timezone: chicago,
  freq: 'WEEKLY',
  byday,
  opensAt,
  closesAt,
  ...more,
});
const office = regular('MO,TU,WE,TH,FR', '09:00', '17:00');
const holiday = (date) => ({ timezone: chicago, validFrom: date, validTo: date, closed: true });
const monday = at(chicago, '2026-12-21T20:00');

/** Each day in a line. */
const table = (service, now, location) =>
  weekOf(service, now, location)?.map(({ day, periods }) =>
    [day, ...periods.map(({ opens, closes }) => `${opens}-${closes}`)].join(' '),
  );

describe('the hours of a week', () => {
  it('from the day that it is at the place, with holidays', () => {
    assert.deepEqual(table(withHours(office, holiday('2026-12-25')), monday), [
      '2026-12-21 09:00-17:00',
      '2026-12-22 09:00-17:00',
      '2026-12-23 09:00-17:00',
      '2026-12-24 09:00-17:00',
      '2026-12-25',
      '2026-12-26',
      '2026-12-27',
    ]);
    // In Chicago it is still Monday.
    const late = at(chicago, '2026-12-21T23:30');
    assert.equal(new Date(late).toISOString().slice(0, 10), '2026-12-22');
    assert.match(table(withHours(office), late)[0], /^2026-12-21/);
  });

  it('in order, joined where they adjoin, past midnight, whole days', () => {
    const service = withHours(
      regular('MO', '13:00', '17:00'),
      regular('MO', '12:00', '13:00'),
      regular('MO', '08:00', '09:30'),
      regular('TU', '22:00', '06:00'),
      regular('WE', '00:00', '23:59'),
      regular('TH', '18:00', '24:00'),
      { ...regular(undefined, '10:00', '12:00', { closed: false }), freq: undefined, dtstart: '2026-12-21' },
    );
    const [first, ...others] = table(service, monday);
    assert.equal(first, '2026-12-21 10:00-12:00', 'hours for the date replace the regular ones');
    assert.deepEqual(others.slice(0, 3), [
      '2026-12-22 22:00-06:00',
      '2026-12-23 00:00-24:00',
      '2026-12-24 18:00-24:00',
    ]);
    assert.equal(table(service, monday + 7 * 86_400_000)[0], '2026-12-28 08:00-09:30 12:00-17:00');
  });

  it('of a place, with the holidays of the service', () => {
    const service = { ...withPlaces([office], [regular('FR', '12:00', '14:00')]), schedules: [holiday('2026-12-25')] };
    assert.equal(table(service, monday, service.locations[0])[4], '2026-12-25');
    assert.equal(table(service, monday, service.locations[1])[4], '2026-12-25');
    assert.equal(table(service, monday + 7 * 86_400_000, service.locations[1])[4], '2027-01-01 12:00-14:00');
    assert.equal(weekOf(service, monday), undefined, 'the service has no hours of its own');
  });

  for (const [name, service] of Object.entries({
    'no schedules': withHours(),
    'a schedule that is not understood': withHours(office, { ...office, freq: 'YEARLY' }),
    'a holiday that is not understood': withHours(office, { ...holiday('2026-12-25'), timezone: 'EST' }),
    'hours that run out within the week': withHours({ ...office, validTo: '2026-12-26' }),
    'hours that begin within the week': withHours({ ...office, validFrom: '2026-12-22' }),
    'two zones': withHours(office, { ...office, timezone: 'America/Denver' }),
    'hours for a date that may be more or instead': withHours(office, {
      ...holiday('2026-12-24'),
      closed: undefined,
      opensAt: '10:00',
      closesAt: '12:00',
    }),
    'all places closed': { ...withPlaces([holiday('2026-12-24')]), schedules: [office] },
  })) {
    it(`is not known: ${name}`, () => assert.equal(weekOf(service, monday), undefined));
  }

  it('of one place is known also where another is not, unless it is a holiday of the service', () => {
    const service = withPlaces([office], [{ ...office, timezone: undefined }]);
    assert.equal(table(service, monday, service.locations[0])?.length, 7);
    assert.equal(table(service, monday, service.locations[1]), undefined);
    const holidays = { ...service, schedules: [{ ...holiday('2026-12-25'), timezone: undefined }] };
    assert.equal(table(holidays, monday, service.locations[0]), undefined);
  });
});

describe('Intl', () => {
  it('is asked for one formatter for each zone, and for none without schedules', () => {
    const { DateTimeFormat } = Intl;
    let made = 0;
    Intl.DateTimeFormat = class extends DateTimeFormat {
      constructor(...options) {
        super(...options);
        made++;
      }
    };
    try {
      openState(withHours(), monday);
      openState(withHours({ ...office, timezone: '-05:00' }), monday);
      assert.equal(made, 0);
      const there = { ...office, timezone: 'America/Anchorage' };
      for (let hour = 0; hour < 100; hour++) {
        openState(withHours(there, there), monday + hour * 3_600_000);
        weekOf(withHours(there), monday);
        openState(withHours({ ...office, timezone: 'Nowhere/Nothing' }), monday);
      }
      assert.equal(made, 1);
    } finally {
      Intl.DateTimeFormat = DateTimeFormat;
    }
  });
});
