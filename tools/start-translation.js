/** What a translator begins with: a draft without a reviewer, in which every text is there in English and begins with `en: `. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn, wordless } from './check-translations.js';
import { laidOut, root } from './made-files.js';
import { hashOf, untranslated } from './translations.js';

/** The folder of a language. */
export const folder = (code) => join(root, 'src/content', code);
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

/** A file to translate, as text. `day` is YYYY-MM-DD. */
export async function startTranslation(file, day = new Date().toISOString().slice(0, 10)) {
  const english = englishFile(file);
  const names = namesIn(english, englishFile('sources.json'));
  const data = {
    translation: { status: 'draft', reviewer: null, date: day, of: hashOf(english) },
    content: start(english.content, (key, value) => wordless.includes(key) || names.includes(value)) ?? {},
    words: start({ ...english.words, draft }, () => false),
  };
  return laidOut(`src/content/en/${file}`, JSON.stringify(data));
}
