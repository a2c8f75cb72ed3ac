/**
 * Does a directory open, whatever is at its address? A server of its own answers as snapshots, feeds and APIs do, and as broken
 * and hostile ones do.
 */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import { service } from '../../dist/services/schema.js';
import { parse } from '../../dist/schema/parse.js';
import { DirectorySearch } from '../../dist/elements/resource-directory/directory-search.js';
import { openHere } from '../../dist/services/directory/directory-engine.js';
import { openDirectory } from '../../dist/services/directory/open-directory.js';
import { noFilters } from '../../dist/services/directory-contract.js';
import { encodeSnapshot } from '../../dist/services/search/snapshot-write.js';

const made = '2026-11-27';
const asking = {
  text: '',
  filters: noFilters,
  sort: 'best',
  near: undefined,
  now: Date.UTC(2026, 5, 3),
  first: 0,
  size: 20,
};
const ask = (directory, text, more) => directory.search({ ...asking, text, ...more });
const names = ({ found }) => found.map((one) => one.service.name);
const make = (count, more = () => ({})) =>
  Array.from({ length: count }, (_, at) => parse(service, { id: `s${at}`, name: `Service ${at}`, ...more(at) }).value);

/** What the server answers, by path: a text, or a function that answers itself. */
let routes = {};
let requests = [];
let server;
let base;
const openSockets = new Set();

