// Translations when they are built: filled up with English where a translator left something out, and marked as drafts where
// the English has changed since they were made, whoever reviewed them. What a statement rests on stays behind: a page has no use for it.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const language = /([\\/]content[\\/])(\w{2,3})([\\/][^\\/]+\.json)$/;

const contentFolder = fileURLToPath(new URL('../src/content', import.meta.url));

/** What an English text begins with that stands in a translation until somebody translates it. */
export const untranslated = 'en: ';

/** A value of a translation without what is not translated yet. `undefined`: none of it is. */
function onlyTranslated(value) {
  if (typeof value === 'string') return value.startsWith(untranslated) ? undefined : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const entries = value.map(onlyTranslated).filter((entry) => entry !== undefined);
    return value.length > 0 && entries.length === 0 ? undefined : entries;
  }
  const kept = Object.entries(value)
    .map(([key, inside]) => [key, onlyTranslated(inside)])
    .filter(([, inside]) => inside !== undefined);
  // An entry of which only its id is left says nothing.
  const saysNothing = kept.length < Object.keys(value).length && kept.every(([key]) => key === 'id');
  return saysNothing ? undefined : Object.fromEntries(kept);
}

/** The data of a translated file, without what is not translated yet. */
export function readTranslation(file) {
  const { content, words, ...about } = readJson(file);
  return { ...about, content: onlyTranslated(content) ?? {}, words: onlyTranslated(words) ?? {} };
}

/**
 * Whether a page can show a translated file: the sentence is translated that says on the page that this is a draft. Until then the page shows
 * English, so that no draft is ever taken for more.
 */
export const isShown = (file) => !!readTranslation(file).words.draft;

/** Every language that has a folder. */
export const folders = readdirSync(contentFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && /^\w{2,3}$/.test(entry.name))
  .map(({ name }) => name);

/** The translated files that a page can show, by language: `{ es: ['goals', …] }`. */
export const shownFiles = Object.fromEntries(
  folders
    .filter((name) => name !== 'en')
    .map((name) => [
      name,
      readdirSync(join(contentFolder, name))
        .filter((file) => isShown(join(contentFolder, name, file)))
        .map((file) => file.replace('.json', '')),
    ]),
);

/** The languages that a page can show, as the names of their folders. One of which nothing can be shown yet is none. */
export const languages = folders.filter((name) => name === 'en' || shownFiles[name].length > 0);

/** The first 16 hexadecimal digits of the SHA-256 of a text. */
export const shortHash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The hash of an English file's data, blind to how the file is laid out and to what its statements rest on. */
export const hashOf = (english) => shortHash(JSON.stringify(withoutBasis(english)));

/** The state of a translation: what its file says, whether the English is still the same, and the status that follows. */
export function stateOf(file) {
  const { translation } = readJson(file);
  const current = hashOf(readJson(file.replace(language, '$1en$3'))) === translation.of;
  return { ...translation, current, status: translation.status === 'reviewed' && current ? 'reviewed' : 'draft' };
}

/**
 * English with a translation laid over it, key by key. Lists keep the English order and are matched by `id`;
 * an entry that the translation lacks is marked with `lang: 'en'`, so that it is read out in the right voice.
 */
export function overlay(english, translation) {
  if (Array.isArray(english))
    return english.map((entry) => {
      // A list of what has no id, such as phone numbers, has nothing to translate.
      if (!entry.id) return entry;
      const match = Array.isArray(translation) && translation.find(({ id }) => id === entry.id);
      return match ? overlay(entry, match) : { ...entry, lang: 'en' };
    });
  if (english && typeof english === 'object')
    return Object.fromEntries(
      Object.entries(plural(english, translation)).map(([key, value]) => [key, overlay(value, translation?.[key])]),
    );
  return typeof translation === typeof english && translation !== '' ? translation : english;
}

// The forms of a plural are the translation's own: another language can have more of them, or fewer.
const plural = (english, translation) => ('other' in english && translation?.other ? translation : english);

/** What is there for reviewers alone: ids of the facts that a statement rests on, numbers of sentences in the sources, and what is still to be reviewed. */
const basis = ['facts', 'from', 'review'];
const withoutBasis = (value) =>
  JSON.parse(JSON.stringify(value, (key, inside) => (basis.includes(key) ? undefined : inside)));

/** The data of a content file as it is built. */
export function built(file) {
  const [, , name] = file.match(language);
  if (name === 'en') return withoutBasis(readJson(file));
  const data = readTranslation(file);
  const english = readJson(file.replace(language, '$1en$3'));
  return withoutBasis({
    translation: { status: stateOf(file).status },
    content: overlay(english.content, data.content),
    words: overlay(english.words, data.words),
  });
}

/** The Rollup plugin. */
export const translations = () => ({
  name: 'translations',
  transform: (code, id) => (language.test(id) ? { code: JSON.stringify(built(id)), map: null } : null),
});
