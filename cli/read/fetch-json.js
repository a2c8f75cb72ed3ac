import { InputError } from './input-error.js';

/** An address without its query, which may hold a key, and without a password: as it is told. */
export function withoutQuery(address) {
  const url = new URL(address);
  return `${url.origin}${url.pathname}`.replace(/\/$/, '');
}

/** So many times an address may lead on to another one. */
const mostSteps = 5;

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** What asks for a page is no key. */
const ownParameters = ['full', 'per_page', 'page'];
const hasKey = (url) => [...url.searchParams.keys()].some((name) => !ownParameters.includes(name));

const transient = [408, 425, 429, 500, 502, 503, 504];

/** How long a server asks to wait, in milliseconds: `Retry-After` in seconds or as a date. */
function retryAfter(header) {
  if (!header) return;
  const milliseconds = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}

/** The body as text, cut off with an error beyond `limit` bytes, counted after decompression. */
async function readBody(response, limit) {
  const parts = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > limit)
      throw new InputError('too-large', `${withoutQuery(response.url)} returned more than ${limit} bytes.`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/**
 * Makes a function that asks one server for JSON: never more often than agreed, with a time limit for each answer and one
 * for all, and again after a while where the server is busy or fails.
 *
 * @param {object} options
 * @param {string} options.userAgent
 * @param {Record<string, string>} [options.headers] Sent with each request, to this server only.
 * @param {number} options.rate Requests in a second.
 * @param {number} options.timeout For one answer, in milliseconds.
 * @param {number} options.total For everything, in milliseconds.
 * @param {number} options.bytes The largest answer.
 * @param {number} options.retries How many times a request is made again.
 * @param {number} options.backoff The first wait before that, in milliseconds. It doubles.
 * @param {number} options.longestWait A server that asks for a longer one is given up.
 * @returns {(url: URL) => Promise<unknown>} Throws `InputError`: `status`, `network`, `timeout`, `too-large`, `not-json`.
 */
export function politeFetch({ userAgent, headers = {}, rate, timeout, total, bytes, retries, backoff, longestWait }) {
  const end = Date.now() + total;
  let next = 0;

  /** Asks, and goes where the server leads. What may be a key goes to no other server. */
  async function ask(url, signal) {
    for (let step = 0; step < mostSteps; step++) {
      const response = await fetch(url, {
        headers: { accept: 'application/json', 'user-agent': userAgent, ...headers },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'manual',
        signal,
      });
      const next = [301, 302, 303, 307, 308].includes(response.status) && response.headers.get('location');
      if (!next) return response;
      await response.body?.cancel();
      const to = new URL(next, url);
      if (to.origin !== url.origin && (Object.keys(headers).length > 0 || hasKey(url)))
        throw new InputError(
          'network',
          `${withoutQuery(url)} redirects to another server, ${to.origin}. Please give its address.`,
        );
      url = to;
    }
    throw new InputError('network', `${withoutQuery(url)} redirects in a circle.`);
  }

  async function once(url) {
    const shown = withoutQuery(url);
    const signal = AbortSignal.timeout(Math.max(1, Math.min(timeout, end - Date.now())));
    try {
      const response = await ask(url, signal);
      if (!response.ok) {
        await response.body?.cancel();
        const error = new InputError('status', `${shown} answers ${response.status}.`);
        return { error, status: response.status, wait: retryAfter(response.headers.get('retry-after')) };
      }
      const text = await readBody(response, bytes);
      try {
        return { value: JSON.parse(text.replace(/^\ufeff/, '')) };
      } catch {
        return { error: new InputError('not-json', `${shown} returned something that is not JSON.`) };
      }
    } catch (error) {
      if (error instanceof InputError) return { error };
      if (signal.aborted) return { error: new InputError('timeout', `${shown} did not answer in time.`), again: true };
      const cause = error.cause?.code ?? error.cause?.message ?? error.message;
      return { error: new InputError('network', `${shown} cannot be reached: ${cause}.`), again: true };
    }
  }

  return async function fetchJson(url) {
    for (let attempt = 0; ; attempt++) {
      await sleep(next - Date.now());
      if (Date.now() > end)
        throw new InputError('timeout', `${withoutQuery(url)}: reading has taken too long as a whole.`);
      next = Date.now() + 1000 / rate;
      const { value, error, status, wait = 0, again = transient.includes(status) } = await once(url);
      if (!error) return value;
      const pause = Math.max(wait, backoff * 2 ** attempt);
      if (!again || attempt >= retries || pause > longestWait || Date.now() + pause > end)
        throw Object.assign(error, { status });
      await sleep(pause);
    }
  };
}
