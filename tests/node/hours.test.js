/** Is a service said to be open when it is, and never closed when it may be open? By hand; thousands of rules are in hours-rules.test.js. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { at, openState, timesOf, wallClock, withHours, withPlaces } from './hours-source.js';

const chicago = 'America/Chicago';
const week = 'MO,TU,WE,TH,FR,SA,SU';
const regular = (byday, opensAt, closesAt, more) => ({
  timezone: chicago,
  freq: 'WEEKLY',
  byday,
  opensAt,
  closesAt,
  ...more,
});
const office = regular('MO,TU,WE,TH,FR', '09:00', '17:00');
const dated = (from, to, opensAt, closesAt, more) => ({
  timezone: chicago,
  validFrom: from,
  validTo: to,
  opensAt,
  closesAt,
  ...more,
});
const holiday = (from, to = from) => ({ timezone: chicago, validFrom: from, validTo: to, closed: true });

/** The state at a time on the clock, and until when on the clock: `open 2026-11-23T17:00`. */
function say(service, wall, zone = chicago) {
  const { state, until } = openState(service, at(zone, wall));
  return until === undefined ? state : `${state} ${wallClock(zone, until)}`;
}
/** The same for a service with these schedules. */
const hours = (schedules, wall, zone) => say(withHours(...schedules), wall, zone);

const utc = (text) => Date.parse(`${text}Z`);

