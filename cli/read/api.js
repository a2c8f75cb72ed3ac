import { politeFetch, withoutQuery } from './fetch-json.js';
import { InputError } from './input-error.js';
import { isRecord } from './json.js';

/** What a full record has and a thin one has not, at least one of them. */
const fullKeys = [
  'phones',
  'schedules',
  'service_at_locations',
  'locations',
  'languages',
  'attributes',
  'service_areas',
]
  .concat(['contacts', 'cost_options', 'required_documents', 'regular_schedules'])
  .concat(['service_taxonomys', 'eligibilitys', 'taxonomy_terms', 'eligibility', 'capacities', 'funding']);
const listKeys = ['contents', 'content', 'items', 'services', 'results', 'data'];

const isThin = (service) => isRecord(service) && !fullKeys.some((key) => Array.isArray(service[key]));
const idOf = (service) => (isRecord(service) && service.id !== undefined ? `${service.id}` : undefined);
// What has no id is told apart by all that it says, so that a page that comes again is known.
const keyOf = (service) => idOf(service) ?? JSON.stringify(service);

/** The list on a page. Servers differ in what they call it; some send the list alone. */
function contentsOf(page) {
  if (Array.isArray(page)) return page;
  const key = isRecord(page) && listKeys.find((one) => Array.isArray(page[one]));
  return key ? page[key] : undefined;
}

/** Whether more is to be asked for, as far as the page object can be relied on. */
function isLast(page, number, seen) {
  // A page with services that says it is empty is one of a mock server: then nothing else that it says counts.
  if (!isRecord(page) || page.empty === true) return false;
  const items = page.total_items ?? page.totalElements;
  const pages = page.total_pages ?? page.totalPages;
  const last = page.last_page ?? page.last;
  if (Number.isFinite(items) && seen < items) return false;
  if (last === true) return true;
  return Number.isFinite(pages) && pages > 0 && number >= pages;
}

/** Asks for services with all that hangs on them, many at a time. */
const whole = { full: 'true', per_page: '100' };

/** How many requests for single services may fail in a row before no more are made: such a server has none. */
const patience = 5;

/**
 * All services of an HSDS API. Lists may be thin; then each service is asked for by itself.
 *
 * @param {string} address The API's address, to which `/services` is added where it is not there. Its query goes with each request.
 * @param {object} options As for `politeFetch`, and:
 * @param {number} options.pages The most pages that are asked for.
 * @param {(text: string) => void} [options.progress]
 * @returns {Promise<{ documents: object[], problems: object[] }>}
 * @throws {InputError} A page cannot be read: then nothing is, since a part would pass for the whole.
 */
export async function readApi(address, { pages, progress = () => {}, ...polite }) {
  const base = withoutQuery(address).replace(/\/+(?:services\/*)?$/, '');
  const { searchParams, username, password } = new URL(address);
  const own = [...searchParams];
  const login = username && Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  const headers = { ...(login && { authorization: `Basic ${login.toString('base64')}` }), ...polite.headers };
  const fetchJson = politeFetch({ ...polite, headers });
  const problems = [];
  const services = new Map();
  const problem = (kind, path, detail) => problems.push({ kind, file: base, path, detail });

  function addressOf(path, parameters) {
    const url = new URL(`${base}/${path}`);
    for (const [name, value] of own) url.searchParams.append(name, value);
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url;
  }

  const take = (contents) => {
    for (const service of contents) if (!services.has(keyOf(service))) services.set(keyOf(service), service);
  };

  let items;
  let number = 1;
  for (; ; number++) {
    if (number > pages) throw new InputError('too-many', `${base} has more than ${pages} pages.`);
    const url = addressOf('services', { ...whole, page: `${number}` });
    let page;
    try {
      page = await fetchJson(url);
    } catch (error) {
      // Beyond the last page some servers have nothing, and say so this way.
      if (number > 1 && [400, 404].includes(error.status)) break;
      throw error;
    }
    const contents = contentsOf(page);
    if (!contents) {
      if (number > 1) break;
      throw new InputError('no-services', `${base}/services answers without a list of services.`);
    }
    const said = page.total_items ?? page.totalElements;
    if (page.empty !== true && Number.isFinite(said)) items = said;
    const before = services.size;
    take(contents);
    // Page 1 is the second one where pages are counted from 0.
    if (number === 1 && (page.first_page ?? page.first) === false)
      take(contentsOf(await fetchJson(addressOf('services', { ...whole, page: '0' }))) ?? []);
    progress(`page ${number}: ${services.size} services`);
    if (contents.length === 0) break;
    if (services.size === before) {
      problem('repeated-page', `page ${number}`);
      break;
    }
    if (isLast(page, number, services.size)) break;
  }
  if (items > services.size) problem('fewer-than-said', '', `${services.size} of ${items}`);

  let failed = 0;
  for (const [key, service] of services) {
    const id = idOf(service);
    if (id === undefined || !isThin(service)) continue;
    if (failed >= patience) {
      problem('no-details', id);
      continue;
    }
    try {
      const full = await fetchJson(addressOf(`services/${encodeURIComponent(id)}`, {}));
      if (idOf(full) !== id) throw new InputError('other-service', `${base}/services/${id} is another service.`);
      services.set(key, { ...service, ...full });
      failed = 0;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failed++;
      problem('no-details', id, error.message);
    }
  }
  const documents = [{ data: [...services.values()], file: base, rowOf: () => undefined }];
  return { documents, problems };
}
