/**
 * A small static file server, for the partner page and for the page tests. Nothing is cached, so that a reload shows
 * what was just built. It listens on this computer only.
 */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * The file that a path of an address means, or undefined. Paths that climb out of their folder, or that name a hidden
 * file such as .git, mean none.
 */
function fileFor(path, folders) {
  let decoded;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (/[\\\0]|\/\./.test(decoded)) return undefined;
  const prefix = Object.keys(folders)
    .filter((start) => decoded.startsWith(start))
    .sort((a, b) => b.length - a.length)[0];
  return prefix && join(folders[prefix], decoded.slice(prefix.length));
}

async function respond(request, response, { folders, headers, page }) {
  const end = (status, extra = {}, body = '') => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers, ...extra });
    response.end(request.method === 'HEAD' ? '' : body);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(405, { allow: 'GET, HEAD' });
  const { pathname, search } = new URL(request.url, 'http://localhost');
  let file = fileFor(pathname, folders);
  let found = file && (await stat(file).catch(() => undefined));
  if (found?.isDirectory()) {
    // Relative addresses in a folder's page only work below an address that ends with a slash.
    if (!pathname.endsWith('/')) return end(301, { location: `${pathname}/${search}` });
    file = join(file, 'index.html');
    found = await stat(file).catch(() => undefined);
  }
  if (!found?.isFile()) return end(404, {}, 'There is no such file.');
  const type = types[extname(file).toLowerCase()] ?? 'application/octet-stream';
  if (page && type.startsWith('text/html')) {
    return end(200, { 'content-type': type }, await page(await readFile(file, 'utf8'), pathname));
  }
  if (request.method === 'HEAD') return end(200, { 'content-type': type, 'content-length': found.size });
  response.writeHead(200, { 'content-type': type, 'content-length': found.size, ...headers });
  createReadStream(file)
    .on('error', (error) => response.destroy(error))
    .pipe(response);
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });
}

/**
 * Starts serving.
 *
 * @param options.root the folder behind `/`.
 * @param options.folders more folders by the start of their addresses, such as `{ '/cdn/': 'build/cdn' }`.
 * @param options.port 0 takes any free one.
 * @param options.fallbackPorts how many ports after `port` to try when it is taken.
 * @param options.headers added to every answer.
 * @param options.seen is told the path of each request, as a server's log has it.
 * @param options.page gets each HTML page and its path, and gives the page to send.
 * @returns `port`, `address` (without a slash at the end) and `close()`.
 */
export async function serve({ root, folders = {}, port = 0, fallbackPorts = 0, headers = {}, seen, page }) {
  const settings = {
    folders: { '/': root, ...folders },
    headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers },
    page,
  };
  const server = createServer((request, response) => {
    seen?.(request.url);
    respond(request, response, settings).catch((error) => response.destroy(error));
  });
  let listening;
  for (let next = port; listening === undefined; next++) {
    try {
      listening = await listen(server, next);
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || next >= port + fallbackPorts) throw error;
    }
  }
  return {
    port: listening,
    address: `http://127.0.0.1:${listening}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
