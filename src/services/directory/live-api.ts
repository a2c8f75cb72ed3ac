import type { Service } from '../../content/schema.js';
import { inside, isRecord } from '../../schema/parse.js';
import {
  DirectoryError,
  type Choices,
  type Directory,
  type Filters,
  type Opened,
  type Query,
  type Results,
} from '../directory-contract.js';
import { fetchLines, readJson, type Opening } from './fetch-lines.js';
import type { fromHsds } from '../hsds/from-hsds.js';
import { loadHsds } from './plain-services.js';
import { ServiceIndex } from '../search/service-index.js';
import { yieldToMain } from '../../page/next-task.js';
import { decodePart, encodeParts } from '../search/snapshot.js';

// A live HSDS API. What can be relied on is little: a page has `contents`, and perhaps `empty`. Lists are thin, so for the
// services that are shown one request each asks for the rest; servers ignore paging, filters and what they do not know. What a
// server cannot narrow is narrowed here, among what came.

const largest = 5_000_000;
const perPage = 50;
/** So many pages are asked for one question. */
const mostPages = 8;
/** So many requests run at once, and after so many failures no more are made for one question. */
const atOnce = 4;
const mostFailures = 3;
/** So many services are asked for one by one at a time. */
const mostDetails = 100;

type Item = Record<string, unknown>;

/** Lists that a server leaves out of a thin service. */
const detailed = ['phones', 'locations', 'schedules', 'service_at_locations', 'languages', 'contacts'];
const isThin = (item: Item): boolean =>
  !detailed.some((key) => Array.isArray(inside(item, key)) && (inside(item, key) as unknown[]).length);

const idOf = (item: Item): string => {
  const id = inside(item, 'id');
  return typeof id === 'string' || typeof id === 'number' ? `${id}` : '';
};

interface Listing {
  readonly text: string;
  readonly items: Item[];
  readonly seen: Set<string>;
  pages: number;
  /** There are no more, as far as can be told. */
  complete: boolean;
  /** How many the server says there are. */
  total: number;
  failures: number;
}

/**
 * Opens a live HSDS API, and asks it for a first page to see that it answers.
 *
 * @throws {DirectoryError} `not-link`, `status`, `network` (where a server forbids it to other sites too), `timeout`, `too-large`, `not-json`, `type`.
 */
export async function openApi(url: string, opening: Opening): Promise<Directory> {
  const directory = new ApiDirectory(url, await loadHsds(), opening.patience);
  await directory.open(opening.signal);
  return directory;
}

class ApiDirectory implements Directory {
  #choices: Choices | undefined;
  #listing: Listing | undefined;
  /** What was asked for one by one, while the directory is open. */
  #details = new Map<string, Item>();
  /** The server was asked for whole services and would not have it. */
  #refusesFull = false;
  #asked = 0;
  #ending = new AbortController();

  constructor(
    private readonly url: string,
    private readonly read: typeof fromHsds,
    private readonly patience: number | undefined,
  ) {}

  get opened(): Opened {
    return {
      count: 0,
      made: '',
      areas: [],
      loaded: [],
      problems: [],
      choices: this.#choices ?? new ServiceIndex().choices(0),
    };
  }

  async open(signal: AbortSignal | undefined): Promise<void> {
    const listing = await this.#more(undefined, '', signal);
    this.#listing = listing;
    this.#choices = indexOf(listing.items, this.read).choices(Date.now());
  }

