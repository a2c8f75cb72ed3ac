import { parseArgs } from 'node:util';
import { isSupportedCountry } from 'libphonenumber-js/max';
import { decode } from '../read/decode.js';
import { readLimited } from '../read/folder.js';
import { InputError } from '../read/input-error.js';
import { readMap } from '../read/map.js';
import { zoneOf } from 'alongside-elements/internal/services/hours/time-zone.js';

/** An input of so many bytes is held as a whole. */
const held = 24_000_000;
/** Of a larger one so many bytes at a time are: it takes longer, and far less room. */
const batch = 8_000_000;

const options = {
  out: { type: 'string' },
  report: { type: 'string' },
  quiet: { type: 'boolean', default: false },
  api: { type: 'string', multiple: true, default: [] },
  header: { type: 'string', multiple: true, default: [] },
  map: { type: 'string' },
  'confidential-terms': { type: 'string' },
  timezone: { type: 'string' },
  'keep-case': { type: 'boolean', default: false },
  country: { type: 'string', default: 'US' },
  'drop-invalid-phones': { type: 'boolean', default: false },
  source: { type: 'string', default: '' },
  lang: { type: 'string', default: '' },
  made: { type: 'string' },
  'shard-above': { type: 'string' },
  'max-problems': { type: 'string' },
  'min-services': { type: 'string', default: '1' },
  force: { type: 'boolean', default: false },
  'max-mb': { type: 'string', default: '512' },
  rate: { type: 'string', default: '5' },
  timeout: { type: 'string', default: '30' },
  'max-minutes': { type: 'string', default: '120' },
  'max-pages': { type: 'string', default: '2000' },
  retries: { type: 'string', default: '4' },
};

/** The command was called in a way that makes no sense. */
export class UsageError extends Error {}

/** A number that was given as an option, or `undefined`. */
function numberOf(values, name, least = 0) {
  if (values[name] === undefined) return;
  const value = Number(values[name]);
  if (values[name].trim() === '' || !Number.isFinite(value) || value < least)
    throw new UsageError(`--${name} is a number, ${least} or more.`);
  return value;
}

function inForm(name, value, isRight, form) {
  let right = false;
  try {
    right = value === undefined || isRight(value);
  } catch {
    // The reader of the value says no by throwing.
  }
  if (!right) throw new UsageError(`--${name} is ${form}, not ${JSON.stringify(value)}.`);
  return value;
}

const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toJSON()?.startsWith(text);
const isWebAddress = (text) => /^https?:$/.test(new URL(text).protocol);

/** `Name: value`, as a request has it. */
function headerOf(text) {
  const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+):\s*([\x20-\x7e]*\S)\s*$/.exec(text) ?? [];
  // What was given may be a key: it is not repeated.
  if (!name) throw new UsageError('--header is a name, a colon, and a value, such as "X-Api-Key: …".');
  return [name, value];
}

/** What an option's file says. A file that is not there is wrong use. */
function readOption(name, path, read) {
  if (path === undefined) return;
  try {
    return read(decode(readLimited(path, 10_000_000)).text);
  } catch (error) {
    if (error instanceof InputError || error instanceof SyntaxError)
      throw new UsageError(`--${name} ${path}: ${error.message}`);
    throw error;
  }
}

/**
 * What the arguments of `snapshot` mean, in the units that the code works with.
 *
 * @param {string[]} args
 * @throws {UsageError} An option is missing, unknown or not in its form, or a file that it names cannot be read.
 */
export function settingsOf(args) {
  let parsed;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error.message);
  }
  const { values, positionals } = parsed;
  if (values.out === undefined) throw new UsageError('--out is missing.');
  if (positionals.length + values.api.length === 0) throw new UsageError('There is no input.');
  for (const url of values.api) inForm('api', url, isWebAddress, 'a web address');
  const bytes = numberOf(values, 'max-mb', 0.001) * 1_000_000;
  return {
    paths: positionals,
    apis: values.api,
    out: values.out,
    reportFile: values.report,
    quiet: values.quiet,
    force: values.force,
    map: readOption('map', values.map, (text) => readMap(JSON.parse(text))),
    terms: readOption('confidential-terms', values['confidential-terms'], (text) =>
      text.split(/\r?\n/).flatMap((line) => line.replace(/#.*/, '').trim() || []),
    ),
    timezone: inForm('timezone', values.timezone, zoneOf, 'a zone such as America/New_York'),
    keepCase: values['keep-case'],
    phones: {
      country: inForm('country', values.country.toUpperCase(), isSupportedCountry, 'a country code such as US'),
      drop: values['drop-invalid-phones'],
    },
    source: values.source,
    lang: inForm('lang', values.lang, (tag) => !tag || Intl.getCanonicalLocales(tag), 'a language tag such as en'),
    made: inForm('made', values.made, isDay, 'a day as YYYY-MM-DD') ?? new Date().toISOString().slice(0, 10),
    shardAbove: numberOf(values, 'shard-above', 1),
    maxProblems: numberOf(values, 'max-problems') ?? Infinity,
    minServices: numberOf(values, 'min-services'),
    limits: { bytes, files: 10_000, held, batch },
    polite: {
      rate: numberOf(values, 'rate', 0.01),
      timeout: numberOf(values, 'timeout', 0.1) * 1000,
      total: numberOf(values, 'max-minutes', 0.001) * 60_000,
      pages: numberOf(values, 'max-pages', 1),
      retries: numberOf(values, 'retries'),
      backoff: 1000,
      longestWait: 300_000,
      bytes,
      userAgent: 'alongside-elements',
      headers: Object.fromEntries(values.header.map(headerOf)),
    },
  };
}
