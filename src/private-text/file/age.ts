import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { armor, Decrypter, Encrypter, Stanza } from 'age-encryption';

/** Why a file could not be written or opened. */
export type FileReason =
  /** More than five million bytes. */
  | 'too-large'
  /** The browser could not read it: moved or deleted since it was chosen. */
  | 'unreadable'
  /** No age file, or one for keys, not for a passphrase. */
  | 'not-ours'
  /** It asks for more than 2^18 rounds of scrypt. */
  | 'too-much-work'
  /** The passphrase is another one, or the head of the file is damaged: nobody can tell the two apart. Or it is empty. */
  | 'passphrase'
  /** The passphrase is right or was not tried yet, and bytes are wrong or missing. */
  | 'damaged'
  /** What is inside is no text; or the text has half a character in it, which no file can hold. */
  | 'not-text'
  /** The device has too little memory free. */
  | 'memory'
  /** The code that does it could not be loaded. */
  | 'unavailable';

/** What is to be done: `text` to be sealed, or a file's `bytes` to be opened. */
export type FileJob = { readonly passphrase: string } & ({ readonly text: string } | { readonly bytes: Uint8Array });

/** What came of it. */
export type FileAnswer = { readonly value: string | Uint8Array } | { readonly reason: FileReason };

class Refusal extends Error {
  constructor(readonly reason: FileReason) {
    super(reason);
  }
}

/** The base-2 logarithm of the rounds of scrypt: what we write, and the most that we do for a file; see docs/decisions.md. */
const written = 17;
const most = 18;

/** The whole head of a file for one passphrase. There can be nothing else in it: age allows no second recipient beside a passphrase. */
const head = /^age-encryption\.org\/v1\n-> scrypt [\w+/]{22} ([1-9]\d*)\n[\w+/]{43}\n--- [\w+/]{43}\n/;

const label = 'age-encryption.org/v1/scrypt';
const nonce = new Uint8Array(12);

/** Exact both ways: what is no text is an error, and a mark at the start stays. */
const utf8 = () => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

// In slices, so that a page that has no worker can still be left while this runs: age-encryption's own waits for the end.
async function lock(passphrase: string, salt: Uint8Array, work: number) {
  const salted = Uint8Array.from([...label].map((letter) => letter.charCodeAt(0)).concat(...salt));
  const options = { N: 2 ** work, r: 8, p: 1, dkLen: 32, asyncTick: 40 };
  try {
    return chacha20poly1305(await scryptAsync(passphrase, salted, options), nonce);
  } catch {
    throw new Refusal('memory');
  }
}

/** @param work the base-2 logarithm of the rounds of scrypt. Less than the default is for tests. */
export async function sealAge(text: string, passphrase: string, work = written): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  if (utf8().decode(bytes) !== text) throw new Refusal('not-text');
  if (!passphrase) throw new Refusal('passphrase');
  const file = new Encrypter();
  file.addRecipient({
    async wrapFileKey(key) {
      const salt = crypto.getRandomValues(new Uint8Array(16));
      const wrapped = (await lock(passphrase.normalize('NFKC'), salt, work)).encrypt(key);
      return [new Stanza(['scrypt', btoa(String.fromCharCode(...salt)).slice(0, 22), `${work}`], wrapped)];
    },
  });
  return file.encrypt(bytes);
}

/** An armored file is ASCII, and may have been through an editor: white space and a mark around it. */
function withoutArmor(bytes: Uint8Array) {
  const begins = (part: Uint8Array) => new TextDecoder().decode(part).trimStart().startsWith('-----BEGIN AGE ');
  if (!begins(bytes.subarray(0, 1000))) return bytes;
  try {
    return armor.decode(new TextDecoder().decode(bytes));
  } catch {
    throw new Refusal('damaged');
  }
}

function checkHead(bytes: Uint8Array) {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1000));
  const [whole, work] = head.exec(start) ?? [];
  if (!whole) {
    const stanzas = start.split('\n---', 1)[0]!.match(/\n-> \w*/g);
    const forPassphrase = start.startsWith('age-encryption.org/v1\n') && stanzas?.join() === '\n-> scrypt';
    throw new Refusal(forPassphrase ? 'damaged' : 'not-ours');
  }
  if (Number(work) > most) throw new Refusal('too-much-work');
}

/** Bytes as they came, armored or not. */
export async function openAge(given: Uint8Array, passphrase: string): Promise<string> {
  const bytes = withoutArmor(given);
  checkHead(bytes);
  const file = new Decrypter();
  file.addIdentity({
    async unwrapFileKey([stanza]) {
      const { args, body } = stanza!;
      const salt = Uint8Array.from(atob(args[1]!), (letter) => letter.charCodeAt(0));
      // Other programs take a passphrase as it was typed.
      for (const typed of new Set([passphrase.normalize('NFKC'), passphrase])) {
        const locked = await lock(typed, salt, Number(args[2]));
        try {
          return locked.decrypt(body);
        } catch {
          // The next one.
        }
      }
      throw new Refusal('passphrase');
    },
  });
  let text: Uint8Array;
  try {
    text = await file.decrypt(bytes);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('damaged');
  }
  try {
    return utf8().decode(text);
  } catch {
    throw new Refusal('not-text');
  }
}

/** Does a job and says what came of it, in a form that can be posted from a worker. Never rejects. */
export async function runFileJob(job: FileJob): Promise<FileAnswer> {
  try {
    return { value: await ('text' in job ? sealAge(job.text, job.passphrase) : openAge(job.bytes, job.passphrase)) };
  } catch (error) {
    return { reason: error instanceof Refusal ? error.reason : 'memory' };
  }
}
