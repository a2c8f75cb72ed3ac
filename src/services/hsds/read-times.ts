import { folded } from './plain-text.js';

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const dayNames =
  /^(?:(mo|mon|monday|lunes)|(tu|tue|tues|tuesday|martes)|(we|wed|weds|wednesday|miercoles)|(th|thu|thur|thurs|thursday|jueves)|(fr|fri|friday|viernes)|(sa|sat|saturday|sabado)|(su|sun|sunday|domingo))s?$/;

function weekdayNamed(name: string, isNumbered: boolean): number {
  if (isNumbered && /^[1-7]$/.test(name)) return Number(name) - 1;
  return dayNames.exec(name)?.slice(1).findIndex(Boolean) ?? -1;
}

/** Days of the week as HSDS writes them, or the text as it is. `weekday` counts from Monday, 1; others count in ways of their own. */
export function readDays(text: string, isNumbered: boolean): string {
  const days: string[] = [];
  const words = folded(text)
    .replace(/\s*(?:-|–|\bto\b|\bthrough\b|\ba\b)\s*(?=[a-z])/g, '>')
    .replace(/\b(?:and|y)\b|[&;|/]/g, ',');
  for (const word of words.split(/[\s,]+/).filter(Boolean)) {
    const [, nth = '', one = ''] = /^([+-]?[1-5])([a-z]{2})$/.exec(word) ?? [];
    const [first = '', last = first] = word.split('>');
    const from = weekdayNamed(one || first, isNumbered);
    const to = nth ? from : weekdayNamed(last, isNumbered);
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
export function readTime(text: string): string {
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

const isoDay =
  /^(?:\+0*)?(\d{4})-?(?:(\d\d)-?(\d\d)|W(\d\d)(?:-?([1-7]))?|(\d{3}))(?:[T ](\d\d(?::?\d\d(?::?\d\d(?:[.,]\d+)?)?)?)\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The day that it is in a zone. Empty: the zone is not known. */
function dayIn(zone: string, time: number): string {
  if (!isZone(zone)) return '';
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(time);
}

/**
 * A day as YYYY-MM-DD, of whatever ISO 8601 has for it, or the text as it is. What programs write for no day at all, such as
 * 0001-01-01 or 9999-12-31, is empty.
 *
 * @param zone Where it is that day. A time in UTC may be of the day before there.
 */
export function readDay(text: string, zone = ''): string {
  const [, year = '', month = '', date = '', week, weekday = '1', nth, time = '', offset = ''] =
    isoDay.exec(text.trim()) ?? [];
  if (!year) return text;
  // The least and the greatest dates of databases, of spreadsheets and of .NET.
  if (Number(year) <= 1900 || Number(year) >= 9000) return '';
  const first = Date.UTC(Number(year), 0, 1);
  if (nth) return dayOf(first + (Number(nth) - 1) * 86_400_000);
  if (week) {
    // Week 1 is the one with 4 January in it.
    const fourth = (new Date(first + 3 * 86_400_000).getUTCDay() + 6) % 7;
    return dayOf(first + (3 - fourth + 7 * (Number(week) - 1) + Number(weekday) - 1) * 86_400_000);
  }
  const day = `${year}-${month}-${date}`;
  // A midnight in UTC is a day that a program has made a time of.
  if (!/^(?:Z|[+-]00:?(?:00)?)$/i.test(offset) || /^[0:.,]+$/.test(time)) return day;
  const [hours = '', minutes = '00'] = time.match(/\d\d/g) ?? [];
  return dayIn(zone, Date.parse(`${day}T${hours}:${minutes}Z`)) || day;
}

const zones = new Map<string, boolean>();
/** Whether it is the name of a zone that the engine knows. */
export function isZone(name: string): boolean {
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
