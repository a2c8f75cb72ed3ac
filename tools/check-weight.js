/**
 * `npm run weight`: what somebody gets who installs one of our two packages, in packages and in bytes. The package itself is measured as
 * `npm pack` would pack it; what it depends on is found in package-lock.json as Node would find it, and measured in node_modules. Bytes are
 * those of the files. A disk gives each file whole blocks, so `du` says more: about a third with blocks of 4 kB.
 *
 * The consumer tests measure the same once more where the package has been installed, if the registry can be reached.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMain } from './is-main.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** `folder`: where the package is in the repository, and in package-lock.json. The command line brings the elements along. */
export const budgets = [
  { name: 'alongside-elements', folder: '', packages: 16, bytes: 14_000_000 },
  { name: 'alongside-elements-cli', folder: 'cli', packages: 46, bytes: 40_000_000 },
];

/** Where Node finds `name` for a module in `from`: a path of the lock file. Nothing, where it is not installed. */
function found(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const path = `${folder}${folder && '/'}node_modules/${name}`;
    if (packages[path]) return packages[path].link ? packages[path].resolved : path;
    if (folder === '') return;
  }
}

/**
 * What is installed with a package: the paths of everything it needs, its own first.
 *
 * @param packages `packages` of a package-lock.json.
 * @param start The path of the package there; `''` is the root.
 * @throws {Error} something is needed and is not there.
 */
export function installedWith(packages, start) {
  const paths = [start];
  // What is added meanwhile is looked at, too.
  for (const path of paths) {
    const { dependencies = {}, optionalDependencies = {} } = packages[path];
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const next = found(packages, path, name);
      if (next === undefined && name in optionalDependencies) continue;
      if (next === undefined) throw new Error(`${path || 'the root'} needs ${name}, which package-lock.json lacks.`);
      if (!paths.includes(next)) paths.push(next);
    }
  }
  return paths;
}

/** The bytes of all files in a folder, without what is in a node_modules inside of it: that is counted by itself. */
export function bytesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? sum : sum + bytesIn(path);
    return entry.isFile() ? sum + statSync(path).size : sum;
  }, 0);
}

/** The bytes of one of our own packages, unpacked. */
function packedBytes(folder) {
  const options = { cwd: join(root, folder), encoding: 'utf8', shell: true };
  const { status, stdout, stderr } = spawnSync('npm pack --dry-run --ignore-scripts --json', options);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout)[0].unpackedSize;
}

/** What is over the budget, in sentences. Empty: nothing is. */
export function weightProblems({ name, packages, bytes }, sizes) {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const over = (what, is, may) =>
    is > may ? [`${name} brings ${is.toLocaleString('en')} ${what}, and may bring ${may.toLocaleString('en')}.`] : [];
  return [...over('packages', sizes.length, packages), ...over('bytes', total, bytes)];
}

function main() {
  if (!existsSync(join(root, 'dist/index.js'))) return ['There is no dist/. npm run build makes it.'];
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const own = budgets.map(({ folder }) => folder);
  return budgets.flatMap((budget) => {
    const rows = installedWith(packages, budget.folder).map((path) => ({
      path: own.includes(path) ? budgets.find(({ folder }) => folder === path).name : path.replace('node_modules/', ''),
      bytes: own.includes(path) ? packedBytes(path) : bytesIn(join(root, path)),
    }));
    const megabytes = (bytes) => (bytes / 1e6).toFixed(2).padStart(6);
    console.log(`\nnpm install ${budget.name}, in MB:`);
    for (const { path, bytes } of rows.sort((a, b) => b.bytes - a.bytes)) console.log(`${megabytes(bytes)}  ${path}`);
    const sizes = rows.map(({ bytes }) => bytes);
    console.log(`${megabytes(sizes.reduce((a, b) => a + b))}  in ${sizes.length} packages`);
    return weightProblems(budget, sizes);
  });
}

if (isMain(import.meta.url)) {
  const problems = main();
  console.log('');
  for (const problem of problems) console.log(problem);
  console.log(problems.length === 0 ? 'Weight: all within budget.' : `Weight: ${problems.length} wrong.`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
