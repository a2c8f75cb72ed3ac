/**
 * Each piece of HTML in the docs, pasted into a page and opened in Chromium: do the elements come, and does nobody complain? Then
 * under the content security policies of the docs: is nothing refused? tests/node/docs.test.js reads the other code blocks.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { docBlocks, nameOf } from '../node/docs/blocks.js';
import { headersIn } from '../node/docs/data.js';
import { elements } from '../node/docs/elements.js';
import { inRepository, launch, serveRepository } from './support.js';

const tags = [...elements.keys()];
const blocks = docBlocks.filter(({ language }) => language === 'html').map((block, at) => ({ ...block, at }));

/** What pages of the docs ask for beside `cdn/`. */
const standIns = {
  '/services.json': inRepository('demo/services.json'),
  '/stages.json': inRepository('tests/fixtures/packs/stages.json'),
};

/** The icon that a browser looks for by itself, once: no page here asks for it. */
const isIcon = (address) => address.endsWith('/favicon.ico');

const tagsIn = (code) => tags.filter((tag) => code.includes(`<${tag}`) || code.includes(`data-alongside="${tag}"`));
const scriptIn = (code) => /<script[^>]* src="([^"]+)"/.exec(code)?.[1];

/** A page with a block in it: a script alone stands in the head; elements without a script get that of all. */
function pageWith(code) {
  const alone = tagsIn(code).length === 0;
  const all = /<script\b/.test(code) ? '' : '<script type="module" src="/cdn/all.js"></script>';
  const head = `<meta charset="utf-8"><title>Help near you</title>${alone ? code : all}`;
  return `<!doctype html><html lang="en"><head>${head}</head><body>${alone ? '' : code}</body></html>`;
}

/** Runs in the page. Whether all that was pasted is there and has drawn itself. */
function isThere(wanted) {
  const drawn = {
    'quick-exit': (element) => element.matches(':defined'),
    'private-frame': ({ shadowRoot }) => shadowRoot?.querySelector('iframe:not(.coming)'),
  };
  const shown = ({ shadowRoot }) =>
    shadowRoot?.querySelector('.surface') && !shadowRoot.querySelector('slot:not([name])');
  return wanted.every((tag) => {
    const found = [...document.querySelectorAll(tag)];
    return customElements.get(tag) && found.every(drawn[tag] ?? shown);
  });
}

const folder = mkdtempSync(join(tmpdir(), 'alongside-pages-'));
const write = (name, code) => writeFileSync(join(folder, name), pageWith(code));
for (const { at, code } of blocks) write(`${at}.html`, code);

/** A script that is written into the page would need a permission of its own. Data is no script. */
const hasScriptInside = (code) => /<script(?![^>]*json)[^>]*>\s*[^\s<]/.test(code);

/** The blocks that are to work under a policy: those of the same file. That of the guide is for every element. */
const blocksFor = (file) =>
  blocks.filter((block) => (file.includes('guide-') || block.file === file) && !hasScriptInside(block.code));

/** The policies of the docs that are for pages like these. */
const policies = docBlocks
  .filter(({ language }) => language === 'http')
  .flatMap((block) => headersIn(block.code).map(([name, value]) => ({ ...block, name, value })))
  .filter(({ name, value }) => name === 'Content-Security-Policy' && !/https:|…/.test(value));

