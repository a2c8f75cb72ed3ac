/**
 * `npm run works-with` writes docs/works-with.md: what the library was tried with, from the calls of `worksWith({…})` in the titles of tests
 * (see tests/works-with.js). Nothing is run: the calls are read out of the files, so each has to be a plain object of plain strings. With `--check`
 * nothing is written, and a table that is not that of the tests is an error.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { isMain } from './is-main.js';

/** The kinds, in the order of the page, with what stands above the table of each. */
const kinds = {
  'page library': 'Page libraries',
  translator: 'Translators',
  'cache plugin': 'Cache plugins',
  minifier: 'Minifiers',
  'consent tool': 'Consent tools',
  extension: 'Extensions',
  browser: 'Browsers',
  'assistive technology': 'Assistive technology',
  host: 'Hosts',
};

const needed = ['kind', 'name', 'condition', 'result', 'engines'];
const known = [...needed, 'limit'];

const intro = `# What it works with

Each row below is a test. Before every release it runs in the browsers that the row names, and the row is here for as long as the test passes. The
table says what was tried, how it went, and what didn’t work. A tool that isn’t listed hasn’t been tried. It may or may not work.

The names belong to their owners, who haven’t reviewed this page. A row is about the version that the test uses; \`package.json\` and
\`tests/fixtures/\` say which one that is.

To add a row, write a test and give it a title with \`worksWith\`, as [tests/works-with.js](../tests/works-with.js) shows. Then run
\`npm run works-with\`. Write plain strings only, since a tool reads them without running the test. If something doesn’t work, say so in \`limit\`.

<!-- Made by \`npm run works-with\`. Change the tests, not this file. -->
`;

/** A string, however it is put together from plain ones. `undefined`: it is not plain. */
function textOf(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isParenthesizedExpression(node)) return textOf(node.expression);
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}

const isCall = (node) =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'worksWith';

/**
 * The rows that a file of tests holds.
 *
 * @param {string} file its path, as it is to be told.
 * @param {string} code
 * @returns {{ rows: object[], problems: string[] }} each row with its `file`; each problem with file and line.
 */
export function rowsIn(file, code) {
  const rows = [];
  const problems = [];
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const lineOf = (node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const read = (call) => {
    const tell = (what, node = call) => problems.push(`${file}:${lineOf(node)}: ${what}`);
    const before = problems.length;
    const [given, ...more] = call.arguments;
    if (!given || more.length || !ts.isObjectLiteralExpression(given)) {
      tell('worksWith() takes one object, written out in place');
      return;
    }
    const row = { file, line: lineOf(call) };
    for (const property of given.properties) {
      const plain = ts.isPropertyAssignment(property) && ts.isIdentifier(property.name);
      const name = plain ? property.name.text : '';
      const text = plain ? textOf(property.initializer) : undefined;
      if (text === undefined) tell(`${property.name?.getText() ?? property.getText()} is not a plain string`, property);
      else if (!known.includes(name)) tell(`there is no "${name}"; a row has: ${known.join(', ')}`, property);
      else if (!text.trim()) tell(`${name} is empty`, property);
      else if (name in row) tell(`${name} is there twice`, property);
      else row[name] = text.replace(/\s+/g, ' ').trim();
    }
    if (problems.length > before) return;
    for (const name of needed) if (!row[name]) tell(`${name} is missing`);
    if (row.kind && !Object.hasOwn(kinds, row.kind))
      tell(`there is no kind "${row.kind}"; there is: ${Object.keys(kinds).join(', ')}`);
    if (problems.length === before) rows.push(row);
  };
  const visit = (node) => {
    if (isCall(node)) read(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { rows, problems };
}

/** The rows of all files, and what is wrong with them; two of one title are. */
export function gather(files) {
  const found = files.map(({ file, code }) => rowsIn(file, code));
  const problems = found.flatMap((one) => one.problems);
  const rows = found.flatMap((one) => one.rows);
  const titles = new Map();
  for (const row of rows) {
    const title = `${row.name}: ${row.condition}: ${row.result}`;
    const first = titles.get(title);
    if (first) problems.push(`${row.file}:${row.line}: the same row as ${first.file}:${first.line}`);
    else titles.set(title, row);
  }
  return { rows, problems };
}

const cell = (text = '') => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
/** A sentence begins with a capital, but for the name of a file or an element. */
const sentence = (text = '') =>
  text &&
  `${/^\S*[\w][./-]\w/.test(text) ? text[0] : text[0].toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;

/** The page. */
export function pageOf(rows) {
  const tables = Object.entries(kinds).map(([kind, heading]) => {
    const own = rows
      .filter((row) => row.kind === kind)
      .sort((a, b) => a.name.localeCompare(b.name, 'en') || a.condition.localeCompare(b.condition, 'en'));
    if (!own.length) return '';
    const lines = own.map(({ name, condition, result, limit, engines, file }) =>
      [
        name,
        sentence(condition),
        sentence(result),
        sentence(limit),
        `${engines}: [${file.split('/').at(-1)}](../${file})`,
      ]
        .map(cell)
        .join(' | '),
    );
    return [`\n## ${heading}\n`, '| tried with | when | what happens | limits | tested in |', '|---|---|---|---|---|']
      .concat(
        lines.map((line) => `| ${line} |`),
        '',
      )
      .join('\n');
  });
  return intro + tables.join('');
}

/** The tests of a repository, in a fixed order. */
export const testsIn = (root) =>
  readdirSync(join(root, 'tests'), { recursive: true })
    .filter((file) => /\.test\.(js|ts)$/.test(file) && !file.includes('node_modules'))
    .map((file) =>
      relative(root, join(root, 'tests', file))
        .split(sep)
        .join('/'),
    )
    .sort()
    .map((file) => ({ file, code: readFileSync(join(root, file), 'utf8') }));

/** @returns the exit code. */
function run(root, check) {
  const { rows, problems } = gather(testsIn(root));
  for (const problem of problems) console.error(problem);
  if (problems.length) return 1;
  const path = join(root, 'docs/works-with.md');
  const page = pageOf(rows);
  if (!check) {
    writeFileSync(path, page);
    console.log(`docs/works-with.md: ${rows.length} rows.`);
    return 0;
  }
  let there = '';
  try {
    there = readFileSync(path, 'utf8');
  } catch {
    // Then it is made.
  }
  if (there !== page) {
    console.error('docs/works-with.md is not what the tests say: run npm run works-with.');
    return 1;
  }
  console.log(`docs/works-with.md: ${rows.length} rows, as the tests say.`);
  return 0;
}

if (isMain(import.meta.url)) {
  const root = process.argv.slice(2).find((one) => !one.startsWith('--'));
  process.exitCode = run(root ?? dirname(dirname(fileURLToPath(import.meta.url))), process.argv.includes('--check'));
}
