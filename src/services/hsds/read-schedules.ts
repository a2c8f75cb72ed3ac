import type { Schedule } from '../schema.js';
import type { RecordReader } from './record-reader.js';
import { isZone, readDay, readDays, readTime } from './read-times.js';
import { cutText } from './plain-text.js';

// A rule must not lose a part: it would tell other hours. So what is not understood stays as text in its place, where whoever
// reckons with it stumbles over it, and hours are not known.

/** Where the parts of a schedule stand: HSDS 3, HSDS 2, HSDS 1, and what is made by machine. */
const spellings = {
  validFrom: 'valid_from start_date effective_date',
  validTo: 'valid_to end_date',
  dtstart: 'dtstart',
  until: 'until',
  count: 'count',
  freq: 'freq frequency',
  interval: 'interval freq_interval',
  byday: 'byday days days_of_week day_of_week weekdays weekday day',
  bymonthday: 'bymonthday',
  byweekno: 'byweekno',
  byyearday: 'byyearday',
  wkst: 'wkst',
  opensAt: 'opens_at open_time start_time time_open time_start opens open start',
  closesAt: 'closes_at close_time end_time time_close time_end closes close end',
} as const;
type Part = keyof typeof spellings;
const partOf = new Map(
  Object.entries(spellings).flatMap(([part, keys]) => keys.split(' ').map((key) => [key, part as Part] as const)),
);

/** Words beside a rule for every week that say otherwise: feeds often write "2nd Sunday" and have a rule for each. */
const saysLess =
  /\b(?:[1-5](?:st|nd|rd|th)|first|second|third|fourth|last|every other|alternat\w+|bi-?weekly|except|by appointment|appointment only|var(?:y|ies)|primer|segundo|tercer|último|con cita)\b/i;

/** Lists inside of a schedule, each entry of which is one with more parts of its own. */
const inside = /^(?:times?|time_slots|intervals|daily_schedules|schedule_days|slots)$/;
const rules = /^(?:rrule|recurrence(?:_rule)?)$/;

/** Names of keys that may say when. */
const saysWhen =
  /dates?$|^date|day|week|month|year|time|hour|recur|rule|freq|interval|except|open|close|start|end$|setpos|season|duration|period|slot|range|occur/i;
const saysNothing =
  /^x_|^date$|^(?:is_)?closed$|(?:^|_)(?:id|ids|type|zone|timezone|created|updated|modified|action|metadata|verified)(?:_|$)|^(?:description|notes?|name)$/i;

/** What is known of hours beside a feed. */
export interface HoursRules {
  /** The IANA name of what a feed calls a zone, `fallback` where the name says nothing. `undefined`: it is none. Left out: names are taken as they are. */
  readonly zoneOf: ((name: string, fallback: string) => string | undefined) | undefined;
  /** Whether hours are reckoned with. Left out: nobody wants to be told. */
  readonly isUnderstood: ((schedule: Schedule) => boolean) | undefined;
}

/** The zone of a schedule: its own, that of what it hangs on, or the feed's, where it has none or an offset without summer time. */
function readZone(given: RecordReader, fallback: string, { zoneOf }: HoursRules): string {
  const stated = given.get('timezone', 'time_zone');
  const own = stated.text(80);
  if (own && !/^(?:utc|gmt)?\s*[+-]?\d{1,2}(?::?\d\d|\.\d+)?$/i.test(own)) {
    const zone = zoneOf ? zoneOf(own, fallback) : own;
    if (zone === undefined) stated.note('not-zone');
    else if (zone !== own) stated.note(zoneOf?.(own, '') === undefined ? 'zone-guessed' : 'zone-named');
    return zone ?? own;
  }
  // An agency's own field beside it may name the zone that HSDS has no room for.
  const beside = given
    .keys()
    .filter((key) => key.startsWith('x_'))
    .map((key) => given.quiet().get(key).get('timezone').text(80));
  return beside.find(isZone) ?? (fallback || own);
}

function readPart(given: RecordReader, part: Part, key: string, zone: string): string {
  const said = given.isRecord ? given.get('time', 'date') : given;
  const text = said
    .items()
    .map((item) => item.text(1000))
    .join(',');
  if (part === 'byday') return text && readDays(text, key === 'weekday');
  if (part === 'opensAt' || part === 'closesAt') return text && readTime(/^\d{3}$/.test(text) ? `0${text}` : text);
  if (part === 'freq' || part === 'wkst') return text.toUpperCase();
  return readDay(text, zone);
}

const longest: Partial<Record<Part, number>> = {
  byday: 120,
  bymonthday: 200,
  byweekno: 200,
  byyearday: 2000,
  count: 20,
  interval: 20,
  wkst: 20,
};

/** A rule in one line, as calendars write it. */
function readRule(given: RecordReader): Record<string, string> {
  const text = given.text(500).replace(/^RRULE:/i, '');
  if (!/^\w+=/.test(text)) return text ? { recurrence_text: text } : {};
  return Object.fromEntries(
    text
      .split(';')
      .filter(Boolean)
      .map((pair) => pair.split('='))
      .map(([key = '', value = '']) => [
        partOf.has(key.toLowerCase()) ? key.toLowerCase() : `recurrence_${key}`,
        value,
      ]),
  );
}

