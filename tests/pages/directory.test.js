/**
 * A whole search in real browsers, seen from the server: what its log has, and what is left behind. In pages with a strict policy,
 * without workers, with the script of another site; on paper; by keyboard alone; divided by places; with a live server.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { fromHsds } from '../../dist/services/hsds/from-hsds.js';
import { encodeSnapshot } from '../../dist/services/search/snapshot-write.js';
import { drivenEngines, inRepository, serveRepository } from './support.js';
import { openWindow } from './windows.js';

const kinds = [
  ['Shelter', 'Housing', 'A bed for the night.'],
  ['Clinic', 'Health', 'Checkups and tests.'],
  ['Kitchen', 'Food', 'Meals every day.'],
];
const towns = ['Exampletown', 'Sampleville', 'Testburg'];

/** Made-up services in HSDS: 60, in three towns. */
const hsds = Array.from({ length: 60 }, (_, index) => {
  const [name, term, description] = kinds[index % 3];
  const city = towns[Math.floor(index / 20)];
  return {
    id: `service-${index}`,
    name: `Example ${name} ${index}`,
    description,
    status: 'active',
    phones: [{ number: `555-555-${1000 + index}`, type: 'voice' }],
    attributes: [{ taxonomy_term: { name: term } }],
    languages: [{ code: index % 2 ? 'es' : 'en' }],
    schedules: [
      {
        freq: 'WEEKLY',
        byday: 'MO,TU,WE,TH,FR,SA,SU',
        opens_at: '00:00',
        closes_at: '23:59',
        timezone: 'America/Chicago',
      },
    ],
    service_at_locations: [
      {
        location: {
          location_type: 'physical',
          latitude: 44 + index / 100,
          longitude: -93,
          addresses: [{ address_1: `${index} Sample Street`, city, state_province: 'MN' }],
        },
      },
    ],
  };
});
const { services } = fromHsds(hsds);

const page = (script, attributes) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Find help</title>
    <link rel="icon" href="data:," />
    <script type="module" src="${script}"></script>
  </head>
  <body>
    <h1>Find help</h1>
    <resource-directory ${attributes}><p>Call <a href="tel:988">988</a>.</p></resource-directory>
  </body>
