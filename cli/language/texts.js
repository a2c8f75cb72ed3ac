/** The texts of a section's content, one by one: where each stands, whom it speaks to, in which language, which facts it cites. */

/** Keys of the content whose value has no words in any language. */
export const wordlessKeys = [
  ...['id', 'facts', 'from', 'review', 'lang', 'language', 'url', 'chatUrl', 'phones', 'languages', 'element'],
  ...['written', 'reviewed', 'assuredDate', 'area', 'lens'],
];

/** Keys whose value is no text for a visitor. */
const notText = new Set([...wordlessKeys, '$schema']);

/** Lists of plain strings that are no texts. */
const notTexts = new Set(['sources']);

/**
 * Whom a text speaks to. What both may read counts as youth-facing: a card's words, and the words around a safety plan.
 * Where an entry comes from, and where sources differ, is told to those who use the library.
 */
function audienceOf(section, path) {
  if (['stages', 'sources', 'primer', 'principles', 'practice'].includes(section)) return 'advocate';
  if (/\.advocate\w*/.test(path)) return 'advocate';
  return /\.(source|notes)\b/.test(path) && path.startsWith('content') ? 'advocate' : 'youth';
}

/**
 * Every text of a section: `{ section, path, keys, key, text, facts, lang, audience, isName }`. `path` names entries by their ids, `keys` are the
 * keys and places from the section on, `key` is the last key. `facts` and `lang` are those of the nearest entry around it that has any. Names of
 * organizations and titles of documents are marked by `isName`.
 *
 * @param file What the section holds: `content`, and `words` where there are any.
 */
export function textsOf(section, { content, words = {} }) {
  const found = [];
  const named = { resources: 'name', sources: 'name', primer: 'source' };
  const walk = (value, at) => {
    const { path, key } = at;
    if (typeof value === 'string') {
      const isName = key === named[section] && path.startsWith('content');
      if (value) found.push({ section, ...at, text: value, audience: audienceOf(section, path), isName });
    } else if (Array.isArray(value)) {
      value.forEach((entry, index) => {
        if (typeof entry === 'string' && notTexts.has(key)) return;
        walk(entry, { ...at, path: `${path}[${entry?.id ?? ''}]`, keys: [...at.keys, index] });
      });
    } else if (value && typeof value === 'object') {
      const { facts = at.facts, lang = at.lang } = value;
      for (const [name, inside] of Object.entries(value))
        if (!notText.has(name) || path.startsWith('words'))
          walk(inside, { path: `${path}.${name}`, keys: [...at.keys, name], key: name, facts, lang });
    }
  };
  walk(content, { path: 'content', keys: [], key: '', facts: [] });
  walk(words, { path: 'words', keys: [], key: '', facts: [] });
  return found;
}
