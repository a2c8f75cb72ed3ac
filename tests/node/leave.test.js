/** Does a person who leaves come to another site, whatever an agency has written there? */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { destination, usable } from '../../dist/leave/destination.js';
import { stop } from '../../dist/leave/leave.js';
import { runs } from '../thorough.js';

const nowhere = 'https://www.wikipedia.org/';
const here = 'www.agency.org';

describe('an event of a page that is left', () => {
  /** What was done to an event of that type. */
  const done = (type) => {
    const calls = [];
    stop({
      type,
      stopImmediatePropagation: () => calls.push('stopped'),
      preventDefault: () => calls.push('canceled'),
    });
    return calls;
  };
  for (const type of ['click', 'keydown', 'beforeinput', 'beforetransition', 'beforeunloaded'])
    it(`is stopped and canceled: ${type}`, () => assert.deepEqual(done(type), ['stopped', 'canceled']));
  for (const type of ['beforeunload', 'beforetoggle'])
    it(`is stopped, and not canceled, since that would ask the person or close the cover: ${type}`, () =>
      assert.deepEqual(done(type), ['stopped']));
});

describe('an address to leave to', () => {
  const good = {
    'https://weather.example/': 'https://weather.example/',
    'https://weather.example': 'https://weather.example/',
    'HTTPS://Weather.EXAMPLE/Today?a=b&c#d': 'https://weather.example/Today?a=b&c#d',
    'https://weather.example:8443/': 'https://weather.example:8443/',
    'https://weather.example./': 'https://weather.example./',
    'https://bücher.example/é': 'https://xn--bcher-kva.example/%C3%A9',
    'https://xn--bcher-kva.example/': 'https://xn--bcher-kva.example/',
    'https://192.0.2.7/': 'https://192.0.2.7/',
    'https://[2001:db8::7]/': 'https://[2001:db8::7]/',
    'https://agency.com/': 'https://agency.com/',
    'https://agency.org.uk/': 'https://agency.org.uk/',
    'https://notagency.org/': 'https://notagency.org/',
    'https://agency.org.weather.example/': 'https://agency.org.weather.example/',
    'https://weather.example/?next=https://www.agency.org/': 'https://weather.example/?next=https://www.agency.org/',
  };
  for (const [text, leads] of Object.entries(good)) it(`is: ${text}`, () => assert.equal(usable(here, text), leads));

  const bad = {
    'a script': [
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      'java\nscript:alert(1)',
      'javascript://weather.example/%0aalert(1)',
    ],
    data: [
      'data:text/html,Hello',
      'blob:https://weather.example/1',
      'about:blank',
      'view-source:https://weather.example/',
    ],
    'another protocol': [
      'http://weather.example/',
      'ftp://weather.example/',
      'file:///etc/hosts',
      'httpss://weather.example/',
    ],
    nothing: ['', ' ', '#', '?', undefined, null],
    'no whole address': [
      '/',
      'weather.example',
      '//weather.example/',
      'https:',
      'https://',
      'https:weather.example/',
      'https:/weather.example/',
    ],
    'a malformed one': [
      'https://weather example/',
      'https://%/',
      'https://weather.example:port/',
      'https://[::1/',
      'https://a.256.256.256.256/',
    ],
    'one with a name or a password': [
      'https://me@weather.example/',
      'https://me:secret@weather.example/',
      'https://:secret@weather.example/',
      'https://www.agency.org@weather.example/',
    ],
    'one with white space': [
      ' https://weather.example/',
      'https://weather.example/ ',
      'https://weather.example/\n',
      'https://wea\tther.example/',
      'https://weather.example/a b',
    ],
    'one with a backslash': [
      'https:\\\\weather.example\\',
      'https://weather.example\\@agency.org/',
      'https://weather.example/\\',
    ],
    'the page’s own site': [
      'https://www.agency.org/',
      'https://agency.org/',
      'https://help.agency.org/',
      'https://a.b.agency.org/',
      'https://WWW.AGENCY.ORG/elsewhere',
      'https://www.agency.org:8443/',
    ],
    'the same in disguise': [
      'https://www.agency.org./',
      'https://agency%2eorg/',
      'https://agency。org/',
      'https://ａｇｅｎｃｙ.org/',
      'https://agency\u200b.org/',
      'https://agen\u00adcy.org/',
    ],
  };
  for (const [what, texts] of Object.entries(bad))
    it(`is none: ${what}`, () => {
      for (const text of texts) assert.equal(usable(here, text), undefined, text);
    });

  const sites = [
    ['agency.org', 'agency.org', true],
    ['agency.org.', 'www.agency.org', true],
    ['www.agency.co.uk', 'help.agency.co.uk', true],
    ['www.agency.co.uk', 'weather.co.uk', false],
    ['agency.org.uk', 'weather.org.uk', false],
    ['agency.org.uk', 'www.agency.org.uk', true],
    ['agency.gob.mx', 'weather.gob.mx', false],
    ['xn--bcher-kva.example', 'bücher.example', true],
    ['localhost', 'localhost', true],
    ['localhost', 'weather.example', false],
    ['127.0.0.1', '127.0.0.1', true],
    ['127.0.0.1', 'weather.example', false],
    ['[::1]', '[::1]', true],
    ['agency.org', 'agency.org.', true],
    ['agency.org', 'agency.org..', true],
  ];
  for (const [page, host, same] of sites)
    it(`${host} is ${same ? 'the site of' : 'another site than'} ${page}`, () =>
      assert.equal(usable(page, `https://${host}/`) === undefined, same));
});

