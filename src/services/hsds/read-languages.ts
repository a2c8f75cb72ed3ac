import type { RecordReader } from './record-reader.js';
import { folded } from './plain-text.js';

/** Names that no engine knows as the name of a language, or knows for another one. */
const more: Readonly<Record<string, string>> = {
  'american sign language': 'ase',
  asl: 'ase',
  cantonese: 'yue',
  creole: 'ht',
  dari: 'fa-AF',
  farsi: 'fa',
  filipino: 'fil',
  'haitian creole': 'ht',
  hmong: 'hmn',
  mandarin: 'zh',
  mam: 'mam',
  quiche: 'quc',
  "k'iche'": 'quc',
  mixteco: 'mix',
  tagalog: 'fil',
  ilocano: 'ilo',
  karen: 'kar',
  castilian: 'es',
  moldavian: 'ro',
  flemish: 'nl',
  // Codes of libraries, where ISO 639 has two.
  ...Object.fromEntries(
    'alb:sq arm:hy baq:eu bur:my chi:zh cze:cs dut:nl fre:fr geo:ka ger:de gre:el ice:is mac:mk mao:mi may:ms per:fa rum:ro slo:sk tib:bo wel:cy'
      .split(' ')
      .map((pair) => pair.split(':') as [string, string]),
  ),
};

/** What stands before or behind the name of a language and tells which one of its kinds it is. Empty: no tag says that. */
const kinds: Readonly<Record<string, string>> = {
  simplified: 'Hans',
  traditional: 'Hant',
  mandarin: '',
  'latin american': '419',
  mexican: 'MX',
  mexico: 'MX',
  castilian: 'ES',
  spain: 'ES',
  'puerto rican': 'PR',
  american: 'US',
  us: 'US',
  british: 'GB',
  canadian: 'CA',
  canada: 'CA',
  brazilian: 'BR',
  brazil: 'BR',
  european: '',
  modern: '',
  'modern standard': '',
  standard: '',
  egyptian: 'EG',
  levantine: '',
  iraqi: 'IQ',
  sudanese: 'SD',
};
const kind = `(${Object.keys(kinds).join('|')})`;
const before = new RegExp(`^${kind} (\\S+)$`);
const behind = new RegExp(`^([^\\s,;:/|]+)[\\s,:-]+${kind}$`);

const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const english = new Map<string, string>();
const own = new Map<string, string>();

/** Every language of two letters that the engine knows, by its name in English or in itself. */
function fillNames(names: Map<string, string>, isOwn: boolean): void {
  if (names.size) return;
  let inEnglish: Intl.DisplayNames;
  try {
    inEnglish = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  } catch {
    // An engine without names: languages stay as the feed has them.
    return;
  }
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const name = inEnglish.of(code);
    if (!name || Intl.getCanonicalLocales(code)[0] !== code) continue;
    names.set(folded(isOwn ? (new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? name) : name), code);
  }
}

/** "Mexican Spanish", "Spanish - Mexico", "Chinese, simplified": the language, and which one of its kinds. */
function ofKind(name: string): string | undefined {
  const [, first, language] = before.exec(name) ?? [];
  const [, other, last] = behind.exec(name) ?? [];
  const tag = tagOf(language ?? other ?? '');
  const which = kinds[first ?? last ?? ''];
  return tag && which ? `${tag}-${which}` : tag;
}

function tagOf(given: string): string | undefined {
  if (!given) return undefined;
  const [, inner = ''] = /\((.*)\)$/.exec(folded(given)) ?? [];
  if (Object.hasOwn(more, inner)) return more[inner];
  const name = folded(given)
    .replace(/\s*(?:language|\(.*\))$/, '')
    .replace(/-(?=creole$)/, ' ')
    .trim();
  if (Object.hasOwn(more, name)) return more[name];
  fillNames(english, false);
  const known = english.get(name) ?? ofKind(name);
  if (known) return known;
  if (/^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(given)) {
    try {
      const [tag = ''] = Intl.getCanonicalLocales(given.replace(/_/g, '-'));
      if (new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag)) return tag;
    } catch {
      // It is no tag, then: a name.
    }
  }
  fillNames(own, true);
  return own.get(name);
}

const tags = new Map<string, string>();

/** Languages as BCP 47 tags. A name that nobody knows stays as it is. */
export function readLanguages(lists: readonly RecordReader[]): readonly string[] {
  const found = new Set<string>();
  for (const list of lists) {
    for (const item of list.items()) {
      const code = item.get('code', 'language_code').text(35);
      const name = item.isRecord ? item.get('name', 'language').text(300) : item.text(300);
      const parts = (behind.test(folded(name)) ? [name] : name.split(/\s*[,;/|]\s*|\s+(?:and|y|&)\s+/)).filter(
        (part) => part && !/^(?:(?:language )?\d+|no|s[ií]|yes)$/i.test(part),
      );
      // A number is some server's own.
      for (const part of /^\D+$/.test(code) && parts.length < 2 ? [code] : parts) {
        let tag = tags.get(part);
        if (tag === undefined) {
          tag = tagOf(part) ?? (part === code ? name || part : part);
          if (tags.size < 1000) tags.set(part, tag);
        }
        found.add(tag);
      }
    }
  }
  return [...found].slice(0, 500);
}