describe('regular hours', () => {
  it('open, closed, and when that changes', () => {
    assert.equal(hours([office], '2026-11-23T09:00'), 'open 2026-11-23T17:00');
    assert.equal(hours([office], '2026-11-23T16:59'), 'open 2026-11-23T17:00');
    assert.equal(hours([office], '2026-11-23T17:00'), 'closed 2026-11-24T09:00');
    assert.equal(hours([office], '2026-11-23T08:59'), 'closed 2026-11-23T09:00');
    assert.equal(hours([office], '2026-11-27T17:00'), 'closed 2026-11-30T09:00');
    assert.equal(openState(withHours(office), at(chicago, '2026-11-27T17:00')).zone, chicago);
  });

  it('several periods a day, from several schedules; those that adjoin or overlap are one', () => {
    const split = [regular('MO', '09:00', '12:00'), regular('MO', '13:00', '17:00')];
    assert.equal(hours(split, '2026-11-23T10:00'), 'open 2026-11-23T12:00');
    assert.equal(hours(split, '2026-11-23T12:00'), 'closed 2026-11-23T13:00');
    assert.equal(hours([...split, regular('MO', '12:00', '13:00')], '2026-11-23T10:00'), 'open 2026-11-23T17:00');
    assert.equal(hours([...split, regular('MO', '11:00', '13:30')], '2026-11-23T10:00'), 'open 2026-11-23T17:00');
  });

  it('days without a frequency are days of every week, as HSDS data has them', () => {
    const { freq, ...without } = office;
    assert.equal(freq, 'WEEKLY');
    assert.equal(hours([without], '2026-11-28T12:00'), 'closed 2026-11-30T09:00');
  });

  it('past midnight', () => {
    const night = regular('FR,SU', '22:00', '06:00');
    assert.equal(hours([night], '2026-11-27T23:00'), 'open 2026-11-28T06:00');
    assert.equal(hours([night], '2026-11-28T05:59'), 'open 2026-11-28T06:00');
    assert.equal(hours([night], '2026-11-28T06:00'), 'closed 2026-11-29T22:00');
    assert.equal(hours([night], '2026-11-30T03:00'), 'open 2026-11-30T06:00');
    assert.equal(hours([night], '2026-11-27T05:00'), 'closed 2026-11-27T22:00');
    assert.equal(hours([regular('FR', '10:00', '00:00')], '2026-11-27T23:59'), 'open 2026-11-28T00:00');
  });

  for (const [opensAt, closesAt] of [
    ['00:00', '23:59'],
    ['00:00', '24:00'],
    ['00:00', '00:00'],
    ['00:00:00', '23:59:59'],
  ]) {
    it(`${opensAt} to ${closesAt} is the whole day, and days join`, () => {
      assert.equal(hours([regular(week, opensAt, closesAt)], '2026-11-23T23:59'), 'open');
      const workdays = regular('MO,TU,WE,TH,FR', opensAt, closesAt);
      assert.equal(hours([workdays], '2026-11-23T23:59'), 'open 2026-11-28T00:00');
      assert.equal(hours([workdays], '2026-11-28T00:00'), 'closed 2026-11-30T00:00');
    });
  }

  it('the next opening is told within two weeks, not after', () => {
    const monthly = { ...office, freq: 'MONTHLY', byday: '-1MO' };
    assert.equal(hours([monthly], '2026-11-16T09:00'), 'closed 2026-11-30T09:00');
    assert.equal(hours([monthly], '2026-11-16T08:59'), 'closed');
  });

  it('at the turn of the year', () => {
    assert.equal(hours([office], '2026-12-31T16:00'), 'open 2026-12-31T17:00');
    assert.equal(hours([office], '2026-12-31T17:00'), 'closed 2027-01-01T09:00');
    assert.equal(hours([regular('TH', '20:00', '04:00')], '2027-01-01T03:00'), 'open 2027-01-01T04:00');
    const fortnight = regular('TH', '09:00', '17:00', { dtstart: '2026-12-17', interval: '2' });
    assert.equal(hours([fortnight], '2027-01-01T00:00'), 'closed 2027-01-14T09:00');
  });

  it('on leap days', () => {
    const last = { ...office, freq: 'MONTHLY', byday: undefined, bymonthday: '-1' };
    assert.equal(hours([last], '2028-02-29T10:00'), 'open 2028-02-29T17:00');
    assert.equal(hours([last], '2028-02-28T10:00'), 'closed 2028-02-29T09:00');
    assert.equal(hours([last], '2027-02-28T10:00'), 'open 2027-02-28T17:00');
    const on29th = { ...last, bymonthday: '29' };
    assert.equal(hours([on29th], '2028-02-29T10:00'), 'open 2028-02-29T17:00');
    assert.equal(hours([on29th], '2027-03-01T10:00'), 'closed');
    const daily = { ...office, freq: 'DAILY', byday: undefined, dtstart: '2028-02-27', interval: '2' };
    assert.equal(hours([daily], '2028-02-28T10:00'), 'closed 2028-02-29T09:00');
    assert.equal(hours([daily], '2028-02-29T18:00'), 'closed 2028-03-02T09:00');
  });

  it('days of the month: ordinal and plain in one rule, the fifth, and both kinds of days', () => {
    const monthly = (byday, bymonthday) => ({ ...office, freq: 'MONTHLY', byday, bymonthday });
    // The first Monday, and every Friday.
    const mixed = monthly('1MO,FR');
    assert.equal(hours([mixed], '2026-11-02T10:00'), 'open 2026-11-02T17:00');
    assert.equal(hours([mixed], '2026-11-09T10:00'), 'closed 2026-11-13T09:00');
    assert.equal(hours([mixed], '2026-11-27T10:00'), 'open 2026-11-27T17:00');
    // Mondays are the days 2, 9, 16, 23 and 30 of November, and 7, 14, 21 and 28 of December.
    assert.equal(hours([monthly('5MO')], '2026-11-30T10:00'), 'open 2026-11-30T17:00');
    assert.equal(hours([monthly('5MO')], '2026-12-28T10:00'), 'closed');
    assert.equal(hours([monthly('-4MO')], '2026-12-07T10:00'), 'open 2026-12-07T17:00');
    assert.equal(hours([monthly('FR', '13')], '2026-11-13T10:00'), 'open 2026-11-13T17:00');
    assert.equal(hours([monthly('FR', '13')], '2026-11-20T10:00'), 'closed');
    assert.equal(hours([monthly('fr , 1mo')], '2026-11-20T10:00'), 'open 2026-11-20T17:00');
  });
});

