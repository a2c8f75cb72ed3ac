// Translations when they are built: filled up with English where a translator left something out, and marked as drafts where
// the English has changed since they were made, whoever reviewed them. The fact ids stay behind: a page has no use for them.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const language = /([\\/]content[\\/])(\w{2,3})([\\/][^\\/]+\.json)$/;

/** The languages that the content is there in, as the names of their folders. */
export const languages = readdirSync(new URL('../src/content', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && /^\w{2,3}$/.test(entry.name))
  .map(({ name }) => name);

/** The first 16 hexadecimal digits of the SHA-256 of the English file's data, blind to how the file is laid out. */
export const hashOf = (english) => createHash('sha256').update(JSON.stringify(english)).digest('hex').slice(0, 16);

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

const withoutFacts = (value) =>
  JSON.parse(JSON.stringify(value, (key, inside) => (key === 'facts' ? undefined : inside)));

/** The data of a content file as it is built. */
export function built(file) {
  const [, , name] = file.match(language);
  const data = readJson(file);
  if (name === 'en') return withoutFacts(data);
  const english = readJson(file.replace(language, '$1en$3'));
  return withoutFacts({
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
