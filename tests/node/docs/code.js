/** JavaScript and TypeScript of the docs, also inside of the files of frameworks: its form, its imports, its types, and what it asks of our elements. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';
import ts from 'typescript';
import { readJson, root } from '../texts.js';
import { classes, elements, knowsBinding } from './elements.js';

const { name: packageName, exports: addresses } = readJson('package.json');

/** The files that an import of our package means, `{ types, default }` by path in the repository; undefined where there is none. */
function filesOf(specifier) {
  const address = `.${specifier.slice(packageName.length)}`;
  for (const [key, target] of Object.entries(addresses)) {
    const [before, after] = key.split('*');
    const star = after === undefined ? address === key && '' : starOf(address, before, after);
    if (star === false) continue;
    const found = typeof target === 'string' ? { default: target } : target;
    const files = Object.fromEntries(Object.entries(found).map(([kind, path]) => [kind, path.replaceAll('*', star)]));
    return Object.values(files).every((path) => existsSync(join(root, path))) ? files : undefined;
  }
}

const starOf = (address, before, after) =>
  address.startsWith(before) && address.endsWith(after) && address.length > before.length + after.length
    ? address.slice(before.length, address.length - after.length)
    : false;

const parsed = (file) =>
  ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);

/** The names that a file of types exports. */
function exportsOf(file) {
  return parsed(file).statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) {
      const { exportClause: clause, moduleSpecifier } = statement;
      if (clause && ts.isNamedExports(clause)) return clause.elements.map(({ name }) => name.text);
      return exportsOf(join(dirname(file), moduleSpecifier.text.replace(/\.js$/, '.d.ts')));
    }
    if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    const { name, declarationList } = statement;
    return name ? [name.text] : (declarationList?.declarations ?? []).map((one) => one.name.text);
  });
}

/** Every import of a module: `{ from, names }`. */
const importsIn = (code) =>
  ts
    .createSourceFile('block.tsx', code, ts.ScriptTarget.Latest, true)
    .statements.filter(ts.isImportDeclaration)
    .map(({ moduleSpecifier, importClause }) => ({
      from: moduleSpecifier.text,
      names: (importClause?.namedBindings?.elements ?? []).map(({ name, propertyName }) => (propertyName ?? name).text),
    }));

const isOurs = (from) => from === packageName || from.startsWith(`${packageName}/`);

function importProblems({ from, names }) {
  if (from.startsWith('/')) return existsSync(join(root, from)) ? [] : [`there is no file ${from}`];
  if (!isOurs(from)) return [];
  if (from.startsWith(`${packageName}/internal/`)) return [`${from} is for our own command line alone`];
  const files = filesOf(from);
  if (!files) return [`${from} is no address of the package`];
  const types = files.types ?? files.default.replace(/\.js$/, '.d.ts');
  const known = names.length > 0 ? exportsOf(types) : [];
  return names.filter((name) => !known.includes(name)).map((name) => `${from} exports no ${name}`);
}

/** A name with its value, a name alone, or a name in braces that stands for both. */
const binding = /\s+(?:([:@[(\w][\w.()[\]-]*)(?:=(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}))?|\{(\w+)\})/y;

/** Tags of ours in a template of whatever framework: `{ element, names }`, with the names of all that is set or heard. */
function tagsIn(template) {
  const opening = new RegExp(`<(${[...elements.keys(), ...classes.keys()].join('|')})(?=[\\s/>])`, 'g');
  return [...template.matchAll(opening)].map(({ 0: start, 1: tag, index }) => {
    const names = [];
    binding.lastIndex = index + start.length;
    for (let found; (found = binding.exec(template));) names.push(found[1] ?? found[2]);
    return { element: elements.get(tag) ?? classes.get(tag), names };
  });
}

const templateProblems = (template) =>
  tagsIn(template).flatMap(({ element, names }) =>
    names.filter((name) => !knowsBinding(element, name)).map((name) => `<${element.tag}>: there is no ${name}`),
  );

/** What the compiler says of a module that imports nothing but our package. */
function typeProblems(code) {
  const file = join(root, 'block.ts');
  const options = {
    ...{ strict: true, noEmit: true, skipLibCheck: true, types: [], lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'] },
    ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, code, ...rest) : getSourceFile(name, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/**
 * What is wrong with a script or module. What imports only from us is held against our types, where it is TypeScript; what is for
 * Node is run, where it is JavaScript.
 *
 * @param language `js`, `ts` or `tsx`
 */
export async function codeProblems(code, language) {
  try {
    await transform(code, { loader: language, logLevel: 'silent' });
  } catch (error) {
    return error.errors.map(({ text, location }) => `line ${location?.line}: ${text}`);
  }
  const imports = importsIn(code);
  const problems = [...imports.flatMap(importProblems), ...templateProblems(code)];
  const alone = imports.length > 0 && imports.every(({ from }) => isOurs(from));
  if (problems.length > 0 || !alone) return problems;
  if (language === 'ts') return typeProblems(code);
  if (language !== 'js') return [];
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module'], {
    ...{ input: code, cwd: root, encoding: 'utf8', timeout: 60_000 },
  });
  return status === 0 ? [] : [stderr.trim() || 'it does not end'];
}

/** What is wrong with a file of Vue or Svelte: its script, and what its template asks of our elements. */
export async function componentProblems(code) {
  const [whole, attributes, script] = /<script([^>]*)>(.*?)<\/script>/s.exec(code) ?? [];
  if (whole === undefined) return ['it has no script'];
  const language = attributes.includes('lang="ts"') ? 'tsx' : 'js';
  return [...(await codeProblems(script, language)), ...templateProblems(code.replace(whole, ''))];
}