describe('where a person goes', () => {
  it('is the first address that will do', () => {
    assert.equal(destination(here, ['https://one.example/', 'https://two.example/']), 'https://one.example/');
    assert.equal(destination(here, ['', 'https://two.example/']), 'https://two.example/');
    assert.equal(destination(here, ['javascript:alert(1)', 'https://two.example/']), 'https://two.example/');
  });
  it('is a site that shows no past searches where none will do', () => {
    for (const given of [[], [''], [undefined], ['javascript:alert(1)', 'https://agency.org/', 'http://one.example/']])
      assert.equal(destination(here, given), nowhere);
  });
});

describe('whatever is written there', () => {
  const suffixes = [
    'org',
    'com',
    'net',
    'info',
    'example',
    'co.uk',
    'org.uk',
    'gov.uk',
    'ac.uk',
    'nhs.uk',
    'com.au',
    'org.au',
  ].concat([
    'org.nz',
    'co.nz',
    'com.mx',
    'org.mx',
    'gob.mx',
    'edu.mx',
    'com.br',
    'org.br',
    'co.za',
    'org.in',
    'co.jp',
    'go.jp',
  ]);
  const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
  const site = fc.tuple(label, fc.constantFrom(...suffixes)).map((parts) => parts.join('.'));
  const sub = fc.oneof(
    fc.constant(''),
    label.map((name) => `${name}.`),
    fc.tuple(label, label).map(([a, b]) => `${a}.${b}.`),
  );
  const end = fc.constantFrom('', '/', ':8443/', '/a?b#c', '?https://weather.example/', '#/');
  /** Ways to write a host name that a browser takes for the same. */
  const spelling = fc.constantFrom(
    (host) => host,
    (host) => host.toUpperCase(),
    (host) => `${host}.`,
    (host) => host.replace('.', '%2E'),
    (host) => host.replace('.', '。'),
    (host) => host.replace(/^./, '$&\u200b'),
  );

  it('another page of the same site is never left to', () => {
    fc.assert(
      fc.property(site, sub, sub, spelling, end, (name, one, two, spell, rest) => {
        assert.equal(usable(one + name, `https://${spell(two + name)}${rest}`), undefined);
      }),
      { numRuns: runs(2000) },
    );
  });
  it('another site is', () => {
    fc.assert(
      fc.property(site, site, sub, sub, end, (one, two, before, after, rest) => {
        fc.pre(one !== two);
        assert.equal(
          usable(before + one, `https://${after + two}${rest}`),
          new URL(`https://${after + two}${rest}`).href,
        );
      }),
      { numRuns: runs(2000) },
    );
  });
  it('it is `https:`, without a name, and of another host', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'https:',
        'http:',
        'javascript:',
        '//',
        '/',
        '\\',
        '@',
        ':',
        '.',
        '?',
        '#',
        ' ',
        '\t',
        '%2e',
        'agency.org',
        'a',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    const text = fc.oneof(
      fc.webUrl({ validSchemes: ['http', 'https', 'ftp'] }),
      fc.array(piece, { maxLength: 9 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), (given) => {
        const { protocol, username, password, hostname } = new URL(destination('agency.org', given));
        assert.deepEqual([protocol, username, password], ['https:', '', '']);
        assert.doesNotMatch(hostname, /(?:^|\.)agency\.org\.*$/);
      }),
      { numRuns: runs(5000) },
    );
  });
});
