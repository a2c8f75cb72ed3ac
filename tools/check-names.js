/**
 * Do the documents for those who work on the project name things that are there? Whatever stands in backticks in CONTRIBUTING.md and
 * docs/decisions.md and reads as a file, an identifier or a command of package.json has to be one. Looks at what was built, too.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMain } from './is-main.js';
import { root } from './made-files.js';

const documents = ['CONTRIBUTING.md', 'docs/decisions.md'];

/** Where names are looked up. Of what stands in the others only the paths count. */
const codeFolders = ['src', 'cli', 'tools', 'tests', 'bench', 'demo', 'frameworks', 'stories', '.storybook', '.github'];
const otherFolders = ['docs', 'schemas', 'dist', 'cdn', '.changeset', '.ci'];
const isText = /\.(ts|tsx|js|mjs|json|css|html|mdx|yml|svelte|vue)$/;

/** What is not ours. */
const elsewhere = [/^(https?|file):/, /^@[\w-]+\//, /^text\/\w+$/, /^[\w-]+\.php$/, /^stages\.jsonc$/];

const isFile = /^(?:\.{0,2}\/)?(?:[\w.*-]|<[\w-]+>)[\w.<>*/-]*$/;
const hasEnding = /\.(?:ts|js|json|jsonc|md|mdx|css|html|yml)$/;
const isIdentifier = /^[A-Za-z_$][\w$]*(?:[.#][\w$]+)*(?:\(\))?$/;

function pathsIn(folder) {
  const inside = [...codeFolders, ...otherFolders].flatMap((name) =>
    existsSync(join(folder, name))
      ? readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
          .filter((entry) => !entry.parentPath.includes('node_modules'))
          .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      : [],
  );
  return [...readdirSync(folder), ...inside];
}

/** A name that only a comment knows is none: the comment may be as stale as the document. */
const withoutComments = (code) => code.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, ' ');

/** Each text in backticks outside of code blocks, with its line. */
function* named(text) {
  const prose = text.replace(/^```[\s\S]*?^```/gm, (block) => block.replaceAll(/[^\n]/g, ''));
  for (const [at, line] of prose.split('\n').entries())
    for (const [, name] of line.matchAll(/`([^`]+)`/g)) yield { name, line: at + 1 };
}

/** @returns one line for each name in a document that nothing has, for the repository in `folder`. */
export function nameProblems(folder) {
  const paths = pathsIn(folder);
  const words = new Set();
  for (const path of paths)
    if (
      isText.test(path) &&
      (!path.includes('/') || codeFolders.includes(path.split('/')[0])) &&
      !/^tests\/fixtures\//.test(path)
    )
      for (const word of withoutComments(readFileSync(join(folder, path), 'utf8')).match(/[A-Za-z_$][\w$]*/g) ?? [])
        words.add(word);
  const { scripts = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const exported = ['package.json', 'cli/package.json']
    .filter((path) => existsSync(join(folder, path)))
    .map((path) => JSON.parse(readFileSync(join(folder, path), 'utf8')))
    .flatMap(({ name, exports = {} }) => Object.keys(exports).map((path) => name + path.slice(1)));

  const isThere = (name) => {
    if (exported.includes(name)) return true;
    const pattern = name
      .replace(/^\.?\/|\/$/g, '')
      .split(/<[\w-]+>|\*/)
      .map((part) => part.replaceAll(/[.+]/g, '\\$&'))
      .join('[^/]*');
    const fits = new RegExp(`(?:^|/)${pattern}$`);
    return paths.some((path) => fits.test(path));
  };
  const problemOf = (name) => {
    if (elsewhere.some((one) => one.test(name))) return undefined;
    const [, script] = /^npm run ([\w:-]+)/.exec(name) ?? [];
    if (script) return script in scripts ? undefined : 'package.json has no such script';
    if (isFile.test(name) && (name.includes('/') || hasEnding.test(name)))
      return isThere(name) ? undefined : 'there is no such file';
    if (!isIdentifier.test(name)) return undefined;
    const missing = name.match(/[\w$]+/g).find((word) => !words.has(word) && !/^\d/.test(word));
    return missing && `nothing is called ${missing}`;
  };
  return documents
    .filter((document) => existsSync(join(folder, document)))
    .flatMap((document) =>
      [...named(readFileSync(join(folder, document), 'utf8'))].flatMap(({ name, line }) => {
        const problem = problemOf(name);
        return problem ? [`${document}:${line}: \`${name}\`: ${problem}`] : [];
      }),
    );
}

if (isMain(import.meta.url)) {
  const problems = nameProblems(root);
  for (const problem of problems) console.log(problem);
  console.log(
    problems.length ? `Names: ${problems.length} that nothing has.` : 'Names: all that the documents name is there.',
  );
  process.exitCode = problems.length ? 1 : 0;
}
