/**
 * Does a text come out of its file as it went in, and does nothing else come out of any file? Files are small here, and made with
 * few rounds of scrypt where thousands are opened; what is written for people is tested with the rounds that it has.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient, Stanza } from 'age-encryption';
import fc from 'fast-check';
import { openAge as open, runFileJob, sealAge as seal } from '../../dist/private-text/file/age.js';
import { FileError, loadFileCodeWith, openFile, sealFile } from '../../dist/private-text/file/age-file.js';
import { runs } from '../thorough.js';

const few = 1;
const text = 'Plan: call first ☎';
const passphrase = 'correct horse battery';
const small = await seal(text, passphrase, few);

const encode = (words) => new TextEncoder().encode(words);
const asAscii = (bytes) => new TextDecoder('latin1').decode(bytes);
const asBytes = (ascii) => Uint8Array.from(ascii, (letter) => letter.charCodeAt(0));

/** What a file gives: its text, or the reason why it gives none. */
const tried = async (bytes, typed = passphrase) => {
  const { value, reason } = await runFileJob({ bytes, passphrase: typed });
  return reason ?? { value };
};

/** A file of another program, which takes the passphrase as it was typed. */
const theirs = (inside, typed = passphrase) => {
  const file = new Encrypter();
  file.setPassphrase(typed);
  file.setScryptWorkFactor(few);
  return file.encrypt(inside);
};

/** A file with other recipients than a passphrase should have. */
const withRecipients = (...recipients) => {
  const file = new Encrypter();
  for (const recipient of recipients) file.addRecipient(recipient);
  return file.encrypt(text);
};
const scryptStanza = (work = '1', salt = 'A'.repeat(22), body = new Uint8Array(32)) => ({
  wrapFileKey: () => [new Stanza(['scrypt', salt, work], body)],
});

const key = await identityToRecipient(await generateX25519Identity());
const forKey = await withRecipients(key);

describe('what is sealed', () => {
  it('is opened with the same passphrase', async () => {
    const sealed = await sealFile(text, passphrase);
    assert.equal(await openFile(sealed, passphrase), text);
    assert.equal(await openFile(new Blob([sealed]), passphrase), text);
    assert.equal(await openFile(encode(armor.encode(sealed)), passphrase), text);
  });
  it('has 2^17 rounds, and says nothing but that', async () => {
    const sealed = asAscii(await sealFile('words words words', 'passphrase'));
    const [version, stanza, wrapped, mac] = sealed.split('\n');
    assert.equal(version, 'age-encryption.org/v1');
    assert.match(stanza, /^-> scrypt [\w+/]{22} 17$/);
    assert.match(wrapped, /^[\w+/]{43}$/);
    assert.match(mac, /^--- [\w+/]{43}$/);
    assert.doesNotMatch(sealed, /words|passphrase/);
  });
  it('is another file each time', async () => {
    const [one, other] = [asAscii(small), asAscii(await seal(text, passphrase, few))];
    assert.notEqual(one.split(' ')[2], other.split(' ')[2]);
    assert.notEqual(one.split('\n')[4], other.split('\n')[4]);
  });
  it('comes out as it went in, whatever it is', async () => {
    const anything = fc.string({ unit: 'binary', maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(anything, fc.string({ unit: 'binary', minLength: 1 }), async (words, typed) => {
        assert.equal(await open(await seal(words, typed, few), typed), words);
      }),
      { numRuns: runs(200) },
    );
  });
  it('is refused when a character in it is cut in half, and else comes out as it went in', async () => {
    const halves = fc.string({ unit: fc.constantFrom('a', '\ud83d', '\udd11', '\ufffd', '\ufeff', '\0') });
    await fc.assert(
      fc.asyncProperty(halves, async (words) => {
        const came = await seal(words, passphrase, few).then(
          (sealed) => open(sealed, passphrase),
          ({ reason }) => reason,
        );
        assert.equal(came, /\p{Surrogate}/u.test(words) ? 'not-text' : words);
      }),
    );
  });
  it('holds half a character when it is JSON', async () => {
    const json = JSON.stringify({ note: 'cut in half \ud83d' });
    assert.deepEqual(JSON.parse(await open(await seal(json, passphrase, few), passphrase)), JSON.parse(json));
  });
  it('keeps a mark at its start, and every end of line', async () => {
    const words = '\ufeffone\r\ntwo\rthree\n\n';
    assert.equal(await open(await seal(words, passphrase, few), passphrase), words);
  });
  it('is opened by the library that other programs use, and the other way round', async () => {
    const file = new Decrypter();
    file.addPassphrase(passphrase);
    assert.equal(await file.decrypt(small, 'text'), text);
    assert.equal(await open(await theirs(text), passphrase), text);
  });
  it('needs no crypto.subtle, which a page without https does not have', async () => {
    const subtle = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(crypto), 'subtle');
    const refused = { ...subtle, get: () => assert.fail('It was asked for.') };
    Object.defineProperty(Object.getPrototypeOf(crypto), 'subtle', refused);
    try {
      assert.equal(await open(await seal(text, passphrase, few), passphrase), text);
    } finally {
      Object.defineProperty(Object.getPrototypeOf(crypto), 'subtle', subtle);
    }
  });
  it('needs a passphrase', async () => {
    await assert.rejects(sealFile(text, ''), { name: 'FileError', reason: 'passphrase' });
  });
});