describe('clocks that are changed', () => {
  const sunday = (zone, opensAt, closesAt) => [{ ...regular('SU', opensAt, closesAt), timezone: zone }];
  const state = (schedules, time) => openState(withHours(...schedules), utc(time));

  it('Chicago in March: a time that is skipped is an hour later on the clock', () => {
    const skipped = sunday(chicago, '02:30', '06:00');
    assert.deepEqual(state(skipped, '2026-03-08T08:29'), {
      state: 'closed',
      until: utc('2026-03-08T08:30'),
      zone: chicago,
    });
    assert.deepEqual(state(skipped, '2026-03-08T08:30'), {
      state: 'open',
      until: utc('2026-03-08T11:00'),
      zone: chicago,
    });
    const night = [regular('SA', '22:00', '06:00')];
    assert.equal(state(night, '2026-03-08T04:00').until, utc('2026-03-08T11:00'), 'seven hours');
  });

  it('Chicago in November: of a time that comes twice it is the first', () => {
    assert.equal(timesOf(chicago, '2026-11-01T01:30').length, 2);
    const twice = sunday(chicago, '01:30', '06:00');
    assert.equal(state(twice, '2026-11-01T06:29').until, utc('2026-11-01T06:30'));
    assert.deepEqual(state(twice, '2026-11-01T07:10'), {
      state: 'open',
      until: utc('2026-11-01T12:00'),
      zone: chicago,
    });
    const until = sunday(chicago, '00:00', '01:30');
    assert.equal(state(until, '2026-11-01T06:29').until, utc('2026-11-01T06:30'));
    assert.equal(state(until, '2026-11-01T07:10').state, 'closed', 'also when the clock shows 01:10 again');
    const night = [regular('SA', '22:00', '06:00')];
    assert.equal(state(night, '2026-11-01T04:00').until, utc('2026-11-01T12:00'), 'nine hours');
  });

  it('London in March and October', () => {
    const london = sunday('Europe/London', '00:30', '09:00');
    assert.equal(state(london, '2026-03-29T00:29').until, utc('2026-03-29T00:30'));
    assert.equal(state(london, '2026-03-29T00:30').until, utc('2026-03-29T08:00'));
    assert.equal(state(london, '2026-10-24T23:30').until, utc('2026-10-25T09:00'));
    assert.equal(state(sunday('Europe/London', '01:30', '09:00'), '2026-10-25T00:00').until, utc('2026-10-25T00:30'));
  });

  it('Lord Howe, by half an hour, in April and October', () => {
    const island = sunday('Australia/Lord_Howe', '01:45', '09:00');
    // Summer is 11 hours ahead, winter ten and a half.
    assert.equal(state(island, '2026-04-04T14:00').until, utc('2026-04-04T14:45'), 'the first 01:45');
    assert.equal(state(island, '2026-04-04T15:05').until, utc('2026-04-04T22:30'));
    const skipped = sunday('Australia/Lord_Howe', '02:15', '09:00');
    assert.equal(state(skipped, '2026-10-03T15:00').until, utc('2026-10-03T15:45'));
    assert.equal(state(skipped, '2026-10-03T15:45').until, utc('2026-10-03T22:00'));
  });

  it('days join where midnight itself is skipped or comes twice', () => {
    // Havana changes its clocks at midnight in March, and from one o'clock to midnight in November.
    for (const wall of ['2026-03-07T12:00', '2026-10-31T12:00']) {
      const always = [{ ...regular(week, '00:00', '24:00'), timezone: 'America/Havana' }];
      assert.equal(hours(always, wall, 'America/Havana'), 'open');
    }
  });

  it('the next opening, over a change', () => {
    assert.equal(hours([office], '2026-03-06T18:00'), 'closed 2026-03-09T09:00');
    assert.equal(hours([office], '2026-10-30T18:00'), 'closed 2026-11-02T09:00');
  });

  for (const [zone, opens] of [
    ['Asia/Kolkata', '2026-11-23T03:30'],
    ['Asia/Kathmandu', '2026-11-23T03:15'],
    ['Australia/Sydney', '2026-11-22T22:00'],
    ['America/St_Johns', '2026-11-23T12:30'],
    ['Pacific/Kiritimati', '2026-11-22T19:00'],
    ['Etc/GMT+5', '2026-11-23T14:00'],
    ['UTC', '2026-11-23T09:00'],
  ]) {
    it(`${zone} opens at its own nine o'clock`, () => {
      const monday = [{ ...regular('MO', '09:00', '17:00'), timezone: zone }];
      assert.deepEqual(state(monday, '2026-11-21T00:00'), { state: 'closed', until: utc(opens), zone });
      assert.equal(state(monday, opens).state, 'open');
    });
  }
});

