import { HsdsApi, idOf, isThin } from 'alongside-elements/internal/services/directory/hsds-page.js';
import { politeFetch, withoutQuery } from './fetch-json.js';
import { InputError } from './input-error.js';

/** How many services are asked for at a time. */
const perPage = 100;

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
  const own = new URL(address);
  const { username, password } = own;
  own.username = own.password = '';
  const login = username && Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  const headers = { ...(login && { authorization: `Basic ${login.toString('base64')}` }), ...polite.headers };
  const api = new HsdsApi(own.href, {
    get: politeFetch({ ...polite, headers }),
    statusOf: (error) => error.status,
    perPage,
  });
  const problems = [];
  const problem = (kind, path, detail) => problems.push({ kind, file: base, path, detail });

  const list = api.list();
  while (!list.isComplete) {
    if (list.pages >= pages) throw new InputError('too-many', `${base} has more than ${pages} pages.`);
    if (!(await list.more())) throw new InputError('no-services', `${base}/services returned no list of services.`);
    progress(`page ${list.pages}: ${list.items.length} services`);
  }
  if (list.isRepeated) problem('repeated-page', `page ${list.pages}`);
  if (list.total > list.items.length) problem('fewer-than-said', '', `${list.items.length} of ${list.total}`);

  const services = [];
  let failed = 0;
  for (const service of list.items) {
    const id = idOf(service);
    services.push(service);
    if (!id || !isThin(service)) continue;
    if (failed >= patience) {
      problem('no-details', id);
      continue;
    }
    try {
      const whole = await api.whole(service);
      if (!whole) throw new InputError('other-service', `${base}/services/${id} returned a different service.`);
      services[services.length - 1] = whole;
      failed = 0;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failed++;
      problem('no-details', id, error.message);
    }
  }
  return { documents: [{ data: services, file: base, rowOf: () => undefined }], problems };
}
