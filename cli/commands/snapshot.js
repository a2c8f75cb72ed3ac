import { readApi } from '../read/api.js';
import { withoutQuery } from '../read/fetch-json.js';
import { InputError } from '../read/input-error.js';
import { readInput } from '../read/input.js';
import { collector } from '../snapshot/collect.js';
import { compare } from '../snapshot/compare.js';
import { organizationsOf } from '../snapshot/organizations.js';
import { describe, failedReport, inputReport, problemCount } from '../snapshot/report.js';
import { Tally } from '../snapshot/tally.js';
import { settingsOf, UsageError } from '../snapshot/settings.js';
import { progressOn } from '../snapshot/progress.js';
import { existingSnapshot, writeAtomically, writeSnapshot } from '../snapshot/write.js';
import { zoneNamed } from '../tidy/zones.js';

export const summary = 'makes services.json for a directory from HSDS data';

export const help = `Usage: npx alongside-elements-cli snapshot <input…> --out services.json [options]

Reads services, checks them, and writes a snapshot that <resource-directory> searches in the browser.

Inputs, one or more:
  a .json or .ndjson file   nested HSDS: services, organizations, pages of an API, one document or many
  a folder                  HSDS tables (.csv or .json), or any number of JSON files
  a .zip file               the same, packed
  datapackage.json          an HSDS package
  a .csv file               with --map, which explains its columns
  --api URL                 an HSDS API, with or without /services at the end; its query, such as a key, is sent with
                            each request; can be repeated
  --header 'NAME: VALUE'    sent with each request to an API, such as a key; can be repeated

Output:
  --out FILE                where the snapshot goes; parts of large ones go next to it
  --report FILE             everything that was counted and found, as JSON
  --quiet                   prints only errors

What is read:
  --map FILE                columns of flat CSV files, see docs/directory.md
  --confidential-terms FILE taxonomy terms, one per line, whose services have confidential addresses;
                            they are added to the built-in list
  --timezone ZONE           for hours that name no time zone, such as America/New_York
  --keep-case               leaves names in capital letters as they are
  --country CODE            for phone numbers without a country code, default US
  --drop-invalid-phones     leaves out numbers that cannot exist; otherwise they are reported and kept
  --source TEXT             where the services come from, if they do not say
  --lang TAG                the language of the services, if they do not say
  --made YYYY-MM-DD         the date of the snapshot, default today (UTC)
  --shard-above N           divides larger snapshots by area, default 20000

When not to write:
  --max-problems N          does not write if there are more problems; default no limit
  --min-services N          does not write if there are fewer services, default 1
  --force                   writes anyway, even if the exit code would be 4

Limits:
  --max-mb N                size of a file, an unpacked zip file, or a response, default 512
  --rate N                  requests to an API per second, default 5
  --timeout N               seconds for one response, default 30
  --max-minutes N           for an API in total, default 120
  --max-pages N             of an API, default 2000
  --retries N               of a request that failed temporarily, default 4

Exit codes:
  0  written; problems are listed
  2  wrong usage
  3  an input could not be read, it had no services, or the file cannot be written; an older file stays
  4  the result does not look right: more problems than --max-problems, fewer services than --min-services, more than
     20 % fewer services or phone numbers than in the existing file, a table in which a quotation mark may have been
     left open, or the existing file is not a snapshot. Nothing is written without --force

docs/directory.md describes a nightly job and explains the report.`;

/** With less than this part of what was there before, something is missing. */
const least = 0.8;

/** Why the result is not to be written, in words. Empty: it is. */
function doubt({ out, maxProblems, minServices }, { inputs, services, compared }, old) {
  const problems = problemCount(inputs);
  const [open] = inputs.map((input) => input.problems['open-quote']?.examples[0]).filter(Boolean);
  if (open)
    return `${open.file} row ${open.row} holds what look like other rows: a quotation mark may have been left open.`;
  if (problems > maxProblems) return `There are ${problems} problems, more than ${maxProblems}.`;
  if (services < minServices) return `There are ${services} services, fewer than ${minServices}.`;
  if (old === 'other') return `${out} exists and is not a snapshot.`;
  const fewer = (now, before, what) =>
    now < before * least ? `There are ${now} ${what}, and ${before} in ${out}: more than 20 % fewer.` : '';
  const { before = 0, now = 0 } = compared?.numbers ?? {};
  return fewer(services, old.count, 'services') || fewer(now, before, 'phone numbers');
}

