/**
 * What `npm test` and its relatives run.
 *
 * | command | runs |
 * |---|---|
 * | `npm test` | every test, in one engine: the first that the machine has, or all that BROWSERS names |
 * | `npm test -- pages` | one part: `node`, `elements`, `pages` or `consumers` |
 * | `npm test -- stage-guide` | what is about one element, its stories among it |
 * | `npm test -- leave-keys` | the files of tests with that in their path |
 * | `npm test -- --changed` | what the change since `main` can affect, that which is not committed among it |
 * | `npm run test:all` | `npm test` in every engine that the machine has or BROWSERS names, and each story in every look that differs |
 * | `npm run test:all -- --rest` | what that has and `npm test` has not: for a build server that has run `npm test` just before |
 * | `npm run test:looks` | all stories in all looks |
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { affectedBy, testsOf } from './affected.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stories = 'tests/pages/stories.test.js';
/** That file makes a test of each story: it takes so many times as long as others of its size. */
const storiesWeigh = 8;

const folders = { node: 'tests/node', elements: 'tests/elements', pages: 'tests/pages', consumers: 'tests/consumers' };
const browserParts = ['elements', 'pages', 'consumers'];

/** Every file of tests, by its part. */
const allFiles = Object.entries(folders).flatMap(([part, folder]) =>
  readdirSync(join(root, folder))
    .filter((name) => /\.test\.[jt]s$/.test(name))
    .sort()
    .map((name) => ({ part, file: `${folder}/${name}` })),
);

/** A page test that goes through the engines, by one of these. The others open pages in one engine, whichever are asked for. */
const throughEngines = /\b(inEachBrowser|inEachEngine|inRealBrowsers|inKeptProfiles|realEngines|drivenEngines)\b/;
const goesThroughEngines = ({ part, file }) =>
  part === 'elements' || (part === 'pages' && throughEngines.test(readFileSync(join(root, file), 'utf8')));

function git(...args) {
  const { status, stdout, error } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return error || status !== 0 ? undefined : stdout;
}

/**
 * The files that differ from where this branch left `main`, those that are not committed or not known to git among them.
 *
 * @throws {Error} with a sentence for the person at the keyboard, where git cannot tell.
 */
export function changedFiles(run = git) {
  if (run('rev-parse', '--is-inside-work-tree') === undefined)
    throw new Error('--changed asks git what has changed, and there is no git, or this folder is no repository of it.');
  const base = ['main', 'origin/main'].map((name) => run('merge-base', 'HEAD', name)).find(Boolean);
  if (!base)
    throw new Error(
      '--changed compares with the branch main, and there is none here, nor origin/main. `git fetch origin main:main` gets it.',
    );
  const known = run('diff', '--name-only', '--no-renames', base.trim());
  const unknown = run('ls-files', '--others', '--exclude-standard');
  return [...new Set(`${known}${unknown}`.split('\n').filter(Boolean))];
}

