import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addReach, fillPlan, inEachBrowser, planWords, tags } from './partner-site.js';

const strict = "default-src 'none'; script-src 'self'; style-src 'none'; base-uri 'none'; form-action 'none'";

/** Notes every refusal of the policy, with what was refused and where. */
const noteRefusals = (page) =>
  page.addInitScript(() => {
    window.refused = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      // The icon of the page itself, which is none of our business.
      if (event.blockedURI === 'data') return;
      window.refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile} ${event.sample}`);
    });
  });

for (const [title, policy] of [
  ['A policy that allows scripts of its own and no styles at all', strict],
  ['The same, with trusted types', `${strict}; require-trusted-types-for 'script'; trusted-types lit-html`],
]) {
  inEachBrowser(
    title,
    ({ open }) => {
      for (const [path, language] of [
        ['hosts/head.html', 'English'],
        ['hosts/classic.html', 'English, from one plain script'],
        ['hosts/spanish.html', 'Spanish, from files of its own'],
      ]) {
        it(`lets the elements render and work, in ${language}`, async () => {
          const { page, problems } = await open(path, { prepare: noteRefusals });
          await addReach(page);
          const padding = await page.evaluate(() =>
            window.everything('.surface').map((one) => getComputedStyle(one).paddingTop),
          );
          assert.equal(padding.length, tags.length);
          assert.ok(Math.min(...padding.map(parseFloat)) >= 16, `${padding}`);
          const said = await page.evaluate(() => window.inside('stage-guide').querySelector('[role=tab]').innerText);
          assert.equal(said, path.includes('spanish') ? 'Precontemplación' : 'Pre-contemplation');
          await page.locator('#tab-action .name').click();
          await page.locator('stage-guide input[type=checkbox]').first().check();
          await fillPlan(page, planWords);
          assert.deepEqual(await page.evaluate(() => window.refused), []);
          assert.deepEqual(
            problems.filter((problem) => !problem.includes('data:,')),
            [],
          );
        });
      }
    },
    { headers: { 'content-security-policy': policy } },
  );
}
