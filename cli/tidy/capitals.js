// Names that are written in capitals from end to end, as people write them. What is an acronym is not always known from the word:
// what the feed itself has in ordinary text says more than any list.

const small = new Set(
  'an and as at but by for from in nor of on or the to via vs with de del la las los el en para por con al da do dos das du des le les et und'.split(
    ' ',
  ),
);

/** Acronyms and initials that could be read as words, or stand for more than letters. */
const acronyms = new Set(
  'aa aaa aarp abe aclu ada adhd aids ama apa aps asl bia cac casa cdc ceo cps csec dcf dcfs dhs dmv dol dshs dv ebt ecpat eitc elca emdr emr ems esl esol fema fqhc ged gyn heap hiv hopwa hud icu iep irs lgbt lgbtq lgbtqi lgbtqia liheap misssey mlk mri naacp nami ncmec nyc ob obgyn oig osha pc pflag po ptsd pto rainn rn rotc rsvp rv sane sart sba sids snap sro ssa ssdi ssi std stem sti sud tanf tb tdd tty uaw ucla uk umc un us usa usda va vfw vita wia wic wioa ymca ymha ywca ywha ne nw se sw'.split(
    ' ',
  ),
);

/** What is written otherwise than as a word or in capitals. The letters are the same: who searches for a name finds it, however it is spelled. */
const fixed = { inc: 'Inc', llc: 'LLC', llp: 'LLP', pllc: 'PLLC', lgbtqia: 'LGBTQIA', phd: 'PhD' };

/** Without a vowel, and words all the same. */
const shortened = new Set(
  'st dr mt ft jr sr mr mrs ms ctr ctrs rd ln blvd pkwy hwy bldg mgmt svc svcs cnty dpt dept ltd hlth hsg pgm pgms prgm rm fl pl trl sq twp thy try by my dry fly cry gym myth rhythm hymn crypt lynn wynn flynn'.split(
    ' ',
  ),
);

const states = new Set(
  'al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa pr ri sc sd tn tx ut vt va vi wa wv wi wy'.split(
    ' ',
  ),
);

const onsets =
  /^(?:qu|sch|scr|shr|spl|spr|str|thr|bl|br|ch|cl|cr|dr|dw|fl|fr|gh|gl|gn|gr|kh|kl|kn|kr|ll|mc|ph|pl|pr|ps|rh|sc|sh|sk|sl|sm|sn|sp|sq|st|sw|th|tr|ts|tw|vl|wh|wr|zh|[b-df-hj-np-tv-z])?(?=[aeiouy])/;
const codas =
  /[aeiouy](?:[b-df-hj-np-tv-z]?e?s?|[bcdfgklmnprstvwz]{1}s|ck|ct|ft|ld|lf|lk|ll|lm|lp|lt|ly|mp|nd|ng|nk|nt|pt|rb|rc|rd|rf|rg|rk|rl|rm|rn|rp|rt|sh|sk|sp|ss|st|tch|th|tt|ch|ff|gh|ght|wl|wn|zz|rts|nds|lls|sts|lds|rns|ngs|rks|mps|nts|cks|rst|rth|nth|nch|rch|lth|ntz|rtz|tz|dd|gg|nn|rr|mb|ph|hn|hns|rls|rms|rps|rbs|lks|lps|nks|ngth|mph|sm|x)$/;

/** Whether a short word can be said. `eccf` and `nctsn` cannot. */
const isSayable = (word) =>
  /[aeiouy]/.test(word) && onsets.test(word) && codas.test(word) && !/[b-df-hj-np-tv-xz]{5}/.test(word);

