/**
 * A site whose page seals a text as a file and opens it again, with the code as it is in `cdn/`, and that writes down what was asked
 * of it. No element is around it here: what is tested is how the code comes into a page.
 */
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { rollup } from 'rollup';
import { build } from 'vite';
import configs from '../../rollup.config.js';
import { inRepository } from './support.js';

/** Bundles `src/private-text/file/age-file.ts` as every file of cdn/ is, and as the file of a frame, which is a plain script. */
async function bundle(folder) {
  for (const [like, more, name] of [
    ['age.js', {}, 'file.js'],
    ['frame-age.js', { name: 'file' }, 'frame-file.js'],
  ]) {
    const { plugins, output } = configs.find((config) => config.output.file === `cdn/${like}`);
    const made = await rollup({
      input: inRepository('src/private-text/file/age-file.ts'),
      plugins: plugins.filter((plugin) => plugin.name !== 'notices'),
    });
    await made.write({ ...output, ...more, sourcemap: false, file: join(folder, name) });
    await made.close();
  }
}

/** Bundles `dist/private-text/file/age-file.js` as a site that has the package does, with Vite. */
async function bundleWithVite(folder) {
  await build({
    configFile: false,
    logLevel: 'error',
    root: inRepository('dist'),
    base: './',
    build: {
      outDir: join(folder, 'vite'),
      emptyOutDir: true,
      rollupOptions: {
        input: inRepository('dist/private-text/file/age-file.js'),
        output: { entryFileNames: 'file.js' },
        preserveEntrySignatures: 'strict',
      },
    },
  });
}

/**
 * What runs in the page, or in its frame: `file` is the code that is tested, `report` tells the test. With `more`, it also tries a wrong
 * passphrase, and gives something up.
 */
async function run(file, report, more) {
  const workers = { made: 0, ended: 0 };
  const RealWorker = window.Worker;
  window.Worker = function (...args) {
    const worker = new RealWorker(...args);
    const terminate = worker.terminate.bind(worker);
    workers.made++;
    worker.terminate = () => (workers.ended++, terminate());
    return worker;
  };
  // What the page got to do in between: timers and frames, and how many there had been whenever a random number was taken here.
  let ticks = 0;
  const ticksAtRandom = [];
  const random = crypto.getRandomValues.bind(crypto);
  crypto.getRandomValues = (bytes) => (ticksAtRandom.push(ticks), random(bytes));
  const timer = () => (ticks++, setTimeout(timer));
  const frame = () => (ticks++, requestAnimationFrame(frame));
  const outcome = (promise) => promise.catch((error) => error.reason ?? `${error}`);
  await report('ready');
  timer();
  frame();
  const sealed = await outcome(file.sealFile('Plan ☎', 'correct horse'));
  const whole = ticks;
  const [, salt, nonce] = ticksAtRandom;
  // Random numbers that are taken in a worker are not seen here.
  const during = nonce === undefined ? whole : nonce - salt;
  const came = { during, workers, here: ticksAtRandom.length > 0, opened: sealed };
  if (typeof sealed !== 'string') came.opened = await outcome(file.openFile(new Blob([sealed]), 'correct horse'));
  if (more) {
    came.wrong = await outcome(file.openFile(sealed, 'wrong'));
    const ends = new AbortController();
    const stopped = outcome(file.sealFile('Plan ☎', 'correct horse', ends.signal));
    ends.abort('locked');
    came.stopped = await stopped;
  }
  await report(JSON.stringify(came));
}

const moduleScript = ({ from, more }) => `
  import * as file from '${from}';
  (${run})(file, (body) => fetch('done', { method: 'POST', body }), ${more});`;

const frameScript = ({ more }) => `
  file.loadFileCodeWith(() => new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = 'cdn/frame-age.js';
    script.onload = () => resolve(alongsideAge);
    script.onerror = reject;
    document.head.append(script);
  }));
  (${run})(file, async (body) => parent.postMessage(body, '*'), ${more});`;

const page = (tag) => `<!doctype html><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">${tag}`;
const frame = '<iframe sandbox="allow-scripts" src="frame.html"></iframe>';
const relay = `addEventListener('message', ({ data, origin }) =>
  origin === 'null' && fetch('done', { method: 'POST', body: data }));`;

/**
 * Starts the site. `open` opens its page in a tab and gives what came of it: the page's own report, and `requests`, each with what it
 * was for. Requests from before the page was ready are `before`.
 */
export async function startFileSite() {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-file-'));
  await bundle(folder);
  await bundleWithVite(folder);
  // Each visit has a folder of its own: what an earlier page asks for late is not taken for this one's.
  const visits = [];
  const pages = {
    'page.html': () => page('<script type="module" src="page.js"></script>'),
    'page.js': moduleScript,
    'framed.html': () => page(`<script src="relay.js"></script>${frame}`),
    'relay.js': () => relay,
    'frame.html': () => page('<script src="cdn/frame-file.js"></script><script src="frame.js"></script>'),
    'frame.js': frameScript,
  };
  const content = async (path, visit) => {
    if (visit.missing.includes(path)) return undefined;
    if (path in pages) return pages[path](visit);
    const name = path.replace(/^cdn\//, '');
    const own = /^(frame-)?file\.js$/.test(name) || path.startsWith('vite/');
    return readFile(own ? join(folder, name) : inRepository(path)).catch(() => undefined);
  };
  const server = createServer(async (request, response) => {
    const [, at, path] = /^\/(\d+)\/(.*)$/.exec(request.url) ?? [];
    const visit = visits[at];
    if (request.method === 'POST') {
      let body = '';
      for await (const part of request) body += part;
      if (body === 'ready') visit.before = visit.requests.splice(0);
      else visit.done(JSON.parse(body));
      return response.end();
    }
    visit?.requests.push(`${path} ${request.headers['sec-fetch-dest']}`);
    const found = visit && (await content(path, visit));
    const type = { '.html': 'text/html', '.js': 'text/javascript' }[extname(request.url)];
    response.writeHead(found === undefined ? 404 : 200, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-store',
      ...(type === 'text/html' && visit?.policy && { 'content-security-policy': visit.policy }),
      ...(visit?.cors && { 'access-control-allow-origin': '*' }),
    });
    response.end(found);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  return {
    /**
     * @param options.policy the content security policy; HOST in it is the site. `options.missing`: files that are not there.
     *   `options.cors`: other sites may have the files. `options.from`: where the page has the code from; OTHER in it is another site
     *   with the same files. `options.more`: tries a wrong passphrase, and gives something up.
     */
    async open(tab, path, { policy = '', missing = [], cors = false, from = './cdn/file.js', more = false } = {}) {
      const at = visits.length;
      const host = `http://agency.localhost:${port}`;
      const visit = { missing, cors, more, requests: [] };
      visit.policy = policy.replaceAll('HOST', host);
      visit.from = from.replace('OTHER', `http://other.localhost:${port}/${at}`);
      visits.push(visit);
      const report = await new Promise((resolve, reject) => {
        visit.done = resolve;
        tab.goto(`${host}/${at}/${path}`, { waiting: false }).catch(reject);
      });
      return { ...report, before: visit.before, requests: visit.requests };
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}