const found = (word) => {
  const path = word.replace(/^\.\//, '');
  return allFiles.filter(({ file }) => file === path || file.slice('tests/'.length).includes(path));
};

/** The files that a word stands for, and the tags of elements that stories are wanted of. */
function filesFor(word) {
  if (word in folders) return { files: allFiles.filter(({ part }) => part === word) };
  const files = allFiles.map(({ file }) => file);
  const ofElement = testsOf(word, files, root);
  if (ofElement) return { files: allFiles.filter(({ file }) => ofElement.includes(file)), tag: word };
  const named = found(word);
  if (named.length > 0) return { files: named };
  throw new Error(
    `There is no part, element or test called ${word}. The parts are ${Object.keys(folders).join(', ')}; elements go by ` +
      'their tags, and tests by any piece of their path.',
  );
}

function chosenFiles(words, changed, says) {
  if (changed) {
    const what = changedFiles();
    const { files, tags, left } = affectedBy(
      what,
      allFiles.map(({ file }) => file),
      root,
    );
    says.push(`Changed since main: ${what.length} ${what.length === 1 ? 'file' : 'files'}.`);
    if (files.length === 0) says.push('No test depends on them.');
    if (left.length > 0)
      says.push(
        `Left out: ${left.length} page tests that show these elements among others. \`npm test -- pages\` runs them.`,
      );
    return { files: allFiles.filter(({ file }) => files.includes(file)), tags };
  }
  if (words.length === 0) return { files: allFiles };
  const each = words.map(filesFor);
  const files = new Set(each.flatMap(({ files }) => files));
  const tags = each.map(({ tag }) => tag);
  return { files: allFiles.filter((one) => files.has(one)), tags: tags.every(Boolean) ? tags : undefined };
}

/**
 * Deals files of tests out to a few processes, each with about as much text as the others.
 *
 * @param {readonly string[]} files Paths from the repository.
 * @param {number} count of processes, at most.
 * @returns {string[][]} the files of each. No process is left without any.
 */
export function dealOut(files, count) {
  const sizes = new Map(
    files.map((file) => [file, statSync(join(root, file)).size * (file === stories ? storiesWeigh : 1)]),
  );
  const lanes = Array.from({ length: Math.min(count, files.length) }, () => ({ size: 0, files: [] }));
  for (const file of files.toSorted((one, other) => sizes.get(other) - sizes.get(one))) {
    const [lightest] = lanes.toSorted((one, other) => one.size - other.size);
    lightest.files.push(file);
    lightest.size += sizes.get(file);
  }
  return lanes.map(({ files }) => files);
}

/** The engines of the tests, the first of which is the one that `npm test` uses. */
async function enginesFor(all) {
  const { foundBrowsers, wantedEngines } = await import('./browsers.js');
  const engines = wantedEngines() ?? (await foundBrowsers()).map(({ engine }) => engine);
  if (engines.length === 0) return ['chromium'];
  return all || wantedEngines() ? engines : engines.slice(0, 1);
}

/**
 * @param args of the command line.
 * @returns `parts`, each with `name`, `runner`, `files`, `env` and whether it needs `storybook`; `engines` that they need; and
 *   what to tell the person first, `says`.
 * @throws {Error} with a sentence for that person.
 */
export async function planOf(args, engines = undefined) {
  const options = args.filter((arg) => arg.startsWith('--'));
  const unknown = options.filter((option) => !['--all', '--rest', '--looks', '--changed'].includes(option));
  if (unknown.length > 0) throw new Error(`There is no option ${unknown.join(', ')}.`);
  const has = (option) => options.includes(option);
  const says = [];
  const words = args.filter((arg) => !arg.startsWith('--'));
  const { files, tags } = has('--looks') ? { files: found(stories) } : chosenFiles(words, has('--changed'), says);
  const all = engines ?? (await enginesFor(has('--all')));
  const looks = has('--looks') ? 'all' : has('--all') ? 'differing' : 'one';

  const parts = [];
  const addPart = (name, runner, files, env = {}) => {
    if (files.length === 0) return;
    const storybook = files.includes(stories);
    const forStories = { STORY_LOOKS: looks, ...(tags && { STORY_TAGS: tags.join() }) };
    parts.push({ name, runner, files, storybook, env: { ...env, ...(storybook && forStories) } });
  };
  const named = (part, those = () => true) =>
    files.filter((one) => one.part === part && those(one)).map(({ file }) => file);

  if (has('--rest')) {
    // The first engine has had everything but the other looks.
    const [file] = named('pages', (one) => one.file === stories);
    if (file) {
      addPart('looks', 'pages', [file], { BROWSERS: all[0] });
      parts.at(-1).env.STORY_LOOKS = 'others';
    }
    const others = all.slice(1);
    for (const part of ['elements', 'pages'])
      if (others.length > 0) addPart(part, part, named(part, goesThroughEngines), { BROWSERS: others.join() });
  } else {
    for (const part of Object.keys(folders)) addPart(part, part, named(part), { BROWSERS: all.join() });
  }
  const needed = parts.some(({ runner }) => browserParts.includes(runner)) ? all : [];
  if (needed.length > 0) says.push(`Engines: ${needed.join(', ')}.`);
  return { parts, engines: needed, says };
}