</html>`;

const strict =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'none'; base-uri 'none'; form-action 'none'";
const own = '/cdn/all.js';

for (const engine of await drivenEngines()) {
  describe(`A directory (${engine})`, { timeout: 600_000 }, () => {
    let folder;
    const sites = [];
    let windows = [];
    before(() => {
      folder = mkdtempSync(join(tmpdir(), 'alongside-directory-'));
      const write = (name, text) => writeFileSync(join(folder, name), text);
      for (const { name, text } of encodeSnapshot(services, { made: '2026-11-01' }).files) write(name, text);
      mkdirSync(join(folder, 'parts'));
      for (const { name, text } of encodeSnapshot(services, { made: '2026-11-01', shardAbove: 10 }).files)
        write(join('parts', name), text);
      write('hsds.json', JSON.stringify({ contents: hsds }));
      write('index.html', page(own, 'src="services.json" new-tab'));
      write('card.html', page('/cdn/resource-directory.js', 'src="hsds.json"'));
      write('parts.html', page(own, 'src="parts/services.json"'));
    });
    afterEach(async () => {
      for (const { close } of windows) await close();
      windows = [];
    });
    after(async () => {
      await Promise.all(sites.map((site) => site.close()));
      if (folder) rmSync(folder, { recursive: true });
    });

    /** Opens a page of the folder. `log` has the path of every request that the server saw. */
    async function open(path, { headers, options, count = 20 } = {}) {
      const log = [];
      const site = await serveRepository({
        root: folder,
        folders: { '/cdn/': inRepository('cdn') },
        headers,
        seen: (url) => log.push(url),
      });
      sites.push(site);
      const opened = await openWindow(engine, options);
      windows.push(opened);
      const { page, context } = opened;
      context.setDefaultTimeout(15_000);
      const problems = [];
      page.on('pageerror', (error) => {
        // What Firefox has to say of policies is no error of a script.
        if (!/^(Content-Security-Policy:|Security Error: Content at )/.test(`${error}`)) problems.push(`${error}`);
      });
      await page.goto(`${site.address}/${path}`);
      const directory = page.locator('resource-directory');
      if (count) await listed(directory, count);
      await page.waitForLoadState('networkidle');
      return { page, context, directory, log, site, problems };
    }

    const listed = (directory, count) =>
      directory.locator(`.found > li:not([hidden]):nth-child(${count}):last-child`).waitFor({ state: 'attached' });
    const search = (directory, text) => directory.locator('[data-at=text]').fill(text);

    it('is searched without a single request, and leaves nothing behind', async () => {
      const { page, context, directory, log, problems } = await open('index.html', {
        options: {
          geolocation: { latitude: 44.2, longitude: -93 },
          permissions: engine === 'chromium' ? ['geolocation'] : [],
        },
      });
      assert.ok(log.some((url) => url.includes('services.json')));
      const before = log.length;
      for (const typed of ['c', 'cl', 'clinic', 'clinik', 'kitchen meals']) await search(directory, typed);
      await directory.locator('resource-card', { hasText: 'Kitchen' }).first().waitFor();
      await directory.getByRole('button', { name: 'More filters' }).click();
      await directory.locator('[data-at=terms]').selectOption('Food');
      await directory.locator('[data-at=languages]').selectOption('es');
      await directory.getByRole('button', { name: 'Open now' }).click();
      await listed(directory, 10);
      await directory.locator('[data-at=sort]').selectOption('name');
      if (engine === 'chromium') {
        await directory.locator('[data-do=near]').click();
        await directory.getByText(/away/).first().waitFor();
      }
      await directory
        .getByRole('button', { name: /^Details about/ })
        .first()
        .click();
      await directory.getByText('Sample Street').first().waitFor();
      await directory.locator('[data-do=clear]').click();
      await listed(directory, 20);
      await directory.locator('[data-do=more]').click();
      await listed(directory, 40);
      await search(directory, 'xylophone');
      await directory.locator('[data-do="without text"]').click();
      await page.waitForLoadState('networkidle');
      assert.deepEqual(log.slice(before), []);
      const left = await page.evaluate(async () => ({
        address: location.search + location.hash,
        title: document.title,
        state: history.state,
        cookies: document.cookie,
        stored: localStorage.length + sessionStorage.length,
        databases: (await indexedDB.databases?.())?.length ?? 0,
      }));
      assert.deepEqual(left, { address: '', title: 'Find help', state: null, cookies: '', stored: 0, databases: 0 });
      assert.deepEqual((await context.storageState()).cookies, []);
      assert.deepEqual(problems, []);
    });

    for (const [title, headers] of [
      ['under a strict policy', { 'content-security-policy': strict }],
      [
        'under a strict policy with trusted types',
        { 'content-security-policy': `${strict}; require-trusted-types-for 'script'; trusted-types lit-html` },
      ],
      ['where no worker may start', { 'content-security-policy': `${strict}; worker-src 'none'` }],
    ])
      it(`works ${title}`, async () => {
        const { directory, problems } = await open('index.html', { headers });
        await search(directory, 'clinik');
        await listed(directory, 20);
        assert.equal(await directory.locator('.found resource-card', { hasText: 'Clinic' }).count(), 20);
        assert.deepEqual(problems, []);
      });

    it('works from a file of its own, with HSDS as it comes from a server', async () => {
      const { directory, problems } = await open('card.html');
      await search(directory, 'shelter');
      await listed(directory, 20);
      assert.deepEqual(problems, []);
    });

    it('works with the script of another site, which can start no worker here', async () => {
      const elsewhere = await serveRepository({
        root: inRepository('cdn'),
        headers: { 'access-control-allow-origin': '*' },
      });
      sites.push(elsewhere);
      writeFileSync(join(folder, 'elsewhere.html'), page(`${elsewhere.address}/all.js`, 'src="services.json"'));
      const { directory, problems } = await open('elsewhere.html');
      await search(directory, 'kitchen');
      await listed(directory, 20);
      assert.deepEqual(problems, []);
    });

    it('loads the list of a place when it is chosen, and nothing more', async () => {
      const { directory, log, page } = await open('parts.html', { count: 0 });
      const place = directory.locator('[data-at=area]');
      await place.waitFor();
      const before = log.length;
      const chosen = await place.locator('option:not([value=""])').first().getAttribute('value');
      await place.selectOption(chosen);
      await directory.locator('.found > li').first().waitFor();
      await search(directory, 'clinic');
      await page.waitForLoadState('networkidle');
      const asked = log.slice(before);
      assert.ok(asked.length > 0 && asked.length <= 2, asked.join());
      for (const url of asked) assert.match(url, /^\/parts\/services-[\w-]+\.json$/);
      const texts = await directory.locator('.found resource-card').allInnerTexts();
      assert.ok(texts.length > 0);
    });

    // Firefox cannot be asked to show a page as on paper.
    const onPaper = engine === 'chromium' ? it : it.skip;
    onPaper('is all on paper, without what only a screen can do', async () => {
      const { page, directory } = await open('index.html');
      await directory.locator('[data-do=more]').click();
      await listed(directory, 40);
      await page.emulateMedia({ media: 'print' });
      assert.equal(await directory.locator('form').isVisible(), false);
      assert.equal(await directory.locator('button:visible').count(), 0);
      assert.equal(await directory.locator('.found resource-card:visible').count(), 40);
      const heights = await directory
        .locator('.found > li')
        .evaluateAll((items) => items.map((item) => getComputedStyle(item).contentVisibility));
      assert.deepEqual(new Set(heights), new Set(['visible']));
    });

    it('is used by keyboard alone', async () => {
      const { page, directory } = await open('index.html');
      const focused = () =>
        page.evaluate(
          () =>
            document.activeElement.shadowRoot?.activeElement?.dataset.at ??
            document.activeElement.shadowRoot?.activeElement?.dataset.do ??
            document.activeElement.shadowRoot?.activeElement?.localName,
        );
      await page.keyboard.press('Tab');
      assert.equal(await focused(), 'text');
      await page.keyboard.type('clinic');
      await directory.getByText('20 services found.').waitFor();
      for (const chip of ['openNow', 'reach call', 'filters']) {
        await page.keyboard.press('Tab');
        assert.equal(await focused(), chip);
      }
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      assert.equal(await focused(), 'terms');
      await page.keyboard.press('Tab');
      assert.equal(await focused(), 'languages');
      await page.keyboard.press('s');
      await page.keyboard.press('Enter');
      await directory.getByText('10 services found.').waitFor();
    });

    it('sends what is searched for to a live server when the person asks for it, and not before', async () => {
      const asked = [];
      const server = createServer((request, response) => {
        asked.push(request.url);
        const { pathname, searchParams } = new URL(request.url, 'http://localhost');
        const one = hsds.find(({ id }) => pathname.endsWith(`/services/${id}`));
        const found = hsds.filter(({ name }) => name.toLowerCase().includes(searchParams.get('search') ?? ''));
        response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
        const contents = found.slice(0, 10).map(({ id, name, status }) => ({ id, name, status }));
        response.end(
          JSON.stringify(one ?? { total_items: found.length, page_number: 1, empty: !contents.length, contents }),
        );
      });
      await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
      try {
        const api = `http://127.0.0.1:${server.address().port}/v3`;
        writeFileSync(join(folder, 'live.html'), page(own, `api="${api}"`));
        const { directory } = await open('live.html', { count: 0 });
        await directory.getByText(`127.0.0.1:${server.address().port}`).waitFor();
        await directory.locator('[data-at=text]').pressSequentially('clinic');
        assert.ok(!asked.join().includes('clinic'), asked.join());
        await directory.getByRole('button', { name: 'Search', exact: true }).click();
        await directory.locator('.found > li').first().waitFor();
        // What was sent while it was typed has come by now, too.
        const searched = asked.map((url) => new URL(url, 'http://localhost').searchParams.get('search'));
        assert.deepEqual([...new Set(searched.filter(Boolean))], ['clinic']);
        await directory.getByText('555-555-1').first().waitFor();
      } finally {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    });

    it('follows no redirect of the page’s own server to another one', async () => {
      const asked = [];
      const elsewhere = createServer((request, response) => {
        asked.push(request.url);
        response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
        response.end('{"contents":[],"empty":true}');
      });
      const listen = (server) => new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
      await listen(elsewhere);
      const home = createServer((request, response) => {
        const { pathname, search } = new URL(request.url, 'http://localhost');
        if (pathname.startsWith('/search')) {
          const location = `http://127.0.0.1:${elsewhere.address().port}${pathname}${search}`;
          response.writeHead(302, { location }).end();
        } else if (pathname.startsWith('/cdn/')) {
          response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(inRepository(pathname)));
        } else response.writeHead(200, { 'content-type': 'text/html' }).end(page(own, 'api="/search"'));
      });
      await listen(home);
      const { page: opened, close } = await openWindow(engine);
      try {
        await opened.goto(`http://127.0.0.1:${home.address().port}/`);
        const directory = opened.locator('resource-directory');
        await directory.getByText('The search didn’t work.').waitFor();
        assert.deepEqual(asked, []);
      } finally {
        await close();
        for (const server of [home, elsewhere]) {
          server.closeAllConnections();
          await new Promise((resolve) => server.close(resolve));
        }
      }
    });

    it('says so where a live server lets no page of another site ask', async () => {
      const server = createServer((_, response) => response.end('{"contents":[],"empty":true}'));
      await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
      try {
        writeFileSync(join(folder, 'closed.html'), page(own, `api="http://127.0.0.1:${server.address().port}"`));
        const { directory } = await open('closed.html', { count: 0 });
        await directory.getByText('The search didn’t work.').waitFor();
        assert.ok(await directory.getByText('1-888-373-7888').first().isVisible());
      } finally {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    });

    it('says how old its list is, and that an old one may be wrong in places', async () => {
      const [{ text }] = encodeSnapshot(services, { made: '2020-01-15' }).files;
      writeFileSync(join(folder, 'old.json'), text);
      writeFileSync(join(folder, 'old.html'), page(own, 'src="old.json"'));
      const { directory } = await open('old.html');
      await directory.getByText('This list is from January 2020. Some details may have changed since then.').waitFor();
    });

    it('says so where the list cannot be loaded, and there is other help', async () => {
      writeFileSync(join(folder, 'broken.html'), page(own, 'src="none.json"'));
      const { directory, page: opened } = await open('broken.html', { count: 0 });
      await directory.getByText('The list couldn’t be loaded.').waitFor();
      assert.ok(await opened.locator('resource-directory > p a').isVisible());
      assert.ok(await directory.getByText('1-888-373-7888').first().isVisible());
    });
  });
}