describe('dates', () => {
  it('a rule holds from valid_from to valid_to, on both days', () => {
    const season = [regular(week, '09:00', '17:00', { validFrom: '2026-11-10', validTo: '2026-11-20' })];
    assert.equal(hours(season, '2026-11-10T10:00'), 'open 2026-11-10T17:00');
    assert.equal(hours(season, '2026-11-20T10:00'), 'open 2026-11-20T17:00');
    assert.equal(hours(season, '2026-11-21T10:00'), 'unknown', 'it has run out');
    assert.equal(hours(season, '2026-11-09T10:00'), 'unknown', 'it has not begun');
    assert.equal(hours(season, '2026-11-20T18:00'), 'closed', 'nobody knows when it opens next');
  });

  it('one that is open to the end of its dates: nobody knows whether it closes then', () => {
    assert.equal(hours([regular(week, '00:00', '24:00', { validTo: '2026-11-24' })], '2026-11-23T10:00'), 'open');
  });

  it('where one season has run out and another holds, the other counts', () => {
    const seasons = [
      regular('MO', '09:00', '12:00', { validTo: '2026-10-31' }),
      regular('MO', '13:00', '17:00', { validFrom: '2026-11-01' }),
    ];
    assert.equal(hours(seasons, '2026-11-02T10:00'), 'closed 2026-11-02T13:00');
    assert.equal(hours(seasons, '2026-10-26T13:00'), 'closed 2026-11-02T13:00');
  });

  it('without rule and days only the dates are meant; of others nothing is known', () => {
    const days = [dated('2026-12-24', '2026-12-26', '10:00', '14:00')];
    assert.equal(hours(days, '2026-12-24T10:00'), 'open 2026-12-24T14:00');
    assert.equal(hours(days, '2026-12-26T09:00'), 'closed 2026-12-26T10:00');
    assert.equal(hours(days, '2026-12-27T11:00'), 'unknown');
    assert.equal(hours(days, '2026-12-23T11:00'), 'unknown');
    const one = [{ timezone: chicago, dtstart: '2026-12-24', opensAt: '10:00', closesAt: '14:00' }];
    assert.equal(hours(one, '2026-12-24T10:00'), 'open 2026-12-24T14:00');
    assert.equal(hours(one, '2026-12-25T11:00'), 'unknown');
    const run = [{ ...one[0], until: '2026-12-25' }];
    assert.equal(hours(run, '2026-12-25T11:00'), 'open 2026-12-25T14:00');
  });

  it('a date with a midnight that means nothing', () => {
    const season = regular(week, '09:00', '17:00', { validTo: '2026-11-20T00:00:00' });
    assert.equal(hours([season], '2026-11-20T10:00'), 'open 2026-11-20T17:00');
    assert.equal(
      hours([regular('MO', '09:00', '17:00', { validTo: '9999-12-31' })], '2026-11-20T18:00').slice(0, 6),
      'closed',
    );
  });
});

