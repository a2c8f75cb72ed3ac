import { webLink } from '../../schema/links.js';
import type { RecordReader } from './record-reader.js';
import { readDay } from './read-times.js';

/** A link that can be followed; one that lacks what is before its host gets `https://`. `undefined`: there is none, or one that is refused. */
export function readUrl(given: RecordReader): string | undefined {
  const raw = given.raw(2000).replace(/&amp;/g, '&');
  if (!raw) return undefined;
  const [one = ''] = raw.split(/[\s,;]+/);
  const link = webLink(
    /^https?:\/\//i.test(one)
      ? one
      : /^[\w-]+(?:\.[\w-]+)+(?:[/?#:]|$)/.test(one) && !/^\w+:(?!\d)/.test(one)
        ? `https://${one}`
        : one,
  );
  if (link && link.length <= 2000) return link;
  given.refuse('not-link');
  return undefined;
}

/** The first address of e-mail. */
export function readEmail(given: RecordReader): string | undefined {
  const raw = given.raw(300);
  const one = raw
    .replace(/^mailto:/i, '')
    .split(/[\s,;]+/)
    .find((part) => /^[^\s@<>()":]+@[^\s@<>()":]+\.[^\s@.<>()":]+$/.test(part));
  if (raw && !one) given.refuse('not-text', 'email');
  return one?.slice(0, 200);
}

/** A day as YYYY-MM-DD, also where a time follows. */
export function readDate(given: RecordReader): string | undefined {
  const day = readDay(given.raw(40)).replace(/^(\d{4}-\d\d-\d\d)[T ].*$/, '$1');
  if (!day) return undefined;
  if (/^\d{4}-\d\d-\d\d$/.test(day) && new Date(day).getUTCDate() === +day.slice(8)) return day;
  given.refuse('not-date');
  return undefined;
}

/** A BCP 47 tag. */
export function readLang(given: RecordReader): string | undefined {
  if (!given.isThere) return undefined;
  try {
    return Intl.getCanonicalLocales(given.raw(35).replace(/_/g, '-'))[0];
  } catch {
    return undefined;
  }
}