before(async () => {
  server = createServer((request, response) => {
    requests.push({ url: request.url, headers: request.headers });
    const route = routes[request.url.split('?')[0]];
    if (typeof route === 'function') return route(request, response);
    if (route === undefined) response.statusCode = 404;
    response.end(route ?? '<!doctype html><title>Not found</title>');
  });
  server.on('connection', (socket) => openSockets.add(socket));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${server.address().port}`;
});
after(() => {
  for (const socket of openSockets) socket.destroy();
  server.close();
});
beforeEach(() => {
  routes = {};
  requests = [];
});

const open = (path, options) => openHere({ kind: 'src', url: `${base}${path}` }, options);
const rejects = (promise, reason, detail = /./) =>
  assert.rejects(promise, (error) => {
    assert.equal(error.name, 'DirectoryError', error.stack);
    assert.equal(error.reason, reason);
    assert.match(error.message, detail);
    return true;
  });
const json = (value) => JSON.stringify(value);
const paths = () => requests.map(({ url }) => url);

describe('a snapshot at an address', () => {
  it('is opened and searched', async () => {
    routes['/a/services.json'] = encodeSnapshot(
      make(1200, (at) => ({ free: at < 3, taxonomyTerms: ['Food'] })),
      { made },
    ).files[0].text;
    const directory = await open('/a/services.json');
    const { count, made: day, areas, loaded, problems, choices } = directory.opened;
    assert.deepEqual(
      { count, day, areas, loaded, problems },
      { count: 1200, day: made, areas: [], loaded: [], problems: [] },
    );
    assert.deepEqual([choices.free, choices.terms], [3, [{ value: 'Food', count: 1200 }]]);
    assert.equal((await ask(directory, 'service 77')).found[0].service.name, 'Service 77');
    directory.close();
  });

  it('is asked for once, without cookies or referrer, and what is searched is told to nobody', async (context) => {
    routes['/services.json'] = encodeSnapshot(make(3), { made }).files[0].text;
    // Node sends neither in any case: what a browser is told is looked at.
    const asked = context.mock.method(globalThis, 'fetch');
    const directory = await open('/services.json');
    await ask(directory, 'service');
    assert.equal(requests.length, 1);
    assert.equal(requests[0].headers.cookie, undefined);
    assert.equal(requests[0].headers.referer, undefined);
    const [{ arguments: how }] = asked.mock.calls;
    assert.deepEqual([how[1].credentials, how[1].referrerPolicy], ['omit', 'no-referrer']);
  });

  it('is read however it is laid out', async () => {
    const { text } = encodeSnapshot(make(3), { made }).files[0];
    for (const laidOut of [
      json(JSON.parse(text)),
      JSON.stringify(JSON.parse(text), null, 2),
      `\ufeff${text}`,
      text.replaceAll('\n', '\r\n'),
    ]) {
      routes['/services.json'] = laidOut;
      assert.equal((await open('/services.json')).opened.count, 3);
    }
  });

  it('comes in pieces cut anywhere, also through a letter', async () => {
    const { text } = encodeSnapshot([parse(service, { name: 'Ñandú 庇护' }).value], { made }).files[0];
    routes['/services.json'] = async (_, response) => {
      for (const byte of Buffer.from(text)) {
        response.write(Buffer.of(byte));
        if (byte > 127) await new Promise((resolve) => setTimeout(resolve, 2));
      }
      response.end();
    };
    assert.deepEqual(names(await ask(await open('/services.json'), '')), ['Ñandú 庇护']);
  });

  it('that is not there, broken, or something else gives a reason', async () => {
    const { text } = encodeSnapshot(make(1200), { made }).files[0];
    await rejects(open('/none.json'), 'status', /404/);
    routes['/500'] = (_, response) => void ((response.statusCode = 500), response.end('no'));
    await rejects(open('/500'), 'status', /500/);
    routes['/html'] = '<!doctype html><title>Hello</title>';
    await rejects(open('/html'), 'not-json');
    routes['/empty'] = '';
    await rejects(open('/empty'), 'not-json');
    for (const length of [20, 200, text.indexOf('\n') + 1, text.length - 4]) {
      routes['/cut'] = text.slice(0, length);
      await rejects(open('/cut'), 'not-json');
    }
    routes['/utf16'] = Buffer.from(text, 'utf16le');
    await rejects(open('/utf16'), 'not-json');
    routes['/gone'] = (request) => request.socket.destroy();
    await rejects(open('/gone'), 'network');
    routes['/breaks'] = (request, response) =>
      void (response.write(text.slice(0, 900)), setTimeout(() => request.socket.destroy(), 20));
    await rejects(open('/breaks'), 'network');
    for (const value of ['null', '42', '"x"', '{}', '[1,2]']) {
      routes['/other'] = value;
      await rejects(open('/other'), 'type');
    }
    await rejects(openHere({ kind: 'src', url: 'http://127.0.0.1:1/' }), 'network');
  });

  it('of a newer version is refused', async () => {
    const { text } = encodeSnapshot(make(3), { made }).files[0];
    const newer = text.replace('"version":1', '"version":2');
    for (const laidOut of [newer, json(JSON.parse(newer))]) {
      routes['/services.json'] = laidOut;
      await rejects(open('/services.json'), 'version');
    }
  });

  it('that never begins, or never goes on, is given up', async () => {
    routes['/silent'] = () => {};
    await rejects(open('/silent', { patience: 100 }), 'timeout');
    routes['/stops'] = (_, response) => void response.write('{"alongside":"services","version":1,"parts":[\n');
    await rejects(open('/stops', { patience: 100 }), 'timeout');
  });

  it('that never ends is given up', async () => {
    routes['/trickle'] = (_, response) => {
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    };
    await rejects(open('/trickle', { patience: 100 }), 'timeout');
    let stopped = false;
    routes['/flood'] = (_, response) => {
      const more = () => {
        while (!stopped && response.write('x'.repeat(1 << 20)));
      };
      response.on('drain', more).on('close', () => (stopped = true));
      more();
    };
    await rejects(open('/flood'), 'too-large');
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.ok(stopped);
  });

  it('is let go when the page no longer wants it', async () => {
    const ending = new AbortController();
    routes['/silent'] = () => setTimeout(() => ending.abort(), 10);
    await assert.rejects(open('/silent', { signal: ending.signal }), { name: 'AbortError' });
    await assert.rejects(open('/silent', { signal: AbortSignal.abort() }), { name: 'AbortError' });
  });

  it('with a broken part keeps the others, and says which', async () => {
    const { text } = encodeSnapshot(make(1500), { made }).files[0];
    const lines = text.split('\n');
    lines[2] = '{"rows":500,"columns":{"name":{"d":[1],"i":[1]},"__proto__":{"x":1}}},';
    routes['/services.json'] = lines.join('\n');
    const { count, problems } = (await open('/services.json')).opened;
    assert.equal(count, 1000);
    assert.deepEqual(
      problems.map(({ path }) => path),
      ['$.parts[1].columns.name.d'],
    );
  });
});

describe('a large snapshot', () => {
  const list = make(2600, (at) => ({
    locations: at < 50 ? [] : [{ city: at < 1500 ? 'Reno' : 'Elko', region: 'NV' }],
  }));
  const { files } = encodeSnapshot(list, { made, shardAbove: 1000 });
  beforeEach(() => {
    for (const { name, text } of files) routes[`/d/${name}`] = text;
  });

  it('is loaded by area, each once', async () => {
    const directory = await open('/d/services.json');
    assert.equal(directory.opened.count, 50);
    assert.deepEqual(
      directory.opened.areas.map(({ id, name, count }) => [id, name, count]),
      [
        ['elko-nv', 'Elko, NV', 1100],
        ['reno-nv', 'Reno, NV', 1450],
      ],
    );
    assert.ok(directory.opened.areas.every((area) => area.bytes > 1000 && !('files' in area)));
    assert.equal((await ask(directory, 'service 1400')).found[0]?.service.name === 'Service 1400', false);
    const opened = await directory.load('reno-nv');
    assert.deepEqual([opened.count, opened.loaded], [1500, ['reno-nv']]);
    assert.equal((await ask(directory, 'service 1400')).found[0].service.name, 'Service 1400');
    await Promise.all([directory.load('elko-nv'), directory.load('elko-nv'), directory.load('reno-nv')]);
    assert.equal(directory.opened.count, 2600);
    assert.equal(requests.length, 3);
    assert.ok(paths().every((path) => path.startsWith('/d/')));
    await rejects(directory.load('nowhere'), 'unknown-id');
  });

  it('with a file missing or cut keeps what is loaded, and can be asked again', async () => {
    const directory = await open('/d/services.json');
    const [name] = JSON.parse(files[0].text).areas.find(({ id }) => id === 'reno-nv').files;
    const whole = routes[`/d/${name}`];
    delete routes[`/d/${name}`];
    await rejects(directory.load('reno-nv'), 'status');
    routes[`/d/${name}`] = whole.split('\n').slice(0, 3).join('\n');
    await rejects(directory.load('reno-nv'), 'not-json');
    routes[`/d/${name}`] = whole;
    assert.equal((await directory.load('reno-nv')).count, 1500);
    assert.equal((await ask(directory, '', { size: 500 })).total, 1500);
  });

  it('asks no other folder and no other host', async () => {
    const area = (id, file) => ({ id, name: id, count: 1, bytes: 1, files: [file] });
    routes['/d/services.json'] = json({
      alongside: 'services',
      version: 1,
      areas: [area('a', `${base}/x.json`), area('b', '/x.json'), area('c', '../x.json'), area('d', 'ok.json')],
      parts: [],
    });
    routes['/d/ok.json'] = encodeSnapshot(make(2), { made }).files[0].text;
    const directory = await open('/d/services.json');
    assert.deepEqual(
      directory.opened.areas.map(({ id }) => id),
      ['d'],
    );
    assert.equal((await directory.load('d')).count, 2);
    assert.deepEqual(paths(), ['/d/services.json', '/d/ok.json']);
  });

  it('that is closed while an area is loading ends its request, and the load is rejected', async () => {
    const directory = await open('/d/services.json');
    const [name] = JSON.parse(files[0].text).areas.find(({ id }) => id === 'reno-nv').files;
    const isAsked = new Promise((resolve) => (routes[`/d/${name}`] = resolve));
    const loading = directory.load('reno-nv');
    const request = await isAsked;
    const isEnded = new Promise((resolve) => request.socket.on('close', resolve));
    directory.close();
    await assert.rejects(loading, { name: 'AbortError' });
    await isEnded;
    await assert.rejects(directory.load('elko-nv'), { name: 'AbortError' });
  });

  it('takes only snapshots for its files', async () => {
    const directory = await open('/d/services.json');
    const [name] = JSON.parse(files[0].text).areas.find(({ id }) => id === 'reno-nv').files;
    routes[`/d/${name}`] = json(make(5));
    await rejects(directory.load('reno-nv'), 'type');
  });
});

describe('plain services', () => {
  const hsds = (count) =>
    Array.from({ length: count }, (_, at) => ({
      id: `${at}`,
      name: `Plain ${at}`,
      status: 'active',
      fees_description: 'Ask',
    }));

  it('are read as HSDS, from an address or at hand', async () => {
    for (const shape of [hsds(3), { contents: hsds(3), empty: false }, { services: hsds(3) }]) {
      routes['/feed.json'] = json(shape);
      for (const directory of [await open('/feed.json'), await openHere({ kind: 'services', services: shape })]) {
        assert.equal(directory.opened.count, 3);
        assert.equal((await ask(directory, 'plain 2')).found[0].service.feesDescription, 'Ask');
      }
    }
  });

  it('are read as this library writes them', async () => {
    const services = make(3, () => ({
      feesDescription: 'None',
      taxonomyTerms: ['Food'],
      chatUrl: 'https://example.org/',
    }));
    const directory = await openHere({ kind: 'services', services });
    const { found } = await ask(directory, 'food');
    assert.deepEqual(
      found.map((one) => one.service),
      services,
    );
    const some = await openHere({
      kind: 'services',
      services: [{ name: 'A', chatUrl: 'javascript:alert(1)' }, { name: 'B' }],
    });
    assert.deepEqual([some.opened.count, some.opened.problems[0].path], [2, '$[0].chatUrl']);
  });

  it('are read once, whatever is asked, and nothing is written to be read again', async () => {
    let reads = 0;
    const services = [1, 2, 3].map((at) => ({
      id: `s${at}`,
      get name() {
        reads += 1;
        return `Service ${at}`;
      },
    }));
    const { parse: parseJson } = JSON;
    let parsed = 0;
    JSON.parse = (...given) => {
      parsed += 1;
      return parseJson(...given);
    };
    try {
      const directory = await openHere({ kind: 'services', services });
      assert.equal(reads, 3);
      const first = await ask(directory, 'service');
      const second = await ask(directory, '');
      assert.equal(reads, 3);
      assert.equal(parsed, 0);
      for (const { service } of first.found)
        assert.ok(second.found.some((other) => other.service === service) && Object.isFrozen(service));
    } finally {
      JSON.parse = parseJson;
    }
  });

  it('are a snapshot too', async () => {
    const snapshot = JSON.parse(encodeSnapshot(make(3), { made }).files[0].text);
    assert.equal((await openHere({ kind: 'services', services: snapshot })).opened.count, 3);
  });

  it('up to 2,000; more are too many', async () => {
    assert.equal((await openHere({ kind: 'services', services: hsds(2000) })).opened.count, 2000);
    await rejects(openHere({ kind: 'services', services: hsds(2001) }), 'too-large', /snapshot/);
  });

  it('may be none, but must be some', async () => {
    assert.equal((await openHere({ kind: 'services', services: [] })).opened.count, 0);
    for (const services of [undefined, null, 'x', 3, {}, { a: 1 }])
      await rejects(openHere({ kind: 'services', services }), 'type');
  });
});

describe('questions', () => {
  it('are answered to the newest; an older one is overtaken', async () => {
    const directory = await openHere({ kind: 'services', services: make(10) });
    const answers = await Promise.allSettled(['s', 'se', 'service 7'].map((text) => ask(directory, text)));
    assert.deepEqual(
      answers.map(({ status, reason }) => reason?.name ?? status),
      ['AbortError', 'AbortError', 'fulfilled'],
    );
    assert.equal(answers[2].value.found[0].service.name, 'Service 7');
  });

  it('can be taken back, and end when the directory is closed', async () => {
    const directory = await openHere({ kind: 'services', services: make(10) });
    const ending = new AbortController();
    const one = directory.search({ ...asking }, ending.signal);
    ending.abort();
    await assert.rejects(one, { name: 'AbortError' });
    const other = ask(directory, '');
    directory.close();
    await assert.rejects(other, { name: 'AbortError' });
  });

  it('are answered in the page where there is no worker', async () => {
    const directory = await openDirectory({ kind: 'services', services: make(4) });
    assert.equal((await ask(directory, '')).total, 4);
    await rejects(openDirectory({ kind: 'src', url: '::' }), 'not-link');
    await rejects(openDirectory({ kind: 'src', url: `${base}/none` }), 'status');
  });
});

describe('a live HSDS API', () => {
  const all = Array.from({ length: 120 }, (_, at) => ({
    id: `${at}`,
    name: `Live ${at % 2 ? 'meals' : 'beds'} ${at}`,
    status: 'active',
    minimum_age: at < 60 ? 12 : 30,
    maximum_age: at < 60 ? 20 : 99,
  }));
  const full = (one) => ({
    ...one,
    phones: [{ number: '555-010-0100', type: 'voice' }],
    languages: [{ code: 'es', name: 'Spanish' }],
  });

  /** Thin lists, paging, search: as well as a server can. */
  const list = (request, response) => {
    const query = new URL(request.url, base).searchParams;
    const found = all.filter(({ name }) => name.includes(query.get('search') ?? ''));
    const size = Number(query.get('per_page') ?? 10);
    const page = Number(query.get('page') ?? 1);
    const contents = found.slice((page - 1) * size, page * size);
    response.end(
      json({
        total_items: found.length,
        total_pages: Math.ceil(found.length / size),
        page_number: page,
        empty: !contents.length,
        contents,
      }),
    );
  };
  const details = () => {
    for (const one of all) routes[`/api/services/${one.id}`] = json(full(one));
  };
  const openApi = (options) => openHere({ kind: 'api', url: `${base}/api/` }, options);
  const asked = (pattern) => paths().filter((path) => pattern.test(path)).length;

  it('is asked for what is searched, and for the rest of what is shown only', async () => {
    routes['/api/services'] = list;
    details();
    const api = await openApi();
    assert.deepEqual([api.opened.count, api.opened.areas], [0, []]);
    const { total, found } = await ask(api, 'meals', { size: 5 });
    assert.deepEqual([total, found.length], [60, 5]);
    assert.ok(found.every((one) => one.service.phones[0].number === '555-010-0100'));
    assert.equal(asked(/services\/\d+/), 5);
    assert.equal(asked(/search=meals/), 1);
    const next = await ask(api, 'meals', { first: 50, size: 20 });
    assert.deepEqual([next.found.length, next.total], [10, 60]);
    assert.equal(asked(/search=meals/), 2);
  });

  it('is asked as often as needed for what it cannot narrow', async () => {
    routes['/api/services'] = list;
    details();
    const api = await openApi();
    const { found, total } = await ask(api, '', { filters: { ...noFilters, age: 50 }, size: 30 });
    assert.equal(total, 40);
    assert.equal(found.length, 30);
    assert.ok(found.every((one) => one.service.minimumAge === 30));
  });

  it('that ignores paging is asked twice, and its services stand once', async () => {
    routes['/api/services'] = json({ contents: all.slice(0, 7), empty: false });
    details();
    const api = await openApi();
    const { total, found } = await ask(api, '', { size: 20 });
    assert.deepEqual([total, found.length, asked(/page=/)], [7, 7, 2]);
  });

  it('that fails for one service still shows it', async () => {
    routes['/api/services'] = list;
    for (const { id } of all)
      routes[`/api/services/${id}`] = (_, response) => void ((response.statusCode = 500), response.end('<h1>Oh'));
    const { found } = await ask(await openApi(), 'beds');
    assert.equal(found.length, 20);
    assert.ok(asked(/services\/\d+/) < 8);
  });

  it('that knows no `full` is asked without', async () => {
    routes['/api/services'] = (request, response) => {
      if (request.url.includes('full=')) response.statusCode = 400;
      list(request, response);
    };
    const api = await openApi();
    await ask(api, 'beds');
    assert.equal(asked(/full=/), 1);
  });

  it('that answers with a plain list is read', async () => {
    routes['/api/services'] = json(all.slice(0, 3).map(full));
    const api = await openApi();
    assert.equal((await ask(api, '')).total, 3);
    assert.equal(asked(/services\/\d+/), 0);
    assert.deepEqual(api.opened.choices.languages, [{ value: 'es', count: 3 }]);
  });

  it('that is not there, busy, or something else gives a reason', async () => {
    await rejects(openApi(), 'status', /404/);
    for (const status of [500, 429, 401]) {
      routes['/api/services'] = (_, response) => void ((response.statusCode = status), response.end('{}'));
      await rejects(openApi(), 'status', new RegExp(status));
    }
    routes['/api/services'] = '<!doctype html><title>Busy</title>';
    await rejects(openApi(), 'not-json');
    for (const other of ['{}', '"x"', '{"contents":{}}']) {
      routes['/api/services'] = other;
      await rejects(openApi(), 'type');
    }
    routes['/api/services'] = () => {};
    await rejects(openApi({ patience: 80 }), 'timeout');
    for (const url of ['nowhere', 'javascript:alert(1)', 'file:///etc/passwd'])
      await rejects(openHere({ kind: 'api', url }), 'not-link');
  });

  it('that breaks later gives the reason then, and can be asked again', async () => {
    routes['/api/services'] = list;
    const api = await openApi();
    routes['/api/services'] = (_, response) => void ((response.statusCode = 429), response.end());
    await rejects(ask(api, 'meals'), 'status', /429/);
    routes['/api/services'] = list;
    assert.equal((await ask(api, 'meals')).total, 60);
  });

  it('may answer anything in its contents', async () => {
    routes['/api/services'] =
      `{"contents":[null,1,"x",[],{},{"id":{}},{"id":"a","name":"<b>x</b>"},{"__proto__":{"name":"P"},"id":"b"},{"id":"c","name":"Good"}]}`;
    const api = await openApi();
    const results = await ask(api, '');
    assert.ok(names(results).includes('Good'));
    assert.equal({}.name, undefined);
  });

  it('has each of its services read once, and parses nothing but its answers', async () => {
    routes['/api/services'] = json({ contents: all.slice(0, 5).map(full), empty: false });
    const { parse: parseJson } = JSON;
    let parsed = 0;
    JSON.parse = (...given) => {
      parsed += 1;
      return parseJson(...given);
    };
    try {
      const api = await openApi();
      const [first, second] = [
        await ask(api, ''),
        await ask(api, '', { filters: { ...noFilters, languages: ['es'] } }),
      ];
      assert.equal(parsed, requests.length);
      assert.equal(first.found.length, 5);
      for (const [at, { service }] of first.found.entries()) assert.equal(second.found[at].service, service);
    } finally {
      JSON.parse = parseJson;
    }
  });

  it('is asked no more for a question that is overtaken', async () => {
    routes['/api/services'] = list;
    const api = await openApi();
    routes['/api/services'] = (request, response) => setTimeout(() => list(request, response), 60);
    const first = ask(api, 'meals');
    await new Promise((resolve) => setTimeout(resolve, 20));
    const second = ask(api, 'beds');
    await assert.rejects(first, { name: 'AbortError' });
    assert.equal((await second).total, 60);
  });
});

describe('what a person is looking for', () => {
  const host = { addController() {}, requestUpdate() {}, isConnected: false };
  it('is changed by the search alone', () => {
    const search = new DirectorySearch(host, () => {});
    assert.throws(() => (search.asked = { text: 'mine' }), TypeError);
    assert.equal(search.asked.text, '');
  });
  it('is what stands in the field, also before a live server is asked', async () => {
    const search = new DirectorySearch(host, () => {});
    await search.open({ kind: 'api', url: 'https://example.org/' });
    assert.equal(search.isLive, true);
    search.type('shelter');
    assert.equal(search.asked.text, 'shelter');
  });
});
