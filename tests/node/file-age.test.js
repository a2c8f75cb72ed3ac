/**
 * Does the program that everybody can install open our files, and do we open its files? With the real `age`, which is
 * installed where that is possible.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { armor } from 'age-encryption';
import { openFile, sealFile } from '../../dist/private-text/file/age-file.js';
import { ensureAge, runAge } from '../../tools/age.js';

const isThere = ensureAge();
const where = 'https://age-encryption.org, and `script` of util-linux';

// A build server must have it; somebody's own computer may do without.
const skip =
  !isThere && !process.env.CI && `NOT TESTED: this computer has no age, and none could be installed (${where}).`;
if (skip) console.warn(skip);

describe('the age program', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-age-'));
  after(() => rmSync(folder, { recursive: true }));
  const at = (name) => join(folder, name);
  const age = (args, passphrase) => runAge(args, passphrase, { cwd: folder });

  it('is there', () => assert.ok(isThere, `No age program here (${where}).`));

  const texts = {
    'a few words': ['Plan: call first ☎\n', 'correct horse battery'],
    'more than one chunk, with a passphrase of many scripts': ['né 字 👩‍👧 '.repeat(9000), 'Zoë ña 字 🔑'],
  };
  for (const [what, [text, passphrase]] of Object.entries(texts)) {
    it(`opens what we seal, binary and armored: ${what}`, async () => {
      const sealed = await sealFile(text, passphrase);
      writeFileSync(at('ours.age'), sealed);
      writeFileSync(at('ours.asc'), armor.encode(sealed));
      for (const name of ['ours.age', 'ours.asc']) {
        rmSync(at('opened'), { force: true });
        const { code, shown } = await age(['-d', '-o', 'opened', name], passphrase);
        assert.equal(code, 0, shown);
        assert.equal(readFileSync(at('opened'), 'utf8'), text);
      }
    });
    it(`seals what we open, binary and armored: ${what}`, async () => {
      writeFileSync(at('text'), text);
      for (const form of [[], ['-a']]) {
        rmSync(at('theirs'), { force: true });
        const { code, shown } = await age(['-p', ...form, '-o', 'theirs', 'text'], passphrase);
        assert.equal(code, 0, shown);
        const theirs = readFileSync(at('theirs'));
        assert.equal(theirs.toString('latin1').startsWith('-----BEGIN AGE'), form.length > 0);
        assert.equal(await openFile(theirs, passphrase), text);
      }
    });
  }

  it('does not open what we seal, with another passphrase', async () => {
    writeFileSync(at('ours.age'), await sealFile('words', 'right'));
    const { code, shown } = await age(['-d', '-o', 'not', 'ours.age'], 'wrong');
    assert.equal(code, 1);
    assert.match(shown, /incorrect passphrase/);
  });
  it('opens what was sealed with a passphrase in another form, when the common form is typed', async () => {
    writeFileSync(at('ours.age'), await sealFile('words', 'Zoe\u0308'));
    const { code, shown } = await age(['-d', '-o', 'common', 'ours.age'], 'Zo\u00eb');
    assert.equal(code, 0, shown);
  });
});