describe('a passphrase', () => {
  const same = {
    'with an accent, composed or not': ['Zo\u00eb caf\u00e9', 'Zoe\u0308 cafe\u0301'],
    'of wide and of narrow letters': ['ＡＢＣ１２３', 'ABC123'],
    'with a ligature': ['\ufb01ne', 'fine'],
    'in Korean, by letters or by syllables': ['\ud55c\uae00', '\u1112\u1161\u11ab\u1100\u1173\u11af'],
    'with a space that does not break': ['a\u00a0b', 'a b'],
  };
  for (const [what, [one, other]] of Object.entries(same))
    it(`opens the same, typed on another device: ${what}`, async () => {
      assert.equal(await open(await seal(text, one, few), other), text);
      assert.equal(await open(await seal(text, other, few), one), text);
    });
  it('opens a file of a program that took it as it was typed', async () => {
    for (const [one, other] of Object.values(same))
      for (const typed of [one, other]) assert.equal(await open(await theirs(text, typed), typed), text);
  });
  it('that is another one opens nothing', async () => {
    for (const typed of ['', ' ', 'Correct horse battery', `${passphrase} `])
      assert.equal(await tried(small, typed), 'passphrase');
  });
});

describe('a file that is none of ours', () => {
  const files = {
    nothing: new Uint8Array(),
    'one byte': Uint8Array.of(97),
    zeros: new Uint8Array(1000),
    'a ZIP archive': asBytes('PK\x03\x04\x14\0\0\0\x08\0'.padEnd(400, 'x')),
    'a PDF': encode('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'.padEnd(400, 'x')),
    'a picture': asBytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'.padEnd(400, '\0')),
    'a web page': encode('<!doctype html><title>Sorry</title><p>Log in.</p>'),
    'text with an age file in it': asBytes(`see:\n${asAscii(small)}`),
    'text before an armored file': encode(`see:\n${armor.encode(small)}`),
    'an armored message of another program': encode('-----BEGIN PGP MESSAGE-----\n\nAAAA\n-----END PGP MESSAGE-----\n'),
    'a newer version of age': asBytes(asAscii(small).replace('/v1', '/v2')),
    'the first line of age and nothing more': encode('age-encryption.org/v1\n'),
    'a file for a key': forKey,
    'a file for a key, armored': encode(armor.encode(forKey)),
    'a file for two passphrases': withRecipients(scryptStanza(), scryptStanza()),
    'a file for a passphrase and a key': withRecipients(scryptStanza(), key),
    'a file for a kind of recipient that nobody knows': withRecipients({
      wrapFileKey: () => [new Stanza(['example.org/new', 'x'], new Uint8Array(32))],
    }),
    'a file with a thousand recipients': withRecipients(...Array(1000).fill(scryptStanza())),
    'a head that does not end': asBytes(`age-encryption.org/v1\n-> ${'x'.repeat(1_000_000)}`),
    'white space without end': encode(' '.repeat(1_000_000)),
  };
  for (const [what, bytes] of Object.entries(files))
    it(`is told: ${what}`, async () => assert.equal(await tried(await bytes), 'not-ours'));

  it('gives nothing, whatever it is', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.uint8Array({ maxLength: 400 }).map((rest) => asBytes('age-encryption.org/v1\n' + asAscii(rest))),
      fc.string({ unit: fc.constantFrom(...'age-encryption.org/v1\n->scrypt AB1 =') }).map(encode),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (given) => assert.match(await tried(given), /^(not-ours|damaged)$/)),
      { numRuns: runs(500) },
    );
  });
});

