/**
 * Both packages as npm gets them: what is in them, whether all that package.json names is there and loads, whether a bundler may leave out
 * what it says may be left out, and whether types, source maps and data for editors fit the elements.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import ts from 'typescript';
import { readElements } from '../../tools/elements.js';
import { readJson, root, tags } from './texts.js';

const manifest = readJson('package.json');
const cli = readJson('cli/package.json');
const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'alongside-package-'));
after(() => rmSync(folder, { recursive: true }));

/** The packed file of each package, and the paths in it. */
let tarball;
let packed;
let cliTarball;
let cliPacked;

/** Packs what is in a folder of the repository. */
function pack(path) {
  const args = `pack --ignore-scripts --json --pack-destination ${folder}`;
  const { status, stdout, stderr } = spawnSync(`npm ${args}`, { cwd: join(root, path), encoding: 'utf8', shell: true });
  assert.equal(status, 0, stderr);
  const [{ filename, files }] = JSON.parse(stdout);
  return [join(folder, filename), new Set(files.map((file) => file.path))];
}

before(() => {
  [tarball, packed] = pack('.');
  [cliTarball, cliPacked] = pack('cli');
});

const run = (path, ...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], { cwd: root, encoding: 'utf8' });
  return { status, said: `${stdout}\n${stderr}` };
};
const binOf = (name) => {
  const { bin } = readJson(`node_modules/${name}/package.json`);
  return join(root, 'node_modules', name, typeof bin === 'string' ? bin : Object.values(bin)[0]);
};

/** Every address that package.json exports, with one for each file that a pattern stands for. */
function entries() {
  return Object.entries(manifest.exports).flatMap(([key, target]) => {
    const path = (typeof target === 'string' ? target : target.default).slice(2);
    if (!key.includes('*')) return [{ key, path, types: target.types?.slice(2) }];
    const shape = new RegExp(`^${path.replaceAll('.', '\\.').replace('*', '(.+)').replaceAll('*', '\\1')}$`);
    return [...packed]
      .map((file) => [file, shape.exec(file)?.[1]])
      .filter(([, name]) => name !== undefined)
      .map(([file, name]) => ({ key: key.replace('*', name), path: file }));
  });
}

describe('what is packed', () => {
  it('is what is built, and nothing of how it is made', () => {
    const top = new Set([...packed].map((path) => path.split('/')[0]));
    const expected = ['LICENSE', 'LICENSE-CONTENT', 'README.md', 'cdn', 'custom-elements.json', 'dist', 'frameworks'];
    assert.deepEqual([...top].sort(), [...expected, 'package.json', 'schemas', 'src']);
    assert.deepEqual(
      [...packed].filter((path) => path.startsWith('src/')),
      ['src/styles/tokens.css'],
    );
    assert.deepEqual(
      [...packed].filter((path) => /\.(test|stories)\.|(^|\/)\.|\.ts$/.test(path) && !path.endsWith('.d.ts')),
      [],
    );
  });

  it('has every file that was built, but for the source maps of cdn/', () => {
    for (const built of ['dist', 'cdn'])
      for (const entry of readdirSync(join(root, built), { recursive: true, withFileTypes: true })) {
        const path = posix.join(entry.parentPath ?? entry.path, entry.name).replace(`${root}/`, '');
        if (entry.isFile()) assert.equal(packed.has(path), !/^cdn\/.*\.map$/.test(path), path);
      }
  });

  it('is, for the command line, all of its folder, with the license', () => {
    const tracked = spawnSync('git ls-files cli', { cwd: root, encoding: 'utf8', shell: true })
      .stdout.trim()
      .split('\n');
    const expected = tracked
      .map((path) => path.slice('cli/'.length))
      .filter((path) => existsSync(join(root, 'cli', path)));
    assert.ok(expected.includes('alongside.js') && expected.includes('README.md'));
    assert.deepEqual([...cliPacked].sort(), expected.sort());
    assert.equal(readFileSync(join(root, 'cli/LICENSE'), 'utf8'), readFileSync(join(root, 'LICENSE'), 'utf8'));
  });
});

