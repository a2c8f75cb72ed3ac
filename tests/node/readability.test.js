/**
 * Can the people whom a text speaks to read it? Youth-facing English at grade 6 or below, advocate-facing at grade 9 or
 * below, by Flesch-Kincaid; Spanish on the INFLESZ scale. The figures of each section are printed as a table.
 *
 * Labels of up to three words are left out: they are no sentences, and would make every section look easy.
 */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { isSentence, measures, spanishSyllables, terms } from '../../cli/language/readability.js';
import { contentFile, sections, textsOf } from './texts.js';

const groups = (limits) =>
  Object.entries(limits).flatMap(([audience, limit]) => ['content', 'words'].map((part) => [audience, limit, part]));
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
