/**
 * Can the people whom a text speaks to read it? Youth-facing English at grade 6 or below, advocate-facing at grade 9 or
 * below, by Flesch-Kincaid; Spanish on the INFLESZ scale. The figures of each section are printed as a table.
 *
 * Labels of up to three words are left out: they are no sentences, and would make every section look easy.
 */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { contentFile, sections, textsOf } from './texts.js';

/**
 * Terms that the sources define, and proper names. Each counts as one neutral word of two syllables ("people"): a reader
 * of these pages meets them explained, and they cannot be made shorter without saying something else.
 */
const terms = {
  en: {
    'Pre-contemplation|Contemplation|Preparation|Maintenance': 'names of the stages of change',
    'coercion|commercial sexual exploitation|commercial sex|exploitation|intervention|CSEC':
      'terms that the sources define',
    'survivors?|safety plan(?:ning)?|risk reduction|safety|STD': 'terms of the field that the sources work with',
    'National Human Trafficking Hotline|The Polaris Project|Polaris': 'names of services and organizations',
    'MISSS?EY(?: Inc\\.)?|Compass Connections': 'names of organizations',
    'Alameda County District Attorney|New York|United States|Holly Joshi': 'names of offices, places and people',
    "Governor's Office of Emergency Services|Victims? Services Branch|Cal OES": 'names of the funder',
    'Child Abuse Training and Technical Assistance Center|CATT|Center for Innovation and Resources, Inc\\.|CIR':
      'names of the center and its parent',
    'Creative Commons|CC BY 4\\.0|MIT': 'names of licences',
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
    "Governor's Office of Emergency Services|Victims? Services Branch|Cal OES": 'nombres de quien financia',
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
function spanishSyllables(word) {
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
const measures = {
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

const groups = (limits) =>
  Object.entries(limits).flatMap(([audience, limit]) => ['content', 'words'].map((part) => [audience, limit, part]));
const isSentence = ({ text, isName }) => !isName && wordsOf(text).length > 3;
const rows = [];
after(() => console.log(rows.join('\n')));

for (const [language, { of, limits, holds, sign }] of Object.entries(measures)) {
  describe(`readability, ${language}`, () => {
    for (const section of sections)
      for (const [audience, limit, part] of groups(limits)) {
        const texts = textsOf(section, contentFile(section, language)).filter(
          (text) => isSentence(text) && text.audience === audience && text.path.startsWith(part),
        );
        if (texts.length === 0) continue;
        it(`${section}, ${audience}, ${part}: ${sign} ${limit}`, () => {
          const value = of(texts.map(({ text }) => text));
          const worst = texts
            .map(({ text, path }) => ({ text, path, value: of([text]) }))
            .sort((a, b) => (holds(a.value, b.value) ? 1 : -1))[0];
          rows.push(
            `${language}  ${section.padEnd(12)} ${audience.padEnd(9)} ${part.padEnd(8)} ${value.toFixed(1).padStart(5)} (${sign} ${limit})` +
              `  ${String(texts.length).padStart(3)} texts, hardest ${worst.value.toFixed(1)}: ${worst.text}`,
          );
          assert.ok(
            holds(value, limit),
            `${section}, ${audience}, ${part}: ${value.toFixed(1)}; hardest: ${worst.path}: ${worst.text}`,
          );
        });
      }
  });
}

describe('the measures themselves', () => {
  it('find a hard text in English', () => {
    const hard =
      'Confidentiality considerations necessitate individualized documentation of every communication between participating organizations.';
    assert.ok(measures.en.of([hard]) > measures.en.limits.advocate);
    assert.ok(measures.en.of(['You can start anywhere. Nothing is kept.']) < measures.en.limits.youth);
  });
  it('find a hard text in Spanish', () => {
    const hard =
      'Las consideraciones de confidencialidad imposibilitan la documentación individualizada de comunicaciones interinstitucionales.';
    assert.ok(measures.es.of([hard]) < measures.es.limits.advocate);
    assert.ok(measures.es.of(['Tu plan es tuyo. Puedes usar lo que te sirva.']) > measures.es.limits.youth);
  });
  it('find one hard sentence among the easy ones of a section', () => {
    const hard = 'Individualized interventions necessitate interdisciplinary collaboration.';
    assert.ok(
      measures.en.of(
        textsOf('safety-plan')
          .filter(isSentence)
          .slice(0, 3)
          .map(({ text }) => text)
          .concat(hard),
      ) > 6,
    );
  });
  it('do not let a term hide the words around it', () => {
    assert.equal(measures.en.of(['The CSEC of CSEC is here.']), measures.en.of(['The people of people is here.']));
    assert.notEqual(measures.en.of(['Exploitations are here.']), measures.en.of(['Peoples are here.']));
  });
  it('have no term that no text uses', () => {
    const unused = [];
    for (const [language, list] of Object.entries(terms)) {
      const all = sections
        .flatMap((section) => textsOf(section, contentFile(section, language)))
        .filter(({ isName }) => !isName)
        .map(({ text }) => text);
      for (const term of Object.keys(list).flatMap((names) => names.split('|')))
        if (!all.some((text) => new RegExp(term, 'iu').test(text))) unused.push(`${language}: ${term}`);
    }
    assert.deepEqual(unused, []);
  });
  it('count the syllables of Spanish words', () => {
    const known = {
      casa: 2,
      ciudad: 2,
      país: 2,
      guía: 2,
      que: 1,
      guerra: 2,
      aeropuerto: 5,
      muy: 1,
      y: 1,
      hoy: 1,
      leer: 2,
    };
    const more = {
      situación: 3,
      vergüenza: 3,
      línea: 3,
      reír: 2,
      agua: 2,
      quienes: 2,
      oído: 3,
      mayo: 2,
      averiguáis: 4,
      búho: 2,
    };
    for (const [word, count] of Object.entries({ ...known, ...more }))
      assert.equal(spanishSyllables(word), count, word);
  });
});