describe('the two packages', () => {
  it('have one version, and the command line takes no other', () => {
    assert.equal(cli.version, manifest.version);
    assert.equal(cli.dependencies[manifest.name], manifest.version);
    assert.deepEqual(readJson('.changeset/config.json').fixed, [[manifest.name, cli.name]]);
    assert.deepEqual(cli.engines, manifest.engines);
    assert.deepEqual(cli.publishConfig, manifest.publishConfig);
  });

  it('take any Lit that both can work with, and no exact one', () => {
    assert.match(manifest.dependencies.lit, /^\^3\./);
    assert.equal(cli.dependencies.lit, manifest.dependencies.lit);
  });

  it('share nothing that is not installed: no file of the command line reads outside of its folder or needs what it does not name', () => {
    const known = Object.keys(cli.dependencies);
    for (const path of cliPacked) {
      if (!/\.(js|ts)$/.test(path)) continue;
      const code = readFileSync(join(root, 'cli', path), 'utf8');
      const outside = posix.relative(posix.dirname(path), '..');
      assert.ok(!code.includes(`'${outside}`) && !code.includes(`\`${outside}`), `${path}: ${outside}`);
      for (const [, from] of code.matchAll(/(?:\bfrom |\bimport\(|resolve\(|^import )['`]([^'`$]+)/gm)) {
        if (from.startsWith('.') || isBuiltin(from)) continue;
        const name = from.split('/', from.startsWith('@') ? 2 : 1).join('/');
        assert.ok(known.includes(name), `${path}: ${from}`);
        // Where a part of the path is put in later, there is only its beginning.
        if (name !== manifest.name || from.endsWith('/')) continue;
        const inner = from.split('/internal/')[1];
        // What holds nothing but types has no module.
        if (inner && packed.has(`dist/${inner.replace(/js$/, 'd.ts')}`)) continue;
        assert.ok(require.resolve(from), `${path}: ${from}`);
      }
    }
  });

  it('need, for a page, Lit and what keeps and seals private text', () => {
    const needed = new Set();
    for (const path of packed) {
      if (!/^dist\/.*\.js$/.test(path) || path === 'dist/react.js') continue;
      const code = readFileSync(join(root, path), 'utf8');
      for (const [, from] of code.matchAll(/(?:\bfrom |\bimport\(|^import )'([^'.][^']*)'/gm))
        needed.add(from.split('/', from.startsWith('@') ? 2 : 1).join('/'));
    }
    const optional = Object.keys(manifest.peerDependenciesMeta);
    assert.deepEqual([...needed].filter((name) => !optional.includes(name)).sort(), Object.keys(manifest.dependencies));
    assert.ok(needed.has(cli.name));
  });
});

describe('what is left of the command line in the package of the elements', () => {
  it('is a command that says what to install, and fails', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, manifest.bin.alongside), 'check'], {
      encoding: 'utf8',
    });
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, /"npx alongside-elements-cli"/);
    assert.ok(stderr.includes(`npm install --save-dev ${cli.name}@${manifest.version}`), stderr);
    assert.ok(readFileSync(join(root, manifest.bin.alongside), 'utf8').startsWith('#!/usr/bin/env node\n'));
  });

  it('is render(), which says what to install where the command line is not', async () => {
    // In a folder without node_modules.
    const file = join(folder, 'render.mjs');
    copyFileSync(join(root, manifest.exports['./render'].default), file);
    const { render } = await import(pathToFileURL(file).href);
    await assert.rejects(render('<stage-guide></stage-guide>'), ({ message, cause }) => {
      assert.match(message, /alongside-elements-cli, which is not installed/);
      assert.ok(message.includes(`npm install --save-dev ${cli.name}@${manifest.version}`), message);
      return cause.code === 'ERR_MODULE_NOT_FOUND';
    });
  });

  it('is render(), which gives on what fails in the command line itself', async () => {
    const file = join(folder, 'broken.mjs');
    const code = readFileSync(join(root, manifest.exports['./render'].default), 'utf8');
    writeFileSync(join(folder, 'cli.mjs'), "import 'parse5-of-nobody';");
    writeFileSync(file, code.replace(`import('${cli.name}/render')`, "import('./cli.mjs')"));
    const { render } = await import(pathToFileURL(file).href);
    await assert.rejects(render('<stage-guide></stage-guide>'), /Cannot find package 'parse5-of-nobody'/);
  });
});

describe('what package.json exports', () => {
  it('is in the package, with its types', () => {
    for (const { key, path, types } of entries()) {
      assert.ok(packed.has(path), `${key}: ${path}`);
      if (types) assert.ok(packed.has(types), `${key}: ${types}`);
      else if (/^\.\/(elements|define)\//.test(key)) assert.ok(packed.has(path.replace(/js$/, 'd.ts')), key);
    }
  });

  it('has a class and a define file for every tag', () => {
    const keys = entries().map(({ key }) => key);
    for (const tag of tags)
      for (const key of [`./elements/${tag}.js`, `./define/${tag}.js`]) assert.ok(keys.includes(key), key);
    assert.ok(keys.includes('./define/all.js'));
  });

  it('is found by Node under its own name', () => {
    for (const { key, path } of entries())
      assert.equal(require.resolve(posix.join(manifest.name, key)), join(root, path), key);
  });

  it('is right to publint', () => {
    for (const file of [tarball, cliTarball]) {
      const { status, said } = run(binOf('publint'), '--strict', file);
      assert.equal(status, 0, said);
    }
  });

  it('has types that every way to resolve modules finds', () => {
    const more = tags.flatMap((tag) => [`define/${tag}.js`, `elements/${tag}.js`]);
    // Styles have no types.
    const args = ['--profile', 'esm-only', '--exclude-entrypoints', 'tokens.css', '--include-entrypoints', ...more];
    const { status, said } = run(binOf('@arethetypeswrong/cli'), tarball, '--no-emoji', ...args);
    assert.equal(status, 0, said);
    assert.match(said, /elements\/stage-guide\.js/);
    const command = run(binOf('@arethetypeswrong/cli'), cliTarball, '--no-emoji', '--profile', 'esm-only');
    assert.equal(command.status, 0, command.said);
    assert.match(command.said, /alongside-elements-cli\/render/);
  });
});

describe('what a bundler may leave out', () => {
  const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  const external = (id) => dependencies.some((name) => id === name || id.startsWith(`${name}/`));

  /** For each page, made of one line, what a bundle of it holds: an object of texts, with the keys of `lines`. */
  async function left(lines) {
    const pages = {
      name: 'pages',
      resolveId: (id) => (id in lines ? id : null),
      load: (id) => lines[id] ?? null,
    };
    const bundle = await rollup({
      input: Object.keys(lines),
      plugins: [pages, nodeResolve({ rootDir: root, browser: true })],
      external,
      treeshake: { moduleSideEffects: (id) => !external(id) },
      onwarn({ code, message }) {
        if (code !== 'EMPTY_BUNDLE' && code !== 'MODULE_LEVEL_DIRECTIVE') throw new Error(message);
      },
    });
    const { output } = await bundle.generate({ format: 'es', entryFileNames: '[name].js' });
    const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
    const all = (name, seen) => {
      if (seen.has(name) || !chunks.has(name)) return seen;
      seen.add(name);
      for (const next of chunks.get(name).imports) all(next, seen);
      return seen;
    };
    const text = (chunk) => [...all(chunk.fileName, new Set())].map((name) => chunks.get(name).code.trim()).join('\n');
    return Object.fromEntries(
      output.filter(({ isEntry }) => isEntry).map((chunk) => [chunk.facadeModuleId, text(chunk)]),
    );
  }
  // From inside the package, its own files by the paths that they have in it: sideEffects is read all the same.
  const imports = (paths) => Object.fromEntries(paths.map((path) => [path, `import '${join(root, path)}';`]));

  it('is all of a class, of the index and of the components for React, where only their side effects are asked for', async () => {
    const paths = ['dist/index.js', 'dist/react.js', ...tags.map((tag) => `dist/elements/${tag}/${tag}.js`)];
    assert.deepEqual(await left(imports(paths)), Object.fromEntries(paths.map((path) => [path, ''])));
  });

  it('is none of the files that register', async () => {
    const paths = Object.fromEntries(tags.map((tag) => [tag, `dist/define/${tag}.js`]));
    const found = await left(imports(['dist/define/all.js', ...Object.values(paths)]));
    for (const tag of tags) {
      assert.match(found[paths[tag]], new RegExp(`define\\(['"]${tag}['"]`));
      assert.ok(found['dist/define/all.js'].includes(tag), tag);
    }
  });

  it('is, of the components for React, those that a page does not use', async () => {
    const { page: code } = await left({ page: `export { StageGuide } from '${join(root, 'dist/react.js')}';` });
    assert.match(code, /component\('stage-guide'/);
    for (const tag of tags)
      if (tag !== 'stage-guide') assert.doesNotMatch(code, new RegExp(`component\\('${tag}'`), tag);
  });

  it('is told in full: each path of sideEffects is a file, or a pattern with files', () => {
    for (const path of manifest.sideEffects) {
      const shape = new RegExp(`^${path.slice(2).replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`);
      assert.ok(
        [...packed].some((file) => shape.test(file)),
        path,
      );
    }
  });

  it('is not a module that acts when it is loaded', () => {
    // Alone, with all that it imports left outside: what is left of it is what it does by itself.
    const acts = /^(?:self|globalThis|window|document|addEventListener|onmessage|define|for|if|await)\b/m;
    const kept = manifest.sideEffects.map((path) => path.slice(2));
    const acting = [...packed].filter(
      (path) => /^dist\/.*\.js$/.test(path) && acts.test(readFileSync(join(root, path), 'utf8')),
    );
    assert.deepEqual(
      acting.filter((path) => !kept.includes(path)),
      [],
    );
    for (const path of kept) if (path.startsWith('dist/')) assert.ok(acting.includes(path), path);
  });
});

describe('source maps', () => {
  it('are made with every module, and carry its source', () => {
    for (const path of packed) {
      if (!/^(dist|cdn)\/.*\.js$/.test(path) || path === 'dist/react.js') continue;
      assert.ok(existsSync(join(root, `${path}.map`)), path);
      const { sources, sourcesContent } = readJson(`${path}.map`);
      assert.equal(sourcesContent?.length, sources.length, path);
      assert.ok(
        sourcesContent.every((source) => typeof source === 'string'),
        path,
      );
    }
  });
});

describe('types', () => {
  const file = join(root, 'page.ts');
  const options = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  const parsed = new Map();

  /** What TypeScript says of a page that only imports from the package. */
  function check(code) {
    host.getSourceFile = (name, ...rest) => {
      if (name === file) return ts.createSourceFile(name, code, ts.ScriptTarget.ES2022);
      if (!parsed.has(name)) parsed.set(name, getSourceFile.call(host, name, ...rest));
      return parsed.get(name);
    };
    host.fileExists = (name) => name === file || fileExists.call(host, name);
    host.readFile = (name) => (name === file ? code : readFile.call(host, name));
    const program = ts.createProgram([file], options, host);
    return ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  }

  it('tell which class every tag has', async () => {
    const elements = await readElements(root);
    assert.deepEqual(
      elements.map(({ tag }) => tag),
      tags,
    );
    const lines = elements.map(
      (element, index) => `
        import { ${element.class} } from '${manifest.name}/elements/${element.tag}.js';
        const one${index} = document.createElement('${element.tag}');
        const both${index}: [typeof one${index}, ${element.class}] = [new ${element.class}(), one${index}];`,
    );
    assert.deepEqual(check(lines.join('\n')), []);
  });

  it('come with the define file alone, and so do those of the events', async () => {
    for (const { tag, events } of await readElements(root)) {
      const listens = events.map(
        ({ name }) =>
          `one.addEventListener('${name}', (event) => { const own: Event extends typeof event ? never : true = true; });`,
      );
      const code = `
        import '${manifest.name}/define/${tag}.js';
        const one = document.createElement('${tag}');
        const own: HTMLElement extends typeof one ? never : true = true;
        ${listens.join('\n')}`;
      assert.deepEqual(check(code), [], tag);
    }
  });

  it('are of those elements only that are imported', () => {
    const said = check(`import '${manifest.name}/define/stage-guide.js'; document.createElement('quick-exit').href;`);
    assert.match(said.join('\n'), /Property 'href' does not exist on type 'HTMLElement'/);
  });
});

describe('data for editors', () => {
  it('of VS Code has every tag and attribute, part and token', async () => {
    const html = readJson('dist/vscode.html-data.json');
    assert.deepEqual(
      html.tags.map(({ name }) => name),
      tags,
    );
    for (const { tag, attributes } of await readElements(root)) {
      const known = html.tags.find(({ name }) => name === tag).attributes;
      assert.deepEqual(
        known.map(({ name }) => name),
        attributes.map(({ name }) => name),
      );
      for (const { name, description } of known) assert.ok(description, `${tag} ${name}`);
    }
    const css = readJson('dist/vscode.css-data.json');
    const names = new Set([...css.properties, ...css.pseudoElements].map(({ name }) => name));
    const tokens = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8').match(/--alongside-[\w-]+(?=:)/g);
    for (const name of [...tokens, '--stage-guide-accent', '::part(title)']) assert.ok(names.has(name), name);
  });

  it('of JetBrains’ editors is where package.json says, with every tag, property and event', async () => {
    const { version, contributions } = readJson(manifest['web-types'].slice(2));
    assert.equal(version, manifest.version);
    for (const element of await readElements(root)) {
      const known = contributions.html.elements.find(({ name }) => name === element.tag);
      const names = (list) => list.map(({ name }) => name);
      assert.deepEqual(names(known.js.properties), names(element.properties), element.tag);
      assert.deepEqual(names(known.js.events), names(element.events), element.tag);
      assert.deepEqual(names(known.css.parts), names(element.parts), element.tag);
    }
  });

  it('is in the package', () => {
    for (const path of ['vscode.html-data.json', 'vscode.css-data.json', 'web-types.json'])
      assert.ok(packed.has(`dist/${path}`), path);
    assert.ok(existsSync(join(root, manifest.customElements)));
  });
});