describe('holidays', () => {
  it('a closed day overrides the rules, also one with hours', () => {
    const closed = [office, holiday('2026-12-24', '2026-12-25')];
    assert.equal(hours(closed, '2026-12-24T10:00'), 'closed 2026-12-28T09:00');
    assert.equal(hours(closed, '2026-12-23T18:00'), 'closed 2026-12-28T09:00');
    assert.equal(
      hours([office, { ...holiday('2026-12-24'), opensAt: '09:00', closesAt: '12:00' }], '2026-12-24T10:00').slice(
        0,
        6,
      ),
      'closed',
    );
    assert.equal(
      hours([office, regular('MO', undefined, undefined, { closed: true })], '2026-11-23T10:00'),
      'closed 2026-11-24T09:00',
    );
  });

  it('a closed day ends a run of whole days', () => {
    const always = regular(week, '00:00', '24:00');
    assert.equal(hours([always, holiday('2026-12-25')], '2026-12-24T10:00'), 'open 2026-12-25T00:00');
    assert.equal(hours([always, holiday('2026-12-25')], '2026-12-25T10:00'), 'closed 2026-12-26T00:00');
  });

  it('a night that begins on a closed day is closed; whether one that ends on it is, nobody knows', () => {
    const night = [regular(week, '22:00', '06:00'), holiday('2026-12-25')];
    assert.equal(hours(night, '2026-12-24T23:00'), 'open');
    assert.equal(hours(night, '2026-12-25T03:00'), 'unknown');
    assert.equal(hours(night, '2026-12-25T23:00'), 'closed 2026-12-26T22:00');
    assert.equal(hours(night, '2026-12-26T03:00'), 'closed 2026-12-26T22:00');
  });

  it('hours for a date that are flagged as not closed replace the regular ones', () => {
    const short = [office, dated('2026-12-24', '2026-12-24', '10:00', '12:00', { closed: false })];
    assert.equal(hours(short, '2026-12-24T09:30'), 'closed 2026-12-24T10:00');
    assert.equal(hours(short, '2026-12-24T10:00'), 'open 2026-12-24T12:00');
    assert.equal(hours(short, '2026-12-24T12:00'), 'closed 2026-12-25T09:00');
    assert.equal(
      hours([{ ...office, closed: false }], '2026-12-24T09:30'),
      'open 2026-12-24T17:00',
      'a rule replaces nothing',
    );
  });

  it('without the flag nobody knows whether they replace them or are more', () => {
    const more = [office, dated('2026-12-24', '2026-12-24', '16:00', '20:00')];
    assert.equal(hours(more, '2026-12-24T10:00'), 'unknown');
    assert.equal(hours(more, '2026-12-24T16:30'), 'open 2026-12-24T20:00');
    assert.equal(hours(more, '2026-12-23T18:00'), 'closed', 'nor when it opens next');
  });

  it('of a service, at each of its places; of a place, there', () => {
    const service = {
      ...withPlaces([office], [regular('FR', '12:00', '14:00'), holiday('2026-12-18')]),
      schedules: [holiday('2026-12-25')],
    };
    assert.equal(say(service, '2026-12-25T12:30'), 'closed 2026-12-28T09:00');
    assert.equal(say(service, '2026-12-18T12:30'), 'open 2026-12-18T17:00', 'the other place is open');
    assert.equal(say(withPlaces([office, holiday('2026-12-25')]), '2026-12-25T12:30'), 'closed 2026-12-28T09:00');
  });

  it('where all places are closed, nobody knows whether the service is, which may be one that is called', () => {
    const always = [regular(week, '00:00', '24:00')];
    const service = { ...withPlaces([holiday('2026-12-25')], [holiday('2026-12-25')]), schedules: always };
    assert.equal(say(service, '2026-12-25T12:00'), 'unknown');
    assert.equal(say(service, '2026-12-24T12:00'), 'open');
    assert.equal(say(service, '2026-11-24T12:00'), 'open');
    assert.equal(say({ ...withPlaces([holiday('2026-12-25')], []), schedules: always }, '2026-12-25T12:00'), 'open');
  });

  it('one that cannot be read leaves it unknown: today may be one', () => {
    const yearly = { timezone: chicago, freq: 'YEARLY', dtstart: '2020-12-25', closed: true };
    assert.equal(hours([office, yearly], '2026-11-23T10:00'), 'unknown');
    assert.equal(say({ ...withPlaces([office]), schedules: [yearly] }, '2026-11-23T10:00'), 'unknown');
    assert.equal(say(withPlaces([office, yearly]), '2026-11-23T10:00'), 'unknown');
    assert.equal(say(withPlaces([office, yearly], [office]), '2026-11-23T10:00'), 'open', 'another place is known');
    assert.equal(
      say({ ...withPlaces([yearly]), schedules: [office] }, '2026-11-23T10:00'),
      'unknown',
      'the only place',
    );
    assert.equal(say({ ...withPlaces([yearly], []), schedules: [office] }, '2026-11-23T10:00'), 'open');
    // In the year 1: an old way to write every year.
    assert.equal(hours([office, holiday('0001-12-25')], '2026-11-23T10:00'), 'unknown');
  });
});

