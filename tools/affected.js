/**
 * Which tests can a change affect? Read from the imports: a test is affected where a file that it imports, however far
 * down, has changed, or a file of the repository that it names.
 *
 * Pages are the exception. Nearly every page test opens pages with all elements, and each would be affected by any change.
 * Where a change reaches only some elements, the page tests that load a bundle of their own for one of them are taken, and
 * the stories of these elements.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

const code = /\.(ts|js|mjs)$/;

/** What everything depends on. */
const everything =
  /^(package(-lock)?\.json|rollup\.config\.js|web-test-runner\.config\.js|tsconfig.*|tools\/(browsers|browser-settings|serve|test.*)\.js)$/;

/** Every file in a folder, from `root`. */
function filesIn(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** What a file asks for: each `from` of an import or export with the names in it, and each import by address. */
function importsIn(text) {
  const found = [];
  for (const [, what, from] of text.matchAll(/\b(?:import|export)\s+([^'"`;]*?)\s*from\s*['"]([^'"]+)['"]/g))
    found.push({ from, names: what.match(/\{([^}]*)\}/)?.[1].match(/\b(?!type\b|as\b)[\w$]+/g) });
  for (const [, from] of text.matchAll(/\bimport\s*\(?\s*['"]([^'"]+)['"]/g)) found.push({ from });
  for (const [, from] of text.matchAll(/new URL\(\s*['"]([^'"]+)['"],\s*import\.meta\.url/g)) found.push({ from });
  return found;
}

/**
 * The repository as a graph of files.
 *
 * @param root its folder.
 * @returns `reach(file)`, the set of files that a file depends on, itself among them; and `tags`, those of the elements.
 */
export function fileGraph(root) {
  const isFile = (path) => existsSync(join(root, path)) && statSync(join(root, path)).isFile();
  /** Also of one that is gone: whoever imports it is affected most of all. */
  const source = (path) => (isFile(path) || /^(tests|tools|cli)\//.test(path) ? path : path.replace(/\.js$/, '.ts'));
  const texts = new Map();
  const textOf = (file) => {
    if (!texts.has(file)) texts.set(file, isFile(file) ? readFileSync(join(root, file), 'utf8') : '');
    return texts.get(file);
  };

  /** Who uses only some names of the package depends on the files that these come from. */
  function fromIndex(names) {
    if (!names) return ['src/index.ts'];
    const exported = importsIn(isFile('src/index.ts') ? textOf('src/index.ts') : '');
    return exported
      .filter((one) => !one.names || one.names.some((name) => names.includes(name)))
      .map(({ from }) => source(join('src', from)));
  }

  function target(file, { from, names }) {
    if (from === 'alongside-elements') return fromIndex(names);
    if (from === 'alongside-elements/render') return ['cli/render/render.js'];
    const [, folder, name] = /^alongside-elements\/(define|elements)\/(.+)\.js$/.exec(from) ?? [];
    if (folder) return [`src/${folder}/${folder === 'elements' ? `${name}/` : ''}${name}.ts`];
    if (!from.startsWith('.')) return [];
    return [source(normalize(join(dirname(file), from)).replace(/^dist\//, 'src/'))];
  }

  /**
   * Paths that stand in quotes; a folder stands for all that is in it. `cdn/x.js` is made from `src/define/x.ts`, and tests that
   * bundle a module of `src/` name it without that and without its ending.
   */
  function named(text) {
    const paths = [
      ...text.matchAll(/['"`/]((?:src|cli|demo|docs|stories|schemas|tools|tests|bench)(?:\/[\w.-]+)*)\/?['"`]/g),
    ];
    const bundles = [...text.matchAll(/\bcdn\/([a-z-]+)\.js/g)].map(([, name]) => `src/define/${name}.ts`);
    const modules = [...text.matchAll(/['"`]([a-z-]+(?:\/[\w.-]+)+)['"`]/g)].map(([, name]) => `src/${name}.ts`);
    return [...paths.map(([, path]) => path), ...bundles, ...modules].flatMap((path) => {
      const full = join(root, path);
      if (!existsSync(full)) return [];
      return statSync(full).isDirectory() ? filesIn(root, path) : [path];
    });
  }

  const edges = new Map();
  function edgesOf(file) {
    if (!edges.has(file)) {
      const text = code.test(file) ? textOf(file).replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '') : '';
      const outside = /^(tests|tools|stories)\//.test(file);
      const next = [...importsIn(text).flatMap((one) => target(file, one)), ...(outside ? named(text) : [])];
      edges.set(file, [...new Set(next)]);
    }
    return edges.get(file);
  }

  function reach(file) {
    const seen = new Set([file]);
    for (const one of seen) for (const next of edgesOf(one)) seen.add(next);
    return seen;
  }

  const tags = filesIn(root, 'src/define')
    .map((path) => /([a-z]+-[a-z-]+)\.ts$/.exec(path)?.[1])
    .filter((tag) => tag && isFile(`src/elements/${tag}/${tag}.ts`));
  return { reach, tags, textOf };
}

/** The bundles that a page test loads by name, through what it imports of the other tests. */
function bundlesOf(graph, file) {
  const near = [...graph.reach(file)].filter((path) => path.startsWith('tests/pages/'));
  return new Set(
    near.flatMap((path) => [...graph.textOf(path).matchAll(/\bcdn\/([a-z-]+)\.js/g)].map(([, name]) => name)),
  );
}

/** The page tests that are about an element: they load a bundle of its own, or have its name. */
function pagesAbout(graph, files, tags) {
  return files.filter((file) => {
    const bundles = bundlesOf(graph, file);
    return tags.some((tag) => bundles.has(tag) || file.includes(tag));
  });
}

/**
 * @param root folder of the repository.
 * @param files of all tests, from there.
 * @param changed files, from there. Those that are gone count, too.
 * @returns `files` to run; `tags` of the elements whose stories are to be looked at, all where there is none; and `left`, the
 *   page tests that were left out although they show these elements among others.
 */
export function affectedBy(changed, files, root) {
  if (changed.some((path) => everything.test(path))) return { files, tags: undefined, left: [] };
  const graph = fileGraph(root);
  const isChanged = (path) => changed.includes(path);
  const reaches = (file, those = () => true) => [...graph.reach(file)].some((path) => those(path) && isChanged(path));
  const tags = graph.tags.filter((tag) => reaches(`src/define/${tag}.ts`));
  const shown = graph.tags.filter(
    (tag) => tags.includes(tag) || reaches(`stories/${tag}.stories.ts`, (path) => path.startsWith('stories/')),
  );
  const inPages = (file) => file.startsWith('tests/pages/');
  const some = tags.length < graph.tags.length;
  const about = some ? pagesAbout(graph, files.filter(inPages), tags) : files;
  const chosen = files.filter((file) =>
    inPages(file)
      ? about.includes(file) || reaches(file, (path) => !path.startsWith('src/') && !path.startsWith('stories/'))
      : reaches(file),
  );
  const stories = 'tests/pages/stories.test.js';
  if (shown.length > 0 && files.includes(stories) && !chosen.includes(stories)) chosen.push(stories);
  return {
    files: files.filter((file) => chosen.includes(file)),
    tags: shown.length === graph.tags.length || chosen.length === 0 ? undefined : shown,
    left: tags.length > 0 ? files.filter((file) => inPages(file) && !chosen.includes(file)) : [],
  };
}

/** What belongs to one element: the tests that have its name, those of pages that load its bundle, and its stories. */
export function testsOf(tag, files, root) {
  const graph = fileGraph(root);
  if (!graph.tags.includes(tag)) return undefined;
  const pages = pagesAbout(
    graph,
    files.filter((file) => file.startsWith('tests/pages/')),
    [tag],
  );
  return files.filter(
    (file) => file.includes(`/${tag}`) || pages.includes(file) || file === 'tests/pages/stories.test.js',
  );
}
