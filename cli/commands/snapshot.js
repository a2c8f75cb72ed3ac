import { parseArgs } from 'node:util';
import { isSupportedCountry } from 'libphonenumber-js/max';
import { readApi } from '../read/api.js';
import { decode } from '../read/decode.js';
import { readLimited } from '../read/folder.js';
import { InputError } from '../read/input-error.js';
import { readInput } from '../read/input.js';
import { readMap } from '../read/map.js';
import { collector } from '../snapshot/collect.js';
import { describe, failedReport, inputReport, problemCount } from '../snapshot/report.js';
import { existingSnapshot, writeAtomically, writeSnapshot } from '../snapshot/write.js';

export const summary = 'makes services.json for a directory from HSDS data';

export const help = `Usage: alongside snapshot <input…> --out services.json [options]

Reads services, checks them, and writes a snapshot that <service-directory> searches in the browser.

Inputs, one or more:
  a .json or .ndjson file   nested HSDS: services, organizations, pages of an API, one document or many
  a folder                  HSDS tables (.csv or .json), or any number of JSON files
  a .zip file               the same, packed
  datapackage.json          an HSDS package
  a .csv file               with --map, which says what its columns are
  --api URL                 an HSDS API; can be given more than once

Output:
  --out FILE                where the snapshot goes; parts of large ones go beside it
  --report FILE             everything that was counted and found, as JSON
  --quiet                   prints nothing but errors

What is read:
  --map FILE                columns of flat CSV files, see docs/directory.md
  --confidential-terms FILE taxonomy terms, one a line, whose services keep their address to themselves;
                            they are added to the list that is always in force
  --timezone ZONE           of opening hours that name no zone, such as America/New_York
  --country CODE            of phone numbers without a country, default US
  --drop-invalid-phones     leaves out numbers that cannot exist; otherwise they are told and kept
  --source TEXT             where the services come from, for those that do not say so
  --lang TAG                the language of the services, for those that do not say so
  --made YYYY-MM-DD         the day of the snapshot, default today (UTC)
  --shard-above N           divides larger snapshots by area, default 20000

When not to write:
  --max-problems N          more problems than this are too many; no limit otherwise
  --min-services N          fewer services than this are too few, default 1
  --force                   writes all the same

Limits:
  --max-mb N                of a file, of a zip file unpacked, and of an answer, default 512
  --rate N                  requests to an API in a second, default 5
  --timeout N               seconds for one answer, default 30
  --max-minutes N           for an API as a whole, default 120
  --max-pages N             of an API, default 2000
  --retries N               of a request that failed for now, default 4

Exit codes:
  0  written; the problems that were found are listed
  2  wrong use
  3  an input could not be read, or no service came of it; nothing is written, and an older file stays
  4  the result does not look right: more problems than --max-problems, fewer services than --min-services, less than
     half of those in the file that is there, or that file is no snapshot. Nothing is written, unless with --force`;

const options = {
  out: { type: 'string' },
  report: { type: 'string' },
  quiet: { type: 'boolean', default: false },
  api: { type: 'string', multiple: true, default: [] },
  map: { type: 'string' },
  'confidential-terms': { type: 'string' },
  timezone: { type: 'string' },
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
class UsageError extends Error {}

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
const isZone = (zone) => /^[A-Za-z]/.test(zone) && new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
const isWebAddress = (text) => /^https?:$/.test(new URL(text).protocol);

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

function settingsOf(args) {
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
    timezone: inForm('timezone', values.timezone, isZone, 'a zone such as America/New_York'),
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
    limits: { bytes, files: 10_000 },
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
    },
  };
}

/** Why the result is not to be written, in words. Empty: it is. */
function doubt({ out, maxProblems, minServices }, problems, count) {
  if (problems > maxProblems) return `There are ${problems} problems, more than ${maxProblems}.`;
  if (count < minServices) return `There are ${count} services, fewer than ${minServices}.`;
  const old = existingSnapshot(out);
  if (old === 'other') return `${out} is there and is no snapshot.`;
  if (count < old.count / 2) return `There are ${count} services, and ${old.count} in ${out}: less than half.`;
  return '';
}

async function make(settings, say) {
  const [{ fromHsds, shelterTerms }, { encodeSnapshot }] = await Promise.all([
    import('../../dist/resources/hsds.js'),
    import('../../dist/resources/snapshot.js'),
  ]);
  const { made, timezone, terms = [], phones, source, lang, map, limits, polite } = settings;
  const reading = { timezone, confidentialTerms: [...shelterTerms, ...terms] };
  const collected = collector({ fromHsds, reading, phones, source, lang });
  const inputs = [];
  const readers = [
    ...settings.paths.map((path) => [path, () => readInput(path, { map, limits })]),
    ...settings.apis.map((url) => [
      url,
      async () => ({ kind: 'api', ...(await readApi(url, { ...polite, progress: say })) }),
    ]),
  ];
  const report = { made, result: 'failed', message: '', services: 0, files: [], inputs };
  for (const [name, read] of readers) {
    try {
      const input = await read();
      inputs.push(inputReport(name, input.kind, collected.add(input)));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      inputs.push(failedReport(name, error));
    }
  }
  const { services } = collected;
  report.services = services.length;
  if (inputs.some(({ failed }) => failed))
    return { code: 3, report: { ...report, message: 'Nothing was written: an input could not be read.' } };
  if (services.length === 0)
    return { code: 3, report: { ...report, message: 'Nothing was written: there is no service.' } };
  const why = settings.force ? '' : doubt(settings, problemCount(inputs), services.length);
  if (why) return { code: 4, report: { ...report, result: 'kept', message: `Nothing was written. ${why}` } };
  const { files } = encodeSnapshot(services, { made, shardAbove: settings.shardAbove });
  return {
    code: 0,
    report: {
      ...report,
      result: 'written',
      files: writeSnapshot(settings.out, files),
      message: `Written: ${services.length} services.`,
    },
  };
}

/** @param {string[]} args @returns {Promise<number>} The exit code. */
export async function run(args) {
  let settings;
  try {
    settings = settingsOf(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`alongside snapshot: ${error.message}\n\`alongside snapshot --help\` tells how it is used.`);
    return 2;
  }
  const say = (text) => settings.quiet || console.error(text);
  const { code, report } = await make(settings, say);
  if (settings.reportFile) writeAtomically(settings.reportFile, `${JSON.stringify(report, undefined, 2)}\n`);
  if (code !== 0) console.error(describe(report));
  else if (!settings.quiet) console.log(describe(report));
  return code;
}