describe('a file that asks for too much', () => {
  for (const work of ['19', '20', '30', '63', '1000', '9'.repeat(300)])
    it(`of the processor is refused: 2^${work.slice(0, 10)}`, async () =>
      assert.equal(await tried(await withRecipients(scryptStanza(work))), 'too-much-work'));
  for (const work of ['0', '01', '-1', '1e1', '0x1', '1.5', '٣', 'NaN', ''])
    it(`has a number of rounds that is none: "${work}"`, async () => {
      const bytes = encode(asAscii(small).split(' 1\n')[0] + ` ${work}\n`);
      const whole = Uint8Array.from([...bytes, ...asBytes(asAscii(small).split(' 1\n')[1])]);
      assert.equal(await tried(whole), 'damaged');
    });
  it('of the memory is told', async () => {
    const real = globalThis.Uint8Array;
    globalThis.Uint8Array = new Proxy(real, {
      construct(target, args, made) {
        if (args[0] > 10_000_000) throw new RangeError('Array buffer allocation failed');
        return Reflect.construct(target, args, made);
      },
    });
    try {
      assert.deepEqual(await runFileJob({ text, passphrase }), { reason: 'memory' });
    } finally {
      globalThis.Uint8Array = real;
    }
  });
  it('of the line is refused before it is read', async () => {
    class Film extends Blob {
      get size() {
        return 5_000_001;
      }
      arrayBuffer() {
        assert.fail('It was read.');
      }
    }
    await assert.rejects(openFile(new Film(), passphrase), { reason: 'too-large' });
    await assert.rejects(openFile(new Uint8Array(5_000_001), passphrase), { reason: 'too-large' });
  });
  it('is not written either', async () => {
    await assert.rejects(sealFile('x'.repeat(5_000_001), passphrase), { reason: 'too-large' });
    await assert.rejects(sealFile('é'.repeat(2_500_000), passphrase), { reason: 'too-large' });
  });
});

describe('a damaged file', () => {
  it('is refused when it ends early, wherever that is', async () => {
    const reasons = [];
    for (let length = 0; length < small.length; length++) reasons.push(await tried(small.slice(0, length)));
    const start = 'age-encryption.org/v1\n-> scrypt '.length;
    assert.deepEqual([...new Set(reasons.slice(0, start - 1))], ['not-ours']);
    assert.deepEqual([...new Set(reasons.slice(start - 1))], ['damaged']);
  });
  it('is refused when it ends early between two of its parts', async () => {
    const long = await seal('x'.repeat(200_000), passphrase, few);
    const first = asAscii(long).indexOf('\n---') + '\n--- '.length + 43 + 1 + 16;
    const part = 65_536 + 16;
    for (const length of [0, 16, part - 1, part, part + 1, 2 * part, 3 * part])
      assert.equal(await tried(long.slice(0, first + length)), 'damaged');
  });
  it('is refused when parts of it change places', async () => {
    const long = await seal('x'.repeat(200_000), passphrase, few);
    const first = asAscii(long).indexOf('\n---') + '\n--- '.length + 43 + 1 + 16;
    const part = 65_536 + 16;
    const moved = long.slice();
    moved.set(long.slice(first, first + part), first + part);
    moved.set(long.slice(first + part, first + 2 * part), first);
    assert.equal(await tried(moved), 'damaged');
  });
  it('is refused when any bit of it is another', async () => {
    for (let bit = 0; bit < small.length * 8; bit++) {
      const flipped = small.slice();
      flipped[bit >> 3] ^= 1 << (bit & 7);
      const reason = await tried(flipped);
      assert.equal(typeof reason, 'string', `bit ${bit}`);
    }
    assert.deepEqual(await tried(small), { value: text });
  });
  it('is refused when something follows', async () => {
    for (const more of [[0], [10], small]) assert.equal(await tried(Uint8Array.from([...small, ...more])), 'damaged');
  });
  it('that holds no text is told', async () => {
    for (const inside of [[0xff], [0xc3], [0xed, 0xa0, 0xbd], [0xc0, 0x80]])
      assert.equal(await tried(await theirs(Uint8Array.from(inside))), 'not-text');
  });
  it('that is moved away after it was chosen is told', async () => {
    class Gone extends Blob {
      arrayBuffer() {
        return Promise.reject(new Error('NotReadableError'));
      }
    }
    await assert.rejects(openFile(new Gone(), passphrase), { reason: 'unreadable' });
  });
});

