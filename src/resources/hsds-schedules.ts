import type { Schedule } from '../content/schema.js';
import type { Given } from './given.js';
import { cutText, folded } from './plain-text.js';

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

/** Lists inside of a schedule, each entry of which is one with more parts of its own. */
const inside = /^(?:times?|time_slots|intervals|daily_schedules|schedule_days|slots)$/;
const rules = /^(?:rrule|recurrence(?:_rule)?)$/;

/** Names of keys that may say when. */
const saysWhen =
  /dates?$|^date|day|week|month|year|time|hour|recur|rule|freq|interval|except|open|close|start|end$|setpos|season|duration|period|slot|range|occur/i;
const saysNothing =
  /^x_|^date$|^(?:is_)?closed$|(?:^|_)(?:id|ids|type|zone|timezone|created|updated|modified|action|metadata|verified)(?:_|$)|^(?:description|notes?|name)$/i;

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const dayNames =
  /^(?:(mo|mon|monday|lunes)|(tu|tue|tues|tuesday|martes)|(we|wed|weds|wednesday|miercoles)|(th|thu|thur|thurs|thursday|jueves)|(fr|fri|friday|viernes)|(sa|sat|saturday|sabado)|(su|sun|sunday|domingo))s?$/;

function weekday(name: string, isNumbered: boolean): number {
  if (isNumbered && /^[1-7]$/.test(name)) return Number(name) - 1;
  return dayNames.exec(name)?.slice(1).findIndex(Boolean) ?? -1;
}

/** Days of the week as HSDS writes them, or the text as it is. `weekday` counts from Monday, 1; others count in ways of their own. */
function readDays(text: string, isNumbered: boolean): string {
  const days: string[] = [];
  const words = folded(text)
    .replace(/\s*(?:-|–|\bto\b|\bthrough\b|\ba\b)\s*(?=[a-z])/g, '>')
    .replace(/\b(?:and|y)\b|[&;|/]/g, ',');
  for (const word of words.split(/[\s,]+/).filter(Boolean)) {
    const [, nth = '', one = ''] = /^([+-]?[1-5])([a-z]{2})$/.exec(word) ?? [];
    const [first = '', last = first] = word.split('>');
    const from = weekday(one || first, isNumbered);
    const to = nth ? from : weekday(last, isNumbered);
    if (from < 0 || to < 0)
      return /^(?:daily|every ?day|all days|todos los dias)$/.test(folded(text).trim()) ? weekdays.join(',') : text;
    for (let day = from; ; day = (day + 1) % 7) {
      days.push(nth + weekdays[day]!);
      if (day === to) break;
    }
  }
  return [...new Set(days)].join(',');
}

/** A time as `HH:MM`, or the text as it is. An offset behind it is left out: hours are told on the clock of the place. */
function readTime(text: string): string {
  const plain = folded(text).trim();
  if (/^(?:12 ?)?noon$|^mediodia$/.test(plain)) return '12:00';
  if (/^(?:12 ?)?midnight$|^medianoche$/.test(plain)) return '00:00';
  const [, hour = '', minutes, half, meridiem] =
    /^(\d{1,2}?)(?::(\d\d)(?::\d\d(?:\.\d+)?)?|(\d\d))?\s*(?:([ap])\.?\s?m\.?)?\s*(?:z|[+-]\d\d:?\d\d)?$/.exec(plain) ??
    [];
  if (!hour || !(minutes || half || meridiem)) return text;
  const twelve = Number(hour);
  if (twelve > (meridiem ? 12 : 24) || (meridiem && !twelve)) return text;
  const hours = meridiem ? (twelve % 12) + (meridiem === 'p' ? 12 : 0) : twelve;
  return `${`${hours}`.padStart(2, '0')}:${minutes ?? half ?? '00'}`;
}

/** A day without a time that says nothing. */
const readDate = (text: string): string => text.replace(/^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?$/, '$1');

const zones = new Map<string, boolean>();
function isZone(name: string): boolean {
  let is = zones.get(name);
  if (is === undefined) {
    try {
      // Engines take offsets for zones too.
      is = /^[a-z]/i.test(name) && !!new Intl.DateTimeFormat('en', { timeZone: name });
    } catch {
      is = false;
    }
    if (zones.size < 1000) zones.set(name, is);
  }
  return is;
}