describe('HTML of the docs, in Chromium', { timeout: 600_000 }, () => {
  let browser;
  let context;
  let page;
  const sites = [];
  before(async () => {
    browser = await launch('chromium');
    // No page of these keeps anything: they can share what a browser has for a person, and one window.
    context = await browser.newContext();
  });
  after(async () => {
    await browser?.close();
    await Promise.all(sites.map((site) => site.close()));
    rmSync(folder, { recursive: true });
  });

  async function serve(headers = {}) {
    const site = await serveRepository({
      root: folder,
      folders: { '/cdn/': inRepository('cdn'), ...standIns },
      headers,
    });
    sites.push(site);
    return site;
  }

  /** What is complained of in the page that is open, and the site that it may ask. */
  let complaints = [];
  let origin = '';

  async function preparedPage() {
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(`${error}`));
    page.on('console', (message) => {
      const ours = !isIcon(message.location().url);
      if (ours && ['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('response', (response) => {
      if (!response.ok()) complaints.push(`${response.status()} ${response.url()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(origin)) complaints.push(`asked ${request.url()}`);
    });
    await page.addInitScript(() => {
      window.told = [];
      document.addEventListener('content-error', ({ problems }) =>
        window.told.push(...problems.map(({ path, reason }) => `${path}: ${reason}`)),
      );
      document.addEventListener('securitypolicyviolation', (event) =>
        window.told.push(`refused ${event.effectiveDirective} ${event.blockedURI}`),
      );
    });
    return page;
  }

  /** Opens a page, waits for its elements, and gives whatever somebody complained of. */
  async function complaintsAt(address, code, patience = 10_000) {
    const script = basename(scriptIn(code) ?? 'all.js', '.js');
    const wanted = tagsIn(code).length > 0 ? tagsIn(code) : script === 'all' ? tags : [script];
    page ??= await preparedPage();
    // Whatever is still said of the page before is heard now.
    await page.goto('about:blank');
    origin = new URL('/', address).href;
    complaints = [];
    await page.goto(address);
    await page
      .waitForFunction(isThere, wanted, { timeout: patience })
      .catch(() => complaints.push(`not there: ${wanted.join(', ')}`));
    const told = await page.evaluate(() => [
      ...window.told,
      ...[...document.querySelectorAll('body *')]
        .filter((element) => element instanceof window.HTMLUnknownElement)
        .map(({ localName }) => `no element is called ${localName}`),
    ]);
    return [...complaints, ...told.filter((one) => !isIcon(one))];
  }

  describe('pasted', () => {
    let site;
    before(async () => {
      site = await serve();
    });
    for (const block of blocks)
      it(`works: ${nameOf(block)}`, async () => {
        assert.deepEqual(await complaintsAt(`${site.address}/${block.at}.html`, block.code), []);
      });

    for (const [code, said] of [
      [
        '<script type="module" src="/cdn/every.js"></script><stage-guide></stage-guide>',
        /404[^]*not there: stage-guide/,
      ],
      ['<stage-guide stage="acting"></stage-guide>', /stage: unknown-id/],
      ['<stage-guide src="/none.json"></stage-guide>', /404/],
      ['<stage-guide></stage-guide><abbrev>CSEC</abbrev>', /called abbrev/],
      [
        '<stage-guide></stage-guide><script>nobody();</script><script src="/cdn/all.js" type="module"></script>',
        /nobody is not/,
      ],
    ])
      it(`is found where it is wrong: ${code}`, async () => {
        write('wrong.html', code);
        assert.match((await complaintsAt(`${site.address}/wrong.html`, code, 2000)).join('\n'), said);
      });
  });

  it('has policies to try', () => assert.ok(policies.length >= 3, `${policies.length}`));
  for (const policy of policies)
    describe(`under the policy of ${nameOf(policy)}`, () => {
      let site;
      before(async () => {
        site = await serve({ 'content-security-policy': policy.value });
      });
      it('has blocks to try', () => assert.ok(blocksFor(policy.file).length > 0));
      for (const block of blocksFor(policy.file))
        it(`works: ${nameOf(block)}`, async () => {
          assert.deepEqual(await complaintsAt(`${site.address}/${block.at}.html`, block.code), []);
        });
    });

  it('is refused under a policy that has no room for it', async () => {
    const site = await serve({ 'content-security-policy': "default-src 'none'" });
    const [block] = blocks.filter(({ code }) => scriptIn(code));
    assert.match(
      (await complaintsAt(`${site.address}/${block.at}.html`, block.code, 2000)).join('\n'),
      /refused script-src/,
    );
  });
});
