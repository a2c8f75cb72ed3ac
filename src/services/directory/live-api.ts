import type { Service } from '../schema.js';
import { overtaken } from './overtaken.js';
import { isRecord } from '../../schema/parse.js';
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
import { HsdsApi, idOf, isThin, type HsdsList } from './hsds-page.js';
import { loadHsds } from './plain-services.js';
import { ServiceIndex } from '../search/service-index.js';
import { yieldToMain } from '../../page/next-task.js';
import { chunksOf } from '../search/snapshot-read.js';

// A live HSDS API. Lists are thin, so for the services that are shown one request each asks for the rest. Servers ignore filters:
// what a server cannot narrow is narrowed here, among what came.

const largest = 5_000_000;
const perPage = 50;
/** So many pages are asked for one question. */
const mostPages = 8;
/** So many requests run at once, and after so many failures no more are made for one question. */
const atOnce = 4;
const mostFailures = 3;
/** So many services are asked for one by one at a time. */
const mostDetails = 100;

/** What a server lists for one text. */
interface Listing {
  readonly text: string;
  readonly list: HsdsList;
  /** How many services it would not give by themselves. */
  failures: number;
}

/**
 * Opens a live HSDS API, and asks it for a first page to see that it answers.
 *
 * @throws {DirectoryError} `not-link`, `status`, `network` (where a server forbids it to other sites too), `timeout`, `too-large`, `not-json`, `type`.
 */
export async function openApi(url: string, opening: Opening): Promise<Directory> {
  if (!isWebAddress(url)) throw new DirectoryError('not-link', url);
  const directory = new ApiDirectory(url, await loadHsds(), opening.patience);
  await directory.open(opening.signal);
  return directory;
}

class ApiDirectory implements Directory {
  #choices: Choices | undefined;
  #listing: Listing | undefined;
  /** What was asked for one by one, while the directory is open. */
  #details = new Map<string, object>();
  /** What each item was read as. */
  readonly #services = new WeakMap<object, readonly Service[]>();
  readonly #api: HsdsApi;
  #asked = 0;
  #ending = new AbortController();

  constructor(
    private readonly url: string,
    private readonly read: typeof fromHsds,
    private readonly patience: number | undefined,
  ) {
    this.#api = new HsdsApi(url, {
      get: (address, signal) => this.#get(address, signal),
      statusOf: (error) =>
        error instanceof DirectoryError && error.reason === 'status' ? Number(error.detail) : undefined,
      perPage,
    });
  }

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
    this.#choices = this.#indexOf(listing.list.items).choices(Date.now());
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
      const answer = (items: readonly unknown[]) => (results = this.#indexOf(this.#filled(items)).search(asks));
      if (listing && narrowed) answer(listing.list.items);
      const missing = () => (narrowed ? (results?.total ?? 0) : listing!.list.items.length) < first + size;
      for (let pages = 0; !listing || (pages < mostPages && !listing.list.isComplete && missing()); pages++) {
        listing = this.#listing = await this.#more(listing, text.trim(), ending.signal);
        if (narrowed) await this.#fill(listing, listing.list.items, ending.signal);
        if (narrowed) answer(listing.list.items);
      }
      const { items, isComplete, total = 0 } = listing.list;
      if (narrowed) return results!;
      const shown = new Set(answer(items).found.map(({ service }) => service.id));
      await this.#fill(
        listing,
        items.filter((item) => shown.has(idOf(item))),
        ending.signal,
      );
      const { total: came, ...rest } = answer(items);
      return { ...rest, total: isComplete ? came : Math.max(total, came) };
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

  #filled(items: readonly unknown[]): unknown[] {
    return items.map((item) => this.#details.get(idOf(item)) ?? item);
  }

  /** What came, ready to be narrowed, in the order of the server. */
  #indexOf(items: readonly unknown[]): ServiceIndex {
    const index = new ServiceIndex({ ranked: true });
    const services = items.filter(isRecord).flatMap((item) => {
      const services = this.#services.get(item) ?? this.read(item).services;
      this.#services.set(item, services);
      return services;
    });
    for (const chunk of chunksOf(services)) index.add(chunk);
    index.settle();
    return index;
  }

  /** Asks for the next page of a listing, or for the first of a new one. */
  async #more(before: Listing | undefined, text: string, signal: AbortSignal | undefined): Promise<Listing> {
    const listing = before ?? { text, list: this.#api.list(text), failures: 0 };
    if (!(await listing.list.more(signal))) throw new DirectoryError('type', this.url, 'a page with contents');
    return listing;
  }

  /** Asks for the rest of services that came thin. One that does not come stays thin. */
  async #fill(listing: Listing, items: readonly unknown[], signal: AbortSignal): Promise<void> {
    const wanted = items
      .filter((item) => idOf(item) && isThin(item) && !this.#details.has(idOf(item)))
      .slice(0, mostDetails);
    const next = async (): Promise<void> => {
      for (let item = wanted.shift(); item && listing.failures < mostFailures; item = wanted.shift()) {
        try {
          const whole = await this.#api.whole(item, signal);
          if (whole) this.#details.set(idOf(item), whole);
          else listing.failures++;
        } catch (error) {
          if (signal.aborted || !(error instanceof DirectoryError)) throw error;
          listing.failures++;
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, next));
  }

  async #get(url: URL, signal?: AbortSignal): Promise<unknown> {
    const lines: string[] = [];
    // Who may name an address of the page's own server must not thereby send what is searched for elsewhere.
    const asking = { signal, patience: this.patience, largest, stays: true };
    await fetchLines(url.href, asking, (line) => void lines.push(line));
    return readJson(lines.join('\n'), this.url);
  }
}

function isWebAddress(url: string): boolean {
  try {
    return /^https?:$/.test(new URL(url).protocol);
  } catch {
    return false;
  }
}

const isNarrowed = ({ terms, age, languages, free, openNow, reach }: Filters): boolean =>
  terms.length + languages.length + reach.length > 0 || free || openNow || age !== undefined;
