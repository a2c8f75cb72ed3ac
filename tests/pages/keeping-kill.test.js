/**
 * The browser is ended in the middle of it, as by a flat battery: what was said to be kept is there, whole, the next time. Done again and again at moments
 * that nobody has chosen, while the page writes as fast as it can. The same done with localStorage has to lose something: else this would
 * show nothing.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { runs } from '../thorough.js';
import { inKeptProfiles, openPlan, passphrase, unlock } from './keeping-site.js';

const times = runs(30);
/** So many browsers at once, each with a profile of its own: starting one is mostly waiting. */
const profiles = 3;
/** Milliseconds from the first write on. */
const moment = () => 20 + Math.random() * 230;

/** Writes numbers into the plan without end, and tells the server each that is kept. */
const writing = (place) => `(() => {
  let at = Number(plan.texts()[0]);
  const tell = () => {
    const { vault } = document.querySelector('safety-checklist')[Symbol.for('alongside.2')];
    vault.save().then(() => {
      if (vault.isSaved) navigator.sendBeacon('${place}?' + at);
      plan.change(0, String(++at));
      tell();
    });
  };
  tell();
})()`;

/** The same with another store. */
const careless = (place) => `(() => {
  let at = Number(localStorage.number ?? 0);
  const tell = () => {
    localStorage.number = ++at;
    navigator.sendBeacon('${place}?' + at);
    setTimeout(tell);
  };
  tell();
})()`;

/** Writes, and ends the browser. Gives the last number that was said to be kept. */
async function writeAndKill({ site, browser, tab }, code) {
  const place = `/kept-${Math.random()}`;
  let last = 0;
  let told = () => {};
  const first = new Promise((resolve) => (told = resolve));
  site.pages[place] = (request, response) => {
    last = Math.max(last, Number(new URL(request.url, site.address).search.slice(1)));
    told();
    response.writeHead(204).end();
  };
  await tab.evaluate(code(place));
  await first;
  await wait(moment());
  await browser.kill();
  return last;
}

await inKeptProfiles(({ withProfile }) => {
  test(`${times} times: nothing that was kept is lost or torn`, async () => {
    const killAgain = async ({ start }) => {
      let at = await start();
      await openPlan(at);
      await at.tab.evaluate(`plan.add('1'), plan.keep('${passphrase}')`);
      await at.tab.until(`plan.state() === 'open' && plan.isSaved()`);
      for (let time = 0; time < times / profiles; time++) {
        const last = await writeAndKill(at, writing);
        at = await start();
        await openPlan(at);
        await unlock(at.tab);
        const [news, found, ...more] = await at.tab.evaluate('[plan.news(), ...plan.texts()]');
        assert.deepEqual(more, [], 'no more than was there');
        assert.doesNotMatch(news, /damaged/);
        assert.ok(Number(found) >= last, `${last} was kept, and ${found} is there (time ${time + 1})`);
      }
    };
    await Promise.all(Array.from({ length: profiles }, () => withProfile(killAgain)));
  });

  test('localStorage, in the same way, loses what it was given', () =>
    withProfile(async ({ start }) => {
      let lost = 0;
      for (let time = 0; time < times && !lost; time++) {
        const at = await start();
        await at.tab.goto(`${at.site.address}/plain`);
        const last = await writeAndKill(at, careless);
        const later = await start();
        await later.tab.goto(`${later.site.address}/plain`);
        if (Number(await later.tab.evaluate('localStorage.number ?? 0')) < last) lost++;
        await later.browser.kill();
      }
      assert.ok(lost, 'the test cannot tell what loses from what does not');
    }));
});
