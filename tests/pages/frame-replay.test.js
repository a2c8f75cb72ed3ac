/**
 * Tools that record visits are at work in the page, set to record all that they can, and the plan stands in a private frame: nothing of what is typed is in
 * anything that they send, whatever they make of marked fields.
 */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { add, element, inEachEngine, keep, pageOf, untilFramed } from './frame-site.js';
import { eventually } from './real-browser.js';
import { answerTool, replayTools } from './replay-tools.js';

const marker = 'quietotter';
const scripts = await replayTools();

inEachEngine('Private text in a frame, while a visit is recorded', (at) => {
  for (const name of Object.keys(scripts))
    it(`is not recorded by ${name}`, async () => {
      const { site } = at;
      answerTool(site.pages, scripts[name]);
      const { page } = await at.open(
        pageOf({ head: '<script src="/tool.js"></script>', body: `${element}<p id="open">Nothing yet.</p>` }),
      );
      const frame = await untilFramed(page);
      await add(frame, marker);
      await frame.locator('.entry .words').click();
      await frame.locator('[data-at="items.0.note"]').pressSequentially(`${marker}note`);
      await frame.locator('[data-do=wrote]').click();
      await keep(frame);
      await page.evaluate(() => (document.querySelector('#open').textContent = 'opened' + 'heron'));
      const recorded = (text) =>
        site.requests.some(({ path, body }) => !path.startsWith('/cdn') && body.includes(text));
      await eventually(() => recorded('openedheron'), { seconds: 30, what: `${name} has sent what it recorded` });
      assert.equal(recorded(marker), false);
    });
});
