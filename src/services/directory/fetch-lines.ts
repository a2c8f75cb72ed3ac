import { DirectoryError, type DirectoryReason } from '../directory-contract.js';

/** How a directory is opened. */
export interface Opening {
  /** Ends it; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** For how many milliseconds an address may send nothing. Thirty seconds, where nothing else is said. */
  readonly patience?: number | undefined;
}

/** How an address is asked. */
export interface Asking extends Opening {
  /** The most characters that are read. */
  readonly largest: number;
  /** An address of the page's own server leads to no other one: then the answer fails, and the other server is not asked. */
  readonly stays?: boolean;
}

/** A whole answer takes at most so many times the patience. */
const wholeAnswer = 6;
const patience = 30_000;

/**
 * Asks an address, and hands over what comes, line by line. No credentials, no referrer.
 *
 * @param take Takes a line without its end. The next one waits for it.
 * @returns The address that answered in the end.
 * @throws {DirectoryError} `status`, `network`, `timeout`, `too-large`, and what `take` throws.
 */
export async function fetchLines(
  url: string,
  { signal, patience: most = patience, largest, stays }: Asking,
  take: (line: string, address: string) => void | Promise<void>,
): Promise<string> {
  signal?.throwIfAborted();
  const ending = new AbortController();
  const fail = (reason: DirectoryReason, detail = '') => new DirectoryError(reason, url, detail);
  const late = () => ending.abort(fail('timeout'));
  const onAbort = () => ending.abort(signal?.reason);
  signal?.addEventListener('abort', onAbort);
  const whole = setTimeout(late, wholeAnswer * most);
  let timer = setTimeout(late, most);
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      mode: stays && new URL(url).origin === globalThis.origin ? 'same-origin' : 'cors',
      signal: ending.signal,
    }).catch(() => {
      throw ending.signal.aborted ? ending.signal.reason : fail('network');
    });
    if (!response.ok) throw fail('status', `${response.status}`);
    const reader = response.body?.getReader();
    const address = response.url || url;
    const decoder = new TextDecoder();
    const rest: string[] = [];
    let size = 0;
    for (;;) {
      clearTimeout(timer);
      timer = setTimeout(late, most);
      const part = await reader?.read().catch(() => {
        throw ending.signal.aborted ? ending.signal.reason : fail('network');
      });
      const text = part?.value ? decoder.decode(part.value, { stream: true }) : decoder.decode();
      size += text.length;
      if (size > largest) throw fail('too-large', `more than ${largest} characters`);
      clearTimeout(timer);
      const lines = text.split('\n');
      for (const [at, line] of lines.entries()) {
        rest.push(line);
        if (at === lines.length - 1) break;
        await take(rest.join(''), address);
        rest.length = 0;
        ending.signal.throwIfAborted();
      }
      if (!part || part.done) break;
    }
    await take(rest.join(''), address);
    return address;
  } finally {
    clearTimeout(timer);
    clearTimeout(whole);
    signal?.removeEventListener('abort', onAbort);
    // Whatever is still to come is not wanted.
    ending.abort();
  }
}

/** Reads JSON that has come, or says that it is none. */
export function readJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new DirectoryError('not-json', path);
  }
}
