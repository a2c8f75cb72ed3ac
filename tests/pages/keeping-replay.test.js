/**
 * Tools that record visits are at work in the page, set to record all that they can. What a person types into a plan is in nothing that they send:
 * the fields ask them to look away. What they can see all the same is in docs/private-text.md, and so it is shown here that it is seen.
 */
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { keep, planPage } from './keeping-site.js';
import { inRealBrowsers } from './leave-site.js';
import { eventually } from './real-browser.js';
import { answerTool, replayTools } from './replay-tools.js';

const marker = 'quietotter';
const scripts = await replayTools();

/** Clarity leaves fields out by itself. */
const readsFields = { rrweb: true, OpenReplay: true, Sentry: true, Clarity: false };

await inRealBrowsers(
  (at, test) => {
    for (const name of Object.keys(scripts))
      test(`${name} records the page, and nothing that is typed into the plan`, async () => {
        const { site, tab } = at;
        site.requests.length = 0;
        answerTool(site.pages, scripts[name]);
        site.pages['/replay'] = planPage({
          head: '<script src="/tool.js"></script>',
          body:
            '<p id="open">Nothing yet.</p><div id="bare"></div>' +
            `<script>bare.attachShadow({ mode: 'open' }).innerHTML = '<label>Name <input></label>'</script>`,
        });
        await tab.goto(`${site.address}/replay`);
        await tab.until('window.plan?.ready()');
        const recorded = (text) =>
          site.requests.some(({ path, body }) => !path.startsWith('/cdn') && body.includes(text));

        // With the keyboard, as a person does.
        const press = async (selector, host = 'safety-checklist') => {
          const place = (host, selector) => {
            const root = document.querySelector(host).shadowRoot;
            const found = root.querySelector(selector);
            found?.scrollIntoView({ block: 'nearest' });
            const box = found?.getBoundingClientRect();
            const point = box && [box.x + box.width / 2, box.y + box.height / 2];
            // What has just come may still be on its way to its place.
            return point && found.contains(root.elementFromPoint(...point)) && point;
          };
          await tab.click(...(await tab.until(place, { args: [host, selector] })));
        };
        await press('[data-at=own]');
        await tab.type(marker);
        await tab.keys('Enter');
        await press('[data-do=write]');
        await tab.type(marker);
        await press('[data-at="items.0.note"]');
        await tab.type(`${marker}note`);
        await press('[data-do=wrote]');
        await press('.opens');
        await press('.menu [data-do=addNote]');
        await press('[data-do=addPerson]');
        await press('[data-at="people.0.name"]');
        await tab.type(`${marker}name`);
        await press('[data-at="people.0.number"]');
        await tab.type('2125550100');
        await press('[data-do=wrote]');
        await press('.people .opens');
        await press('.people [data-do=out]');
        await press('.done [data-do=undo]');
        await keep(tab, `${marker} four words`);
        await tab.evaluate(`plan.press('lock')`);
        await tab.until(`plan.state() === 'locked'`);
        // What stands in the page is recorded, and what is typed into a field that does not ask to be left out: the tool is at work.
        await press('input', '#bare');
        await tab.type('bareheron');
        // Changed until it is recorded: a tool may lose one change where the machine is busy.
        const change = async () => {
          await tab.evaluate(`document.querySelector('#open').textContent = 'opened' + 'heron' + performance.now()`);
          await wait(1000);
          return recorded('openedheron');
        };
        await eventually(change, { seconds: 60, what: `${name} has sent what it recorded` });
        if (readsFields[name])
          await eventually(() => recorded('bareheron'), { seconds: 30, what: `${name} records an unmarked field` });
        for (const text of [marker, '2125550100']) {
          const found = site.requests.find(({ path, body }) => !path.startsWith('/cdn') && body.includes(text));
          assert.equal(
            found && found.body.slice(Math.max(0, found.body.indexOf(text) - 300), found.body.indexOf(text) + 100),
            undefined,
            text,
          );
        }
        await tab.evaluate(`plan.press('wipe')`);
        await tab.until(`plan.state() === 'memory'`);
      });
  },
  { engines: ['chromium', 'firefox'] },
);
