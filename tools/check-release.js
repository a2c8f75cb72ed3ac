/**
 * `npm run check:release`, for whoever releases a version: it fails while a bundled service has no `assuredDate`, the day on which
 * somebody last checked its name, links and numbers with the service itself, or one that is more than a year ago; and while a statement
 * has a `review` that says `needs-review`. It is not part of `npm run verify`, since no change of code can make it pass: somebody calls,
 * writes or looks, and then enters the day; somebody who knows the law of the place reads what we say of it, and then takes `needs-review` out.
 *
 * The cards do not wait for it: a card with no day, or an old one, says so to whoever reads it.
 *
 * With `--version v1.2.3` it checks something else, and first of all: whether that is the version of both packages, and of the elements that
 * the command line depends on.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMain } from './is-main.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const day = 24 * 60 * 60 * 1000;

/**
 * What keeps services from being released: lines that name each service and what is missing.
 *
 * @param services Entries of the bundled content.
 * @param now The day of the release.
 */
export function releaseProblems(services, now = new Date()) {
  const yearAgo = new Date(now);
  yearAgo.setUTCFullYear(now.getUTCFullYear() - 1);
  if (services.length === 0) return ['There is no bundled service at all.'];
  return services.flatMap(({ id, name, assuredDate }) => {
    const checked = new Date(assuredDate ?? NaN);
    const is = (what) => [`${id ?? '(no id)'} (${name}): ${what}`];
    if (assuredDate === undefined || assuredDate === null || assuredDate === '') return is('nobody has checked it');
    if (!checked.toJSON()?.startsWith(assuredDate) || assuredDate.length !== 10) return is(`${assuredDate} is no day`);
    // A day that has begun somewhere on earth.
    if (checked - now > day) return is(`${assuredDate} is still to come`);
    return checked < yearAgo ? is(`checked on ${assuredDate}, more than a year ago`) : [];
  });
}

/**
 * What is still to be reviewed: lines that name each entry of the content, and who is to read it, such as `law` for somebody who knows
 * the law of its place.
 *
 * @param value The content of a section, or something in it. `path` is where that is.
 */
export function reviewProblems(value, path) {
  if (typeof value !== 'object' || value === null) return [];
  const needs = value.review?.['needs-review'];
  const own = needs ? [`${path}: needs review (${needs})`] : [];
  const name = (key) => (Array.isArray(value) ? `[${value[key]?.id ?? key}]` : `.${key}`);
  return own.concat(Object.keys(value).flatMap((key) => reviewProblems(value[key], path + name(key))));
}

/**
 * What keeps packages from being released as `tag`: lines that say where another version stands.
 *
 * @param tag The tag in git, such as `v1.2.3`.
 * @param manifests Both package.json, the elements' first.
 */
export function versionProblems(tag, [elements, commandLine]) {
  const found = {
    [elements.name]: elements.version,
    [commandLine.name]: commandLine.version,
    [`${elements.name}, as ${commandLine.name} needs it`]: commandLine.dependencies[elements.name],
  };
  return Object.entries(found)
    .filter(([, version]) => `v${version}` !== tag)
    .map(([what, version]) => `${what}: ${version}, and the tag is ${tag}`);
}

const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

function checkVersion(tag) {
  const problems = versionProblems(tag, ['package.json', 'cli/package.json'].map(readJson));
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}

const englishFolder = 'src/content/en';

/** What keeps the default content from being released. */
export const contentProblems = () =>
  readdirSync(join(root, englishFolder)).flatMap((file) =>
    reviewProblems(readJson(`${englishFolder}/${file}`).content, file.replace('.json', '')),
  );

function checkContent() {
  const { content } = readJson(`${englishFolder}/resources.json`);
  const services = releaseProblems(content.resources);
  const statements = contentProblems();
  const problems = [...services, ...statements];
  for (const problem of problems) console.error(problem);
  const { length } = content.resources;
  console.log(`${length - services.length} of ${length} bundled services were checked within a year.`);
  console.log(`Entries of the content that still need review: ${statements.length}.`);
  if (problems.length > 0) process.exitCode = 1;
}

if (isMain(import.meta.url)) {
  const [option, tag] = process.argv.slice(2);
  if (option === '--version') checkVersion(tag);
  else checkContent();
}
