/**
 * Does the live directory find what the command line finds? Both ask the same pretend servers, each of which is peculiar in one
 * way, and both must come back with the same services and their phone numbers.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, describe, it } from 'node:test';
import { readApi } from '../../cli/read/api.js';
import { openHere } from '../../dist/services/directory/directory-engine.js';
import { noFilters } from '../../dist/services/directory-contract.js';
import { fromHsds } from '../../dist/services/hsds/from-hsds.js';

const thin = (id) => ({ id: `${id}`, name: `Service ${id}`, status: 'active' });
const full = (id) => ({ ...thin(id), phones: [{ number: `555-010-010${id}`, type: 'voice' }] });
const all = [1, 2, 3, 4, 5];
/** How many services the servers put on a page, whatever they are asked for. */
const size = 2;
const onPage = (page, make = full) => all.slice((page - 1) * size, page * size).map(make);
const status = (code) => ({ status: code, body: { message: 'no' } });
const page = (contents, more) => ({ body: { contents, total_pages: 3, ...more } });

/**
 * By what is peculiar about each: what it answers to `services`, given the page that is asked for and the query; and to
 * `services/ID`, given the id, which is a whole service unless another answer is given.
 */
const servers = {
  'does as HSDS 3 says': { list: (number) => page(onPage(number)) },
  ...Object.fromEntries(
    ['content', 'items', 'services', 'results', 'data', 'records', 'resources'].map((key) => [
      `has its list under "${key}"`,
      { list: (number) => ({ body: { [key]: onPage(number), total_pages: 3 } }) },
    ]),
  ),
  'sends lists alone, in pages': { list: (number) => ({ body: onPage(number) }) },
  'sends all in one list, whatever page it is asked for': { list: () => ({ body: all.map(full) }) },
  'counts pages from 0': {
    list: (number) => ({
      body: { content: onPage(number + 1), first: number === 0, last: number === 2, totalElements: 5, totalPages: 3 },
    }),
  },
  'has no page after the last, and says so with 404': {
    list: (number) => (number > 3 ? status(404) : { body: { contents: onPage(number) } }),
  },
  'has no page after the last, and says so with 422': {
    list: (number) => (number > 3 ? status(422) : { body: { contents: onPage(number) } }),
  },
  'answers with no list after the last page': {
    list: (number) => ({ body: number > 3 ? { message: 'no more' } : { contents: onPage(number) } }),
  },
  'says of each page that it is empty and the last': {
    list: (number) => page(onPage(number), { empty: true, last_page: true, total_items: 0, total_pages: 0 }),
  },
  'says too early that a page is the last': {
    list: (number) => page(onPage(number), { last_page: true, total_items: 5, total_pages: 1 }),
  },
  'refuses `full`': { list: (number, query) => (query.has('full') ? status(400) : page(onPage(number))) },
  'refuses `full` and `per_page`': {
    list: (number, query) => (query.has('full') || query.has('per_page') ? status(422) : page(onPage(number))),
  },
  'lists thin services': { list: (number) => page(onPage(number, thin)) },
  'lists thin services whose lists are there and empty': {
    list: (number) => page(onPage(number, (id) => ({ ...thin(id), phones: [], languages: [], attributes: [] }))),
  },
  'lists whole services, some of whose lists are empty, and has none by themselves': {
    list: (number) => page(onPage(number, (id) => ({ ...full(id), locations: [], languages: [] }))),
    whole: () => status(500),
  },
};

const running = [];
after(() => running.forEach((server) => (server.closeAllConnections(), server.close())));

async function serve({ list, whole = (id) => ({ body: full(Number(id)) }) }) {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const [, id] = /^\/api\/services\/(.+)$/.exec(pathname) ?? [];
    const { status = 200, body } = id ? whole(id) : list(Number(searchParams.get('page')), searchParams);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  running.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${server.address().port}/api`;
}

const quick = { rate: 10_000, timeout: 5000, total: 60_000, bytes: 100_000, retries: 0, backoff: 1, longestWait: 10 };
const phones = (services) =>
  services.map(({ id, phones }) => [id, phones.map(({ number }) => number).join()]).sort(([one], [two]) => one - two);

async function byCommand(url) {
  const { documents } = await readApi(url, { ...quick, pages: 20, userAgent: 'alongside-elements' });
  return phones(documents.flatMap(({ data }) => fromHsds(data).services));
}
async function live(url) {
  const directory = await openHere({ kind: 'api', url });
  const query = { text: '', filters: noFilters, sort: 'best', near: undefined, now: Date.UTC(2026, 5, 3), first: 0 };
  const { found, total } = await directory.search({ ...query, size: 20 });
  assert.equal(total, found.length);
  return phones(found.map(({ service }) => service));
}

const expected = all.map((id) => [`${id}`, `555-010-010${id}`]);

describe('a server of HSDS', () => {
  for (const [what, server] of Object.entries(servers)) {
    it(`that ${what} can be made a snapshot of`, async () => {
      assert.deepEqual(await byCommand(await serve(server)), expected);
    });
    it(`that ${what} can be asked live`, async () => {
      assert.deepEqual(await live(await serve(server)), expected);
    });
  }

  it('that answers with another service is not believed, by neither', async () => {
    const url = await serve({
      list: () => page(all.map(thin), { total_pages: 1 }),
      whole: (id) => ({ body: { ...full(Number(id)), ...(id === '2' && { id: '3' }) } }),
    });
    const wanted = expected.map(([id, number]) => [id, id === '2' ? '' : number]);
    assert.deepEqual(await byCommand(url), wanted);
    assert.deepEqual(await live(url), wanted);
  });
});
