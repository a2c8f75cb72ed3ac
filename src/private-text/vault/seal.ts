// How a notebook is sealed: a key for the data, made at random, wrapped with a key that comes from the passphrase.
//
//   0      1        the form of the record: 1
//   1      4        iterations of PBKDF2, most significant byte first
//   5      16       salt of PBKDF2
//   21     12       nonce of the wrapped key
//   33     48       wrapped key, 32 bytes and 16 of tag; bound to what is before its nonce
//   81     4        revision, counted from 1
//   85     12       nonce of the text
//   97     …        sealed text, and 16 bytes of tag; bound to all before it

const form = 1;
const wrapAt = 21;
const wrappedAt = 33;
const revisionAt = 81;
const nonceAt = 85;
const textAt = 97;
const tag = 16;
/** The text is filled up to a multiple of this, so that its size tells little. */
const block = 4096;

/**
 * How often the passphrase is hashed: a guess costs as much.
 *
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2 600,000 for PBKDF2-HMAC-SHA256 (read 2025).
 */
const iterations = 600_000;
/** A record that asks for more would keep a phone busy for a minute. */
const mostIterations = 10_000_000;

/** Why a record was not opened. `passphrase`: another passphrase, or a record that was changed; which of them cannot be told. */
export type SealReason = 'passphrase' | 'damaged' | 'newer';

/** A record was not opened. Nothing was changed. */
export class SealError extends Error {
  override readonly name = 'SealError';
  readonly reason: SealReason;

  constructor(reason: SealReason) {
    super(reason);
    this.reason = reason;
  }
}

/** What seals and opens as long as a notebook is open: no passphrase, and no key that could be read out. */
export interface Seal {
  /** The first 81 bytes of every record that is sealed with it. */
  readonly head: Uint8Array<ArrayBuffer>;
  readonly key: CryptoKey;
}

/** A record that was opened. */
export interface OpenedRecord {
  readonly text: string;
  readonly revision: number;
}

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** Whether this page can seal: a page that came by `http:` cannot. */
export const canSeal = (): boolean => !!globalThis.crypto?.subtle;

const gcm = (bytes: Uint8Array<ArrayBuffer>, nonce: number, bound: number): AesGcmParams => ({
  name: 'AES-GCM',
  iv: bytes.subarray(nonce, nonce + 12),
  additionalData: bytes.subarray(0, bound),
});

/** The key that a passphrase stands for, however its letters were composed by the keyboard. */
async function wrappingKey(passphrase: string, head: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: head.subarray(5, wrapAt), iterations: readUint32(head, 1) };
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

const dataKey = (raw: BufferSource) => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

const readUint32 = (bytes: Uint8Array, at: number) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);

/** Makes a new key for the data, wrapped with a passphrase. */
export async function newSeal(passphrase: string): Promise<Seal> {
  const head = new Uint8Array(revisionAt);
  head[0] = form;
  new DataView(head.buffer).setUint32(1, iterations);
  head.set(random(wrappedAt - 5), 5);
  const raw = random(32);
  const wrapped = await crypto.subtle.encrypt(gcm(head, wrapAt, wrapAt), await wrappingKey(passphrase, head), raw);
  head.set(new Uint8Array(wrapped), wrappedAt);
  const key = await dataKey(raw);
  raw.fill(0);
  return { head, key };
}

/**
 * Unwraps the key of a record.
 *
 * @throws {SealError} `newer`: of a later version of this library. `damaged`: no such record. `passphrase`: it does not unwrap.
 */
export async function unwrap(record: Uint8Array, passphrase: string): Promise<Seal> {
  const head = new Uint8Array(checked(record).subarray(0, revisionAt));
  const kek = await wrappingKey(passphrase, head);
  try {
    const wrapped = head.subarray(wrappedAt);
    const raw = await crypto.subtle.decrypt(gcm(head, wrapAt, wrapAt), kek, wrapped);
    const key = await dataKey(raw);
    new Uint8Array(raw).fill(0);
    return { head, key };
  } catch {
    throw new SealError('passphrase');
  }
}

/** Seals a text as a whole record. */
export async function seal({ head, key }: Seal, { text, revision }: OpenedRecord): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(text);
  const filled = new Uint8Array(Math.ceil((bytes.length + 1) / block) * block).fill(0x20);
  filled.set(bytes);
  const record = new Uint8Array(textAt + filled.length + tag);
  record.set(head);
  new DataView(record.buffer).setUint32(revisionAt, revision);
  record.set(random(12), nonceAt);
  record.set(new Uint8Array(await crypto.subtle.encrypt(gcm(record, nonceAt, textAt), key, filled)), textAt);
  return record;
}

/**
 * Opens a record.
 *
 * @throws {SealError} `newer` as in `unwrap`; `damaged`: it was not sealed with this key, or was changed since.
 */
export async function open({ key }: Seal, record: Uint8Array): Promise<OpenedRecord> {
  const bytes = new Uint8Array(checked(record));
  try {
    const text = await crypto.subtle.decrypt(gcm(bytes, nonceAt, textAt), key, bytes.subarray(textAt));
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(text).trimEnd(),
      revision: readUint32(bytes, revisionAt),
    };
  } catch {
    throw new SealError('damaged');
  }
}

/** Whether two records were sealed with one key, wrapped once with one passphrase. What is no record is like none. */
export const haveSameSeal = (one: Uint8Array, other: Uint8Array): boolean =>
  [one, other].every(({ length }) => length > textAt + tag) &&
  one.subarray(0, revisionAt).every((byte, at) => byte === other[at]);

function checked(record: Uint8Array): Uint8Array {
  if (record[0]! > form) throw new SealError('newer');
  const count = record.length > textAt + tag && record[0] === form ? readUint32(record, 1) : 0;
  if (count < iterations || count > mostIterations) throw new SealError('damaged');
  return record;
}
