/**
 * Which parts does an element render? Read from the sources: of its folder and of what that imports, without other elements. A part is a `part`
 * attribute of a template, a `part` property, or a name in `part.add()`. Where a function writes the name that it is given, such as
 * `heading(level, words, name)`, it is the text that its callers give.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';

const sources = new Map();
function sourceOf(file) {
  if (!sources.has(file))
    sources.set(file, ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return sources.get(file);
}

function* everyNode(node) {
  yield node;
  for (const child of node.getChildren()) yield* everyNode(child);
}

/** The files of ours that a file imports, types left out. */
function importsOf(file) {
  const names = [];
  for (const node of everyNode(sourceOf(file))) {
    if (ts.isImportDeclaration(node) && !node.importClause?.isTypeOnly) names.push(node.moduleSpecifier.text);
    if (ts.isExportDeclaration(node) && !node.isTypeOnly && node.moduleSpecifier) names.push(node.moduleSpecifier.text);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      if (ts.isStringLiteral(node.arguments[0])) names.push(node.arguments[0].text);
  }
  return names
    .filter((name) => name.startsWith('.') && name.endsWith('.js'))
    .map((name) => join(dirname(file), name.replace(/js$/, 'ts')))
    .filter((path) => existsSync(path));
}

function filesOf(src, tag) {
  const folder = join(src, 'elements', tag);
  const isOther = (file) =>
    relative(join(src, 'elements'), file).split(sep)[0] !== '..' && !file.startsWith(folder + sep);
  const files = new Set();
  const waiting = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
  while (waiting.length) {
    const file = waiting.pop();
    if (files.has(file) || isOther(file)) continue;
    files.add(file);
    waiting.push(...importsOf(file));
  }
  return [...files];
}

const functionAround = (node) => ts.findAncestor(node, (one) => ts.isFunctionLike(one));

/** What a function is called by: its own name, or that of the variable that holds it. */
const nameOf = (made) => (made.name ?? (ts.isVariableDeclaration(made.parent) ? made.parent.name : undefined))?.text;

/** What stands as the name of a part: a text, or a parameter of the function around it. */
function readName(node, found) {
  if (ts.isStringLiteralLike(node)) return found.names.push(...node.text.split(/\s+/).filter(Boolean));
  const made = ts.isIdentifier(node) && functionAround(node);
  const at = made ? made.parameters.findIndex(({ name }) => name.text === node.text) : -1;
  const name = at >= 0 && nameOf(made);
  if (!name)
    throw new Error(`${node.getSourceFile().fileName}: ${node.getText()} names a part, and nobody knows which`);
  found.calls.set(name, at);
}

/** The names and the functions that are found in a file. `calls` says which functions name a part, and with which argument. */
function look(file, found) {
  for (const node of everyNode(sourceOf(file))) {
    if (ts.isTaggedTemplateExpression(node) && ['html', 'svg'].includes(node.tag.getText())) {
      const { template } = node;
      const pieces = ts.isNoSubstitutionTemplateLiteral(template)
        ? [[template.text]]
        : [[template.head.text], ...template.templateSpans.map((span) => [span.literal.text, span.expression])];
      for (const [index, [text]] of pieces.entries()) {
        for (const [, name] of text.matchAll(/\spart="([^"]*)"/g)) found.names.push(...name.split(/\s+/));
        if (/\spart="?$/.test(text)) readName(pieces[index + 1][1], found);
      }
    } else if (ts.isPropertyAssignment(node) && node.name.getText() === 'part') readName(node.initializer, found);
    else if (ts.isCallExpression(node) && /\.part\.add$/.test(node.expression.getText()))
      for (const argument of node.arguments) readName(argument, found);
    else if (ts.isCallExpression(node) && /\.part\.toggle$/.test(node.expression.getText()))
      readName(node.arguments[0], found);
    else if (ts.isCallExpression(node)) {
      const called = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
      const at = found.calls.get(called.text);
      // A method that has the same name as a function and gives it no name passes it on without one.
      if (at !== undefined && node.arguments[at]) readName(node.arguments[at], found);
    }
  }
}

/** @returns the names of the parts that an element renders, in order. `src` is the folder of the sources. */
export function renderedParts(src, tag) {
  const files = filesOf(src, tag);
  const calls = new Map();
  // Once more for each function that passes on a name that it is given itself.
  for (;;) {
    const found = { names: [], calls: new Map(calls) };
    for (const file of files) look(file, found);
    if (found.calls.size === calls.size) return [...new Set(found.names)].sort();
    for (const [name, at] of found.calls) calls.set(name, at);
  }
}
