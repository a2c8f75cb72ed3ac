/** Pages that were rendered beforehand, in WebKit, which Playwright cannot drive everywhere: what render.test.js looks at in the other browsers. */
import assert from 'node:assert/strict';
import { answer, inRealBrowsers } from './leave-site.js';
import { eventually } from './real-browser.js';
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

const engines = ['webkit'];

/** The driver needs to evaluate. */
const forDriver = (list) => ({
  'content-security-policy': list.replace("script-src 'self'", "script-src 'self' 'unsafe-eval'"),
});

let opened = 0;

/** Opens one of the pages, each at an address of its own: where scripts are off, that is how a tab sees that it has come. */
async function open({ site, tab }, name, { headers = {}, head = '' } = {}) {
  const path = `/${++opened}`;
  site.pages[path] = answer(pages[name].replace('<head>', `<head>${head}`), headers);
  await tab.goto(site.address + path);
}

/** The words on screen in the first element of a tag. */
const textOf = (tab, tag) =>
  tab.evaluate((tag) => document.querySelector(tag).shadowRoot.querySelector('.surface').innerText, tag);

/** What could be used, and is in sight. */
const controls = (tab) =>
  tab.evaluate(() => {
    const all = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => [
      ...(shadowRoot?.querySelectorAll('*') ?? []),
    ]);
    return all.filter((one) => one.matches('button, input, textarea, nav, [role=tab]') && one.checkVisibility()).length;
  });

/** Whether the paper has its margins: how wide they are follows its width. */
const isStyled = (tab) =>
  tab.evaluate(() => {
    const surface = document.querySelector('stage-guide').shadowRoot.querySelector('.surface');
    return parseFloat(getComputedStyle(surface).paddingTop) >= 16;
  });

/** A picture of what no longer changes: on a busy machine, one can be taken of what is half drawn. */
async function settled(tab) {
  let last;
  await eventually(async () => {
    const before = last;
    last = await tab.screenshot();
    return before?.equals(last);
  });
  return last;
}

inRealBrowsers(
  (at, test) => {
    for (const name of ['english.html', 'spanish.html', 'paste.html'])
      test(`when the script comes, it looks as it did, in every frame and to the pixel: ${name}`, async () => {
        const { tab } = at;
        await open(at, `late-${name}`, { head: `<script>(${watch})()</script>` });
        await tab.evaluate(stopTime);
        const frames = async () => {
          const count = await tab.evaluate('frames_.length');
          await tab.until(`frames_.length > ${count} + 5`);
        };
        await frames();
        const first = await settled(tab);
        await tab.evaluate(release);
        await tab.until(isTakenOver);
        await frames();
        const seen = await tab.evaluate('frames_');
        assert.ok(seen.length > 8 && seen.at(-1).some((line) => line.includes(' 1 ')));
        for (const frame of seen) assert.deepEqual(frame, seen[0]);
        // A bar to scroll with comes and goes, and what is drawn anew has other edges: no step of it is as large as that from words to paper.
        await eventually(async () => looksTheSame(first, await tab.screenshot(), { most: 64, width: 780 }), {
          seconds: 5,
          what: 'the pictures are the same',
        });
      });

    test('all of it can be used after', async () => {
      const { tab } = at;
      await open(at, 'english.html');
      await tab.until(isTakenOver);
      const point = await tab.evaluate(() => {
        const name = document.querySelector('stage-guide').shadowRoot.querySelector('#tab-action .name');
        name.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = name.getBoundingClientRect();
        return [x + width / 2, y + height / 2];
      });
      await tab.click(...point);
      await tab.until(() => document.querySelector('stage-guide').getAttribute('stage') === 'action');
    });

    for (const [what, list] of [
      ['has its styles where the policy has their hashes', withHashes],
      ['works once the script is there, also where the policy lets no style in', policy("'none'")],
    ])
      test(`under a strict policy it ${what}`, async () => {
        await open(at, 'english.html', { headers: forDriver(list) });
        await at.tab.until(isTakenOver);
        await eventually(() => isStyled(at.tab));
      });
  },
  { engines },
);

inRealBrowsers(
  (at, test) => {
    for (const [name, lang] of [
      ['english.html', 'en'],
      ['spanish.html', 'es'],
    ])
      test(`without JavaScript it is there to read, in ${lang}`, async () => {
        await open(at, name);
        const guide = await textOf(at.tab, 'stage-guide');
        for (const stage of words('stages', lang).content.stages) {
          assert.ok(guide.includes(stage.name), stage.name);
          for (const { text } of stage.help) assert.ok(guide.includes(text), text);
        }
        assert.equal(await controls(at.tab), 0);
      });

    for (const [what, list, expected] of [
      ['has its styles where the policy has their hashes', withHashes, true],
      ['is there to read where the policy lets no style in', policy("'none'"), false],
    ])
      test(`without JavaScript, under a strict policy, it ${what}`, async () => {
        await open(at, 'english.html', { headers: forDriver(list) });
        assert.equal(await isStyled(at.tab), expected);
        const guide = await textOf(at.tab, 'stage-guide');
        for (const { name } of words('stages').content.stages) assert.ok(guide.includes(name), name);
        assert.equal(await controls(at.tab), 0);
      });
  },
  { engines, options: { javascript: false } },
);
