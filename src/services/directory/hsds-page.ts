import { inside, isRecord } from '../../schema/parse.js';

// One client for the servers of HSDS, in the page and on the command line: what can be made a snapshot of can be asked live, and
// the reverse. What can be relied on is little. Servers name the list of a page in several ways, count pages from 1 or from 0, ignore
// paging and what they do not know, or refuse it; and their lists are often thin, so that each service is asked for by itself.

/** Asks an address for JSON. Rejects where there is none. */
type Get = (url: URL, signal?: AbortSignal) => Promise<unknown>;

/** How one server is asked. */
export interface HsdsServer {
  readonly get: Get;
  /** The HTTP status that a rejection of `get` tells of. `undefined`: it tells of something else. */
  readonly statusOf: (error: unknown) => number | undefined;
  /** How many services are asked for at a time. */
  readonly perPage: number;
}

type Parameters = Readonly<Record<string, string>>;

/** Keys under which a page has its list, those of HSDS first. */
const listKeys = ['contents', 'content', 'items', 'services', 'results', 'data', 'records', 'resources'];

/** Lists of a whole service. A thin one has none of them, or nothing in them. */
const wholeKeys = ['phones', 'schedules', 'service_at_locations', 'locations', 'languages', 'attributes']
  .concat(['service_areas', 'contacts', 'cost_options', 'required_documents', 'regular_schedules'])
  .concat(['service_taxonomys', 'eligibilitys', 'taxonomy_terms', 'eligibility', 'capacities', 'funding']);

/** What servers answer that refuse a parameter, and those that have no such page. */
const refusals = [400, 404, 422];

/** The id of a service. Empty: it has none. */
export function idOf(item: unknown): string {
  const id = inside(item, 'id');
  return typeof id === 'string' || typeof id === 'number' ? `${id}` : '';
}

/** Whether a service lacks what is below it, as in a list that only names services. */
export const isThin = (item: unknown): boolean =>
  isRecord(item) &&
  !wholeKeys.some((key) => {
    const list = inside(item, key);
    return Array.isArray(list) && list.length;
  });

/** What has no id is told apart by all that it says, so that a page that comes again is known. */
const addressKey = (item: unknown): string => idOf(item) || JSON.stringify(item);

/** The list on a page; some servers send the list alone. `undefined`: there is none. */
function listOf(page: unknown): readonly unknown[] | undefined {
  if (Array.isArray(page)) return page as unknown[];
  return listKeys.map((key) => inside(page, key)).find((list) => Array.isArray(list)) as unknown[] | undefined;
}

const textIn = (page: unknown, ...keys: readonly string[]): unknown =>
  keys.map((key) => inside(page, key)).find((one) => one !== undefined && one !== null);

function countOf(page: unknown, ...keys: readonly string[]): number | undefined {
  const count = textIn(page, ...keys);
  return Number.isSafeInteger(count) && (count as number) >= 0 ? (count as number) : undefined;
}

/** An address below that of an API. What is in its query, such as a tenant, stays. Whoever gives the address of the list means the API. */
function addressOf(api: string, path: string, parameters: Parameters = {}): URL {
  const url = new URL(api);
  url.pathname = `${url.pathname.replace(/\/+(services\/*)?$/, '')}/${path}`;
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}

/** An HSDS API. */
export class HsdsApi {
  readonly #address: string;
  readonly #server: HsdsServer;
  /** What may be asked for beside the page, the best first. What a server refuses goes. */
  readonly #extras: Parameters[];
  /** Whether a page has come: then what it was asked for with is not refused. */
  #isKnown = false;

  constructor(address: string, server: HsdsServer) {
    this.#address = address;
    this.#server = server;
    const size = { per_page: `${server.perPage}` };
    this.#extras = [{ full: 'true', ...size }, size, {}];
  }

  /** All services, or those that the server finds for a text. Nothing is asked for yet. */
  list(text = ''): HsdsList {
    return new HsdsList((number, signal) => this.#page(text, number, signal));
  }

  /**
   * A service with what is below it, where a list has told only of itself.
   *
   * @returns `undefined`: the server has answered with something else than this service.
   * @throws What `get` rejects with.
   */
  async whole(item: unknown, signal?: AbortSignal): Promise<object | undefined> {
    const url = addressOf(this.#address, `services/${encodeURIComponent(idOf(item))}`);
    const whole = await this.#server.get(url, signal);
    return isRecord(whole) && idOf(whole) === idOf(item) ? { ...(item as object), ...whole } : undefined;
  }

  /** @returns `undefined`: there is no such page. The first one there always is. */
  async #page(text: string, number: number, signal?: AbortSignal): Promise<unknown> {
    for (;;) {
      const parameters = { ...(text && { search: text }), page: `${number}`, ...this.#extras[0] };
      try {
        const page = await this.#server.get(addressOf(this.#address, 'services', parameters), signal);
        this.#isKnown = true;
        return page;
      } catch (error) {
        if (!refusals.includes(this.#server.statusOf(error) ?? 0)) throw error;
        // Beyond the last page some servers have nothing, and say so this way.
        if (number > 1) return undefined;
        if (this.#isKnown || this.#extras.length === 1) throw error;
        this.#extras.shift();
      }
    }
  }
}

/** A list of services, read page by page. */
export class HsdsList {
  /** What has come so far, each once, in the order of the server. What is no service may be among it. */
  readonly items: unknown[] = [];
  /** How many pages have come. */
  pages = 0;
  /** There are no more, as far as can be told. */
  isComplete = false;
  /** The last page has brought nothing new: the server ignores which page it is asked for. */
  isRepeated = false;
  /** How many services the server says there are. `undefined`: it does not say. */
  total: number | undefined;

  readonly #page: (number: number, signal?: AbortSignal) => Promise<unknown>;
  readonly #seen = new Set<string>();
  #number = 0;

  constructor(page: (number: number, signal?: AbortSignal) => Promise<unknown>) {
    this.#page = page;
  }

  /**
   * Asks for the next page.
   *
   * @returns Whether it was one; `false` for a first answer that has no list.
   */
  async more(signal?: AbortSignal): Promise<boolean> {
    const number = this.#number + 1;
    const page = await this.#page(number, signal);
    const list = listOf(page);
    if (!list) {
      this.isComplete = number > 1;
      return number > 1;
    }
    const before = this.items.length;
    // Where pages are counted from 0, page 1 is the second one.
    if (number === 1 && textIn(page, 'first_page', 'first') === false)
      this.#take(listOf(await this.#page(0, signal)) ?? []);
    this.#take(list);
    this.#number = number;
    this.pages++;
    // A page with services that says it is empty is one of a mock server: then nothing else that it says counts.
    const isMock = textIn(page, 'empty') === true;
    if (!isMock) this.total = countOf(page, 'total_items', 'totalElements') ?? this.total;
    this.isRepeated = list.length > 0 && this.items.length === before;
    this.isComplete = !list.length || this.isRepeated || (!isMock && this.#isLast(page));
    return true;
  }

  #take(list: readonly unknown[]): void {
    for (const item of list) {
      const key = addressKey(item);
      if (this.#seen.has(key)) continue;
      this.#seen.add(key);
      this.items.push(item);
    }
  }

  /** Whether a page says that it is the last, and nothing that it says speaks against that. */
  #isLast(page: unknown): boolean {
    if (this.total !== undefined && this.items.length < this.total) return false;
    const pages = countOf(page, 'total_pages', 'totalPages');
    return textIn(page, 'last_page', 'last') === true || (!!pages && this.#number >= pages);
  }
}
