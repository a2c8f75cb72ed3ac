import type { RecordReader } from './record-reader.js';
import { folded, plainText } from './plain-text.js';

// HSDS has no mark for an address that nobody may know. So every sign counts that people and programs use, one is enough, and the
// address is gone before anything else sees it. A public address that is withheld by mistake can be asked for by phone.

/**
 * Taxonomy terms of services whose address is withheld, whatever their record says. All words of one have to be in the term, in any order;
 * the code is that of "Domestic Violence Shelters" in the 211 Human Services Indexing System.
 */
export const shelterTerms: readonly string[] = [
  'BH-1800.1500-100',
  ...[
    'domestic violence',
    'domestic abuse',
    'family violence',
    'partner violence',
    'sexual violence',
    'sexual assault',
    'sexual exploitation',
    'human trafficking',
    'trafficking',
    'battered',
    'abused',
    'women',
    'survivor',
    'victim',
  ].map((who) => `${who} shelter`),
  'survivor housing',
  'victim housing',
  'domestic violence housing',
  'trafficking housing',
  'safe house',
  'safehouse',
  'safe home',
  'safe housing',
  'safe shelter',
  'confidential shelter',
  'refugio violencia',
  'refugio mujeres',
  'refugio victimas',
  'albergue violencia',
  'albergue mujeres',
  'albergue victimas',
  'casa segura',
];

