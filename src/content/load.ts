import type { Problem } from '../parse/schema.js';

const seconds = 10;
const megabyte = 1_000_000;

/** What an address gave: a value that is still to be parsed, or the problem that kept it from coming. */
export interface Loaded {
  readonly value?: unknown;
  readonly problem?: Problem;
}

const loading = new Map<string, Promise<Loaded>>();

/**
 * The JSON at an address that the page has set. One request for an address, however many elements ask; a failed one is
 * asked again the next time. No credentials, no referrer, at most ten seconds and one megabyte. Never rejects.
 */
export function loadPack(url: string): Promise<Loaded> {
  let pack = loading.get(url);
  if (!pack) {
    pack = request(url);
    loading.set(url, pack);
    void pack.then((loaded) => loaded.problem && loading.delete(url));
  }
  return pack;
}

async function request(url: string): Promise<Loaded> {
  const fail = (reason: Problem['reason'], detail = ''): Loaded => ({ problem: { path: url, reason, detail } });
  const signal = AbortSignal.timeout(seconds * 1000);
  try {
    const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', signal });
    if (!response.ok) return fail('status', `${response.status}`);
    const bytes = await readUpTo(response, megabyte);
    if (!bytes) return fail('too-large', `${megabyte} bytes`);
    const json = decode(bytes);
    try {
      return { value: JSON.parse(json) as unknown };
    } catch {
      return fail('not-json');
    }
  } catch {
    return signal.aborted ? fail('timeout', `${seconds} s`) : fail('network');
  }
}

async function readUpTo(response: Response, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = response.body?.getReader();
  const chunks: BlobPart[] = [];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > limit) {
      void reader?.cancel();
      return;
    }
    chunks.push(part.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** UTF-8 or, where its byte order mark says so, UTF-16. The mark itself is dropped. */
function decode(bytes: Uint8Array<ArrayBuffer>): string {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  return new TextDecoder(mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8').decode(bytes);
}
