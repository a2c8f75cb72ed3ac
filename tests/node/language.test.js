/** Which language a `lang` means, however it is written, with the whole of `Intl` and with parts of it gone. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { primary, validTag } from '../../dist/page/language.js';

const spanish = [
  ...['es', 'ES', 'es-MX', 'es-419', 'es-ES_tradnl', 'es-Latn-US', 'es-x-mtfrom-en', 'es-ES-u-co-trad', 'es-t-en'],
  ...[
    'es_MX',
    'es_419',
    'ES_us',
    'es_ES.UTF-8',
    'es_ES@euro',
    'es.utf8',
    'es_MX.ISO-8859-1',
    'es__MX',
    'es--MX',
    'es-',
  ],
  ...['spa', 'SPA', 'spa-US', 'spa_MX', 'Spanish', 'Spanish_Mexico.1252', 'español', 'Español (México)'],
  ...[' es ', '\tes\n', ' es', '"es"', '_es', 'es, en', 'es;q=0.8', 'es/mx'],
];
const english = [
  'en',
  'EN',
  'en_US',
  'en_US.UTF-8',
  'eng',
  'English_United States.1252',
  'en-x-mtfrom-es',
  'en-GB-oed',
];
const none = [
  '',
  ' ',
  '-',
  '-A',
  '*',
  'C',
  'C.UTF-8',
  'POSIX',
  'x-default',
  'x-es',
  'i-default',
  'i-klingon',
  '419',
  'default',
];
const others = {
  ger: 'de',
  deu: 'de',
  fre: 'fr',
  fra: 'fr',
  chi: 'zh',
  'zh-min-nan': 'zh',
  cmn: 'zh',
  iw: 'he',
  in: 'id',
};

const { Locale } = Intl;
afterEach(() => {
  Object.assign(Intl, { Locale });
});

/** Runs a test with `Intl.Locale` as it is, without it, and with one that refuses everything. */
function inEachEngine(name, run) {
  it(name, run);
  it(`${name}, without Intl.Locale`, () => {
    Object.assign(Intl, { Locale: undefined });
    run();
  });
  it(`${name}, where Intl.Locale throws`, () => {
    Object.assign(Intl, {
      Locale: class {
        constructor() {
          throw new RangeError('refused');
        }
      },
    });
    run();
  });
}

describe('the language of a tag', () => {
  inEachEngine('is Spanish, however sites write that', () => {
    for (const tag of spanish) assert.equal(primary(tag), 'es', JSON.stringify(tag));
  });
  inEachEngine('is English, however sites write that', () => {
    for (const tag of english) assert.equal(primary(tag), 'en', JSON.stringify(tag));
  });
  inEachEngine('is none, where the tag names none', () => {
    for (const tag of none) assert.equal(primary(tag), '', JSON.stringify(tag));
  });
  inEachEngine('is none of ours for tags that only look alike', () => {
    for (const tag of [
      'est',
      'ess',
      'spq',
      'ca-ES',
      'und',
      'zxx',
      'mul',
      'eo',
      'esperanto',
      'constructor',
      '__proto__',
    ])
      assert.ok(!['es', 'en'].includes(primary(tag)), tag);
  });
  inEachEngine('is the same for both tags of Norwegian', () => {
    for (const tag of ['no', 'nb', 'nb-NO', 'no_NO']) assert.equal(primary(tag), 'nb', tag);
  });
  it('is the one that old tags and both lists of three letters have become', () => {
    for (const [tag, language] of Object.entries(others)) assert.equal(primary(tag), language, tag);
  });
  inEachEngine('is found in any text, without an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (tag) => /^([a-z]{2,3})?$/.test(primary(tag))));
    fc.assert(fc.property(fc.string(), (rest) => primary(`es_${rest}`) === 'es'));
  });
});

describe('a tag in our own markup', () => {
  it('is the one that the page has, where that is well formed and short', () => {
    for (const tag of ['es', 'es-MX', 'ES-419', 'en-US', 'zh-Hant-TW', 'es-x-mtfrom-en'])
      assert.equal(validTag(tag), tag);
  });
  inEachEngine('is the language alone, where it is not', () => {
    for (const tag of ['es_MX', 'es_ES.UTF-8', 'es_ES@euro', 'spa', 'spa-US', ' es ', 'es-ES_tradnl', 'es-', 'Spanish'])
      assert.equal(validTag(tag), 'es', tag);
    for (const tag of none) assert.equal(validTag(tag), '', tag);
  });
  inEachEngine('can stand in an attribute, whatever the page has', () => {
    fc.assert(fc.property(fc.string(), (tag) => /^([a-z]{2,3}(-[a-z\d]{1,8})*)?$/i.test(validTag(tag))));
    fc.assert(fc.property(fc.string(), (rest) => /^es(-[a-z\d]{1,8})*$/i.test(validTag(`es-${rest}`))));
  });
});