/** One schedule may say several: each entry of the lists inside of it. */
function* spread(given: RecordReader, depth = 3): Generator<RecordReader> {
  const names = depth ? given.keys() : [];
  const key = names.find(
    (name) =>
      inside.test(name) &&
      given
        .get(name)
        .items()
        .some((item) => item.isRecord),
  );
  const rule = names.find((name) => rules.test(name) && typeof given.get(name).value === 'string');
  if (!key && !rule) {
    yield given;
    return;
  }
  const own = rule ? readRule(given.get(rule)) : {};
  for (const item of key ? given.get(key).items() : [given]) {
    // A key such as `__proto__` is one like any other here.
    const merged = Object.create(null) as Record<string, unknown>;
    for (const from of [given, item])
      for (const name of from.keys())
        if (name !== key && name !== rule) merged[name] = from.get(name).value ?? merged[name];
    for (const [name, value] of Object.entries(own)) {
      // The rule in one line and the parts beside it may differ.
      const beside = given.with(merged[name]).text().toUpperCase();
      merged[name] = !beside || beside === value.toUpperCase() ? value : [beside, value];
    }
    yield* spread(given.with(merged, item), depth - 1);
  }
}

function readOne(given: RecordReader, zone: string, rules: HoursRules, isHoliday: boolean): Schedule {
  const read: { -readonly [K in keyof Schedule]?: Schedule[K] } = {};
  let isLeft = false;
  const zoneName = readZone(given, zone, rules);
  for (const key of given.keys()) {
    const part = partOf.get(key);
    // What is not one of the parts is looked at only to see whether it says when.
    const value = (part ? given : given.quiet()).get(key);
    if (!value.isThere) continue;
    if (!part) {
      isLeft ||= saysWhen.test(key) && !saysNothing.test(key) && value.value !== false;
      continue;
    }
    const text = readPart(value, part, key, zoneName);
    const before = read[part];
    // Two that differ are both kept, so that neither is believed. What is cut ends in a character that no rule has.
    if (text && text !== before) read[part] = cutText(before ? `${before} / ${text}` : text, longest[part] ?? 40);
  }
  const closed = given.get('closed', 'is_closed').flag() ?? (isHoliday && read.opensAt ? false : undefined);
  if (closed !== undefined) read.closed = closed;
  // One day, whatever the frequency is called.
  const date = readDay(given.get('date').text(40), zoneName);
  const isOnce = /^(ONCE|ONE[_ -]?TIME)$/.test(read.freq ?? '');
  const isDated = read.validFrom || read.validTo || read.dtstart;
  if (date && !isDated && (isOnce || !read.freq)) read.validFrom = read.validTo = date;
  else isLeft ||= !!date;
  if (isOnce && (read.dtstart || (read.validFrom && read.validFrom === read.validTo))) delete read.freq;
  const words = ['description', 'original_text', 'notes', 'note', 'exception_note'].map((key) =>
    given.get(key).text(1000),
  );
  const description = cutText([...new Set(words.filter(Boolean))].join(' '), 1000);
  isLeft ||= saysLess.test(description) && /^(?:DAILY|WEEKLY)?$/.test(read.freq ?? '');
  // No frequency begins so: there is something about it that is not understood.
  if (isLeft) read.freq = `? ${read.freq ?? ''}`.trim();
  if (zoneName && (read.opensAt || read.closesAt || read.freq || read.byday || read.closed)) read.timezone = zoneName;
  if (description) read.description = description;
  return read;
}

/** What schedules say: hours that may be reckoned with, and all that they say in words. */
export interface Schedules {
  readonly schedules: readonly Schedule[];
  readonly words: readonly string[];
}

/** Schedules of lists that may tell the same again. `zone` is the one of those that name none, or an offset. */
export function readSchedules(lists: readonly RecordReader[], zone: string, rules: HoursRules): Schedules {
  const schedules = new Map<string, Schedule>();
  const words = new Set<string>();
  let left = 500;
  for (const list of lists) {
    const isHoliday = /holiday/.test(list.path);
    for (const item of list.items()) {
      if (!item.isRecord) {
        const text = item.text(1000);
        if (text) words.add(text);
        continue;
      }
      for (const given of spread(item)) {
        // Lists inside of lists may go on for ever.
        if (--left < 0) break;
        const { description, ...rule } = readOne(given, zone, rules, isHoliday);
        if (description) words.add(description);
        // A description that stands alone is no hours to reckon with.
        if (Object.keys(rule).length) {
          const key = JSON.stringify(rule);
          if (!schedules.has(key) && rules.isUnderstood?.(rule) === false) given.note('not-hours');
          schedules.set(key, { ...rule, ...(description && { description }) });
        }
      }
    }
  }
  return { schedules: [...schedules.values()], words: [...words] };
}
