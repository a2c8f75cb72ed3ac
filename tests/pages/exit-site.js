/**
 * An agency's site and, somewhere else, the page that a person leaves to. Every name that ends with `localhost` leads to
 * this computer in all browsers, and each of them is a site of its own: `agency.localhost` and `elsewhere.localhost` know
 * nothing of each other.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { generate } from 'selfsigned';
import { serve } from '../../tools/serve.js';
import { inRepository } from './support.js';

const html = { 'content-type': 'text/html; charset=utf-8' };

async function listen(server, port = 0) {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server.address().port;
}

function close(server) {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  return closed;
}

/** A server that notes each request: `path` with its query, `headers`, `time`. */
function noting(create, answer) {
  const requests = [];
  const server = create((request, response) => {
    requests.push({ path: request.url, headers: request.headers, time: Date.now() });
    answer(request, response).catch((error) => response.destroy(error));
  });
  return { requests, server };
}

/**
 * The agency's pages: the partner page at `/`, the bundles at `/cdn/`, and those of the test. They may be kept by the
 * browser, unlike those of tools/serve.js: only then are they in the back-forward cache.
 */
async function startAgency(pages, headers) {
  const files = await serve({ root: inRepository('demo'), folders: { '/cdn/': inRepository('cdn') } });
  const { requests, server } = noting(createServer, async (request, response) => {
    const { pathname } = new URL(request.url, files.address);
    if (Object.hasOwn(pages, pathname)) {
      response.writeHead(200, { ...html, ...headers });
      response.end(pages[pathname]);
      return;
    }
    const file = await fetch(files.address + request.url);
    response.writeHead(file.status, { 'content-type': file.headers.get('content-type'), ...headers });
    response.end(Buffer.from(await file.arrayBuffer()));
  });
  const port = await listen(server);
  return {
    address: `http://agency.localhost:${port}`,
    partner: `http://partner.localhost:${port}`,
    requests,
    close: () => Promise.all([close(server), files.close()]),
  };
}

/** The page to leave to. Its certificate is made here and no browser would trust it: the tests' browsers are told to. */
async function startElsewhere() {
  const names = [{ name: 'commonName', value: 'elsewhere.localhost' }];
  const { private: key, cert } = await generate(names, { keyType: 'ec', algorithm: 'sha256' });
  const ending = new AbortController();
  let held;
  const { requests, server } = noting(
    (answer) => createSecureServer({ key, cert }, answer),
    async (request, response) => {
      await Promise.all([held, wait(elsewhere.delay * 1000, undefined, { signal: ending.signal })]);
      response.writeHead(200, html);
      response.end('<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>');
    },
  );
  const port = await listen(server);
  const elsewhere = {
    address: `https://elsewhere.localhost:${port}/`,
    delay: 0,
    requests,
    hold() {
      let answer;
      held = new Promise((resolve) => (answer = resolve));
      return answer;
    },
    close() {
      ending.abort();
      return close(server);
    },
  };
  return elsewhere;
}

/** An address where nobody listens. */
async function refusedAddress() {
  const server = createServer();
  const port = await listen(server);
  await close(server);
  return `https://elsewhere.localhost:${port}/`;
}

/**
 * Starts both.
 *
 * @param options.pages HTML by path; it can be changed while the site runs.
 * @param options.headers sent with every answer of the agency.
 * @returns `address` of the agency and `partner`, another site with the same pages, both without a slash at the end;
 *   `requests` to them; `elsewhere` with `address`, `requests`, `delay`, the seconds before it answers, and `hold()`, after which it
 *   answers nobody until what `hold` returned is called;
 *   `refused`, an address where nobody listens; `close()`.
 */
export async function startExitSite({ pages = {}, headers = {} } = {}) {
  const [agency, elsewhere, refused] = await Promise.all([
    startAgency(pages, headers),
    startElsewhere(),
    refusedAddress(),
  ]);
  return {
    ...agency,
    pages,
    elsewhere,
    refused,
    close: () => Promise.all([agency.close(), elsewhere.close()]),
  };
}
