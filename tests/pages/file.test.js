/**
 * Does the code that seals and opens files come into the page only when it is used, does it leave the page free meanwhile, and does it
 * come where a page can have no worker? In every browser, with the files that are published.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startFileSite } from './file-site.js';
import { realEngines, startBrowser } from './real-browser.js';

const strict = "default-src 'none'; script-src 'self'; connect-src 'self'";

/** Three files, each in a worker of its own that ended; the fourth was given up. */
const inWorkers = { made: 4, ended: 4 };
const asked = (...paths) => [...new Set(paths)].sort();

for (const engine of await realEngines()) {
  describe(`A sealed file (${engine})`, { timeout: 600_000 }, () => {
    let site;
    let browser;
    let tab;
    before(async () => {
      site = await startFileSite();
      browser = await startBrowser(engine, { seconds: 60 });
      tab = await browser.open();
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    const works = ({ opened }) => assert.equal(opened, 'Plan ☎');
    /** Timers and frames come while the key is made from the passphrase. Where the page stands still, there are none. */
    const stayedFree = ({ during }) => assert.ok(during > 1, `${during}`);

    const withWorker = {
      'in a plain page': {},
      'under a policy that allows own scripts and nothing else': { policy: strict },
    };
    for (const [where, options] of Object.entries(withWorker))
      it(`is made and opened in a worker, which ends, and the page stays free: ${where}`, async () => {
        const came = await site.open(tab, 'page.html', { ...options, more: true });
        works(came);
        stayedFree(came);
        assert.deepEqual([came.wrong, came.stopped], ['passphrase', 'locked']);
        assert.equal(came.here, false);
        assert.deepEqual(came.workers, inWorkers);
        assert.deepEqual(came.before, ['page.html document', 'page.js script', 'cdn/file.js script']);
        assert.deepEqual(asked(...came.requests), ['cdn/file-worker.js worker']);
      });

    it('is made and opened in a worker of a site that has the package, built with Vite', async () => {
      const came = await site.open(tab, 'page.html', { from: './vite/file.js' });
      works(came);
      assert.deepEqual(came.workers, { made: 2, ended: 2 });
      assert.equal(asked(...came.requests).length, 1, came.requests.join());
      assert.match(came.requests[0], /^vite\/assets\/age-worker-\S+\.js worker$/);
    });

    const withoutWorker = {
      'where workers are forbidden': [{ policy: `${strict}; worker-src 'none'` }, ['cdn/age.js script']],
      'where the code comes from another site': [{ from: 'OTHER/cdn/file.js', cors: true }, ['cdn/age.js script']],
      'where the file of the worker is not there': [
        { missing: ['cdn/file-worker.js'] },
        ['cdn/age.js script', 'cdn/file-worker.js worker'],
      ],
      'where trusted types are asked for': [
        { policy: `${strict}; require-trusted-types-for 'script'; trusted-types lit-html` },
        undefined,
      ],
    };
    for (const [where, [options, requests]] of Object.entries(withoutWorker))
      it(`is made and opened in the page, which stays free, ${where}`, async () => {
        const came = await site.open(tab, 'page.html', options);
        works(came);
        stayedFree(came);
        assert.equal(came.here, true);
        if (requests) assert.deepEqual(asked(...came.requests), requests);
      });

    it('is made and opened in a sandboxed frame, as its loader says, with nothing else asked for', async () => {
      // Not 'self': WebKit takes that for the frame's own origin, which is none.
      const policy = `${strict.replace("script-src 'self'", 'script-src HOST')}; frame-src HOST`;
      const came = await site.open(tab, 'framed.html', { policy });
      works(came);
      stayedFree(came);
      assert.deepEqual(asked(...came.requests), ['cdn/frame-age.js script']);
    });

    it('says so when the code does not come', async () => {
      const came = await site.open(tab, 'page.html', { missing: ['cdn/file-worker.js', 'cdn/age.js'] });
      assert.equal(came.opened, 'unavailable');
    });
  });
}