describe('an armored file', () => {
  const armored = armor.encode(small);
  const fine = {
    'as it is': armored,
    'with the ends of line of Windows': armored.replaceAll('\n', '\r\n'),
    'without its last end of line': armored.trimEnd(),
    'with empty lines and spaces around it': `\n \r\n${armored}\n\t\n`,
    'with a mark at its start': `\ufeff${armored}`,
  };
  for (const [what, words] of Object.entries(fine))
    it(`is opened: ${what}`, async () => assert.deepEqual(await tried(encode(words)), { value: text }));

  const lines = armored.split('\n');
  const wrong = {
    'words after it': `${armored}sent from my phone\n`,
    'two of them': armored + armored,
    'words in it': [...lines.slice(0, 2), 'words', ...lines.slice(2)].join('\n'),
    'an empty line in it': [...lines.slice(0, 2), '', ...lines.slice(2)].join('\n'),
    'a line missing': [...lines.slice(0, 1), ...lines.slice(2)].join('\n'),
    'no end': lines.slice(0, -2).join('\n'),
    'nothing in it': [lines[0], ...lines.slice(-2)].join('\n'),
    'ends of line of another kind': armored.replaceAll('\n', '\r'),
    'a sign in it that does not belong': armored.replace(/[A-Z]{2}/g, '!!'),
  };
  for (const [what, words] of Object.entries(wrong))
    it(`is refused: ${what}`, async () => assert.match(await tried(encode(words)), /^(damaged|not-ours)$/));

  it('is refused when it ends early, wherever that is', async () => {
    for (let length = 0; length < armored.trimEnd().length; length++)
      assert.match(await tried(encode(armored.slice(0, length))), /^(damaged|not-ours)$/);
  });
  it('gives the same text or none when any bit of it is another', async () => {
    const bytes = encode(armored);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = bytes.slice();
      flipped[bit >> 3] ^= 1 << (bit & 7);
      const came = await tried(flipped);
      assert.ok(typeof came === 'string' || came.value === text, `bit ${bit}`);
    }
  });
});

describe('where the code cannot be loaded', () => {
  it('that is told, and the next time it is tried again', async () => {
    const code = await import('../../dist/private-text/file/age.js');
    let times = 0;
    loadFileCodeWith(() => (times++ ? Promise.resolve(code) : Promise.reject(new Error('No network.'))));
    await assert.rejects(openFile(small, passphrase), (error) => {
      assert.ok(error instanceof FileError);
      return error.reason === 'unavailable';
    });
    assert.equal(await openFile(small, passphrase), text);
    loadFileCodeWith(() => import('../../dist/private-text/file/age.js'));
  });
});

describe('a signal', () => {
  it('that is given before ends it before anything is loaded', async () => {
    loadFileCodeWith(() => assert.fail('It was loaded.'));
    await assert.rejects(sealFile(text, passphrase, AbortSignal.abort('locked')), (reason) => reason === 'locked');
    loadFileCodeWith(() => import('../../dist/private-text/file/age.js'));
  });
  it('that is given meanwhile ends it', async () => {
    const ends = new AbortController();
    const sealed = sealFile(text, passphrase, ends.signal);
    ends.abort('locked');
    await assert.rejects(sealed, (reason) => reason === 'locked');
  });
});
