import type { Problem } from '../schema/parse.js';

/** The child in which a page writes content for an element. */
export const contentScript = 'script[type="application/json"]';

/** An element to which a page can give content of its own. */
export interface OwnContentHost extends Element {
  /** A pack, as an object. What is false in JavaScript is none. */
  readonly content?: unknown;
  /** The address of a pack. Empty: none. */
  readonly src?: string;
}

/** What a page gives an element as content of its own. What comes first counts; behind it, the child is not looked for. */
export type OwnContent = readonly [content: unknown, src: string, child: string];

const seconds = 10;
const megabyte = 1_000_000;

/** What an address gave: a value that is still to be parsed, or the problem that kept it from coming. */
export interface Loaded {
  readonly value?: unknown;
  readonly problem?: Problem;
}

const loading = new Map<string, Promise<Loaded>>();

/** What stands in a child script of an element that holds JSON. Empty: there is none. */
export const childJson = (host: Element): string => host.querySelector(`:scope > ${contentScript}`)?.textContent ?? '';

/** What the page gives an element now. Entries that are equal to those before mean that nothing has changed. */
export function ownContentOf(host: OwnContentHost): OwnContent {
  const { content, src = '' } = host;
  return [content, src, content || src ? '' : childJson(host)];
}

/** The content itself, or the problem with it; a promise, where it has to be fetched. `undefined`: the page gives none. */
export function readOwnContent([content, src, child]: OwnContent): Loaded | Promise<Loaded> | undefined {
  if (content) return { value: content };
  if (src) return loadPack(src);
  return child ? readInPage(child) : undefined;
}

/**
 * JSON that stands in the page itself. Editors of sites make paragraphs of blank lines in it. What they put in stands at the beginnings and ends of
 * lines, where no text of JSON can be, so it can be taken out. Where the page is still being read, it can be cut short: once the rest is
 * there, it is read again.
 */
export function readInPage(json: string): Loaded {
  try {
    return { value: JSON.parse(json.replace(/^<p>|<\/p>$/gm, '')) as unknown };
  } catch {
    const detail = /<\/?(p|br)\b/.test(json)
      ? 'an editor has put <p> or <br> into it: write it without blank lines'
      : '';
    return { problem: { path: '$', reason: 'not-json', detail } };
  }
}

/**
 * The JSON at an address that the page has set. One request for an address, however many elements ask; a failed one is
 * asked again the next time. No credentials, no referrer, at most ten seconds and a million characters of UTF-8. Never rejects.
 */
function loadPack(url: string): Promise<Loaded> {
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
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    let json = '';
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      json += decoder.decode(part.value, { stream: true });
      if (json.length > megabyte) {
        void reader?.cancel();
        return fail('too-large');
      }
    }
    return { value: JSON.parse(json) as unknown };
  } catch (error) {
    return error instanceof SyntaxError ? fail('not-json') : signal.aborted ? fail('timeout') : fail('network');
  }
}
