/** Nobody is told that a person leaves: not the other site, not the agency's server, and not the scripts of the page that came after ours. */
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { answer, inRealBrowsers, leads, linkTo, pageWith, ways } from './leave-site.js';
import { eventually } from './real-browser.js';

const types = [
  ...[
    'click',
    'pointerdown',
    'pointerup',
    'mousedown',
    'mouseup',
    'keydown',
    'keyup',
    'focusin',
    'focusout',
    'focus',
    'blur',
  ],
  ...[
    'beforeunload',
    'pagehide',
    'unload',
    'visibilitychange',
    'freeze',
    'toggle',
    'beforetoggle',
    'popstate',
    'pause',
    'scroll',
  ],
  ...['error', 'unhandledrejection', 'securitypolicyviolation', 'content-error', 'storage', 'message'],
];

/** Listens to everything there is to listen to. What is heard once `armed` is kept in localStorage, since to send it would be another way to tell. */
const listeners = (when) => `<script>{
  const times = (window.times = {});
  const note = (...heard) => {
    if (heard[0] === 'window first') times[heard[1]] = (times[heard[1]] ?? 0) + 1;
    if (window.armed) localStorage.heard = (localStorage.heard ?? '') + JSON.stringify(['${when}', ...heard]) + '\\n';
  };
  for (const type of ${JSON.stringify(types)})
    for (const [where, target] of Object.entries({ window, document }))
      for (const capture of [true, false])
        target.addEventListener(type, () => note(where + (capture ? ' first' : ''), type), capture);
}</script>`;

/** What analytics do when a person goes away. */
const analytics = `
  const tell = () => navigator.sendBeacon('/told');
  addEventListener('pagehide', tell);
  document.addEventListener('visibilitychange', tell);
  document.addEventListener('click', tell, true);
  addEventListener('click', tell);`;
const beacons = '<script src="/analytics.js"></script>';

/**
 * What scripts that came later can still hear. Listeners on the window run in their order, and these events reach it alone or first;
 * ours for them is there only once a person leaves. And a pressed link takes the focus before it is followed.
 */
const cannotBeKept =
  /^(window first (visibilitychange|focusout)|window( first)? (beforeunload|unload)|\S+( first)? (focus|blur|focusin|focusout))$/;

/** What was heard, by who heard it: a page that has no listeners reads it. */
async function heard({ site, tab }) {
  await tab.goto(`${site.address}/plain`);
  // Written by a process that may have ended.
  await tab.until(() => !!localStorage.heard);
  const lines = await tab.evaluate(() => {
    const text = localStorage.heard;
    localStorage.clear();
    return text.split('\n').filter(Boolean);
  });
  const all = lines.map((line) => JSON.parse(line));
  const by = (when) => [...new Set(all.filter(([who]) => who === when).map(([, where, type]) => `${where} ${type}`))];
  return { before: by('before'), after: by('after') };
}

/** Every request to the agency that `act` brings, until half a second later. */
async function requestsDuring({ site }, act) {
  const from = site.requests.length;
  await act();
  await wait(500);
  return site.requests.slice(from).map(({ method, path, body }) => `${method} ${path} ${body}`.trim());
}

// The driver of WebKitGTK needs to evaluate.
const strict =
  "default-src 'none'; connect-src 'self'; script-src 'self' 'unsafe-eval'; img-src 'self'; style-src 'none'; report-uri /report";
const policies = {
  'content-security-policy': strict,
  'content-security-policy-report-only': strict.replace('/report', '/only'),
};

inRealBrowsers(
  (at, test) => {
    for (const [name, way] of Object.entries(ways)) {
      test(`${name}: a page that would tell where people come from does not`, async () => {
        const { site, tab } = at;
        const to = site.elsewhere.address;
        const page = pageWith({ to, head: '<meta name="referrer" content="unsafe-url">' });
        // Also where the agency has forgotten what belongs to the link.
        const plain = page.replace(linkTo(to), `<a href="${to}">Leave</a>`);
        for (const html of [page, plain]) {
          site.pages['/a'] = answer(html, { 'referrer-policy': 'unsafe-url' });
          await tab.goto(`${site.address}/a?about=me`);
          const { headers } = await leads(site, tab, () => way(tab, site));
          assert.equal(headers.referer, undefined);
          assert.equal(await tab.evaluate('document.referrer'), '');
        }
      });

      test(`${name}: the agency's server is not asked for anything, and gets no reports`, async () => {
        const { site, tab } = at;
        site.pages['/a'] = answer(pageWith({ to: site.elsewhere.address, body: beacons }), policies);
        await tab.goto(`${site.address}/a`);
        await eventually(() => site.requests.some(({ path }) => path === '/cdn/en/limits.js'));
        await wait(200);
        assert.deepEqual(await requestsDuring(at, () => leads(site, tab, () => way(tab, site))), []);
      });

      test(`${name}: scripts that came after ours hear nothing of it`, async () => {
        const { site, tab } = at;
        const to = site.elsewhere.address;
        site.pages['/a'] = pageWith({ to, head: listeners('before'), body: `${listeners('after')}<input>` });
        await tab.goto(`${site.address}/a`);
        // A driver may be done before the page has heard all of it.
        await tab.click('input');
        await tab.until('window.times.click === 1');
        if (name === 'keys') {
          await tab.keys('Shift', 'Shift');
          await tab.until('window.times.keyup === 2');
        }
        await tab.evaluate('void (window.armed = true)');
        await leads(site, tab, () => (name === 'keys' ? tab.keys('Shift') : way(tab, site)));
        const { before, after } = await heard(at);
        const pressed = { click: [], method: [], keys: ['keydown'] }[name];
        const last = pressed.flatMap((type) =>
          ['window first', 'document first', 'document', 'window'].map((where) => `${where} ${type}`),
        );
        assert.deepEqual(
          after.filter((what) => !cannotBeKept.test(what)),
          last,
        );
        // Who listened at the window before ours did hears what comes by there. That is why the script stands first in the head.
        assert.ok(
          before.includes(
            { click: 'window first click', keys: 'window first keyup', method: 'window first blur' }[name],
          ),
        );
        assert.deepEqual(
          before.filter((what) => /error|rejection|violation|toggle|message|storage/.test(what)),
          [],
        );
      });
    }

    test('what the page would send when it is hidden is sent when a person follows another link', async () => {
      const { site, tab } = at;
      site.pages['/a'] = pageWith({ to: site.elsewhere.address, body: beacons });
      await tab.goto(`${site.address}/a`);
      const requests = await requestsDuring(at, () => tab.goto(`${site.partner}/start`));
      assert.ok(requests.includes('POST /told'), requests.join());
    });

    test('what a policy of the page refuses is reported', async () => {
      const { site, tab } = at;
      site.pages['/a'] = answer(pageWith({ to: site.elsewhere.address, body: '<img src="data:,">' }), policies);
      const requests = await requestsDuring(at, () => tab.goto(`${site.address}/a`));
      const reports = requests.filter((request) => /^POST .(report|only) .*img-src/.test(request));
      assert.equal(reports.length, 2, requests.join('\n'));
    });
  },
  {
    prepare({ site }) {
      const none = (request, response) => response.writeHead(204).end();
      Object.assign(site.pages, { '/told': none, '/report': none, '/only': none });
      site.pages['/analytics.js'] = answer(analytics, { 'content-type': 'text/javascript' });
    },
  },
);