describe('places', () => {
  it('open where one of them is, each in its own zone', () => {
    const denver = { ...office, timezone: 'America/Denver' };
    const service = withPlaces([office], [denver]);
    assert.deepEqual(openState(service, at(chicago, '2026-11-23T09:30')), {
      state: 'open',
      until: at('America/Denver', '2026-11-23T17:00'),
      zone: chicago,
    });
    assert.deepEqual(openState(service, at(chicago, '2026-11-23T17:30')), {
      state: 'open',
      until: at('America/Denver', '2026-11-23T17:00'),
      zone: 'America/Denver',
    });
    assert.equal(openState(withHours(office, denver), at(chicago, '2026-11-23T17:30')).zone, 'America/Denver');
    assert.equal(openState(service, at(chicago, '2026-11-23T20:00')).until, at(chicago, '2026-11-24T09:00'));
  });

  it('a place without hours says nothing', () => {
    assert.equal(say({ ...withPlaces([], []), schedules: [office] }, '2026-11-23T08:00'), 'closed 2026-11-23T09:00');
  });

  it('without any schedule, or with holidays only, it is unknown', () => {
    assert.deepEqual(openState(withHours(), 0), { state: 'unknown', until: undefined, zone: '' });
    assert.equal(say(withPlaces([], []), '2026-11-23T08:00'), 'unknown');
    assert.equal(hours([holiday('2026-11-23')], '2026-11-23T08:00'), 'unknown');
  });

  it('where one place has run out, it is open or unknown', () => {
    const service = withPlaces([office], [{ ...office, validTo: '2020-12-31' }]);
    assert.equal(say(service, '2026-11-23T10:00'), 'open');
    assert.equal(say(service, '2026-11-23T18:00'), 'unknown');
  });
});