/** Loads what reads feeds and makes snapshots: the same code as in the page. */
async function library() {
  const files = ['hsds/from-hsds', 'search/snapshot-read', 'search/snapshot-write', 'search/columns', 'hours/schedule'];
  const parts = files.map((file) => import(`alongside-elements/internal/services/${file}.js`));
  return Object.assign({}, ...(await Promise.all(parts)));
}

/** Reads an input and counts what becomes of its records. @throws {InputError} */
async function take(name, read, collected, settings, say) {
  const { kind: kindOfInput, problems, ...input } = await read();
  // What is told first stands first, though of an input in parts it may come to be known between the rest.
  const [tally, renamed, found] = [new Tally(), new Tally(), new Tally()];
  for (const { kind, ...example } of problems) tally.tell(kind, () => example);
  problems.length = 0;
  const documents = organizationsOf(input, {
    country: settings.phones.country,
    keepCase: settings.keepCase,
    batchSize: settings.limits.batch,
    tell: { cleaned: tally.tell.bind(tally), renamed: renamed.tell.bind(renamed) },
    progress: (part) => say(`${name}: ${Math.floor(part * 100)} % looked through`),
  });
  const counts = collected.add(documents, found);
  tally.append(renamed);
  tally.append(found);
  // An export that has become empty, or a file of something else.
  if (counts.read === counts.leftOut['no-service'] + counts.leftOut['no-name'])
    throw new InputError('nothing', `${name} has no services.`);
  return inputReport(name, kindOfInput, counts, tally);
}

async function make(settings, say) {
  const reader = await library();
  const { made, timezone, terms = [], phones, source, lang, map, limits, polite, out } = settings;
  const reading = {
    timezone,
    confidentialTerms: [...reader.shelterTerms, ...terms],
    zoneOf: zoneNamed,
    isUnderstood: (schedule) => reader.readSchedule(schedule) !== undefined,
  };
  const { fromHsds } = reader;
  const progress = (count) => say(`${count} services`);
  const collected = collector({ fromHsds, reading, phones, source, lang, progress });
  const inputs = [];
  const readers = [
    ...settings.paths.map((path) => [path, () => readInput(path, { map, limits })]),
    ...settings.apis.map((url) => [
      withoutQuery(url),
      async () => ({ kind: 'api', ...(await readApi(url, { ...polite, progress: say })) }),
    ]),
  ];
  const report = { made, result: 'failed', message: '', services: 0, files: [], inputs };
  for (const [name, read] of readers) {
    try {
      say(`${name} is read`);
      inputs.push(await take(name, read, collected, settings, say));
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
  const old = existingSnapshot(out);
  if (typeof old === 'object') report.compared = compare(out, old, services, reader);
  const why = settings.force ? '' : doubt(settings, report, old);
  if (why) return { code: 4, report: { ...report, result: 'kept', message: `Nothing was written. ${why}` } };
  try {
    const written = writeSnapshot(out, reader.snapshotFiles(services, { made, shardAbove: settings.shardAbove }));
    const message = `Written: ${services.length} services.`;
    return { code: 0, report: { ...report, result: 'written', files: written, message } };
  } catch (error) {
    // No room, no right to write, a folder in the way: what Node says about files has a code.
    if (!error.code) throw error;
    return { code: 3, report: { ...report, message: `${out} cannot be written: ${error.message}.` } };
  }
}

/** @param {string[]} args @returns {Promise<number>} The exit code. */
export async function run(args) {
  let settings;
  try {
    settings = settingsOf(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(
      `alongside-elements-cli snapshot: ${error.message}\n\`npx alongside-elements-cli snapshot --help\` explains how to use it.`,
    );
    return 2;
  }
  const { say, done } = progressOn(process.stderr, { quiet: settings.quiet });
  const { code, report } = await make(settings, say);
  done();
  if (settings.reportFile) writeAtomically(settings.reportFile, `${JSON.stringify(report, undefined, 2)}\n`);
  if (code !== 0) console.error(describe(report));
  else if (!settings.quiet) console.log(describe(report));
  return code;
}
