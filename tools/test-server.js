/**
 * Answers that a real server would rather not give, for the tests of loading: errors, wrong types, endless bodies,
 * a second origin. Middleware for the test runner's server; every address begins with /__test/.
 *
 * | address | answer |
 * |---|---|
 * | status/404, status/500 | that status, with a small HTML page |
 * | html | 200 and an HTML page, as a login wall does |
 * | json/NAME | tests/fixtures/packs/NAME.json as application/json |
 * | wrong-type/NAME | the same, as text/html |
 * | bom/NAME, utf16/NAME | the same, with a byte order mark; as UTF-16 |
 * | truncated/NAME | the first half of it |
 * | redirect/NAME | 302 to json/NAME |
 * | slow | headers never come |
 * | endless | 200, and JSON white space until the client leaves |
 * | huge | 200 and a JSON string of 2 MB |
 * | other-origin | the address of a second server with the same answers and no CORS headers, as text |
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

const prefix = '/__test/';
const json = 'application/json';
const html = 'text/html; charset=utf-8';
const errorPage = '<!doctype html><title>Sorry</title><p>Something went wrong.</p>';

async function* whiteSpace() {
  for (;;) {
    yield ' '.repeat(16_384);
    await wait(5);
  }
}

/** `undefined` when there is no such address; a `body` of undefined when no answer is to come. */
async function answerTo(path, packs, otherOrigin) {
  const [kind, name = ''] = path.split('/');
  const pack = () => readFile(join(packs, `${name}.json`));
  if (name && !/^[\w.-]+$/.test(name)) return undefined;
  switch (kind) {
    case 'status':
      return { status: Number(name), type: html, body: errorPage };
    case 'html':
      return { type: html, body: errorPage };
    case 'json':
      return { type: json, body: await pack() };
    case 'wrong-type':
      return { type: html, body: await pack() };
    case 'bom':
      return { type: json, body: Buffer.concat([Buffer.from('\uFEFF'), await pack()]) };
    case 'utf16':
      return { type: json, body: Buffer.from(`\uFEFF${String(await pack())}`, 'utf16le') };
    case 'truncated': {
      const whole = await pack();
      return { type: json, body: whole.subarray(0, whole.length / 2) };
    }
    case 'redirect':
      return { status: 302, headers: { location: `${prefix}json/${name}` }, type: 'text/plain', body: '' };
    case 'slow':
      return { body: undefined };
    case 'endless':
      return { type: json, body: Readable.from(whiteSpace(), { objectMode: false }) };
    case 'huge':
      return { type: json, body: JSON.stringify('x'.repeat(2_000_000)) };
    case 'other-origin':
      return { type: 'text/plain', body: await otherOrigin() };
    default:
      return undefined;
  }
}

async function send(request, response, packs, otherOrigin) {
  const path = new URL(request.url, 'http://127.0.0.1').pathname;
  let answer;
  try {
    if (path.startsWith(prefix)) answer = await answerTo(path.slice(prefix.length), packs, otherOrigin);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  answer ??= { status: 404, type: html, body: errorPage };
  const { status = 200, type, headers, body } = answer;
  if (body === undefined) return;
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers });
  if (body instanceof Readable) pipeline(body, response, () => {});
  else response.end(body);
}

/**
 * Koa middleware for the test runner.
 *
 * @param packs folder of the JSON files that NAME stands for.
 */
export function testServer({ packs }) {
  let other;
  const otherOrigin = () => {
    other ??= new Promise((resolve) => {
      const server = createServer((request, response) => {
        send(request, response, packs, otherOrigin).catch((error) => response.destroy(error));
      });
      server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`));
      server.unref();
    });
    return other;
  };
  return async (context, next) => {
    if (!context.path.startsWith(prefix)) return next();
    // Written past Koa, which would finish a response that is meant to hang.
    context.respond = false;
    await send(context.req, context.res, packs, otherOrigin);
    // What went over the wire stays; this keeps the runner from listing a 404 that was asked for as a mistake.
    context.res.statusCode = 200;
  };
}
