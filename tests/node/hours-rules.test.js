/**
 * Are rules read as RFC 5545 has them? Against the package rrule, with thousands of rules made up from fixed seeds. rrule knows dates
 * without a zone only, so the days come from there, and what the clock shows from `Intl`.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import rruleModule from 'rrule';
import { some } from '../thorough.js';
import { openState, wallClock, withHours } from './hours-source.js';

const { RRule } = rruleModule;
const day = 86_400_000;
const quarter = 900_000;
const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const zones = ['America/Chicago', 'Europe/London', 'Australia/Lord_Howe', 'Australia/Sydney', 'Asia/Kolkata']
  .concat(['Asia/Kathmandu', 'Pacific/Chatham', 'America/St_Johns', 'America/Santiago', 'Pacific/Kiritimati'])
  .concat(['America/Phoenix', 'Africa/Casablanca', 'America/Havana', 'Etc/GMT+5', 'UTC']);

/** A small generator of numbers from 0 up to 1: the same ones for the same seed. */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const dateOf = (number) => new Date(number * day).toISOString().slice(0, 10);
const clockOf = (minutes) => new Date(minutes * 60_000).toISOString().slice(11, 16);

/** A rule as HSDS writes it, and how many minutes after midnight it opens and closes. */
function makeRule(random) {
  const below = (limit) => Math.floor(random() * limit);
  const pick = (list) => list[below(list.length)];
  const some = (list, most) => [...new Set(Array.from({ length: 1 + below(most) }, () => pick(list)))];

  const freq = pick(['WEEKLY', 'WEEKLY', 'MONTHLY', 'MONTHLY', 'DAILY']);
  const dtstart = Date.UTC(2024, 0, 1) / day + below(1200);
  const schedule = { freq, timezone: pick(zones) };
  // Ordinal and plain days in one rule are left out: rrule takes them wrongly (its bug 71).
  const ordinals = ['1', '2', '3', '4', '5', '-1', '-2', '+1'].flatMap((nth) => names.map((name) => nth + name));
  const hasDays = freq === 'WEEKLY' || random() < 0.6;
  if (hasDays) schedule.byday = some(freq === 'MONTHLY' && random() < 0.7 ? ordinals : names, 4).join();
  // For a rule that no day meets, rrule looks up to the year 9999: so each of the ordinals meets some of these.
  const monthdays = [3, 10, 17, 24, -3];
  if (freq === 'DAILY' || !hasDays)
    monthdays.splice(0, 5, ...some([1, 2, 5, 13, 15, 28, 29, 30, 31, -1, -2, -15, -28, -31], 5));
  if ((freq === 'MONTHLY' && !hasDays) || (freq !== 'WEEKLY' && random() < 0.2)) schedule.bymonthday = monthdays.join();
  if (random() < 0.7) schedule.dtstart = dateOf(dtstart);
  if (schedule.dtstart && random() < 0.6) schedule.interval = `${1 + below(4)}`;
  if (random() < 0.5) schedule.wkst = pick(names);
  if (random() < 0.2) schedule.until = dateOf(dtstart + below(400));
  else if (schedule.dtstart && random() < 0.3) schedule.count = `${1 + below(40)}`;
  if (schedule.count && random() < 0.9) {
    const [first] = asRule({ ...schedule, count: '1' }, floating(schedule.dtstart), null).all();
    schedule.dtstart = dateOf(first / day);
  }
  if (random() < 0.2) schedule.validFrom = dateOf(dtstart + below(60) - 30);
  if (random() < 0.2) schedule.validTo = dateOf(dtstart + 31 + below(300));

  const kind = random();
  let opens = 15 * below(90);
  let closes = opens + 15 * (1 + below((1440 - opens) / 15));
  if (kind < 0.25) [opens, closes] = [735 + 15 * below(46), 1440 + 15 * (1 + below(47))];
  if (kind > 0.9) [opens, closes] = [0, 1440];
  schedule.opensAt = clockOf(opens);
  schedule.closesAt = closes === 1440 ? pick(['23:59', '24:00', '00:00']) : clockOf(closes % 1440);
  return { schedule, opens, closes, from: dtstart };
}

const floating = (date) => new Date(`${date}T00:00Z`);

/** The rule as rrule has it. Where there is no end, it would look for days that never come up to the year 9999. */
function asRule(schedule, dtstart, end) {
  return new RRule({
    freq: RRule[schedule.freq],
    dtstart,
    interval: Number(schedule.interval ?? 1),
    wkst: RRule[schedule.wkst ?? 'MO'],
    byweekday: schedule.byday?.split(',').map((part) => {
      const nth = parseInt(part, 10);
      return nth ? RRule[part.slice(-2)].nth(nth) : RRule[part];
    }),
    bymonthday: schedule.bymonthday?.split(',').map(Number),
    until: schedule.until ? floating(schedule.until) : end,
    count: schedule.count ? Number(schedule.count) : null,
  });
}