describe('what is not understood', () => {
  const cases = {
    'no zone': { timezone: undefined },
    'an empty zone': { timezone: '' },
    'an offset': { timezone: '-05:00' },
    'an offset as a number': { timezone: '3' },
    'an abbreviation': { timezone: 'EST' },
    'an offset with a name': { timezone: 'GMT-5' },
    'a zone that there is not': { timezone: 'America/Springfield' },
    'a zone with more': { timezone: 'America/Chicago (CST)' },
    'no opening time': { opensAt: undefined },
    'no closing time': { closesAt: undefined },
    'a time of a twelve-hour clock': { opensAt: '9:00 AM' },
    'a time of one digit': { opensAt: '9:00' },
    'a time with an offset': { opensAt: '09:00-05:00' },
    'a time in UTC': { closesAt: '17:00Z' },
    'the hour 25': { closesAt: '25:00' },
    'half past 24': { closesAt: '24:30' },
    'minute 60': { opensAt: '09:60' },
    'opening at 24:00': { opensAt: '24:00', closesAt: '06:00' },
    'seconds that say something': { opensAt: '09:00:30' },
    'a morning that closes in a morning: 17:00 as 05:00': { opensAt: '09:00', closesAt: '05:00' },
    'noon that closes in a morning: 14:00 as 02:00': { opensAt: '12:00', closesAt: '02:00' },
    'the same time twice': { opensAt: '18:00', closesAt: '18:00' },
    YEARLY: { freq: 'YEARLY' },
    ONCE: { freq: 'ONCE' },
    BIWEEKLY: { freq: 'BIWEEKLY' },
    HOURLY: { freq: 'HOURLY' },
    'a whole rule for a frequency': { freq: 'FREQ=WEEKLY' },
    'weeks of the year': { byweekno: '20' },
    'days of the year': { byyearday: '1' },
    'weekly without days': { byday: undefined, dtstart: '2026-11-02' },
    'monthly without days': { freq: 'MONTHLY', byday: undefined, dtstart: '2026-11-02' },
    'no rule, no days, no dates': { freq: undefined, byday: undefined },
    'no rule, no days, a start of validity': { freq: undefined, byday: undefined, validFrom: '2026-11-01' },
    'no rule, no days, an end of validity': { freq: undefined, byday: undefined, validTo: '2026-12-01' },
    'no rule, no days, more than a month': {
      freq: undefined,
      byday: undefined,
      validFrom: '2026-11-01',
      validTo: '2026-12-02',
    },
    'no rule, one date and an end elsewhere': {
      freq: undefined,
      byday: undefined,
      dtstart: '2026-11-23',
      validTo: '2026-11-30',
    },
    'no rule, but days of the month': { freq: undefined, byday: undefined, dtstart: '2026-11-23', bymonthday: '1' },
    'no rule, but every second': { freq: undefined, byday: undefined, dtstart: '2026-11-23', interval: '2' },
    'no rule, but a count': { freq: undefined, byday: undefined, dtstart: '2026-11-23', count: '3' },
    'days written out': { byday: 'Monday' },
    'days of three letters': { byday: 'MON,TUE' },
    'one day of several that is not one': { byday: 'MO,XX' },
    'a list that ends in nothing': { byday: 'MO,' },
    'a list in brackets': { byday: '["MO"]' },
    'days with semicolons': { byday: 'MO;TU' },
    'which of the month, weekly': { byday: '1MO' },
    'which of the month, daily': { freq: 'DAILY', byday: '1MO' },
    'which of the month, without a frequency': { freq: undefined, byday: '1MO' },
    'the sixth of a month': { freq: 'MONTHLY', byday: '6MO' },
    'the none-th of a month': { freq: 'MONTHLY', byday: '0MO' },
    'days of the month, weekly': { bymonthday: '1,2' },
    'day 32': { freq: 'MONTHLY', byday: undefined, bymonthday: '32' },
    'day 0': { freq: 'MONTHLY', byday: undefined, bymonthday: '0' },
    'days of the month that are not numbers': { freq: 'MONTHLY', byday: undefined, bymonthday: '1st' },
    'every second without a start': { interval: '2' },
    'every none-th': { interval: '0', dtstart: '2026-11-02' },
    'every half': { interval: '1.5', dtstart: '2026-11-02' },
    'a count without a start': { count: '5' },
    'a count of none': { count: '0', dtstart: '2026-11-02' },
    'a count and an end': { count: '50', until: '2027-12-31', dtstart: '2026-11-02' },
    'a count from a day that is not one of the rule': { count: '50', dtstart: '2026-11-03' },
    'a count of more than four years': { count: '300', dtstart: '2026-11-02' },
    'a week that begins on no day': { wkst: 'Monday' },
    'a start that is no date': { dtstart: '20261102' },
    'a day that there is not': { dtstart: '2026-02-31' },
    'a month that there is not': { dtstart: '2026-13-01' },
    'a date in American order': { validFrom: '11/02/2026' },
    'a date in UTC': { validFrom: '2026-11-02T00:00:00Z' },
    'a date with a time': { dtstart: '2026-11-02T09:00:00' },
    'an end that is no date': { until: 'forever' },
    'an end of validity that is no date': { validTo: 'unknown' },
    'an end before the start': { dtstart: '2026-11-02', until: '2026-11-01' },
    'a validity that ends before it begins': { validFrom: '2026-11-02', validTo: '2026-11-01' },
    'a validity that ends before the rule starts': { dtstart: '2026-11-02', validTo: '2026-11-01' },
  };
  const monday = regular('MO', '09:00', '17:00');

  for (const [name, change] of Object.entries(cases)) {
    it(name, () => {
      const strange = { ...monday, ...change };
      for (const wall of ['2026-11-23T10:00', '2026-11-23T18:00', '2026-11-24T03:00']) {
        assert.equal(hours([strange], wall), 'unknown', 'alone');
      }
      assert.equal(
        hours([strange, office], '2026-11-23T10:00'),
        'open',
        'open without an end beside one that is known',
      );
      assert.equal(hours([strange, office], '2026-11-23T18:00'), 'unknown', 'never closed');
      assert.equal(say(withPlaces([strange], [office]), '2026-11-23T18:00'), 'unknown', 'at another place');
    });
  }

  it('and the same without what is strange is understood', () => {
    assert.equal(hours([monday], '2026-11-23T10:00'), 'open 2026-11-23T17:00');
    assert.equal(
      hours([{ ...monday, byweekno: '', byyearday: '', interval: '', wkst: '' }], '2026-11-23T10:00'),
      'open 2026-11-23T17:00',
    );
    assert.equal(
      hours([{ ...monday, count: '9', dtstart: '2026-11-02', wkst: 'SU' }], '2026-11-23T10:00'),
      'open 2026-11-23T17:00',
    );
  });
});