const capitalized = (word) => {
  const upper = word[0].toUpperCase() + word.slice(1);
  // McKinley, O'Brien. What follows another apostrophe is an ending.
  return upper
    .replace(/^Mc(?=[b-df-hj-np-tv-z][a-z]{2})(.)/, (_, letter) => `Mc${letter.toUpperCase()}`)
    .replace(/^([ODL]['’])(\p{L})/u, (_, before, letter) => before + letter.toUpperCase());
};

/** Whether a text is in capitals from end to end, with a word among them. */
export const isShouted = (text) => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);

/** So many letters of a feed tell how it writes words: the names of its parts come up again and again. */
const enough = 1_500_000;

const shoutedRun = /(?<!\p{L})\p{Lu}{2,}(?:[\s,.&\d-]+\p{Lu}{2,})+(?!\p{L})/gu;

/** How words are written where a text is written as usual. */
export class Usage {
  #forms = new Map();
  #acronyms = new Set();
  #read = 0;

  /** Nothing more has to be taken in. */
  get isFull() {
    return this.#read > enough;
  }

  /** Takes in some text. Text in capitals tells nothing. */
  read(text) {
    if (this.isFull || !/\p{Ll}/u.test(text)) return;
    this.#read += text.length;
    // Several words in capitals are shouted inside of ordinary text, too.
    for (const [word] of text.replace(shoutedRun, ' ').matchAll(/\p{L}[\p{L}'’]+/gu)) {
      const lower = word.toLowerCase();
      let forms = this.#forms.get(lower);
      if (!forms) this.#forms.set(lower, (forms = { word: 0, upper: 0, mixed: new Map() }));
      if (word === lower || word === lower[0].toUpperCase() + lower.slice(1)) forms.word++;
      else if (word === word.toUpperCase()) forms.upper++;
      else forms.mixed.set(word, (forms.mixed.get(word) ?? 0) + 1);
    }
  }

  /** A short name that stands beside a long one, and is its initials. */
  abbreviation(short, long) {
    if (!/^\p{Lu}{2,7}$/u.test(short)) return;
    const words = long.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const initials = (list) => list.map((word) => word[0]).join('');
    const all = [words, words.filter((word) => !small.has(word) && !['inc', 'llc'].includes(word))].map(initials);
    if (all.some((one) => one.startsWith(short.toLowerCase()))) this.#acronyms.add(short.toLowerCase());
  }

  /** How a word is written: its own way, in capitals, or as a word. `undefined`: the feed does not say. */
  of(lower) {
    if (this.#acronyms.has(lower)) return lower.toUpperCase();
    const forms = this.#forms.get(lower);
    if (!forms) return;
    const [mixed, count] = [...forms.mixed].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0]);
    if (count > forms.word + forms.upper) return mixed;
    // A few words of ordinary text are always in capitals, to be seen.
    if (forms.upper > forms.word) return lower.length < 6 || !isSayable(lower) ? lower.toUpperCase() : undefined;
    return forms.word > forms.upper ? capitalized(lower) : undefined;
  }
}

const isSpanish = /\b(?:DE|DEL|EL|LA|LAS|LOS|PARA)\b|Ñ/;

/** Which words of a name begin anew, as the first one does. */
const begins = /(?:^|[:(/"“–—]|\s-)\s*$/;

/**
 * A name in capitals as people write it: `EXAMPLE CENTER FOR CHILDREN & FAMILIES, INC.` is
 * `Example Center for Children & Families, Inc.`.
 *
 * @param {string} name
 * @param {Usage} usage How the feed writes the words elsewhere.
 * @param {{ isPlace?: boolean }} [options] `isPlace`: it is that of a city or a street, which are not called by initials.
 */
export function asWritten(name, usage, { isPlace = false } = {}) {
  // Initials with points, and letters around an ampersand, stay: U.S., AT&T.
  const token = /(?:\p{L}\.){2,}|\p{L}{1,2}&\p{L}{1,2}(?!\p{L})|[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu;
  const all = [...name.matchAll(token)];
  const last = all.length - 1;
  return name.replace(token, (word, at) => {
    const index = all.findIndex((one) => one.index === at);
    const before = name.slice(0, at);
    const after = name.slice(at + word.length);
    if (/[.&]/.test(word)) return word;
    const lower = word.toLowerCase();
    if (/^\d/.test(word)) return /^\d+(?:st|nd|rd|th|hrs?|s)$/.test(lower) ? lower : word;
    // One letter is an article, the Spanish "y", or a letter.
    if (lower.length === 1)
      return /\p{L} $/u.test(before) &&
        /^ \p{L}/u.test(after) &&
        (lower === 'a' || (lower === 'y' && isSpanish.test(name)))
        ? lower
        : word;
    if (Object.hasOwn(fixed, lower)) return fixed[lower];
    // A state behind a comma, or before a postal code.
    if (states.has(lower) && (/,\s*$/.test(before) || /^\s+\d{5}/.test(after))) return word;
    if (/^(?=[ivx]{2})x{0,3}(?:ix|iv|v?i{0,3})$/.test(lower)) return word;
    const first = index === 0 || begins.test(before);
    const inside = /[\p{L}\p{N}]-$/u.test(before) && /^-/.test(after);
    if (
      small.has(lower) &&
      !first &&
      (inside || !/[\p{L}\p{N}]-$/u.test(before)) &&
      (index !== last || after.trim() !== '')
    )
      return lower;
    if (acronyms.has(lower) && !(lower === 'casa' && /^\s+(?:DEL?|LA|SEGURA|NUEVA|LATINA)\b/.test(after))) return word;
    const used = usage.of(lower);
    if (used) return used;
    if (small.has(lower) || shortened.has(lower)) return capitalized(lower);
    if (!/[aeiouyà-ÿ]/.test(lower) && lower.length < 7) return word;
    // Alone in parentheses behind a name, or alone: initials, as long as nothing speaks against it.
    const isAlone = (all.length === 1 && !isPlace) || (/\($/.test(before) && /^\)/.test(after) && index > 0);
    if (lower.length < 6 && /^[a-z]+$/.test(lower) && (isAlone ? lower.length < 5 : !isSayable(lower))) return word;
    return capitalized(lower);
  });
}
