/**
 * `npm run translations`: the state of every translated content file as a table: who reviewed it and when, whether the English
 * has changed since, and what is missing (shown in English until somebody translates it, so that is no failure).
 *
 * It fails when a translation says that it is reviewed while the English has changed, when it has a key or an entry that
 * the English lacks, when its placeholders such as `{name}` are others, or when it is not written as translations are.
 *
 * For translators who have gone through the changes: `npm run translations -- --update src/content/es/stages.json` writes the
 * fingerprint of today's English into that file, and nothing else.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wordlessKeys } from '../cli/language/texts.js';
import { isMain } from './is-main.js';
import { folders, hashOf, isShown, readTranslation } from './translations.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isPlural = (value) => isObject(value) && typeof value.other === 'string';
const englishOf = (file) => join(dirname(dirname(file)), 'en', basename(file));

/** Keys of the content that a translation leaves out: they hold no words. */
export const wordless = [...wordlessKeys, 'kind', 'harmReduction', 'addressConfidential'];

/** What stands in braces, sorted. */
const placeholders = (text) => (text.match(/\{\w+\}/g) ?? []).sort().join(' ');

/** Names of the organizations and titles of the documents in content files. They are the same in every language. */
export const namesIn = (...files) =>
  files.flatMap(({ content }) => [...(content.resources ?? []), ...(content.sources ?? [])].map(({ name }) => name));

/**
 * What differs between an English file and its translation.
 *
 * @param english, translated The data of the two files.
 * @param language A BCP 47 tag, for the plurals.
 * @param names Texts that stay as they are.
 * @returns `{ problems, missing }`, each a list of lines that begin with a path.
 */
export function differences(english, translated, language, names = namesIn(english)) {
  const problems = [];
  const missing = [];
  const stays = (path, key, value) => path.startsWith('content') && (wordless.includes(key) || names.includes(value));

  function compareText(from, to, path) {
    if (typeof to !== 'string') return problems.push(`${path}: not a text`);
    if (placeholders(from) !== placeholders(to))
      problems.push(`${path}: ${placeholders(from)} became ${placeholders(to)}`);
  }

  function comparePlural(from, to, path) {
    if (!isPlural(to)) return problems.push(`${path}: has no plural form "other"`);
    const known = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [category, text] of Object.entries(to)) {
      if (!known.includes(category)) problems.push(`${path}.${category}: ${language} has no such plural`);
      compareText(from.other, text, `${path}.${category}`);
    }
  }

  function compareList(from, to, path) {
    if (!Array.isArray(to)) return problems.push(`${path}: not a list`);
    for (const entry of to) {
      const match = isObject(entry) && entry.id && from.find(({ id }) => id === entry.id);
      if (!match) problems.push(`${path}[${entry?.id ?? ''}]: not in the English`);
      else compareObject(match, entry, `${path}[${entry.id}]`);
    }
    const ids = to.map((entry) => entry?.id);
    if (new Set(ids).size < ids.length) problems.push(`${path}: an id stands there twice`);
  }

  function compareObject(from, to, path) {
    if (!isObject(to)) return problems.push(`${path}: not an object`);
    for (const key of Object.keys(to))
      if (!Object.hasOwn(from, key)) problems.push(`${path}.${key}: not in the English`);
      else if (stays(path, key, from[key]) && key !== 'id') problems.push(`${path}.${key}: is taken from the English`);
    for (const [key, value] of Object.entries(from)) {
      const at = `${path}.${key}`;
      const given = to[key];
      if (stays(path, key, value)) continue;
      if (given === undefined || given === '') missing.push(...leaves(value, at));
      else if (typeof value === 'string') compareText(value, given, at);
      else if (isPlural(value)) comparePlural(value, given, at);
      else if (Array.isArray(value)) {
        compareList(value, given, at);
        const ids = new Set((Array.isArray(given) ? given : []).map((entry) => entry?.id));
        for (const entry of value) if (!ids.has(entry.id)) missing.push(...leaves(entry, `${at}[${entry.id}]`));
      } else compareObject(value, given, at);
    }
  }

  /** The paths of the texts in a value. An empty English text is none. */
  function leaves(value, path) {
    if (typeof value === 'string') return value ? [path] : [];
    if (isPlural(value)) return [path];
    if (Array.isArray(value))
      return value.flatMap((entry) => (isObject(entry) ? leaves(entry, `${path}[${entry.id}]`) : []));
    if (!isObject(value)) return [];
    return Object.entries(value).flatMap(([key, inside]) =>
      stays(path, key, inside) ? [] : leaves(inside, `${path}.${key}`),
    );
  }

  for (const part of ['content', 'words']) compareObject(english[part], translated[part] ?? {}, part);
  // English has nothing to say of itself; a translation that could be a draft has.
  if (!translated.words?.draft) missing.push('words.draft');
  return { problems, missing };
}

