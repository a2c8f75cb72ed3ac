/** A page in somebody else's sandboxed frame, as sites show a page whose address was pasted: `sandbox="allow-scripts"`, without an origin. */
import assert from 'node:assert/strict';
import { worksWith } from '../works-with.js';
import { answer, inRealBrowsers } from './leave-site.js';

const tags = ['stage-guide', 'resource-card', 'safety-checklist', 'goal-planner', 'options-explorer', 'practice-check'];

/** Tells the page around what nobody caught, and which elements show themselves. */
const embedded =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Help near you</title><script>' +
  'const tell = (word) => parent.postMessage(word, "*");' +
  'addEventListener("error", ({ message }) => tell({ wrong: message }));' +
  'addEventListener("unhandledrejection", ({ reason }) => tell({ wrong: `rejected: ${reason}` }));' +
  `const shown = (tag) => document.querySelector(tag)?.shadowRoot?.querySelector(".surface");` +
  `setInterval(() => tell({ shown: ${JSON.stringify(tags)}.filter(shown) }), 100);</script>` +
  '<script type="module" src="/cdn/all.js"></script>' +
  tags.map((tag) => `<${tag} resource-id="988">Call <a href="tel:988">988</a></${tag}>`).join('');

const around =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Elsewhere</title><script>' +
  'window.wrong = []; window.shown = []; window.looks = 0;' +
  'addEventListener("message", ({ data }) => { if (data.wrong) wrong.push(data.wrong); else { shown = data.shown; looks++; } });</script>' +
  '<iframe sandbox="allow-scripts" src="/embedded" width="600" height="900"></iframe>';

inRealBrowsers((at, test) => {
  test(
    worksWith({
      kind: 'host',
      name: 'A frame with sandbox="allow-scripts" (WordPress, for pasted addresses)',
      condition: 'a page with every kind of element is shown in it',
      result: 'the elements appear, and no error reaches the page',
      limit: 'Calls, texts, printing, and saving don’t work in such a frame by design.',
      engines: 'Chromium, Firefox, WebKit',
    }),
    async () => {
      // Without an origin, modules come only from a server that lets everybody have them.
      const { pages, address } = at.site;
      pages['/cdn/all.js'] = async (request, response, shared) => {
        const file = await fetch(`http://127.0.0.1:${new URL(shared.address).port}${request.url}`);
        response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' });
        response.end(Buffer.from(await file.arrayBuffer()));
      };
      pages['/cdn/keeping-area.js'] = pages['/cdn/all.js'];
      pages['/cdn/resource-details.js'] = pages['/cdn/all.js'];
      pages['/embedded'] = answer(embedded);
      pages['/around'] = answer(around);
      await at.tab.goto(`${address}/around`);
      await at.tab
        .until((count) => window.shown.length === count, { args: [tags.length] })
        .catch(async () =>
          assert.deepEqual(
            [
              await at.tab.evaluate('[window.shown, window.wrong, window.looks]'),
              at.site.requests.map(({ path }) => path),
            ],
            [],
          ),
        );
      // What is kept is asked for once the area for keeping has come.
      const looks = await at.tab.evaluate('window.looks');
      await at.tab.until((before) => window.looks > before + 10, { args: [looks] });
      assert.deepEqual(await at.tab.evaluate('window.wrong'), []);
    },
  );
});