  async search(query: Query, signal?: AbortSignal): Promise<Results> {
    const asked = ++this.#asked;
    const { text, filters, near, first, size } = query;
    // What an older question still waits for is not asked any more.
    this.#ending.abort();
    const ending = (this.#ending = new AbortController());
    const onAbort = () => ending.abort(signal?.reason);
    signal?.addEventListener('abort', onAbort);
    try {
      await yieldToMain();
      signal?.throwIfAborted();
      if (asked !== this.#asked) throw overtaken();
      const asks = { ...query, text: '' };
      const narrowed = isNarrowed(filters) || near !== undefined;
      let listing = this.#listing?.text === text.trim() ? this.#listing : undefined;
      let results: Results | undefined;
      const answer = (items: readonly Item[]) => (results = indexOf(this.#filled(items), this.read).search(asks));
      if (listing && narrowed) answer(listing.items);
      const missing = () => (narrowed ? (results?.total ?? 0) : listing!.items.length) < first + size;
      for (let pages = 0; !listing || (pages < mostPages && !listing.complete && missing()); pages++) {
        listing = this.#listing = await this.#more(listing, text.trim(), ending.signal);
        if (narrowed) await this.#fill(listing, listing.items, ending.signal);
        if (narrowed) answer(listing.items);
      }
      const { items, complete, total } = listing;
      if (narrowed) return results!;
      const shown = new Set(answer(items).found.map(({ service }) => service.id));
      await this.#fill(
        listing,
        items.filter((item) => shown.has(idOf(item))),
        ending.signal,
      );
      const { total: came, ...rest } = answer(items);
      return { ...rest, total: complete ? came : Math.max(total, came) };
    } catch (error) {
      throw asked === this.#asked ? (signal?.aborted ? signal.reason : error) : overtaken();
    } finally {
      signal?.removeEventListener('abort', onAbort);
    }
  }

  load(area: string): Promise<Opened> {
    return Promise.reject(new DirectoryError('unknown-id', area));
  }

  close(): void {
    this.#asked++;
    this.#ending.abort();
    this.#listing = undefined;
    this.#details.clear();
  }

  #filled(items: readonly Item[]): Item[] {
    return items.map((item) => this.#details.get(idOf(item)) ?? item);
  }

  /** Asks for the next page of a listing, or for the first of a new one. */
  async #more(before: Listing | undefined, text: string, signal: AbortSignal | undefined): Promise<Listing> {
    const listing = before ?? { text, items: [], seen: new Set(), pages: 0, complete: false, total: 0, failures: 0 };
    const page = await this.#page(text, listing.pages + 1, signal);
    listing.pages++;
    const said = (...keys: readonly string[]): unknown =>
      keys.map((key) => inside(page, key)).find((one) => one !== undefined);
    const contents = Array.isArray(page) ? (page as unknown[]) : said('contents', 'content');
    if (!Array.isArray(contents)) throw new DirectoryError('type', this.url, 'a page with contents');
    const already = listing.items.length;
    for (const item of (contents as unknown[]).filter(isRecord)) {
      // A page that is ignored comes again as it was.
      const key = idOf(item) || JSON.stringify(item);
      if (listing.seen.has(key)) continue;
      listing.seen.add(key);
      listing.items.push(item);
    }
    const pages = said('total_pages', 'totalPages');
    listing.complete =
      Array.isArray(page) ||
      listing.items.length === already ||
      said('empty') === true ||
      said('last_page', 'last') === true ||
      (typeof pages === 'number' && pages > 0 && listing.pages >= pages);
    const total = said('total_items', 'totalElements');
    listing.total = typeof total === 'number' && Number.isSafeInteger(total) && total >= 0 ? total : 0;
    return listing;
  }

  async #page(text: string, number: number, signal: AbortSignal | undefined): Promise<unknown> {
    const parameters = { ...(text && { search: text }), page: `${number}`, per_page: `${perPage}` };
    if (!this.#refusesFull)
      try {
        return await this.#get('services', { ...parameters, full: 'true' }, signal);
      } catch (error) {
        const refused =
          error instanceof DirectoryError && error.reason === 'status' && /^4(00|04|22)$/.test(error.detail);
        if (!refused) throw error;
        this.#refusesFull = true;
      }
    return this.#get('services', parameters, signal);
  }

  /** Asks for the rest of services that came thin. One that does not come stays thin. */
  async #fill(listing: Listing, items: readonly Item[], signal: AbortSignal): Promise<void> {
    const wanted = items
      .filter((item) => idOf(item) && isThin(item) && !this.#details.has(idOf(item)))
      .slice(0, mostDetails);
    const next = async (): Promise<void> => {
      for (let item = wanted.shift(); item && listing.failures < mostFailures; item = wanted.shift()) {
        try {
          const detail = await this.#get(`services/${encodeURIComponent(idOf(item))}`, {}, signal);
          this.#details.set(idOf(item), isRecord(detail) ? { ...item, ...detail } : item);
        } catch (error) {
          if (signal.aborted || !(error instanceof DirectoryError)) throw error;
          listing.failures++;
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, next));
  }

  async #get(path: string, parameters: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<unknown> {
    const url = addressOf(this.url, path);
    for (const [key, value] of Object.entries(parameters)) url.searchParams.set(key, value);
    const lines: string[] = [];
    // Who may name an address of the page's own server must not thereby send what is searched for elsewhere.
    const asking = { signal, patience: this.patience, largest, stays: true };
    await fetchLines(url.href, asking, (line) => void lines.push(line));
    return readJson(lines.join('\n'), this.url);
  }
}

const overtaken = () => new DOMException('A newer question was asked, or the directory was closed.', 'AbortError');

/** An address below that of the API. What is in its query string, such as a tenant, stays. */
function addressOf(base: string, path: string): URL {
  let url: URL | undefined;
  try {
    url = new URL(base);
  } catch {
    // Told below.
  }
  if (!url || !/^https?:$/.test(url.protocol)) throw new DirectoryError('not-link', base);
  // Who gives the address of the list means the API.
  url.pathname = `${url.pathname.replace(/\/+(services\/*)?$/, '')}/${path}`;
  return url;
}

const isNarrowed = ({ terms, age, languages, free, openNow, reach }: Filters): boolean =>
  terms.length + languages.length + reach.length > 0 || free || openNow || age !== undefined;

/** What came, ready to be narrowed, in the order of the server. */
function indexOf(items: readonly Item[], read: typeof fromHsds): ServiceIndex {
  const index = new ServiceIndex({ ranked: true });
  const services = items.flatMap((item): readonly Service[] => read(item).services);
  for (const text of encodeParts(services.map((service) => ({ service, copy: undefined }))))
    index.add(decodePart(JSON.parse(text), '$', []));
  index.settle();
  return index;
}