/** What a translated file says of itself, against the English as it is now. */
export function checkFile(file) {
  const english = readJson(englishOf(file));
  const translated = readTranslation(file);
  const shown = isShown(file);
  const { status, reviewer, date, of } = translated.translation ?? {};
  const { problems, missing } = differences(
    english,
    translated,
    basename(dirname(file)),
    namesIn(english, readJson(englishOf(join(dirname(file), 'sources.json')))),
  );
  const changed = of !== hashOf(english);
  if (status !== 'draft' && status !== 'reviewed') problems.unshift('translation.status: neither draft nor reviewed');
  if (status === 'reviewed' && !reviewer) problems.unshift('translation.reviewer: empty, though it is reviewed');
  if (status === 'reviewed' && changed) problems.unshift('translation: reviewed, but the English has changed since');
  if (!shown && (Object.keys(translated.words).length || Object.keys(translated.content).length))
    problems.unshift('words.draft: comes first. Until it is translated, pages show English in place of this file');
  if (!/^\d{4}-\d\d-\d\d$/.test(date ?? '')) problems.unshift('translation.date: not a day such as 2026-03-01');
  return { file, status, reviewer, date, changed, shown, missing, problems };
}

/** Every translated file in a content folder. */
export const translatedFiles = (content = join(root, 'src/content')) =>
  readdirSync(content, { withFileTypes: true })
    .filter((entry) => folders.includes(entry.name) && entry.name !== 'en')
    .flatMap(({ name }) => readdirSync(join(content, name)).map((file) => join(content, name, file)));

/** Writes the fingerprint of today's English into a translated file. Everything else in it stays as it is, to the letter. */
export function update(file) {
  const text = readFileSync(file, 'utf8');
  const { of } = readJson(file).translation;
  const now = hashOf(readJson(englishOf(file)));
  writeFileSync(file, text.replace(new RegExp(`("of"\\s*:\\s*)${JSON.stringify(of)}`), `$1${JSON.stringify(now)}`));
  return { before: of, now };
}

function table(rows) {
  const cells = [
    ['file', 'status', 'reviewer', 'date', 'English since', 'missing'],
    ...rows.map(({ file, status, reviewer, date, changed, missing }) =>
      [relative(root, file), status, reviewer || '—', date, changed ? 'changed' : 'the same', missing.length].map(
        String,
      ),
    ),
  ];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  return cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  ')).join('\n');
}

function main([option, ...files]) {
  if (option === '--update') {
    if (files.length === 0) throw new Error('Name the translated files to update, such as src/content/es/stages.json');
    for (const file of files) {
      const { before, now } = update(resolve(file));
      console.log(`${file}: ${before === now ? 'the English is still the same' : `${before} became ${now}`}`);
    }
    return;
  }
  const rows = translatedFiles().map(checkFile);
  console.log(table(rows));
  for (const { file, shown, missing, problems } of rows) {
    if (!shown)
      console.log(`${relative(root, file)}: pages show English in its place, until words.draft is translated`);
    else for (const path of missing) console.log(`${relative(root, file)}: ${path} is shown in English`);
    for (const problem of problems) console.error(`${relative(root, file)}: ${problem}`);
  }
  if (rows.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
}

if (isMain(import.meta.url)) main(process.argv.slice(2));
