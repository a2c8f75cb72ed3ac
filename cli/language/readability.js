/**
 * How hard a text is to read: English by Flesch-Kincaid, Spanish on the INFLESZ scale. One place, for the tests of our own content and
 * for `alongside-elements-cli check --strict`.
 */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/**
 * Terms that the sources define, and proper names. Each counts as one neutral word of two syllables ("people"): a reader
 * of these pages meets them explained, and they cannot be made shorter without saying something else.
 */
export const terms = {
  en: {
    'Pre-contemplation|Contemplation|Preparation|Maintenance': 'names of the stages of change',
    'coercion|commercial sexual exploitation|commercial sex|exploitation|intervention|CSEC':
      'terms that the sources define',
    'survivors?|safety plan(?:ning)?|risk reduction|safety|STD': 'terms of the field that the sources work with',
    'National Human Trafficking Hotline|The Polaris Project|Polaris': 'names of services and organizations',
    'MISSS?EY(?: Inc\\.)?|Compass Connections': 'names of organizations',
    'Alameda County District Attorney|New York|United States|Holly Joshi': 'names of offices, places and people',
    'Governor’s Office of Emergency Services|Victims? Services Branch|Cal OES': 'names of the funder',
    'Child Abuse Training and Technical Assistance Center|CATT|Center for Innovation and Resources, Inc\\.|CIR':
      'names of the center and its parent',
    'Creative Commons|CC BY 4\\.0|MIT': 'names of licenses',
    '(?:www\\.)?\\w+\\.org': 'addresses of websites',
  },
  es: {
    'Precontemplación|Contemplación|Preparación|Mantenimiento': 'nombres de las etapas del cambio',
    'coerción|explotación sexual comercial|sexo comercial|explotación|intervención|CSEC':
      'términos definidos en las fuentes',
    'sobrevivientes?|plan(?:es)? de seguridad|reducción de riesgos|seguridad|ITS': 'términos del campo',
    'National Human Trafficking Hotline|The Polaris Project|Polaris': 'nombres de servicios y organizaciones',
    'MISSS?EY(?: Inc\\.)?|Compass Connections': 'nombres de organizaciones',
    'Alameda County District Attorney|Nueva York|Estados Unidos|Holly Joshi': 'nombres de oficinas, lugares y personas',
    'Governor’s Office of Emergency Services|Victims? Services Branch|Cal OES': 'nombres de quien financia',
    'Child Abuse Training and Technical Assistance Center|CATT|Center for Innovation and Resources, Inc\\.|CIR':
      'nombres del centro',
    'Creative Commons|CC BY 4\\.0|MIT': 'nombres de licencias',
    '(?:www\\.)?\\w+\\.org': 'direcciones de sitios web',
  },
};
const neutral = { en: 'people', es: 'cosa' };

function withoutTerms(text, language) {
  const names = Object.keys(terms[language]).join('|');
  return text.replace(new RegExp(`(?<![\\p{L}\\d])(?:${names})(?![\\p{L}\\d])`, 'giu'), neutral[language]);
}

const wordsOf = (text) => text.match(/[\p{L}\d]+(?:['’-][\p{L}\d]+)*/gu) ?? [];
const sentencesOf = (text) => text.split(/[.!?]+(?=\s|$|")/).filter((part) => wordsOf(part).length > 0);

/**
 * Syllables of a Spanish word, by groups of vowels: a group is one syllable, except that two strong vowels (a, e, o) and an
 * accented weak one (í, ú) beside a strong one part. `u` is silent in `que`, `qui`, `gue`, `gui`; `y` at the end is a vowel.
 */
export function spanishSyllables(word) {
  const plain = word
    .toLowerCase()
    .replace(/([qg])u(?=[eiéí])/g, '$1')
    .replace(/y(?![aeiouáéíóú])/g, 'i');
  const groups = plain.match(/[aeiouáéíóúü]+/g) ?? [];
  const parts = groups.map((group) => group.match(/[iuü]*[aeoáéó][iuü]*|[íú]|[iuü]+/g).length);
  return Math.max(
    1,
    parts.reduce((sum, count) => sum + count, 0),
  );
}

function counts(texts, language) {
  const total = { sentence: 0, word: 0, syllable: 0 };
  for (const text of texts) {
    const plain = withoutTerms(text.replace(/\{\w+\}/g, language === 'en' ? 'word' : 'cosa'), language);
    const words = wordsOf(plain);
    total.sentence += sentencesOf(plain).length;
    total.word += words.length;
    total.syllable += words.reduce(
      (sum, word) => sum + (language === 'en' ? syllable(word) || 1 : spanishSyllables(word)),
      0,
    );
  }
  return total;
}

/**
 * English: the U.S. school grade of Flesch and Kincaid, 0.39 words per sentence + 11.8 syllables per word - 15.59.
 * Spanish: the perspicuity of Szigriszt Pazos (1993), 206.835 - 62.3 syllables per word - words per sentence, read on the
 * INFLESZ scale of Barrio Cantalejo (2008): 55 to 65 normal, 65 to 80 quite easy, above 80 very easy.
 */
export const measures = {
  en: {
    of: (texts) => fleschKincaid(counts(texts, 'en')),
    limits: { youth: 6, advocate: 9 },
    holds: (value, limit) => value <= limit,
    sign: '≤',
  },
  es: {
    of(texts) {
      const { sentence, word, syllable } = counts(texts, 'es');
      return 206.835 - (62.3 * syllable) / word - word / sentence;
    },
    limits: { youth: 65, advocate: 55 },
    holds: (value, limit) => value >= limit,
    sign: '≥',
  },
};

/** Whether a text is a sentence to measure: labels of up to three words and names are none, and would make a section look easy. */
export const isSentence = ({ text, isName }) => !isName && wordsOf(text).length > 3;
