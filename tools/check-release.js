/**
 * `npm run check:release`, for whoever releases a version: it fails while a bundled service has no `assuredDate`, the day on which
 * somebody last checked its name, links and numbers with the service itself, or one that is more than a year ago. It is not part of
 * `npm run verify`, since no change of code can make it pass: somebody calls, writes or looks, and then enters the day.
 *
 * The cards do not wait for it: a card with no day, or an old one, says so to whoever reads it.
 *
 * With `--version v1.2.3` it checks something else, and first of all: whether that is the version of both packages, and of the elements that
 * the command line depends on.
 */
import { readFileSync } from 'node:fs';
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

function checkServices() {
  const { content } = readJson('src/content/en/resources.json');
  const problems = releaseProblems(content.resources);
  for (const problem of problems) console.error(problem);
  const { length } = content.resources;
  console.log(`${length - problems.length} of ${length} bundled services were checked within a year.`);
  if (problems.length > 0) process.exitCode = 1;
}

if (isMain(import.meta.url)) {
  const [option, tag] = process.argv.slice(2);
  if (option === '--version') checkVersion(tag);
  else checkServices();
}