const termWords = (text: string): readonly string[] =>
  folded(text)
    .replace(/['’]s?\b/g, '')
    .split(/[^\p{L}\p{N}.-]+/u)
    .filter(Boolean)
    .map((word) => word.replace(/^[.-]+|[.-]+$/g, '').replace(/s$/, ''));

const finders = new WeakMap<readonly string[], (term: string) => boolean>();

/** Tells whether a term, by its name or id, is one of `terms`. A feed is read organization by organization: what was found out is kept. */
export function termFinder(terms: readonly string[]): (term: string) => boolean {
  const finder = finders.get(terms) ?? makeFinder(terms);
  finders.set(terms, finder);
  return finder;
}

function makeFinder(terms: readonly string[]): (term: string) => boolean {
  const all = terms.map(termWords).filter((words) => words.length);
  const known = new Map<string, boolean>();
  return (term) => {
    let is = known.get(term);
    if (is === undefined) {
      const words = new Set(termWords(term).flatMap((word) => [word, ...word.split('-')]));
      is = all.some((needed) => needed.every((word) => words.has(word)));
      if (known.size < 10_000) known.set(term, is);
    }
    return is;
  };
}

/** Quick to look for; without any of it no sign is in the text. The first is for text of any kind, the other for where an address belongs. */
const hint =
  /conf?iden|disclos|unlist|unpublish|held|suppress|redact|secret|prote[cg]|hidden|priva[td]|locat|address|site|whereabout|safe[ -]?house|reserv|ocult|casa (?:segur|de seg)|direcci|ubicaci|domicil|localiz/i;
const hintInAddress =
  /conf?id|disclos|withh|redact|secre|reserv|protegid|oculta|priva|safe|segur|suppress|unlisted|publi|divulg|revel|call|llam|contact|request|solicit|upon|hidden/i;

const kept =
  '(?:confidential|undisclosed|non-?disclosed|unlisted|unpublished|with-?held|suppressed|redacted|secret|protected|hidden)';
const between =
  "(?:[ ,/&-]+(?:and|safe|secure|emergency|temporary|transitional|crisis|residential|domestic|violence|dv|women'?s?|family|youth|group|physical|street|program|trafficking|short-term|long-term|24-hour|shelter))*";
const house = '(?:shelters?|houses?|homes?|residences?|facilit(?:y|ies))';
const where = '(?:locations?|address(?:es)?|sites?|whereabouts)';
const oculto = '(?:confidencial(?:es)?|reservad[oa]s?|secret[oa]s?|protegid[oa]s?|ocult[oa]s?|privad[oa]s?)';
const lugar = '(?:direccion(?:es)?|ubicacion(?:es)?|domicilios?|localizacion)';
const refugio = `(?:${lugar}|lugar(?:es)?|refugios?|albergues?|casas?|sitios?)`;
const signs = new RegExp(
  [
    `\\b${kept}${between}[ ,/-]+(?:${where}|${house}|housing|place)\\b`,
    '\\bprivate (?:address|location)\\b',
    `\\b${where}\\W{1,3}(?:${kept}|private)\\b`,
    `\\b(?:${where}|${house})(?: [\\w']+){0,4}? (?:is|are|be|being|kept|remains?|held|stays?)(?: \\w+){0,3}? (?:${kept}|private)\\b`,
    `\\b${where}(?: \\w+){0,4}? (?:not|never) (?:\\w+ ){0,2}(?:disclosed|published|listed|shared|public|given|available|released|revealed)\\b`,
    `\\b(?:not|never|cannot|\\w+n'?t) (?:\\w+ )?(?:disclose|publish|share|release|give out|reveal|list) (?:\\w+ ){0,3}${where}\\b`,
    '\\b(?:call|contact|phone|text|ask)(?: \\w+){0,4}? for (?:\\w+ ){0,2}(?:location|address)\\b',
    '\\b(?:address|location)(?: \\w+){0,4}? (?:up)?on (?:request|intake|screening|referral)',
    '\\bsafe[ -]?house\\b',
    `\\b${refugio}\\b(?:[ ,:(]+\\w+){0,3}?[ ,:(]+${oculto}\\b`,
    `\\b${oculto}[ ,]+(?:\\w+ )?${refugio}\\b`,
    `\\bno (?:se )?(?:divulg|public|revel|compart)\\w*(?: \\w+){0,2} ${lugar}\\b`,
    `\\b${lugar}(?: \\w+){0,3}? no (?:\\w+ )?(?:divulg|public|revel|compart|disponible)`,
    `\\b(?:llam|solicit|pid)\\w*(?: \\w+){0,3} ${lugar}\\b`,
    '\\bcasa (?:segura|de seguridad)\\b',
  ].join('|'),
);
/** Where an address belongs, one word says it. */
const inAddress =
  /confiden[ct]ial|undisclosed|disclosed|withheld|redacted|unlisted|suppressed|\bsecret\b|reservad|safe ?house|casa segura|not (?:public|published|listed)|call for|llame/;

const flags =
  /confidential|confidencial|undisclosed|redacted|(?:hid(?:e|den)|with-?h[eo]ld|suppress(?:ed)?|private|protect(?:ed)?|mask(?:ed)?|unlisted|secret)_?(?:address|location)|(?:address|location)_?(?:is_?)?(?:hidden|withheld|suppressed|private|protected|masked|unlisted|secret)/i;
/** Names of keys that say the contrary. */
const publicFlags =
  /^(?:is_?)?public$|(?:show|display|publish|public)_?(?:address|location|map)|(?:address|location)_?(?:is_?)?(?:public|visible|published|displayed?|shown)$/i;

/** Parts of a record that are looked at on their own, or speak of people and not of a place. */
const apart =
  /^(?:services?|organizations?|programs?|contents|locations?|services?_at_locations?|service_locations|phones?|contacts?|languages?|fundings?|organization_identifiers|physical_addresses|addresse?s+|postal_addresses|schedules?|regular_schedules|holiday_schedules)$/;

/** Tells whether a record says so, of itself or as a place: what hangs on many services is looked at once. */
export type IsMarked = (given: RecordReader, part?: 'itself' | 'place') => boolean;

export function onceMarked(): IsMarked {
  const signs = { itself: new Map<unknown, boolean>(), place: new Map<unknown, boolean>() };
  return (given, part = 'itself') => {
    const known = signs[part].get(given.value);
    if (known !== undefined) return known;
    const is = isConfidential(given.quiet(), part);
    signs[part].set(given.value, is);
    return is;
  };
}

const isSaid = (text: string, isAddress: boolean): boolean => {
  if (!(isAddress ? hintInAddress : hint).test(text) && !/[<&\u00ad\u200b-\u200f\u2060]/.test(text)) return false;
  const plain = folded(plainText(text).replace(/[\u00ad\u200b-\u200f\u2060]/g, '')).replace(/\s+/g, ' ');
  return signs.test(plain) || (isAddress && inAddress.test(plain));
};

/** A flag that is not plainly a no is a yes. */
const isRaised = (given: RecordReader): boolean => given.isThere && given.flag() !== false && given.value !== 'public';

/** In a place: where an address belongs. */
const ofAddress = /address|street|^line|attention|city|local|postal|zip|region|state|type$|name$/;
const keys = new Map<string, readonly boolean[]>();

/** Which kinds of keys a name is of: a flag, a flag that says the contrary, apart, of an address. Each record has the same few names. */
function kindsOf(key: string): readonly boolean[] {
  const known = keys.get(key) ?? [flags, publicFlags, apart, ofAddress].map((kind) => kind.test(key));
  if (keys.size < 1000) keys.set(key, known);
  return known;
}

/** A flag that is an entry of a list, such as an attribute: its name and its value stand beside each other. */
function isFlagEntry(given: RecordReader): boolean {
  const term = given.get('taxonomy_term');
  const name = ['label', 'key', 'name', 'field_name', 'link_type', 'taxonomy_term_id']
    .map((key) => given.get(key))
    .concat(term.get('name'), term.get('code'))
    .filter((one) => one.isThere)
    .map((one) => one.text(200).replace(/[\s-]+/g, '_'))
    .find((one) => flags.test(one) || publicFlags.test(one));
  if (!name) return false;
  const value = given.get('value', 'replacement_value', 'values');
  return flags.test(name) ? !value.isThere || isRaised(value) : value.flag() === false;
}

/**
 * Whether a record says that its address is confidential: by a flag, or in words. Of a service or an organization (`part` is `itself`) its places are
 * left aside; of a place everything is looked at, and one word is enough where the address stands.
 */
function isConfidential(given: RecordReader, part: 'itself' | 'place', depth = 4): boolean {
  if (!depth) return false;
  if (typeof given.value === 'string') return isSaid(given.value, false);
  if (!given.isRecord)
    return given.items().some((item) => (item.isRecord && isFlagEntry(item)) || isConfidential(item, part, depth - 1));
  return given.keys().some((key) => {
    const [isFlag, isPublicFlag, isApart, isAddress = false] = kindsOf(key);
    if ((isFlag && isRaised(given.get(key))) || (isPublicFlag && given.get(key).flag() === false)) return true;
    if (isApart && !(part === 'place' && /addresse?s*$/.test(key))) return false;
    const value = given.get(key);
    if (typeof value.value === 'string') return isSaid(value.value, part === 'place' && isAddress);
    return (
      (value.isRecord || value.items().length > 0) &&
      typeof value.value === 'object' &&
      isConfidential(value, part, depth - 1)
    );
  });
}