/** The zone of a schedule: its own, that of what it hangs on, or the feed's, where it has none or an offset without summer time. */
function readZone(given: Given, fallback: string): string {
  const own = given.get('timezone', 'time_zone').text(80);
  if (own && !/^(?:utc|gmt)?\s*[+-]?\d{1,2}(?::?\d\d|\.\d+)?$/i.test(own)) return own;
  // An agency's own field beside it may name the zone that HSDS has no room for.
  const beside = given
    .keys()
    .filter((key) => key.startsWith('x_'))
    .map((key) => given.get(key).get('timezone').text(80));
  return beside.find(isZone) ?? (fallback || own);
}

function readPart(given: Given, part: Part, key: string): string {
  const said = given.isRecord ? given.get('time', 'date') : given;
  const text = said
    .items()
    .map((item) => item.text(1000))
    .join(',');
  if (part === 'byday') return text && readDays(text, key === 'weekday');
  if (part === 'opensAt' || part === 'closesAt') return text && readTime(/^\d{3}$/.test(text) ? `0${text}` : text);
  if (part === 'freq' || part === 'wkst') return text.toUpperCase();
  return readDate(text);
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
function readRule(given: Given): Record<string, string> {
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
function* spread(given: Given, depth = 3): Generator<Given> {
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
  if (!key && !rule) return yield given;
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

function readOne(given: Given, zone: string, isHoliday: boolean): Schedule {
  const read: { -readonly [K in keyof Schedule]?: Schedule[K] } = {};
  let isLeft = false;
  for (const key of given.keys()) {
    const value = given.get(key);
    if (!value.isThere) continue;
    const part = partOf.get(key);
    if (!part) {
      isLeft ||= saysWhen.test(key) && !saysNothing.test(key) && value.value !== false;
      continue;
    }
    const text = readPart(value, part, key);
    const before = read[part];
    // Two that differ are both kept, so that neither is believed. What is cut ends in a character that no rule has.
    if (text && text !== before) read[part] = cutText(before ? `${before} / ${text}` : text, longest[part] ?? 40);
  }
  const closed = given.get('closed', 'is_closed').flag() ?? (isHoliday && read.opensAt ? false : undefined);
  if (closed !== undefined) read.closed = closed;
  // One day, whatever the frequency is called.
  const date = readDate(given.get('date').text(40));
  const isOnce = /^(ONCE|ONE[_ -]?TIME)$/.test(read.freq ?? '');
  const isDated = read.validFrom || read.validTo || read.dtstart;
  if (date && !isDated && (isOnce || !read.freq)) read.validFrom = read.validTo = date;
  else isLeft ||= !!date;
  if (isOnce && (read.dtstart || (read.validFrom && read.validFrom === read.validTo))) delete read.freq;
  // No frequency begins so: there is something about it that is not understood.
  if (isLeft) read.freq = `? ${read.freq ?? ''}`.trim();
  const zoneName = readZone(given, zone);
  if (zoneName && (read.opensAt || read.closesAt || read.freq || read.byday || read.closed)) read.timezone = zoneName;
  const words = ['description', 'notes', 'note', 'exception_note'].map((key) => given.get(key).text(1000));
  const description = cutText([...new Set(words.filter(Boolean))].join(' '), 1000);
  if (description) read.description = description;
  return read;
}

/** What schedules say: hours that may be reckoned with, and all that they say in words. */
export interface Schedules {
  readonly schedules: readonly Schedule[];
  readonly words: readonly string[];
}

/** Schedules of lists that may tell the same again. `zone` is the one of those that name none, or an offset. */
export function readSchedules(lists: readonly Given[], zone: string): Schedules {
  const schedules = new Map<string, Schedule>();
  const words = new Set<string>();
  let left = 500;
  for (const list of lists) {
    for (const item of list.items()) {
      if (!item.isRecord) {
        const text = item.text(1000);
        if (text) words.add(text);
        continue;
      }
      for (const given of spread(item)) {
        // Lists inside of lists may go on for ever.
        if (--left < 0) break;
        const { description, ...rule } = readOne(given, zone, /holiday/.test(list.path));
        if (description) words.add(description);
        // A description that stands alone is no hours to reckon with.
        if (Object.keys(rule).length)
          schedules.set(JSON.stringify(rule), { ...rule, ...(description && { description }) });
      }
    }
  }
  return { schedules: [...schedules.values()], words: [...words] };
}
