/**
 * From the key on, the page is blank: one color in a screenshot, whatever lies in front of the page or comes there later. The other site is slow:
 * it never answers. WebKitGTK takes no screenshot meanwhile, so there it answers that it has nothing to show, and the page stays as well.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:https';
import { after, before } from 'node:test';
import { generate } from 'selfsigned';
import { hidden, hosts, open, place, then } from './leave-hosts.js';
import { readPicture } from './picture.js';
import { eventually } from './real-browser.js';
import { inRealBrowsers, ways } from './leave-site.js';

const press = async (tab) => {
  const [x, y] = await tab.until(place);
  await tab.click(x, y);
};

/** A page that notices that it is being left, does something some time later, and tells its server when that is done. */
const later = {};
for (const [what, code] of Object.entries({
  'a dialog is opened': `dialog(document.body, { style: large })`,
  'a dialog is opened in a shadow root': `dialog(root('open'), { style: large })`,
  'a dialog is opened in a closed shadow root': `dialog(root('closed'), { style: large })`,
  'a popover is opened': `popover(document.body, { popover: 'auto' })`,
  'a popover is opened in a shadow root': `popover(root('open'), { popover: 'manual' })`,
  'an element is put in full screen': `full()`,
  'a message is to be read and closed': `alert('Hello')`,
  'the page is to be printed': `print()`,
  'the document is opened anew': `document.open()`,
  'a transition of views is started': `document.startViewTransition?.(() => { document.body.style.background = 'red'; })`,
  'the way out is taken out of the page': `document.querySelector('quick-exit').remove()`,
  'everything is taken out of the page': `document.body.replaceChildren(Object.assign(document.createElement('h1'), { textContent: 'Hello' }))`,
})) {
  for (const milliseconds of what === 'a dialog is opened' ? [0, 200] : [200]) {
    // A request that is under way ends where the tab sets out for the other site.
    const act = `const tell = () => fetch('/done').catch(() => setTimeout(tell, 50));
      const timer = setInterval(() => {
      if (document.title === 'Help near you') return;
      clearInterval(timer);
      setTimeout(async () => { try { await (${code}); } catch {} tell(); }, ${milliseconds});
    }, 5);`;
    later[`${what} ${milliseconds} ms after`] = { ...then(act), way: press, done: true };
  }
}

/**
 * WebKitGTK ends the full screen when the answer has come, and draws its toolbar again. Until the page has its size back, there is a strip
 * in the window that no page has drawn.
 */
const atRest = async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const size = () => `${innerWidth} ${innerHeight} ${window.outerHeight} ${!document.fullscreenElement}`;
  const before = size();
  for (let frames = 0; frames < 10; frames++) await frame();
  return !document.fullscreenElement && size() === before;
};

/** Requests to it stay open until it is told to answer: those that wait, and those that come after. */
async function startSlow() {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'slow.localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
  });
  const waiting = [];
  const page = (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Slow</title>');
  const server = createServer({ key, cert }, (request, response) => {
    if (slow.nothing) response.writeHead(204).end();
    else if (slow.answering) page(response);
    else waiting.push(response);
    slow.asked++;
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const slow = {
    address: `https://slow.localhost:${server.address().port}/`,
    asked: 0,
    nothing: false,
    answering: false,
    answer() {
      slow.answering = true;
      waiting.splice(0).forEach(page);
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return slow;
}

inRealBrowsers((at, test) => {
  let slow;
  before(async () => {
    slow = await startSlow();
    slow.nothing = !at.browser.can.screenshotsWhileLeaving;
  });
  after(() => slow?.close());

  for (const [what, options] of Object.entries({ ...hosts, ...hidden, ...later })) {
    test(`the page is blank where ${what}`, async () => {
      const { site, tab } = at;
      await open(at, { ...options, to: slow.address });
      // The bar that the page is scrolled with is not ours to cover.
      if (!(what in hidden)) await tab.until(place);
      const width = await tab.evaluate('innerWidth - 20');
      Object.assign(slow, { asked: 0, answering: false });
      site.requests.length = 0;
      await (options.way ?? ways.keys)(tab);
      await eventually(() => slow.asked, { what: 'the other site is asked' });
      if (options.done)
        await eventually(() => site.requests.some(({ path }) => path === '/done'), { what: 'the page has done so' });
      if (slow.nothing) await tab.until(atRest);
      const shot = await tab.screenshot();
      const colors = readPicture(shot).colors(width);
      slow.answer();
      if (!slow.nothing) await tab.until(`document.title === 'Slow'`);
      assert.deepEqual(colors.slice(0, 3), ['rgb(255, 255, 255)']);
    });
  }
});
