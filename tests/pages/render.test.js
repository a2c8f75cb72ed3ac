/**
 * Pages that were rendered beforehand, in browsers: what somebody without JavaScript has of them, and whether the elements take over without
 * anything that moves, flickers or is lost.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { serve } from '../../tools/serve.js';
import {
  isTakenOver,
  looksTheSame,
  pages,
  policy,
  release,
  stopTime,
  watch,
  withHashes,
  words,
} from './render-site.js';
import { eventually } from './real-browser.js';
import { drivenEngines, inRepository, launch } from './support.js';
import { openWindow } from './windows.js';

const folder = mkdtempSync(join(tmpdir(), 'alongside-pages-'));
for (const [name, html] of Object.entries(pages)) writeFileSync(join(folder, name), html);
after(() => rmSync(folder, { recursive: true }));

const frames = (page, count) =>
  page.evaluate((many) => {
    const until = window.frames_.length + many;
    return new Promise((resolve) => {
      const look = () => (window.frames_.length >= until ? resolve() : requestAnimationFrame(look));
      look();
    });
  }, count);

const takenOver = (page) => page.waitForFunction(isTakenOver);

for (const engine of await drivenEngines()) {
  describe(`A page that was rendered (${engine})`, { timeout: 600_000 }, () => {
    // An installed Firefox cannot be asked for one window without scripts, but for all of them.
    let scriptless;
    let windows = [];
    const sites = new Map();
    before(async () => {
      if (engine === 'firefox')
        scriptless = await launch(engine, { firefoxUserPrefs: { 'javascript.enabled': false } });
    });
    afterEach(async () => {
      for (const { close } of windows) await close();
      windows = [];
    });
    after(async () => {
      await scriptless?.close();
      await Promise.all([...sites.values()].map((site) => site.close()));
    });

    async function siteWith(policy) {
      const headers = policy ? { 'content-security-policy': policy } : {};
      if (!sites.has(policy))
        sites.set(policy, await serve({ root: folder, folders: { '/cdn/': inRepository('cdn') }, headers }));
      return sites.get(policy);
    }
    /** @param options.late the script comes when `release` is called. */
    async function open(name, { policy, late, prepare, ...options } = {}) {
      const site = await siteWith(policy);
      const alone = options.javaScriptEnabled === false ? scriptless : undefined;
      const opened = await openWindow(engine, options, alone);
      windows.push(opened);
      const { page } = opened;
      const problems = [];
      page.on('pageerror', (error) => problems.push(`${error}`));
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      await prepare?.(page);
      await page.goto(`${site.address}/${late ? 'late-' : ''}${name}`);
      if (late) await page.evaluate(stopTime);
      return { page, release: () => page.evaluate(release), problems };
    }
    const without = { javaScriptEnabled: false };
    const textOf = (page, tag) => page.locator(tag).first().locator('.surface').innerText();
    const controls = (page) =>
      page.locator('button:visible, input:visible, textarea:visible, nav:visible, [role=tab]:visible');

    describe('without JavaScript', () => {
      for (const [name, lang] of [
        ['english.html', 'en'],
        ['spanish.html', 'es'],
      ])
        it(`is there to read, in ${lang}`, async () => {
          const { page } = await open(name, without);
          const guide = await textOf(page, 'stage-guide');
          for (const stage of words('stages', lang).content.stages) {
            assert.ok(guide.includes(stage.name), stage.name);
            for (const { text } of stage.help) assert.ok(guide.includes(text), text);
          }
          const primer = await textOf(page, 'csec-primer');
          for (const section of words('primer', lang).content.sections)
            assert.ok(primer.includes(section.name), section.name);
          assert.equal(await page.getByText('Our office is open.').isVisible(), true);
          assert.equal(await page.getByText('How it goes round').isVisible(), true);
          assert.equal(await controls(page).count(), 0);
        });
      it('has ideas to read and lines to write on, on paper too', async () => {
        const { page } = await open('typed.html', without);
        const { content, words: say } = words('safety-plan');
        for (const media of ['screen', 'print']) {
          await page.emulateMedia({ media });
          const plan = await textOf(page, 'safety-checklist');
          for (const text of [content.ideas[0].advocate, say.people])
            assert.ok(plan.includes(text), `${media} ${text}`);
          assert.ok((await page.locator('safety-checklist .rule:visible').count()) >= 8, media);
          assert.equal(await controls(page).count(), 0);
        }
      });
      it('leads to services', async () => {
        const { page } = await open('first.html', without);
        const asked = [];
        await page.route('https://988lifeline.org/**', (route) => {
          asked.push(route.request().headers().referer ?? 'no referrer');
          return route.fulfill({ contentType: 'text/html', body: 'There.' });
        });
        // Playwright's own click waits for frames that it asks for with a script.
        const { x, y } = await page.locator('a[href^="https:"]').first().boundingBox();
        await page.mouse.click(x + 20, y + 20);
        await page.waitForURL('https://988lifeline.org/');
        assert.deepEqual(asked, ['no referrer']);
      });
    });

    describe('under a strict policy', () => {
      const padding = (page) =>
        page
          .locator('.surface')
          .first()
          .evaluate((one) => getComputedStyle(one).paddingTop);
      it('has its styles where the policy has their hashes', async () => {
        const still = await open('english.html', { ...without, policy: withHashes });
        assert.equal(await padding(still.page), '32px');
        assert.equal(await controls(still.page).count(), 0);
        const { page, problems } = await open('english.html', { policy: withHashes });
        await takenOver(page);
        assert.equal(await padding(page), '32px');
        assert.deepEqual(problems, []);
      });
      it('is there to read without them', async () => {
        const { page } = await open('english.html', { ...without, policy: policy("'none'") });
        assert.equal(await padding(page), '0px');
        const guide = await textOf(page, 'stage-guide');
        for (const { name } of words('stages').content.stages) assert.ok(guide.includes(name), name);
        assert.equal(await controls(page).count(), 0);
        const typed = await open('typed.html', { ...without, policy: policy("'none'") });
        assert.equal(await controls(typed.page).count(), 0);
      });
      it('works once the script is there, also where the policy lets no style in', async () => {
        const { page } = await open('english.html', { policy: policy("'none'") });
        await takenOver(page);
        assert.equal(await padding(page), '32px');
      });
    });

    describe('when the script comes', () => {
      for (const name of ['english.html', 'spanish.html', 'paste.html'])
        for (const width of [1280, 360])
          it(`looks as it did, in every frame and to the pixel: ${name}, ${width} pixels wide`, async () => {
            const { page, release, problems } = await open(name, {
              late: true,
              prepare: (one) => one.addInitScript(watch),
              // High enough for all of it: to take a picture of more than a window, browsers make the window larger, and all moves.
              viewport: { width, height: 10_500 },
            });
            await page.locator('.surface').first().waitFor();
            await page.waitForFunction(() => window.frames_?.length > 3);
            const picture = async () => {
              await frames(page, 5);
              return page.screenshot();
            };
            const first = await picture();
            await release();
            await takenOver(page);
            const last = await picture();
            await frames(page, 5);
            const { seen, shifts } = await page.evaluate(() => ({ seen: window.frames_, shifts: window.shifts }));
            assert.ok(seen.length > 8);
            assert.ok(seen.at(-1).some((line) => line.includes(' 1 ')));
            for (const frame of seen) assert.deepEqual(frame, seen[0]);
            assert.deepEqual(shifts, []);
            assert.ok(looksTheSame(first, last), 'the pictures differ');
            assert.deepEqual(problems, []);
          });
      it('looks as it did where a person types, until there is more to show', async () => {
        const { page, release } = await open('typed.html', {
          late: true,
          // What it can be kept with comes later, with a script of its own: here it is on its way until the end.
          prepare: (one) => one.route('**/keeping-area.js', () => {}),
        });
        await page.locator('.surface').first().waitFor();
        const first = await page.screenshot({ fullPage: true });
        await release();
        await takenOver(page);
        assert.ok(looksTheSame(first, await page.screenshot({ fullPage: true })), 'the pictures differ');
      });
      it('lets nothing be used before, and all of it after', async () => {
        const { page, release } = await open('english.html', { late: true });
        await page.locator('.surface').first().waitFor();
        const focused = () =>
          page.evaluate(
            () => document.activeElement?.shadowRoot?.activeElement?.localName ?? document.activeElement.localName,
          );
        await page.keyboard.press('Tab');
        assert.equal(await focused(), 'a');
        await release();
        await takenOver(page);
        await page.locator('stage-guide').first().locator('#tab-action .name').click();
        assert.equal(await page.locator('stage-guide').first().getAttribute('stage'), 'action');
        assert.equal(await page.locator('stage-guide').first().locator('#stage-action').isVisible(), true);
        await page.locator('stage-guide').first().locator('input[type=checkbox]').first().check();
        await page.locator('csec-primer nav a').last().click();
        assert.match(page.url(), /#csec-primer-law$/);
        assert.equal(await page.locator('[hidden], [inert]').count(), 0);
      });
      it('is where it was, when the page is loaded again', async () => {
        const { page } = await open('english.html', { fresh: true });
        await takenOver(page);
        const note = () => page.evaluate(() => document.querySelector('source-note').getBoundingClientRect().top);
        await page.evaluate(() => document.querySelector('source-note').scrollIntoView());
        const before = await note();
        assert.ok((await page.evaluate(() => window.scrollY)) > 1000);
        await page.reload();
        await takenOver(page);
        await eventually(async () => Math.abs((await note()) - before) < 2, {
          seconds: 10,
          what: 'it is where it was',
        });
      });
      it('keeps the focus on the link that has it', async () => {
        const { page, release } = await open('english.html', { late: true });
        const link = page.locator('resource-card a[href^="tel:"]');
        await link.focus();
        await release();
        await takenOver(page);
        const focused = () =>
          page.evaluate(() => document.querySelector('resource-card').shadowRoot.activeElement?.href);
        assert.equal(await focused(), 'tel:988');
        assert.equal(await link.evaluate((one) => one.matches(':focus')), true);
      });
      it('shows all there is to read when no script has come for a while', async () => {
        const { page } = await open('english.html', { late: true });
        await page.locator('.surface').first().waitFor();
        const tab = page.locator('stage-guide').first().locator('#tab-action');
        const stage = page.locator('stage-guide').first().locator('#stage-action');
        assert.deepEqual([await tab.isVisible(), await stage.isVisible()], [true, false]);
        await page.evaluate(() => {
          for (const { shadowRoot } of document.querySelectorAll('stage-guide'))
            for (const animation of shadowRoot.getAnimations()) animation.finish();
        });
        assert.deepEqual([await tab.isVisible(), await stage.isVisible()], [false, true]);
        const { height } = await stage.boundingBox();
        assert.ok(height > 100, `${height}`);
      });
    });
  });
}
