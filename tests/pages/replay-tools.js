/** Tools that record visits, as sites have them: each is set to record all that it can, and sends it to the site. */
import { build } from 'esbuild';
import { inRepository } from './support.js';

const send = `const send = (events) => fetch('/record', { method: 'POST', body: events, keepalive: false });`;

/** What a site writes for each tool. */
const tools = {
  rrweb: `import { record } from 'rrweb'; ${send}
    record({ emit: (event) => send(JSON.stringify(event)), recordCanvas: true, inlineStylesheet: true, maskAllInputs: false });`,
  OpenReplay: `import Tracker from '@openreplay/tracker';
    const tracker = new Tracker({ projectKey: 'key', ingestPoint: location.origin + '/openreplay', __DISABLE_SECURE_MODE: true, obscureTextEmails: false,
      obscureTextNumbers: false, obscureInputEmails: false, obscureInputNumbers: false, defaultInputMode: 0, respectDoNotTrack: false });
    tracker.start();
    // By itself it sends every half minute.
    setInterval(() => tracker.forceFlushBatch(), 1000);`,
  Sentry: `import * as Sentry from '@sentry/browser';
    Sentry.init({ dsn: 'http://key@' + location.host + '/1', tunnel: '/record', replaysSessionSampleRate: 1, integrations: [Sentry.replayIntegration({
      maskAllText: false, maskAllInputs: false, blockAllMedia: false, useCompression: false, minReplayDuration: 0, networkDetailAllowUrls: [] })] });`,
  Clarity: `import { clarity } from 'clarity-js'; ${send}
    clarity.start({ projectId: 'key', upload: (data) => send(data), track: true, content: true, unmask: ['body'], delay: 100, lean: false });`,
};

/** Every tool by name, as a script that can be put into a page. */
export async function replayTools() {
  const bundle = async ([name, contents]) => {
    const stdin = { contents, resolveDir: inRepository('.'), loader: 'js' };
    const { outputFiles } = await build({
      stdin,
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'error',
    });
    return [name, outputFiles[0].text];
  };
  return Object.fromEntries(await Promise.all(Object.entries(tools).map(bundle)));
}

const startOfSession = {
  token: 'token',
  userUUID: 'user',
  projectID: '1',
  sessionID: '1',
  delay: 0,
  beaconSizeLimit: 1e6,
  compressionThreshold: 1e9,
};

/** Lets a site's pages have a tool at `/tool.js`, and answers what it sends as its own service would. */
export function answerTool(pages, code) {
  const empty = (request, response) => response.writeHead(200).end('{}');
  pages['/tool.js'] = (request, response) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
  pages['/record'] = empty;
  for (const path of ['i', 'images', 'tags', 'not-started']) pages[`/openreplay/v1/web/${path}`] = empty;
  pages['/openreplay/v1/web/start'] = (request, response) =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ...startOfSession, startTimestamp: Date.now() }));
}
