/**
 * `npm run new-language vi` begins a translation: a file for each file in English, a draft without a reviewer, in which every text is there in English
 * and begins with `en: `. A translator writes over it. What still begins so is missing: pages show it in English, and `npm run translations` lists it. A file
 * is shown at all once `words.draft` is translated.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { namesIn, wordless } from './check-translations.js';
import { root } from './made-files.js';
import { hashOf, untranslated } from './translations.js';

const folder = (code) => join(root, 'src/content', code);
const englishFile = (file) => JSON.parse(readFileSync(join(folder('en'), file), 'utf8'));
const draft = 'This translation is a draft. Nobody has reviewed it yet.';

/** What a translator begins with, in place of an English value. `undefined`: there is nothing to translate in it. */
function start(value, stays) {
  if (typeof value === 'string') return value ? `${untranslated}${value}` : undefined;
  if (Array.isArray(value)) {
    const entries = value.filter((entry) => entry?.id).map((entry) => start(entry, stays));
    return entries.some(Boolean) ? entries.filter(Boolean) : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const inside = Object.entries(value)
    .filter(([key, one]) => !stays(key, one))
    .map(([key, one]) => [key, start(one, stays)])
    .filter(([, one]) => one !== undefined);
  if (!inside.length) return undefined;
  return { ...(value.id && { id: value.id }), ...Object.fromEntries(inside) };
}

/** A file of a new language, as text. `day` is YYYY-MM-DD. */
export async function newTranslation(file, day) {
  const english = englishFile(file);
  const names = namesIn(english, englishFile('sources.json'));
  const data = {
    translation: { status: 'draft', reviewer: null, date: day, of: hashOf(english) },
    content: start(english.content, (key, value) => wordless.includes(key) || names.includes(value)) ?? {},
    words: start({ ...english.words, draft }, () => false),
  };
  const path = join(folder('en'), file);
  return format(JSON.stringify(data), { ...(await resolveConfig(path)), filepath: path });
}

const [code = ''] = process.argv.slice(2);
if (!/^[a-z]{2,3}$/.test(code) || existsSync(folder(code))) {
  const known =
    existsSync(folder(code)) && code
      ? `src/content/${code}/ is there already.`
      : 'Name it by its code, in two or three letters:';
  console.error(`${known} npm run new-language vi`);
  process.exit(1);
}
mkdirSync(folder(code));
for (const file of readdirSync(folder('en')))
  writeFileSync(join(folder(code), file), await newTranslation(file, new Date().toISOString().slice(0, 10)));
console.log(`src/content/${code}/ is there, a draft with every text in English. Write over what begins with "${untranslated}", words.draft first.
Then: npm run languages, npm run translations, npm run build. Only a reviewer sets "status": "reviewed".`);
