import railsZones from 'rails-timezone';
import { findIana } from 'windows-iana';
import { zoneOf } from 'alongside-elements/internal/services/hours/time-zone.js';

// Feeds name zones as the programs do that they come from: Windows, Rails, or people.

/** As people in the United States and Canada say them, and the names of POSIX that say both halves of the year. */
const said = [
  [/^(?:eastern|est5edt)$/, 'America/New_York'],
  [/^(?:central|cst6cdt)$/, 'America/Chicago'],
  [/^(?:mountain|mst7mdt)$/, 'America/Denver'],
  [/^(?:pacific|pst8pdt)$/, 'America/Los_Angeles'],
  [/^alaskan?$/, 'America/Anchorage'],
  [/^(?:hawaii(?:an)?|hawaii-aleutian)$/, 'Pacific/Honolulu'],
  [/^atlantic$/, 'America/Halifax'],
  [/^newfoundland$/, 'America/St_Johns'],
  [/^arizona$/, 'America/Phoenix'],
];
const short = { et: 'eastern', ct: 'central', mt: 'mountain', pt: 'pacific' };

const rails = new Map(railsZones.list().map((name) => [name.toLowerCase(), railsZones.from(name)]));

/** The abbreviations of a zone in winter and in summer, such as EST and EDT. */
const abbreviations = (zone) =>
  [Date.UTC(2026, 0, 1), Date.UTC(2026, 6, 1)].map(
    (time) =>
      new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' })
        .formatToParts(time)
        .find(({ type }) => type === 'timeZoneName')?.value,
  );

/** The IANA name of a zone, whoever named it. `undefined`: nobody that is known here. */
function known(name) {
  // "(UTC-05:00) Eastern Time (US & Canada)" is how Windows shows it in lists.
  const plain = name.replace(/^\s*\((?:utc|gmt)[^)]*\)\s*/i, '').trim();
  const iana = plain.replace(/\s*\/\s*/g, '/').replace(/\s+/g, '_');
  if (zoneOf(iana)) return iana;
  if (/^(?:utc|gmt|z|zulu|etc\/utc)$/i.test(plain)) return 'UTC';
  const title = plain.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
  const windows = findIana(plain)[0] ?? findIana(title)[0] ?? findIana(title.replace(/Daylight|Summer/, 'Standard'))[0];
  if (windows) return windows;
  const lower = plain.toLowerCase();
  const theirs = rails.get(lower);
  if (theirs) return theirs;
  const words = lower
    .replace(/\s*\(.*\)$/, '')
    .replace(/^us[\s-]+/, '')
    .replace(/[\s-]+(?:time|zone|time zone|standard time|daylight time|prevailing time)$/, '')
    .trim();
  return said.find(([pattern]) => pattern.test(short[words] ?? words))?.[1];
}

const read = new Map();

/**
 * The IANA name of what a feed calls a zone. Names that say nothing stand for `fallback`; an abbreviation such as EST does where
 * it is one of that zone's.
 *
 * @param {string} name
 * @param {string} fallback Empty: there is none.
 * @returns {string | undefined}
 */
export function zoneNamed(name, fallback) {
  const key = `${name}\n${fallback}`;
  if (!read.has(key)) {
    const isShort = /^[A-Z]{2,4}T$/i.test(name.trim()) && !known(name);
    const isTheirs = () => abbreviations(fallback).includes(name.trim().toUpperCase());
    read.set(key, known(name) ?? (fallback && (!isShort || isTheirs()) ? fallback : undefined));
  }
  return read.get(key);
}
