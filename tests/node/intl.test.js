/** Are the objects of `Intl`, which are slow to make, made once, kept in bounds, and let go when the browser's language changes? */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';

const { DateTimeFormat, DisplayNames, ListFormat, NumberFormat, PluralRules } = Intl;
const originals = { DateTimeFormat, DisplayNames, ListFormat, NumberFormat, PluralRules };

/** A page, as far as this is concerned: what hears that its language has changed. */
const page = new EventTarget();
let intl, languageList, fill;
let made = [];

before(async () => {
  globalThis.addEventListener = page.addEventListener.bind(page);
  for (const [kind, Original] of Object.entries(originals))
    Intl[kind] = class extends Original {
      constructor(language, options) {
        super(language, options);
        made.push(`${kind} ${language}`);
      }
    };
  ({ intl, languageList } = await import('../../dist/i18n/intl.js'));
  ({ fill } = await import('../../dist/i18n/words.js'));
});
after(() => {
  delete globalThis.addEventListener;
  Object.assign(Intl, originals);
});
afterEach(() => {
  made = [];
  page.dispatchEvent(new Event('languagechange'));
});

const word = { one: '{count} service', other: '{count} services' };

describe('the objects of Intl', () => {
  it('are made once, however many words count something', () => {
    const said = [1, 2, 1].map((count) => fill(word, 'en', { count }));
    assert.deepEqual(said, ['1 service', '2 services', '1 service']);
    fill(word, 'es', { count: 1 });
    assert.deepEqual(made, ['PluralRules en', 'PluralRules es']);
  });

  it('are made once for lists of languages, and for each set of options', () => {
    for (let times = 0; times < 3; times++) {
      assert.equal(languageList(['en', 'es'], 'en'), 'English and Spanish');
      intl('DateTimeFormat', 'en', { timeZone: 'America/Chicago' });
      intl('DateTimeFormat', 'en', { timeZone: 'America/Denver' });
    }
    assert.deepEqual(made.sort(), ['DateTimeFormat en', 'DateTimeFormat en', 'DisplayNames en', 'ListFormat en']);
  });

  it('are a hundred at most: then the oldest is let go', () => {
    const numbers = (which) =>
      intl('NumberFormat', 'en', {
        minimumIntegerDigits: 1 + Math.floor(which / 10),
        maximumFractionDigits: which % 10,
      });
    const [first, second] = [numbers(0), numbers(1)];
    for (let which = 2; which < 100; which++) numbers(which);
    assert.equal(numbers(0), first);
    assert.equal(made.length, 100);
    intl('NumberFormat', 'es');
    assert.equal(numbers(1), second);
    assert.notEqual(numbers(0), first);
    assert.equal(made.length, 102);
  });

  it('are made again once the person has chosen another language for the browser', () => {
    fill(word, 'en', { count: 1 });
    page.dispatchEvent(new Event('languagechange'));
    fill(word, 'en', { count: 1 });
    assert.deepEqual(made, ['PluralRules en', 'PluralRules en']);
  });
});
