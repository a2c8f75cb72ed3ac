/** JSON, YAML and response headers of the docs: each is given to what reads it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { checkPack } from '../../../cli/pack/check-pack.js';
import { readMap } from '../../../cli/read/map.js';
import { contentFile, readJson, root, sections } from '../texts.js';
import { shellProblems } from './shell.js';

const { facts } = readJson('tests/fixtures/facts.json');

/** Every value inside of another, itself first. */
const valuesIn = (value) => [
  value,
  ...(typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesIn) : []),
];

/** A statement as our content files have it. */
function statementProblems({ id, text, facts: cited }) {
  const there = sections.some((section) =>
    valuesIn(contentFile(section)).some((value) => value?.id === id && value.text === text),
  );
  const unknown = cited.filter((fact) => !facts.some((known) => known.id === fact));
  return [...(there ? [] : [`no statement ${id} with this text`]), ...unknown.map((fact) => `no fact ${fact}`)];
}

/** What a translated file says of itself. */
function translationProblems({ status, reviewer, date, of, ...more }) {
  const right = ['draft', 'reviewed'].includes(status) && /^\d{4}-\d\d-\d\d$/.test(date) && /^[0-9a-f]{16}$/.test(of);
  if (!right || (status === 'reviewed' && !reviewer)) return ['no translation says this of itself'];
  return Object.keys(more).map((key) => `a translation has no ${key}`);
}

/** Settings of an editor: the files of ours that they name. */
const settingProblems = (files) =>
  files
    .map((file) => file.replace('./node_modules/alongside-elements/', ''))
    .filter((file) => !existsSync(join(root, file)))
    .map((file) => `no file ${file}`);

/** What is wrong with JSON, by what it is: a map, settings, a translation, a statement, or else a pack. */
export async function jsonProblems(code) {
  let value;
  try {
    value = JSON.parse(code);
    if (value.columns) readMap(value);
  } catch (error) {
    return [error.message];
  }
  if (value.columns) return [];
  if (value['html.customData']) return settingProblems(Object.values(value).flat());
  if (value.translation) return translationProblems(value.translation);
  if (value.facts) return statementProblems(value);
  const { problems, choices } = await checkPack(Buffer.from(code));
  if (choices) return [choices.length ? `a pack for ${choices.join(' or ')}` : 'nobody reads this'];
  return problems.map(({ path, sentence }) => `${path}: ${sentence}`);
}

/** What is wrong with YAML: its form, and the command lines in it. */
export function yamlProblems(code) {
  try {
    return valuesIn(load(code)).flatMap((value) => (typeof value?.run === 'string' ? shellProblems(value.run) : []));
  } catch (error) {
    return [error.message];
  }
}

const fetched = ['default', 'script', 'style', 'img', 'font', 'connect', 'frame', 'worker'].map((one) => `${one}-src`);
const directives = [...fetched, 'base-uri', 'form-action', 'frame-ancestors'];
const source = /^('none'|'self'|'sha256-…'|blob:|data:|https:\/\/[\w.-]+)$/;
const sandbox = ['scripts', 'downloads', 'modals', 'top-navigation-to-custom-protocols'].map((one) => `allow-${one}`);

/** For directives that take no sources: whether they can have these words. */
const special = {
  'report-uri': (words) => words.length > 0 && words.every((word) => word.startsWith('/')),
  'require-trusted-types-for': (words) => words.join(' ') === "'script'",
  'trusted-types': (words) => words.every((word) => /^[\w-]+$/.test(word)),
  sandbox: (words) => words.every((word) => sandbox.includes(word)),
};

function policyProblems(policy) {
  const seen = new Set();
  return policy.split(';').flatMap((part) => {
    const [name, ...words] = part.trim().split(/\s+/);
    if (seen.has(name)) return [`${name} stands there twice`];
    seen.add(name);
    if (special[name]) return special[name](words) ? [] : [`${name} takes no ${words.join(' ')}`];
    if (!directives.includes(name)) return [`a policy has no directive ${name}`];
    if (words.length === 0 || (words.includes("'none'") && words.length > 1)) return [`${name} says nothing`];
    return words.filter((word) => !source.test(word)).map((word) => `${name} takes no ${word}`);
  });
}

const oneOf =
  (...values) =>
  (value) =>
    value.split(/,\s*/).flatMap((one) => (values.includes(one) ? [] : [`nobody knows ${one}`]));

/** The response headers that the docs speak of, and what is wrong with a value. */
const headers = {
  'Cache-Control': (value) =>
    /^(no-store|public, max-age=\d+(, (immutable|must-revalidate))?)$/.test(value) ? [] : [value],
  'Clear-Site-Data': oneOf('"cookies"', '"cache"', '"storage"', '"*"'),
  'Content-Security-Policy': policyProblems,
  'Referrer-Policy': oneOf('no-referrer'),
  'Request-OTR': oneOf('1'),
  'X-Content-Type-Options': oneOf('nosniff'),
};

/** The headers of a block: `[name, value]`s. */
export const headersIn = (code) =>
  code
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => /^([\w-]+): (.*)$/.exec(line)?.slice(1) ?? [line, '']);

/** What is wrong with response headers. */
export const headerProblems = (code) =>
  headersIn(code).flatMap(([name, value]) =>
    Object.hasOwn(headers, name) ? headers[name](value) : [`nobody knows the header ${name}`],
  );
