/**
 * Does reading an API come to an end, with all services or with a plain error, whatever the server does? Servers that send
 * thin lists, the same page for ever, errors, HTML, an answer that never ends, and one that unpacks to far more.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readApi } from '../../cli/read/api.js';

const quick = { rate: 10_000, timeout: 2000, total: 20_000, bytes: 100_000, retries: 3, backoff: 1, longestWait: 3000 };
const options = { ...quick, pages: 20, userAgent: 'alongside-elements' };

const servers = [];
after(() => servers.forEach((server) => (server.closeAllConnections(), server.close())));

/** Starts a server on this machine. `answer` gets `{ path, page, number, request, response }` and gives JSON, or answers itself. */
async function serve(answer) {
  const requests = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    requests.push({ path: pathname, query: searchParams, headers: request.headers, at: Date.now() });
    const value = answer({ path: pathname, page: Number(searchParams.get('page')), number: requests.length, response });
    if (value === undefined) return;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(value));
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${server.address().port}`, requests };
}

const fail = (response, status, headers = {}) => {
  response.writeHead(status, headers);
  response.end('<h1>Error</h1>');
};
const full = (id) => ({ id: `${id}`, name: `Service ${id}`, status: 'active', phones: [{ number: '988' }] });
const thin = (id) => ({ id: `${id}`, name: `Service ${id}`, status: 'active' });
const servicesOf = ({ documents }) => documents.flatMap(({ data }) => data);
const ids = (read) => servicesOf(read).map(({ id }) => id);
const kinds = ({ problems }) => problems.map(({ kind }) => kind);
const reason = (expected) => (error) => error.reason === expected || assert.fail(`${error.reason}: ${error.message}`);

describe('the address of an API', () => {
  it('may be that of its list, and what is in its query goes with each request', async () => {
    for (const path of ['/v1', '/v1/', '/v1/services', '/v1/services/']) {
      const { url, requests } = await serve(({ path }) =>
        path.endsWith('/1') ? full(1) : { contents: [thin(1)], last_page: true },
      );
      const read = await readApi(`${url}${path}?api_key=abc&tenant=x`, options);
      assert.deepEqual(ids(read), ['1']);
      assert.deepEqual(
        requests.map(({ path, query }) => [path, query.get('api_key'), query.get('tenant')]),
        [
          ['/v1/services', 'abc', 'x'],
          ['/v1/services/1', 'abc', 'x'],
        ],
      );
    }
  });

  it('may need a header or a password, which goes with each request and is told to nobody', async () => {
    const { url, requests } = await serve(({ response, number }) => {
      if (number === 1) return { contents: [thin(1)], last_page: true };
      fail(response, 401);
    });
    const login = url.replace('//', '//me:se%2Fcret@');
    const read = await readApi(`${login}?key=abc`, { ...options, headers: { 'x-key': 'hush' } });
    for (const { headers } of requests) {
      assert.equal(headers['x-key'], 'hush');
      assert.equal(headers.authorization, `Basic ${Buffer.from('me:se/cret').toString('base64')}`);
    }
    assert.equal(read.problems[0].kind, 'no-details');
    assert.doesNotMatch(JSON.stringify(read), /abc|hush|cret/);
    const { url: closed } = await serve(({ response }) => fail(response, 401));
    await assert.rejects(readApi(`${closed}/?key=abc`, options), (error) => !error.message.includes('abc'));
  });

  it('that leads to another server is not followed with a key', async () => {
    const other = await serve(() => ({ contents: [full(1)], last_page: true }));
    const { url } = await serve(({ response }) => fail(response, 302, { location: `${other.url}/services` }));
    await assert.rejects(readApi(`${url}?key=abc`, options), reason('network'));
    await assert.rejects(readApi(url, { ...options, headers: { 'x-key': 'hush' } }), reason('network'));
    assert.equal(other.requests.length, 0);
    assert.deepEqual(ids(await readApi(url, options)), ['1']);
  });

  it('that leads elsewhere on the same server is followed, and not for ever', async () => {
    const { url } = await serve(({ path, response }) =>
      path === '/services' ? fail(response, 301, { location: '/new' }) : { contents: [full(1)], last_page: true },
    );
    assert.deepEqual(ids(await readApi(`${url}?key=abc`, options)), ['1']);
    const { url: round } = await serve(({ response }) => fail(response, 302, { location: '/services' }));
    await assert.rejects(readApi(round, options), reason('network'));
  });
});

describe('the pages of an API', () => {
  it('are read as the feeds of the United Kingdom have them, counted from 1 or from 0', async () => {
    for (const from of [0, 1]) {
      const { url } = await serve(({ page }) => ({
        totalElements: 3,
        totalPages: 3,
        number: page,
        first: page === from,
        last: page === from + 2,
        content: page > from + 2 ? [] : [full(page - from)],
      }));
      const read = await readApi(url, options);
      assert.deepEqual(ids(read).sort(), ['0', '1', '2']);
      assert.deepEqual(read.problems, []);
    }
  });

  it('are read until the last', async () => {
    const { url, requests } = await serve(({ page }) => ({
      contents: [full(page * 2), full(page * 2 + 1)],
      total_pages: 3,
      last_page: page === 3,
    }));
    const read = await readApi(`${url}/`, options);
    assert.deepEqual(ids(read), ['2', '3', '4', '5', '6', '7']);
    assert.deepEqual(read.problems, []);
    assert.equal(requests.length, 3);
    assert.equal(requests[0].path, '/services');
    assert.deepEqual(Object.fromEntries(requests[1].query), { full: 'true', per_page: '100', page: '2' });
    assert.equal(requests[0].headers['user-agent'], 'alongside-elements');
    for (const name of ['cookie', 'referer', 'authorization']) assert.equal(requests[0].headers[name], undefined);
  });

  it('end with one that says it is empty, where nothing says which is the last', async () => {
    const { url, requests } = await serve(({ page }) =>
      page < 3 ? { empty: false, contents: [full(page)] } : { empty: true, contents: [] },
    );
    assert.deepEqual(ids(await readApi(url, options)), ['1', '2']);
    assert.equal(requests.length, 3);
  });

  it('end where the page after the last is not found', async () => {
    const { url } = await serve(({ page, response }) => (page < 3 ? { contents: [full(page)] } : fail(response, 404)));
    assert.deepEqual(ids(await readApi(url, options)), ['1', '2']);
  });

  it('end when one comes again, which is told', async () => {
    const { url, requests } = await serve(() => ({ contents: [full(1), full(2)], last_page: false, total_items: 10 }));
    const read = await readApi(url, options);
    assert.deepEqual(ids(read), ['1', '2']);
    assert.deepEqual(kinds(read), ['repeated-page', 'fewer-than-said']);
    assert.equal(requests.length, 2);
  });

  it('end when one without ids comes again', async () => {
    const { url, requests } = await serve(() => ({
      contents: [
        { name: 'A', phones: [] },
        { name: 'B', phones: [] },
      ],
    }));
    assert.equal(servicesOf(await readApi(url, options)).length, 2);
    assert.equal(requests.length, 2);
  });

  it('go on after one with services that says it is empty and the last', async () => {
    const { url } = await serve(({ page }) => ({
      contents: [full(Math.min(page, 2))],
      empty: true,
      last_page: true,
      total_items: 0,
    }));
    const read = await readApi(url, options);
    assert.deepEqual(ids(read), ['1', '2']);
    assert.deepEqual(kinds(read), ['repeated-page']);
  });

  it('go on after a false last page, where there are more services', async () => {
    const { url } = await serve(({ page }) => ({ contents: [full(page)], last_page: true, total_items: 3 }));
    assert.deepEqual(ids(await readApi(url, options)), ['1', '2', '3']);
  });

  it('are at most as many as agreed: then nothing is taken for the whole', async () => {
    const { url, requests } = await serve(({ page }) => ({ contents: [full(page)] }));
    await assert.rejects(readApi(url, { ...options, pages: 4 }), reason('too-many'));
    assert.equal(requests.length, 4);
  });

  it('may be plain lists', async () => {
    const { url } = await serve(({ page }) => (page === 1 ? [full(1)] : []));
    assert.deepEqual(ids(await readApi(url, options)), ['1']);
  });

  for (const [what, value] of [
    ['no list', { message: 'hello' }],
    ['nothing', null],
    ['a text', 'hello'],
  ])
    it(`that are ${what} are an error`, async () => {
      const { url } = await serve(() => value);
      await assert.rejects(readApi(url, options), reason('no-services'));
    });
});

describe('thin lists', () => {
  it('are filled, one request for each service', async () => {
    const { url, requests } = await serve(({ path, page }) =>
      path === '/services'
        ? { contents: [thin(1), thin('a/b')], total_pages: 1, page }
        : full(path === '/services/1' ? 1 : 'a/b'),
    );
    const read = await readApi(url, options);
    assert.deepEqual(
      servicesOf(read).map(({ phones }) => phones),
      [[{ number: '988' }], [{ number: '988' }]],
    );
    assert.deepEqual(
      requests.slice(1).map(({ path }) => path),
      ['/services/1', '/services/a%2Fb'],
    );
  });

  it('stay thin where single services fail, and after a few no more are asked for', async () => {
    const list = Array.from({ length: 12 }, (_, id) => thin(id));
    const { url, requests } = await serve(({ path, response }) =>
      path === '/services' ? { contents: list, last_page: true } : fail(response, 500),
    );
    const read = await readApi(url, { ...options, retries: 1 });
    assert.equal(servicesOf(read).length, 12);
    assert.equal(kinds(read).filter((kind) => kind === 'no-details').length, 12);
    assert.equal(requests.length, 1 + 5 * 2);
  });

  it('never take another service for the one asked for', async () => {
    const { url } = await serve(({ path }) =>
      path === '/services' ? { contents: [thin(1)], last_page: true } : full('another'),
    );
    const read = await readApi(url, options);
    assert.deepEqual(ids(read), ['1']);
    assert.deepEqual(kinds(read), ['no-details']);
  });

  it('are read at the agreed rate', async () => {
    const { url, requests } = await serve(({ path }) =>
      path === '/services' ? { contents: [1, 2, 3].map(thin), last_page: true } : full(path.slice(10)),
    );
    const start = Date.now();
    await readApi(url, { ...options, rate: 10 });
    const times = requests.map(({ at }) => at - start);
    assert.equal(times.length, 4);
    // From the start, so that a request which is slow to arrive does not shorten what is measured. A timer may be a little early.
    assert.ok(
      times.every((time, index) => time >= 100 * index - 5),
      times.join(' '),
    );
  });
});

describe('a server that is busy or broken', () => {
  it('is asked again after a 503, and after as long as it says with a 429', async () => {
    const { url, requests } = await serve(({ number, response }) => {
      if (number === 1) return fail(response, 503);
      if (number === 2) return fail(response, 429, { 'retry-after': '1' });
      return { contents: [full(1)], last_page: true };
    });
    assert.deepEqual(ids(await readApi(url, options)), ['1']);
    assert.ok(requests[2].at - requests[1].at >= 995);
  });

  it('is given up when it asks for too long a wait', async () => {
    const { url, requests } = await serve(({ response }) => fail(response, 429, { 'retry-after': '3600' }));
    await assert.rejects(readApi(url, options), reason('status'));
    assert.equal(requests.length, 1);
  });

  it('is given up after a few 500s, also on a later page: a part never passes for the whole', async () => {
    const { url, requests } = await serve(({ page, response }) =>
      page === 1 ? { contents: [full(1)] } : fail(response, 500),
    );
    await assert.rejects(readApi(url, options), reason('status'));
    assert.equal(requests.length, 1 + 1 + options.retries);
  });

  it('is not asked again after a 403', async () => {
    const { url, requests } = await serve(({ response }) => fail(response, 403));
    await assert.rejects(readApi(url, options), reason('status'));
    assert.equal(requests.length, 1);
  });

  it('that sends a page of HTML with status 200 is an error', async () => {
    const { url } = await serve(({ response }) => {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>Maintenance</title>');
    });
    await assert.rejects(readApi(url, options), reason('not-json'));
  });

  it('that never ends its answer is cut off by size', async () => {
    const { url } = await serve(({ response }) => {
      const timer = setInterval(() => response.write(' '.repeat(10_000)), 1);
      response.on('close', () => clearInterval(timer));
    });
    await assert.rejects(readApi(url, options), reason('too-large'));
  });

  it('that drips is cut off by time', async () => {
    const { url } = await serve(({ response }) => {
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    });
    const start = Date.now();
    await assert.rejects(readApi(url, { ...options, timeout: 200, retries: 0 }), reason('timeout'));
    assert.ok(Date.now() - start < 2000);
  });

  it('that never answers is cut off by time, also by the time for all', async () => {
    const { url } = await serve(() => undefined);
    await assert.rejects(readApi(url, { ...options, timeout: 100, retries: 1 }), reason('timeout'));
    await assert.rejects(readApi(url, { ...options, total: 300 }), reason('timeout'));
  });

  it('that sends a gzip bomb is cut off by the size of what comes out', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 0x20));
    assert.ok(bomb.length < options.bytes);
    const { url } = await serve(({ response }) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end(bomb);
    });
    const before = process.memoryUsage().rss;
    await assert.rejects(readApi(url, options), reason('too-large'));
    assert.ok(process.memoryUsage().rss - before < 40_000_000);
  });

  it('that is not there is an error', async () => {
    const { url } = await serve(() => undefined);
    servers.at(-1).close();
    await assert.rejects(readApi(url, { ...options, retries: 0 }), reason('network'));
  });
});