/** What rrule says of it: the days around one, and the first and last one of all. */
function oracle(schedule, around) {
  const start = schedule.dtstart ? floating(schedule.dtstart) / day : -Infinity;
  const dtstart = schedule.dtstart ? floating(schedule.dtstart) : new Date((around - 100) * day);
  const rule = asRule(schedule, dtstart, new Date((schedule.count ? start + 1460 : around + 21) * day));
  let last = schedule.until ? floating(schedule.until) / day : Infinity;
  if (schedule.count) {
    const all = rule.all();
    // With a count, our rules ask that the start is one of the days, and that the end is within four years.
    const understood = all[0] / day === start && all.length === +schedule.count;
    if (!understood) return undefined;
    last = all.at(-1) / day;
  }
  const first = Math.max(start, schedule.validFrom ? floating(schedule.validFrom) / day : -Infinity);
  last = Math.min(last, schedule.validTo ? floating(schedule.validTo) / day : Infinity);
  if (last < first) return undefined;
  const found = rule
    .between(new Date((around - 3) * day), new Date((around + 20) * day), true)
    .map((date) => date / day);
  return { first, last, days: new Set(found.filter((one) => first <= one && one <= last)) };
}

/** The state at what a clock shows: the day's number, and the minutes since its midnight. */
function expectedAt({ first, last, days }, { opens, closes }, date, minutes) {
  if (days.has(date) && opens <= minutes && minutes < closes) return 'open';
  if (days.has(date - 1) && minutes + 1440 < closes) return 'open';
  return first <= date && date <= last ? 'closed' : 'unknown';
}

const rules = 5000;
const timesEach = 4;

describe('rules as rrule has them', () => {
  for (const seed of some([1, 2, 3, 4], 4)) {
    it(`agree on when it is open, closed and next another, seed ${seed}`, () => {
      const random = chance(seed);
      const seen = { open: 0, closed: 0, unknown: 0, until: 0, counted: 0 };
      for (let made = 0; made < rules / 4; made++) {
        const rule = makeRule(random);
        for (let turn = 0; turn < timesEach; turn++) {
          // Times around the opening and closing, and times of all kinds.
          const date = rule.from + Math.floor(random() * (turn ? 60 : 700)) - 20;
          const edge = [rule.opens, rule.closes, rule.opens - 1, rule.closes - 1, Math.floor(random() * 1440)];
          const now = date * day + edge[Math.floor(random() * 5)] * 60_000 - Math.floor(random() * 2) * 18_000_000;
          compare(rule, now, seen);
        }
      }
      for (const [state, count] of Object.entries(seen)) assert.ok(count > 100, `${state}: ${count} times`);
    });
  }
});

function compare(rule, now, seen) {
  const zone = rule.schedule.timezone;
  const local = (time) => Date.parse(`${wallClock(zone, time)}Z`);
  // Around a change of clocks, tests by hand say what is meant.
  const offset = local(now) - now;
  if ([-1, 1].some((side) => local(now + side * 3 * 3_600_000) - (now + side * 3 * 3_600_000) !== offset)) return;

  const message = JSON.stringify({ ...rule, now: wallClock(zone, now) });
  const found = openState(withHours(rule.schedule), now);
  const known = oracle(rule.schedule, Math.floor(local(now) / day));
  const stateAt = (time) => {
    const minutes = Math.floor((time + offset) / 60_000);
    return expectedAt(known, rule, Math.floor(minutes / 1440), minutes - Math.floor(minutes / 1440) * 1440);
  };
  const expected = known ? stateAt(now) : 'unknown';
  assert.equal(found.state, expected, message);
  assert.equal(found.zone, expected === 'unknown' ? '' : zone, message);
  seen[expected]++;
  if (rule.schedule.count && expected !== 'unknown') seen.counted++;

  if (expected === 'unknown') return assert.equal(found.until, undefined, message);
  if (local(now + 15 * day) - (now + 15 * day) !== offset || local(now - 2 * day) - (now - 2 * day) !== offset) return;
  // Everything opens and closes at a quarter, and every zone is some quarters from UTC.
  let next = Math.ceil(now / quarter) * quarter;
  while (next <= now + 14 * day && stateAt(next) === expected) next += quarter;
  const isKnown = next <= now + 14 * day && stateAt(next) !== 'unknown';
  assert.equal(found.until, isKnown ? next : undefined, message);
  if (isKnown) seen.until++;
}
