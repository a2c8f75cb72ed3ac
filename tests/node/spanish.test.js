/** Does the Spanish speak to each person in one way, and without words that mislead? The words that are never used are in words.test.js. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contentFile, sections, sectionsOf, tags, textsOf } from './texts.js';

const word = (...words) => new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'iu');
const tu = word('tú', 'tu', 'tus', 'ti', 'te', 'contigo', 'tuy[oa]s?', 'puedes', 'quieres', 'tienes', 'eres', 'sabes');
const usted = word('usted(?:es)?', 'consigo', 'suy[oa]s?');

/** What both young people and advocates read: it addresses neither. */
const shared = ['writing', 'keeping', 'framing'];

/** Words that mean something else to those who read them, or only part of what is meant. */
const misleading = [
  [word('mayúsculas'), 'Shift: it is read as Caps Lock'],
  [word('personas? seguras?'), 'a person to trust: it is a person sure of themselves'],
  [word('aparatos?'), 'dispositivo'],
  [word('frases? de paso'), 'contraseña'],
  [word('brillo'), 'brilliance of a person'],
  [word('niñ[oa]s (?:y|o) niñ[oa]s'), 'niñas, niños y adolescentes, where everyone under 18 is meant'],
];

const spanish = (section) => textsOf(section, contentFile(section, 'es'));
const speaksTo = ({ section, path, audience }) =>
  shared.includes(section) || (section === 'safety-plan' && path.startsWith('words')) ? 'both' : audience;

/** What is wrong with how texts address who reads them. */
const registerProblems = (texts) =>
  texts.flatMap((one) => {
    const to = speaksTo(one);
    const wrong = [to !== 'youth' && tu.test(one.text) && 'tú', to !== 'advocate' && usted.test(one.text) && 'usted'];
    return wrong.filter(Boolean).map((said) => `${one.section} ${one.path} (${to}) says ${said}: ${one.text}`);
  });

describe('Spanish', () => {
  it('says tú to young people, usted to advocates, and neither where both read', () => {
    assert.deepEqual(registerProblems(sections.flatMap(spanish)), []);
  });
  it('mixes no registers within an element', () => {
    for (const tag of tags) {
      const texts = sectionsOf(tag)
        .flatMap(spanish)
        .filter(({ path }) => !/\.youth\w*/.test(path));
      const said = [tu, usted].map((register) => texts.find(({ text }) => register.test(text)));
      assert.ok(!said[0] || !said[1], `${tag}: ${said.map((one) => one?.text).join(' / ')}`);
    }
  });
  it('is found out where it does', () => {
    const [text] = spanish('practice');
    assert.equal(registerProblems([{ ...text, text: 'Lo que tú haces.' }]).length, 1);
    assert.equal(registerProblems([{ ...text, section: 'keeping', text: 'Elija usted una.' }]).length, 1);
  });
  it('leaves no doubt about whose something is, in questions to advocates', () => {
    const doubtful = spanish('practice').filter(
      ({ text, path }) => path.startsWith('content.questions') && word('su', 'sus', 'suy[oa]s?').test(text),
    );
    assert.deepEqual(
      doubtful.map(({ path, text }) => `${path}: ${text}`),
      [],
    );
  });
  it('has no words that mislead', () => {
    const found = sections
      .flatMap(spanish)
      .flatMap(({ section, path, text }) =>
        misleading
          .filter(([pattern]) => pattern.test(text))
          .map(([, meant]) => `${section} ${path}: ${text} (${meant})`),
      );
    assert.deepEqual(found, []);
  });
});
